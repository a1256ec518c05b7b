"""The editors' desk: Django admin, arranged in the order that an entry is read in."""

from initiatives.admin import access, accounts, confirmations, initiatives, places, site, terms

__all__ = ["access", "accounts", "confirmations", "initiatives", "places", "site", "terms"]
