"""`make bench`: how fast the catalogue is, how much it needs, and how that compares (see README.md
here).

Modules that say "inside Django" run in a process of their own, on one database (`inside.py`); the
others never import the app.
"""
