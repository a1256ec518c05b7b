"""Outgoing: files, feeds, the API and open data, for other programs (docs/wings/outgoing.md)."""
