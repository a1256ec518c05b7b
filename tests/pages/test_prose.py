"""Body text: what Markdown gives, and what it never lets through."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from initiatives.pages.prose import to_html, to_line


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Ein.\n\nTo.", "<p>Ein.</p>\n<p>To.</p>\n"),
        ("# Stor\n\n## Mellom\n\n### Liten", "<h2>Stor</h2>\n<h2>Mellom</h2>\n<h3>Liten</h3>\n"),
        ("- ein\n- to", "<ul>\n<li>ein</li>\n<li>to</li>\n</ul>\n"),
        ("3. ein\n4. to", '<ol start="3">\n<li>ein</li>\n<li>to</li>\n</ol>\n'),
        ("**sterk** og *lett*", "<p><strong>sterk</strong> og <em>lett</em></p>\n"),
        (
            "[her](https://example.com/)",
            '<p><a href="https://example.com/" rel="nofollow noopener">her</a></p>\n',
        ),
        ("<b>x</b> & y", "<p>&lt;b&gt;x&lt;/b&gt; &amp; y</p>\n"),
        ("![bilete](https://example.com/a.png)", None),
        ("`kode` | a | ---", "<p>`kode` | a | ---</p>\n"),
        ("Dalen+ 2012-2014 ”sitat”", "<p>Dalen+ 2012-2014 ”sitat”</p>\n"),
    ],
)
def test_to_html(text, html):
    if html is None:
        assert "<img" not in to_html(text)
    else:
        assert to_html(text) == html


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "vbscript:x"])
def test_to_html_link_never_runs(address):
    assert "href" not in to_html(f"[x]({address})")


@given(st.text())
def test_to_html_never_raises_and_has_no_script(text):
    assert "<script" not in to_html(text).lower()


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("## Om oss\n\nEin *fin* **plass**.", "Om oss Ein fin plass."),
        ("- eitt\n- to\n1. tre", "eitt to tre"),
        ("Sjå [sida](https://example.no/a) no", "Sjå sida no"),
        ("5 * 4 - 2", "5 4 - 2"),
        ("", ""),
    ],
)
def test_to_line_is_the_text_without_marks(text, line):
    assert to_line(text) == line
