"""What is laid aside, led on and put in order: the parts of an address that need the catalogue."""

import pytest
from django.http import QueryDict
from django.utils import translation

from initiatives.finding.filters import InitiativeFilter
from initiatives.finding.filters.several import FacetFilter
from initiatives.finding.snapshot import current_snapshot
from initiatives.models import Activity, Initiative
from tests.factories import ProjectFactory, make_initiative

pytestmark = pytest.mark.django_db


def ask(query: str) -> InitiativeFilter:
    return InitiativeFilter(QueryDict(query), current_snapshot())


def slugs(asked: InitiativeFilter, start: int = 0, length: int = 20) -> list[str]:
    by_key = Initiative.objects.in_bulk()
    return [by_key[key].slug for key in asked.page(start, length)]


# Laid aside to be compared


@pytest.fixture
def five(db) -> None:
    for slug in "edcba":
        make_initiative(slug=slug, title_nn=slug.upper())
    make_initiative(slug="utkast", status="draft")


@pytest.mark.parametrize(
    ("query", "tray", "notices"),
    [
        ("", {}, []),
        ("tiltak=b&tiltak=a", {"a": "A", "b": "B"}, []),
        ("tiltak=a&tiltak=a", {"a": "A"}, []),
        (
            "tiltak=a&tiltak=borte",
            {"a": "A"},
            ["Det finst ikkje noko publisert tiltak å samanlikne med adressa «borte»."],
        ),
        (
            "tiltak=utkast",
            {},
            ["Det finst ikkje noko publisert tiltak å samanlikne med adressa «utkast»."],
        ),
        (
            "tiltak=e&tiltak=d&tiltak=c&tiltak=b&tiltak=a",
            {"b": "B", "c": "C", "d": "D", "e": "E"},
            ["Høgst 4 tiltak kan samanliknast. Dei første 4 er tekne med."],
        ),
        (
            "tiltak=%C3%A6",
            {},
            ["Det finst ikkje noko publisert tiltak å samanlikne med adressa «æ»."],
        ),
    ],
)
def test_tray(five, query, tray, notices) -> None:
    asked = ask(query)
    assert (asked.tray, list(asked.tray), asked.notices) == (tray, list(tray), notices)


def test_tray_narrows_nothing(five) -> None:
    assert len(ask("tiltak=a").matching) == 5


def test_former_address_word_is_led_on_without_a_notice(five) -> None:
    Initiative.objects.get(slug="a").former_slugs.create(slug="gamal")
    asked = ask("tiltak=gamal&tiltak=b")
    assert (asked.moved, asked.notices, asked.canonical.query) == (
        {"gamal": "a"},
        [],
        "?tiltak=a&tiltak=b",
    )


def test_former_address_word_of_a_draft_leads_nowhere(five) -> None:
    Initiative.objects.get(slug="utkast").former_slugs.create(slug="gamal")
    assert (ask("tiltak=gamal").moved, len(ask("tiltak=gamal").notices)) == ({}, 1)


def test_more_than_can_be_compared_stand_as_they_were_asked_for(five) -> None:
    query = "?tiltak=e&tiltak=d&tiltak=c&tiltak=b&tiltak=a"
    assert ask(query[1:]).canonical.query == query
    assert ask("tiltak=d&tiltak=c&tiltak=b&tiltak=a").canonical.query == (
        "?tiltak=a&tiltak=b&tiltak=c&tiltak=d"
    )


@pytest.mark.parametrize(("query", "number"), [("", 0), ("tiltak=a", 1), ("tiltak=a&tiltak=x", 2)])
def test_tray_takes_a_query_and_another_for_what_is_unknown(
    five, django_assert_num_queries, query, number
) -> None:
    asked = ask(query)
    with django_assert_num_queries(number):
        assert (asked.tray, asked.moved, asked.tray) == (asked.tray, {}, asked.tray)


# Led on to what it is called today


@pytest.mark.parametrize(
    ("query", "led_on"),
    [
        ("", {"kommune": {}}),
        ("kommune=Tokke&kommune=0833", {"kommune": {"Tokke": "4034", "0833": "4034"}}),
        ("kommune=1507", {"kommune": {}}),
        ("aktivitet=breva&aktivitet=x", {"kommune": {}, "aktivitet": {"breva": "brev"}}),
        ("aktivitet=%C3%A6", {"kommune": {}, "aktivitet": {}}),
        ("aktivitet=%00", {"kommune": {}, "aktivitet": {}}),  # no database may be asked for it
        ("fylke=breva", {"kommune": {}}),
        ("malgruppe=breva", {"kommune": {}, "malgruppe": {}}),
    ],
)
def test_values_that_are_called_something_else_today(reference_data, query, led_on) -> None:
    Activity.objects.get(slug="brev").former_slugs.create(slug="breva")
    assert ask(query).led_on == led_on


def test_led_on_values_are_no_notices(reference_data) -> None:
    Activity.objects.get(slug="brev").former_slugs.create(slug="breva")
    asked = ask("aktivitet=breva&kommune=Tokke&kommune=1507&aktivitet=x")
    assert asked.notices == ["Aktivitet: verdien «x» finst ikkje og vart ikkje brukt."]
    assert asked.canonical.query == "?aktivitet=brev&aktivitet=x&kommune=1507&kommune=4034"


