"""The desk: the work on entries, for the admin and for commands (docs/wings/desk.md)."""
