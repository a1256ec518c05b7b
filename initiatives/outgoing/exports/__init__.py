"""Lists that go out: the same entries in the same order as on the page, as files.

`rows` reads the entries a portion at a time, so that memory does not grow with their number;
`columns` and `records` say what goes out of each, as a table and as objects; `csv`, `xlsx`, `json`
and `geojson` write the files, and `about` is what each file says of itself.
"""