@pytest.mark.parametrize(
    ("page", "canonical"),
    [("0", "?side=0"), ("00", "?side=0"), ("01", ""), ("010", "?side=10"), ("-1", "?side=-1")],
)
def test_page_is_written_in_one_way(reference_data, page, canonical) -> None:
    assert ask(f"side={page}").canonical.query == canonical


# In order


@pytest.mark.parametrize(
    ("query", "sort", "usual"),
    [
        ("", "published", "published"),
        ("q=bu", "relevance", "relevance"),
        ("q=bu&sorter=title", "title", "relevance"),
        ("sorter=relevance", "published", "published"),
        ("sorter=changed", "changed", "published"),
        ("sorter=x", "published", "published"),
    ],
)
def test_order_that_is_used(reference_data, query, sort, usual) -> None:
    asked = ask(query)
    assert (asked.sort, asked.usual_sort) == (sort, usual)


@pytest.fixture
def found(db) -> None:
    """Two that say it in the title, one in the lead, two in the text; the newest is the last."""
    make_initiative(slug="t1", title_nn="Hestetur")
    make_initiative(slug="b1", body_nn="Vi hadde hestetur.")
    make_initiative(slug="l1", lead_nn="Vi hadde hestetur.")
    make_initiative(slug="t2", title_nn="Hestetur")
    make_initiative(slug="b2", body_nn="Vi hadde hestetur.")
    make_initiative(slug="x", title_nn="Sykkel")


@pytest.mark.parametrize(
    ("start", "length", "expected"),
    [
        (0, 20, ["t2", "t1", "l1", "b2", "b1"]),
        (0, 1, ["t2"]),
        (1, 2, ["t1", "l1"]),
        (2, 2, ["l1", "b2"]),
        (4, 5, ["b1"]),
        (5, 5, []),
        (0, 0, []),
    ],
)
def test_pages_go_over_what_is_found_by_weight_and_then_the_newest(
    found, start, length, expected
) -> None:
    assert slugs(ask("q=hestetur"), start, length) == expected


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("q=hestetur&sorter=published", ["b2", "t2", "l1", "b1", "t1"]),
        ("sorter=published", ["x", "b2", "t2", "l1", "b1", "t1"]),
    ],
)
def test_other_order_goes_over_all_alike(found, query, expected) -> None:
    assert slugs(ask(query)) == expected


def test_titles_stand_in_the_order_of_the_reader_form(db) -> None:
    make_initiative(slug="a", title_nn="Å", title_nb="A")
    make_initiative(slug="b", title_nn="B", title_nb="B")
    assert slugs(ask("sorter=title")) == ["b", "a"]
    with translation.override("nb"):
        assert slugs(ask("sorter=title")) == ["a", "b"]


# Narrowing


def test_each_filter_can_be_left_out_of_the_others(db) -> None:
    both = make_initiative(activities=["brev"], target_groups=["ungdom"])
    one = make_initiative(activities=["brev"], target_groups=["kvinner"])
    other = make_initiative(activities=["annonsering"], target_groups=["ungdom"])
    asked = ask("aktivitet=brev&malgruppe=ungdom")
    assert (
        set(asked.matching),
        set(asked.narrow("aktivitet")),
        set(asked.narrow("malgruppe")),
    ) == (
        {both.pk},
        {both.pk, other.pk},
        {both.pk, one.pk},
    )


def test_span_of_years_is_one_filter(db) -> None:
    entry = make_initiative()
    ProjectFactory(initiative=entry, start_year=2012, end_year=2014)
    outside = make_initiative()
    ProjectFactory(initiative=outside, start_year=2010, end_year=2011)
    asked = ask("fra=2012&til=2013")
    assert (set(asked.matching), set(asked.narrow("fra"))) == ({entry.pk}, {entry.pk, outside.pk})


@pytest.mark.parametrize(
    ("query", "years"),
    [
        ("", {"fra": "", "til": ""}),
        ("fra=2012&til=abc", {"fra": "2012", "til": "abc"}),
        ("fra=" + "x" * 61, {"fra": "x" * 60 + "…", "til": ""}),
    ],
)
def test_years_as_they_were_written(reference_data, query, years) -> None:
    assert ask(query).written_years == years


def test_facets_are_the_filters_with_options(reference_data) -> None:
    asked = ask("")
    assert set(asked.filters) - set(asked.facets()) == {"q", "fra", "til", "tiltak", "sorter"}
    assert {name for name, facet in asked.facets().items() if facet.is_long} == {"kommune"}


def test_form_is_made_once_for_each_written_form(reference_data) -> None:
    snapshot = current_snapshot()
    first, second = (InitiativeFilter(QueryDict(""), snapshot).get_form_class() for _ in range(2))
    with translation.override("nb"):
        third = InitiativeFilter(QueryDict(""), snapshot).get_form_class()
    assert first is second is not third


def test_options_are_called_in_the_form_of_the_reader(reference_data) -> None:
    assert ask("").facets()["vurdering"].options["measured"] == "Målt"
    assert ask("").facets()["sprak"].options == {"nn": "Nynorsk", "nb": "Bokmål"}
    with translation.override("nb"):
        assert ask("").facets()["organisering"].options["volunteers"] == "Frivillige"


@pytest.mark.parametrize("name", ["options", "by_value"])
def test_facet_says_itself_where_its_values_come_from(name) -> None:
    with pytest.raises(NotImplementedError):
        getattr(FacetFilter(), name)()


def test_nothing_chosen_narrows_nothing(reference_data) -> None:
    for facet in ask("").facets().values():
        assert facet.entries(()) is None
