"""The editors' desk: Django admin, arranged in the order that an entry is read in."""

from initiatives.admin import accounts, initiatives, places, site, terms

__all__ = ["accounts", "initiatives", "places", "site", "terms"]
