"""Finding: which entries an address asks for, in what order, how many (docs/wings/finding.md)."""
