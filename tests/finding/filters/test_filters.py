"""What each parameter of the address means, and what it says about values that it cannot use."""

from urllib.parse import urlencode

import pytest
from django.http import QueryDict
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from initiatives.finding.address import PARAMETERS
from initiatives.finding.filters import InitiativeFilter
from initiatives.finding.filters.orders import sort_orders
from initiatives.finding.snapshot import current_snapshot
from initiatives.models import Initiative, Municipality
from tests.factories import ProjectFactory, make_initiative

pytestmark = pytest.mark.django_db


def ask(query):
    return InitiativeFilter(QueryDict(query), current_snapshot())


def slugs(query):
    by_key = Initiative.objects.in_bulk()
    return [by_key[key].slug for key in ask(query).page(0, 20)]


@pytest.fixture
def three(db):
    """Three entries that differ in everything that can be filtered on."""
    first = make_initiative(
        slug="a",
        title_nn="Ål",
        activities=["vertskapsordning", "brev"],
        target_groups=["ungdom"],
        selling_points=["livskvalitet"],
        subject_areas=["tilflytting"],
        municipalities=["4034"],
        organisation="own-position",
        scope="village",
        assessment="measured",
    )
    ProjectFactory(initiative=first, start_year=2012, end_year=2014)
    second = make_initiative(
        slug="b",
        title_nn="Ære",
        activities=["brev"],
        target_groups=["kvinner"],
        municipalities=["4036", "4601"],
        organisation="volunteers",
    )
    ProjectFactory(initiative=second, start_year=2020, is_open_ended=True)
    make_initiative(
        slug="c", title_nn="", title_nb="Zoo", original_form="nb", counties=["40"], scope="county"
    )


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", {"a", "b", "c"}),
        ("aktivitet=vertskapsordning", {"a"}),
        ("aktivitet=brev", {"a", "b"}),
        ("aktivitet=vertskapsordning&aktivitet=brosjyrar", {"a"}),
        ("aktivitet=brosjyrar", set()),
        ("aktivitet=brev&malgruppe=kvinner", {"b"}),
        ("aktivitet=vertskapsordning&malgruppe=kvinner", set()),
        ("argument=livskvalitet", {"a"}),
        ("fagomrade=tilflytting", {"a"}),
        ("kommune=4034", {"a"}),
        ("kommune=4034&kommune=4601", {"a", "b"}),
        ("fylke=40", {"a", "b", "c"}),
        ("fylke=46", {"b"}),
        ("fylke=40&kommune=4601", {"b"}),
        ("region=vest-telemark", {"a", "b"}),
        ("region=hallingdal", set()),
        ("organisering=own-position&organisering=unknown", {"a", "c"}),
        ("omfang=village", {"a"}),
        ("omfang=village&omfang=county", {"a", "c"}),
        ("vurdering=not-assessed", {"b", "c"}),
        ("fase=finished", {"a"}),
        ("fase=ongoing", {"b"}),
        ("fase=unknown", {"c"}),
        ("sprak=nb", {"c"}),
        ("fra=2014", {"a", "b"}),
        ("til=2013", {"a"}),
        ("fra=2015&til=2019", set()),
        ("q=zoo", {"c"}),
        ("q=vertskap&fylke=40", {"a"}),
    ],
)
def test_filter_finds(three, query, found):
    assert set(slugs(query)) == found


def test_filter_finds_by_kind_of_partner(tokke):
    assert [slugs(f"samarbeid={kind}") for kind in ("regionrad", "husbanken")] == [[tokke.slug], []]


def test_unpublished_are_never_found(three):
    Initiative.objects.filter(slug="a").update(status="archived")
    assert set(slugs("")) == {"b", "c"}


@pytest.mark.parametrize(
    ("query", "order"),
    [
        ("", ["c", "b", "a"]),
        ("sorter=title", ["c", "b", "a"]),
        ("sorter=start", ["b", "a", "c"]),
        ("sorter=changed", ["a", "b", "c"]),
    ],
)
def test_order(three, query, order):
    Initiative.objects.filter(slug="c").update(changed_at="2001-01-01T00:00:00Z")
    Initiative.objects.filter(slug="b").update(changed_at="2002-01-01T00:00:00Z")
    assert slugs(query) == order


