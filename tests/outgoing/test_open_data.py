"""The description of the catalogue, held against what DCAT-AP-NO 2 asks for."""

import pytest
from rdflib import Graph, Namespace, URIRef
from rdflib.compare import isomorphic
from rdflib.namespace import DCAT, DCTERMS, FOAF, RDF, XSD

from initiatives.models.changes import CatalogueVersion, time_of
from tests.factories import make_initiative

pytestmark = pytest.mark.django_db

VCARD = Namespace("http://www.w3.org/2006/vcard/ns#")
EU = Namespace("http://publications.europa.eu/resource/authority/")

# By class, what every one of it must have (the standard's SHACL shapes and text).
MANDATORY = {
    DCAT.Catalog: [
        *(DCTERMS.title, DCTERMS.description, DCTERMS.identifier, DCTERMS.publisher),
        DCAT.contactPoint,
    ],
    DCAT.Dataset: [
        *(DCTERMS.title, DCTERMS.description, DCTERMS.identifier, DCTERMS.publisher),
        *(DCAT.theme, DCAT.contactPoint),
    ],
    DCAT.DataService: [
        *(DCTERMS.title, DCTERMS.identifier, DCTERMS.publisher),
        *(DCAT.endpointURL, DCAT.contactPoint),
    ],
    DCAT.Distribution: [DCAT.accessURL],
    FOAF.Agent: [FOAF.name],
}
AT_MOST_ONE = [
    DCTERMS.publisher,
    DCTERMS.license,
    DCTERMS.modified,
    DCAT.mediaType,
    DCAT.endpointURL,
]


@pytest.fixture
def graph(client, tokke) -> Graph:
    return read(client)


def read(client) -> Graph:
    return Graph().parse(data=client.get("/data/katalog.ttl").content, format="turtle")


# rdflib warns of its own use of it.
@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
def test_turtle_and_json_say_the_same(client, graph):
    json_ld = Graph().parse(data=client.get("/data/katalog.jsonld").content, format="json-ld")
    assert isomorphic(graph, json_ld)
    assert len(graph) > 100


@pytest.mark.parametrize("kind", MANDATORY)
def test_everything_has_what_it_must_have(graph, kind):
    things = list(graph.subjects(RDF.type, kind))
    missing = [
        (thing, name)
        for thing in things
        for name in MANDATORY[kind]
        if not graph.value(thing, name)
    ]
    assert (len(things) > 0, missing) == (True, [])


@pytest.mark.parametrize("name", AT_MOST_ONE)
def test_nothing_says_twice_what_may_be_said_once(graph, name):
    subjects = list(graph.subjects(name))
    assert len(subjects) == len(set(subjects))


@pytest.mark.parametrize("name", [DCTERMS.title, DCTERMS.description, DCAT.keyword])
def test_texts_are_in_both_forms(graph, name):
    languages = {
        thing: {text.language for text in graph.objects(thing, name)}
        for thing in graph.subjects(name)
    }
    assert {frozenset(found) for found in languages.values()} == {frozenset({"nn", "nb"})}


def test_parts_are_linked(graph):
    [catalogue] = graph.subjects(RDF.type, DCAT.Catalog)
    [dataset] = graph.subjects(RDF.type, DCAT.Dataset)
    [service] = graph.subjects(RDF.type, DCAT.DataService)
    assert set(graph.objects(catalogue, DCAT.dataset)) == {dataset}
    assert set(graph.objects(catalogue, DCAT.service)) == {service}
    assert set(graph.objects(service, DCAT.servesDataset)) == {dataset}
    assert set(graph.objects(dataset, DCAT.distribution)) == set(
        graph.subjects(RDF.type, DCAT.Distribution)
    )
    assert set(graph.objects(None, DCAT.accessService)) == {service}
    assert set(graph.objects(None, DCTERMS.publisher)) == set(graph.subjects(RDF.type, FOAF.Agent))


def test_vocabularies_are_those_of_the_union(graph):
    assert set(graph.objects(None, DCTERMS.language)) == {EU["language/NNO"], EU["language/NOB"]}
    assert set(graph.objects(None, DCTERMS.license)) == {EU["licence/CC_BY_4_0"]}
    assert set(graph.objects(None, DCTERMS.spatial)) == {EU["country/NOR"]}
    assert set(graph.objects(None, DCTERMS.accessRights)) == {EU["access-right/PUBLIC"]}


def test_every_file_is_where_it_is_said_to_be_and_what_it_is_said_to_be(client, graph):
    iana = "https://www.iana.org/assignments/media-types/"
    files = list(graph.subject_objects(DCAT.downloadURL))
    assert len(files) == 10
    for file, address in files:
        response = client.get(address.removeprefix("http://testserver"))
        response.getvalue()
        media_type = graph.value(file, DCAT.mediaType).removeprefix(iana)
        assert (response.status_code, response["Content-Type"].partition(";")[0]) == (
            200,
            media_type,
        )
        form = {"nn": "NNO", "nb": "NOB"}[response["Content-Language"]]
        assert graph.value(file, DCTERMS.language) == EU[f"language/{form}"]


@pytest.mark.parametrize(
    "name", [DCAT.endpointURL, DCAT.endpointDescription, DCAT.landingPage, FOAF.homepage]
)
def test_every_page_is_where_it_is_said_to_be(client, graph, name):
    addresses = {address.removeprefix("http://testserver") for address in graph.objects(None, name)}
    assert {client.get(address, follow=True).status_code for address in addresses} == {200}


def test_modified_is_the_time_of_the_version(client, graph):
    changed_at = time_of(CatalogueVersion.current())
    values = set(graph.objects(None, DCTERMS.modified))
    assert {(value.datatype, value.toPython()) for value in values} == {(XSD.dateTime, changed_at)}


def test_empty_catalogue_has_no_time(client, reference_data):
    CatalogueVersion.objects.update(number=0)
    assert list(read(client).objects(None, DCTERMS.modified)) == []


def test_publisher_is_who_the_settings_say(client, tokke, settings):
    settings.PUBLISHER_NAME = 'Etaten "<&'
    settings.PUBLISHER_URI = "https://etaten.example/"
    settings.PUBLISHER_EMAIL = "post@etaten.example"
    graph = read(client)
    publisher = URIRef("https://etaten.example/")
    assert set(graph.objects(None, DCTERMS.publisher)) == {publisher}
    assert str(graph.value(publisher, FOAF.name)) == 'Etaten "<&'
    assert set(graph.objects(None, VCARD.hasEmail)) == {URIRef("mailto:post@etaten.example")}


@pytest.mark.parametrize(
    ("path", "media_type"),
    [
        ("/data/katalog.ttl", "text/turtle; charset=utf-8"),
        ("/data/katalog.jsonld", "application/ld+json"),
    ],
)
def test_headers(client, tokke, django_assert_num_queries, path, media_type):
    first = client.get(path, headers={"Accept-Language": "nb"})
    assert (first["Content-Type"], first["Access-Control-Allow-Origin"]) == (media_type, "*")
    assert first.content == client.get(path, headers={"Accept-Language": "nn"}).content
    with django_assert_num_queries(1):
        assert client.get(path, headers={"If-None-Match": first["ETag"]}).status_code == 304
    make_initiative()
    assert client.get(path, headers={"If-None-Match": first["ETag"]}).status_code == 200
