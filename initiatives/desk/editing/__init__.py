"""The work on entries: what they said and say, how that differs, and their way to readers.

`state` is all that an entry says at one time; `differences` compares two of them in words;
`history` keeps them; `restoring` puts one back; `copies` lets a published entry be changed while
readers see it as it is; `workflow` says who may take which step. Nothing here knows of pages: the
admin and commands call it.
"""
