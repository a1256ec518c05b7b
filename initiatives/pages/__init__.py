"""Pages: what each kind of page shows, as plain values for its template (docs/wings/pages.md)."""
