"""Random catalogues, edits and questions: the snapshot answers as the plain ORM does, on both
databases.
"""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import transaction
from django.http import QueryDict
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from initiatives.finding.address import Address
from initiatives.finding.filters import InitiativeFilter
from initiatives.finding.snapshot import Snapshot, loading
from initiatives.models import (
    Activity,
    ActivityLink,
    County,
    Initiative,
    Municipality,
    Partner,
    PartnerKind,
    Project,
    Region,
)
from initiatives.models.kinds import LINKED
from tests import oracle
from tests.factories import InitiativeFactory, PartnerFactory

pytestmark = pytest.mark.django_db

# A few of each, so that random choices meet.
NUMBERS = ["4034", "4036", "4601", "0301", "1508"]
COUNTIES = ["40", "46", "03", "15"]
PARTNER_KINDS = ["regionrad", "anna", "naeringsliv"]
SLUGS = ["brev", "annonsering", "brosjyrar", "vertskapsordning"]
GROUPS = ["ungdom", "kvinner", "alle"]
YEARS = st.none() | st.integers(2024, 2028)
STATUSES = st.sampled_from(["published", "published", "draft", "archived"])
TITLES = st.sampled_from(["Åtte", "Ære", "Bu her", "bu der", "Zoo", "Øy"])
TIMES = st.integers(1, 5).map(lambda day: datetime(2024, 1, day, tzinfo=UTC))
PROJECTS = st.lists(st.tuples(YEARS, YEARS, st.booleans()), max_size=2)


@st.composite
def entries(draw: Any) -> dict[str, Any]:
    """What one entry is made of."""
    return {
        "status": draw(STATUSES),
        "title": draw(TITLES),
        "times": (draw(TIMES), draw(TIMES)),
        "organisation": draw(st.sampled_from(["unknown", "volunteers"])),
        "scope": draw(st.sampled_from(["municipality", "village"])),
        "activities": draw(st.sets(st.sampled_from(SLUGS), max_size=2)),
        "target_groups": draw(st.sets(st.sampled_from(GROUPS), max_size=2)),
        "partners": draw(st.sets(st.sampled_from(["p1", "p2", "p3"]), max_size=2)),
        "municipalities": draw(st.sets(st.sampled_from(NUMBERS), max_size=2)),
        "counties": draw(st.sets(st.sampled_from(COUNTIES), max_size=1)),
        "projects": draw(PROJECTS),
    }


def store(wanted: dict[str, Any], number: int) -> None:
    entry = InitiativeFactory(
        slug=f"e{number}",
        title_nn=wanted["title"],
        status=wanted["status"],
        **{name: wanted[name] for name in oracle.FIELDS.values() if name in wanted},
        first_published_at=wanted["times"][0],
        changed_at=wanted["times"][1],
    )
    for kind in LINKED:
        for position, value in enumerate(sorted(wanted.get(kind.plural, ()))):
            term = kind.model.objects.get(**{kind.key: value})
            kind.link.objects.create(initiative=entry, position=position, term=term)
    for position, (start, end, is_open_ended) in enumerate(wanted["projects"]):
        first, last = (start, end) if not (start and end and start > end) else (end, start)
        Project.objects.create(
            initiative=entry,
            position=position,
            name_nn="P",
            start_year=first,
            end_year=None if is_open_ended else last,
            is_open_ended=is_open_ended,
        )


def of(number: int) -> Any:
    return Initiative.objects.filter(slug=f"e{number}")


def merge_terms(number: int) -> None:
    """The links of one term go to another, but for entries that have both."""
    old, new = Activity.objects.get(slug="brev"), Activity.objects.get(slug="annonsering")
    have = ActivityLink.objects.filter(term=new).values_list("initiative", flat=True)
    ActivityLink.objects.filter(term=old, initiative__in=list(have)).delete()
    ActivityLink.objects.filter(term=old).update(term=new)


def retitle(number: int) -> None:
    for entry in of(number):
        entry.title_nn, entry.title_nb = "Aa ny", "Ny"
        entry.save()


EDITS: dict[str, Callable[[int], Any]] = {
    "publish": lambda n: of(n).update(status="published"),
    "archive": lambda n: of(n).update(status="archived"),
    "delete": lambda n: of(n).delete(),
    "delete all links": lambda n: ActivityLink.objects.filter(initiative__slug=f"e{n}").delete(),
    "reorganise in bulk": lambda n: Initiative.objects.update(organisation="volunteers"),
    "change the reach": lambda n: of(n).update(scope="county"),
    "retitle": retitle,
    "change times": lambda n: of(n).update(changed_at=datetime(2025, 1, 1, tzinfo=UTC)),
    "end all projects": lambda n: Project.objects.filter(
        is_open_ended=False, start_year=None
    ).update(end_year=2019),
    "remove projects": lambda n: Project.objects.filter(initiative__slug=f"e{n}").delete(),
    "merge terms": merge_terms,
    "rename a term": lambda n: Activity.objects.filter(slug="brosjyrar").update(
        slug=f"brosjyrar-{n}"
    ),
    "move a municipality": lambda n: Municipality.objects.filter(number="4034").update(
        county=County.objects.get(number="46")
    ),
    "change a region": lambda n: Region.objects.get(slug="vest-telemark").municipalities.set(
        Municipality.objects.filter(number__in=["4601", "4034"])
    ),
    "change a partner's kind": lambda n: Partner.objects.filter(slug="p1").update(
        kind=PartnerKind.objects.get(slug="naeringsliv")
    ),
    "add an entry": lambda n: store(
        dict.fromkeys(
            ["activities", "target_groups", "partners", "municipalities", "counties", "projects"],
            (),
        )
        | {"status": "published", "title": "Ny", "organisation": "unknown", "scope": "county"}
        | {"times": (datetime(2024, 1, 3, tzinfo=UTC),) * 2, "activities": ["brev"]},
        Initiative.objects.count() + 100,
    ),
}