@pytest.mark.parametrize(
    ("query", "notices"),
    [
        ("aktivitet=tull", ["Aktivitet: verdien «tull»"]),
        ("aktivitet=tull&aktivitet=tøys&aktivitet=brev", ["Aktivitet: verdiane «tull», «tøys»"]),
        ("fra=abc", ["Frå år: «abc»"]),
        ("til=1", ["Til år: «1»"]),
        ("fra=2015&til=2012", ["2015"]),
        ("sorter=x", ["Rekkjefølgje: «x»"]),
        ("kommune=9999", ["Kommune: verdien «9999»"]),
        ("kommune=Tokke&kommune=Tokkedal", ["Kommune: verdien «Tokkedal»"]),
        ("fylke=Telemark", ["Fylke: verdien «Telemark»"]),
        ("omfang=grend", ["Omfang: verdien «grend»"]),
        ("q=%00", ["Søket"]),
        ("q=" + "a" * 10_000, ["200"]),
        ("q=!!!", ["«!!!»"]),
        ("q=a+b+c+d+e+f+g", ["6"]),
        ("q=La%CC%8Ardal", []),
        ("utm_source=x", []),
        ("aktivitet=brev&q=bu", []),
    ],
)
def test_notices(reference_data, query, notices):
    told = ask(query).notices
    assert [part in notice for part, notice in zip(notices, told, strict=True)] == [True] * len(
        notices
    )


def test_known_values_are_used_beside_unknown_ones(three):
    assert set(slugs("aktivitet=tull&aktivitet=vertskapsordning&fra=abc")) == {"a"}


def test_notice_of_a_long_value_is_short(reference_data):
    assert len(ask("fylke=" + "x" * 10_000).notices[0]) < 150


def test_notice_of_many_values_names_five(reference_data):
    assert ask("&".join(f"fylke=x{n}" for n in range(50))).notices[0].count("«") == 5


def test_address_is_canonical_and_holds_what_is_used(reference_data):
    query = (
        "side=4&til=abc&sorter=relevance&fylke=99&fylke=40"
        "&malgruppe=x&aktivitet=brev&q=+bu++her&x=1"
    )
    assert ask(query).address.query == "?q=bu+her&aktivitet=brev&fylke=40"


@pytest.mark.parametrize(
    ("asked", "canonical"),
    [
        ("fylke=40&aktivitet=brev", "?aktivitet=brev&fylke=40"),  # one order of parameters
        (
            "vurdering=measured&omfang=village&malgruppe=ungdom&argument=livskvalitet&organisering=other",
            "?argument=livskvalitet&malgruppe=ungdom&organisering=other&omfang=village"
            "&vurdering=measured",
        ),
        (
            "aktivitet=brev&aktivitet=annonsering&aktivitet=brev",
            "?aktivitet=annonsering&aktivitet=brev",
        ),
        ("utm_source=x&fylke=40&q=&fra=", "?fylke=40"),  # what says nothing
        ("q=+bu++her+", "?q=bu+her"),
        ("q=La%CC%8Ardal", "?q=L%C3%A5rdal"),
        ("q=a&q=b", "?q=b"),  # the last of what can stand once
        ("sorter=published&side=1", ""),  # what is so anyway
        ("q=bu&sorter=relevance", "?q=bu"),
        ("q=bu&sorter=published", "?q=bu&sorter=published"),
        ("sorter=relevance", ""),
        ("side=07&fra=+2012", "?fra=2012&side=7"),
        ("kommune=0833&fylke=40", "?fylke=40&kommune=4034"),  # a former number
        ("kommune=1507", "?kommune=1507"),  # split: the reader chooses
        # What the reader must be told about stays.
        ("kommune=+tOKKe&kommune=1507", "?kommune=1507&kommune=4034"),  # a name
        ("kommune=0833&kommune=1507&aktivitet=tull", "?aktivitet=tull&kommune=1507&kommune=4034"),
        ("fra=abc&sorter=x&side=y", "?fra=abc&sorter=x&side=y"),
        ("fra=2015&til=2012", "?fra=2015&til=2012"),
        ("q=%00", "?q=%00"),
    ],
)
def test_canonical_address(reference_data, asked, canonical):
    assert ask(asked).canonical.query == canonical


@given(
    pairs=st.lists(st.tuples(st.sampled_from([*PARAMETERS, "x"]), st.text(max_size=30)), max_size=8)
)
@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None
)
def test_canonical_address_is_its_own(reference_data, pairs):
    canonical = ask(urlencode(pairs, errors="replace")).canonical.query
    assert ask(canonical[1:]).canonical.query == canonical


def test_split_gives_a_choice(reference_data):
    ((number, places),) = ask("kommune=1507&fylke=15").split
    assert (number, [(name, address.query) for name, address in places]) == (
        "1507",
        [("Ålesund", "?fylke=15&kommune=1508"), ("Haram", "?fylke=15&kommune=1580")],
    )
    assert ask("kommune=1507").notices == []


def test_form_that_leaves_the_order_alone_gets_the_usual_one(reference_data):
    assert list(sort_orders(ask("").usual_sort)) == ["", "changed", "title", "start"]
    assert list(sort_orders(ask("q=bu").usual_sort)) == [
        "",
        "published",
        "changed",
        "title",
        "start",
    ]


def test_number_of_values_is_bounded_and_told(reference_data):
    numbers = list(Municipality.objects.values_list("number", flat=True)[:100])
    asked = ask("&".join(f"kommune={number}" for number in numbers))
    assert (len(asked.usable["kommune"]), len(asked.notices)) == (40, 1)
    assert "40" in asked.notices[0]
