"""Made-up entries for trying the catalogue: their wording, drawing, storing and removal.

Every entry made here is flagged `is_example`, and the pages show it. Only the commands
`generate_examples` and `remove_examples` import this package.
"""