QUESTIONS = st.fixed_dictionaries(
    {},
    optional={
        "aktivitet": st.lists(st.sampled_from([*SLUGS, "brosjyrar-1"]), min_size=1, max_size=2),
        "malgruppe": st.lists(st.sampled_from(GROUPS), min_size=1, max_size=2),
        "samarbeid": st.lists(st.sampled_from(PARTNER_KINDS), min_size=1, max_size=2),
        "kommune": st.lists(st.sampled_from(NUMBERS), min_size=1, max_size=2),
        "fylke": st.lists(st.sampled_from(COUNTIES), min_size=1, max_size=2),
        "argument": st.just(["livskvalitet"]),
        "fagomrade": st.just(["tilflytting"]),
        "vurdering": st.just(["not-assessed"]),
        "sprak": st.lists(st.sampled_from(["nn", "nb"]), min_size=1, max_size=2),
        "region": st.just(["vest-telemark"]),
        "organisering": st.just(["volunteers"]),
        "omfang": st.lists(st.sampled_from(["village", "county"]), min_size=1, max_size=2),
        "fase": st.lists(
            st.sampled_from(["ongoing", "finished", "unknown"]), min_size=1, max_size=2
        ),
        "fra": st.integers(2023, 2029).map(lambda year: [str(year)]),
        "til": st.integers(2023, 2029).map(lambda year: [str(year)]),
        "sorter": st.sampled_from(["title", "changed", "start"]).map(lambda name: [name]),
    },
)


def check(snapshot: Snapshot, question: dict[str, list[str]]) -> None:
    """Hits, their order and all counts are the oracle's."""
    query = Address.of((name, value) for name, values in question.items() for value in values).query
    asked = InitiativeFilter(QueryDict(query[1:]), snapshot)
    expected = oracle.ordered(oracle.narrow(asked.usable), asked.sort).values_list("pk", flat=True)
    assert asked.page(0, 1000) == list(expected), query
    for name, facet in asked.facets().items():
        counts = facet.counts(asked.narrow(without=name))
        assert {value: n for value, n in counts.items() if n} == oracle.counts(
            name, asked.usable
        ), name


@pytest.fixture
def partners(reference_data) -> None:
    for name, kind in zip(["p1", "p2", "p3"], PARTNER_KINDS, strict=True):
        PartnerFactory(slug=name, kind=PartnerKind.objects.get(slug=kind))


FULL = {
    "status": "published",
    "title": "Øy",
    "times": (datetime(2024, 1, 2, tzinfo=UTC), datetime(2024, 1, 3, tzinfo=UTC)),
    "organisation": "unknown",
    "scope": "municipality",
    "activities": ["brev", "brosjyrar"],
    "target_groups": ["alle"],
    "partners": ["p1"],
    "municipalities": ["4034"],
    "counties": [],
    "projects": [(None, None, False), (2024, None, True)],
}


@pytest.mark.parametrize("edit", sorted(EDITS))
def test_snapshot_follows_every_kind_of_edit(partners, edit) -> None:
    """On a catalogue where each of them makes a difference."""
    store(FULL | {"status": "archived"}, 1) if edit == "publish" else store(FULL, 1)
    store(FULL | {"activities": ["annonsering"], "municipalities": ["4601"], "title": "Bu her"}, 2)
    before = loading.load()
    EDITS[edit](1)
    after = loading.update(before)
    assert after.version > before.version
    for question in ({}, {"sorter": ["title"]}, {"sorter": ["changed"]}, {"sorter": ["start"]}):
        check(after, question)


@given(
    catalogue=st.lists(entries(), min_size=1, max_size=6),
    edits=st.lists(st.tuples(st.sampled_from(sorted(EDITS)), st.integers(0, 7)), max_size=5),
    questions=st.lists(QUESTIONS, min_size=1, max_size=3),
)
@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=15, deadline=None
)
def test_snapshot_answers_as_the_oracle(partners, catalogue, edits, questions) -> None:
    with transaction.atomic():
        for number, wanted in enumerate(catalogue):
            store(wanted, number)
        snapshot = loading.load()
        check(snapshot, questions[0])
        for name, number in edits:
            EDITS[name](number)
            snapshot = loading.update(snapshot)
        for question in questions:
            check(snapshot, question)
        transaction.set_rollback(True)
