"""Made-up entries that fill the catalogue for trying it out: their wording, drawing, storing and
removal.

Every entry made here is flagged `is_example`, and the pages show it. Only the commands
`generate_examples` and `remove_examples` import this package.
"""
