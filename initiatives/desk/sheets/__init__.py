"""Sheets: the published text format of an entry, read into a draft and written back.

`texts` makes text of bytes, and `reading` a `Sheet` of text, knowing nothing but the format.
`reference` knows the terms, partners and places of the catalogue, and `placing` says which of them
a sheet speaks of. `saving` makes the draft, `writing` the sheet of an entry, `as_json` what
programs are told.

Nothing is dropped: each line ends in a field, or is told of as not placed, with its number and the
reason.
"""
