"""How a browser searches here from a field of its own, and what heads of pages say of that and of
sharing.
"""

from xml.etree import ElementTree

import pytest
from django.template.loader import render_to_string

pytestmark = pytest.mark.django_db

NAMESPACES = {"o": "http://a9.com/-/spec/opensearch/1.1/"}


@pytest.mark.parametrize("form", ["nn", "nb"])
def test_description_leads_to_the_list_of_its_form(client, tokke, form):
    response = client.get(f"/{form}/opensearch.xml")
    assert response["Content-Type"] == "application/opensearchdescription+xml; charset=utf-8"
    root = ElementTree.fromstring(response.content)
    assert len(root.find("o:ShortName", NAMESPACES).text) <= 16
    assert root.find("o:Language", NAMESPACES).text == form
    templates = {url.get("type"): url.get("template") for url in root.findall("o:Url", NAMESPACES)}
    search = templates["text/html"]
    assert search == f"http://testserver/{form}/tiltak/?q={{searchTerms}}"
    found = client.get(search.removeprefix("http://testserver").replace("{searchTerms}", "bustad"))
    assert len(found.context["page"]) == 1


@pytest.mark.parametrize("form", ["nn", "nb"])
def test_picture_of_the_description_is_there(client, form):
    root = ElementTree.fromstring(client.get(f"/{form}/opensearch.xml").content)
    assert root.find("o:Image", NAMESPACES).text == "http://testserver/static/icons/mark.svg"


def test_head_names_the_description():
    html = render_to_string("components/search_link.html")
    assert 'type="application/opensearchdescription+xml"' in html
    assert 'href="/nn/opensearch.xml"' in html


def test_shared_page_has_a_title_and_a_picture():
    context = {
        "title": '"><b>',
        "description": "Alt",
        "kind": "article",
        "form": "nb",
        "url": "http://testserver/nb/",
        "image": "http://testserver/static/icons/share.png",
    }
    html = render_to_string("components/open_graph.html", context)
    assert '<meta property="og:title" content="&quot;&gt;&lt;b&gt;">' in html
    assert '<meta property="og:image" content="http://testserver/static/icons/share.png">' in html
    assert '<meta property="og:url" content="http://testserver/nb/">' in html
    assert '<meta property="og:locale" content="nb_NO">' in html


@pytest.mark.parametrize(
    ("path", "title"),
    [
        ("/nn/", "Tilflyttingskatalogen"),
        ("/nn/tiltak/", "Tiltak"),
        ("/nn/tiltak/?q=%3Cb%3E&fylke=40", "Tiltak: «&lt;b&gt;», Telemark"),
    ],
)
def test_front_page_and_lists_can_be_shared(client, tokke, path, title):
    html = client.get(path).content.decode()
    assert f'<meta property="og:title" content="{title}">' in html
    address = path.replace("&", "&amp;")
    assert f'<meta property="og:url" content="http://testserver{address}">' in html
