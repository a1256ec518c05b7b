"""Entries, terms and partners as tables that editors take out, change, and send in again.

Rows are found by address words and numbers, never by keys of the database. What comes in as it went
out changes nothing. django-import-export reads the rows into models, first in a dry run.
"""
