"""Draws believable entries as unsaved rows, each by a random generator of its own.

The seventh entry of a seed is the same whether ten or ten thousand are made. The wording is in
`sentences`. A term is used by the same share of entries as among the known ones
(fixtures/source/vocabulary.csv).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any, NamedTuple, TypeVar

from django.db import models
from django.utils import timezone

from initiatives.examples import sentences, texts
from initiatives.examples.reference import DRAWN, Place, Reference, Register, Share, plain
from initiatives.examples.sentences import Paired, Texts, same
from initiatives.examples.texts import Subject, Words
from initiatives.language import BOKMAL, NYNORSK, make_slug, other_form
from initiatives.models import (
    Assessment,
    Basis,
    Contact,
    CountyLink,
    Document,
    DocumentKind,
    Funding,
    Initiative,
    Municipality,
    MunicipalityLink,
    Organisation,
    PartnerKind,
    PartnerLink,
    Project,
    Result,
    Scope,
    Status,
)

FIRST_YEAR = 1998
DAYS_BACK = 8 * 365  # when the oldest entry may have been published

SCOPE_WEIGHTS = {
    Scope.MUNICIPALITY: 70,
    Scope.VILLAGE: 14,
    Scope.INTER_MUNICIPAL: 13,
    Scope.COUNTY: 3,
}
ORGANISATION_WEIGHTS = {
    Organisation.EXISTING_STAFF: 38,
    Organisation.OWN_POSITION: 27,
    Organisation.VOLUNTEERS: 13,
    Organisation.OTHER: 8,
    Organisation.UNKNOWN: 14,
}
ASSESSMENT_WEIGHTS = {
    Assessment.NOT_ASSESSED: 72,
    Assessment.SELF_REPORTED: 18,
    Assessment.MEASURED: 6,
    Assessment.EVALUATED: 4,
}
BASES: dict[str, Basis] = {
    Assessment.NOT_ASSESSED: Basis.UNKNOWN,
    Assessment.SELF_REPORTED: Basis.SELF_REPORTED,
    Assessment.MEASURED: Basis.MEASURED,
    Assessment.EVALUATED: Basis.EVALUATED,
}
COMMON_DOCUMENT_KINDS = [
    DocumentKind.REPORT,
    DocumentKind.PLAN,
    DocumentKind.ARTICLE,
    DocumentKind.OTHER,
]
FIRST_YEAR_STILL_RUNNING = 2012
NYNORSK_SHARE_WHERE_NEUTRAL = 0.15
TRANSLATED_SHARE = 0.2

# Every entry has one of these, even where chance alone would give none.
REQUIRED_KINDS = {"subject_area", "activity", "target_group"}

Choice = TypeVar("Choice")


class History(NamedTuple):
    """An entry and the years it spans; the last is None while it runs."""

    first_year: int
    last_year: int | None
    initiative: Initiative


@dataclass(frozen=True)
class Draft:
    """An entry being drawn: its generator, place and words, and the unsaved rows so far."""

    rng: Random
    place: Place
    forms: tuple[str, ...]  # the original form first
    words: Words
    initiative: Initiative
    rows: list[models.Model] = field(default_factory=list)

    def add(self, model: Any, values: Iterable[dict[str, Any]]) -> None:
        """A row of the model for each set of values, in order."""
        for position, fields in enumerate(values, start=1):
            self.rows.append(model(initiative=self.initiative, position=position, **fields))

    def in_forms(self, name: str, text: Paired) -> dict[str, str]:
        """Values of the translated field `name`, in the forms that the entry is written in."""
        filled = texts.filled(text, self.words)
        return {f"{name}_{form}": getattr(filled, form) for form in self.forms}

    def original(self, text: Paired) -> str:
        """The text in the original form, for fields that are not translated."""
        return str(getattr(text, self.forms[0]))

    @property
    def projects(self) -> list[Project]:
        return [row for row in self.rows if isinstance(row, Project)]

    @property
    def years(self) -> list[int]:
        """The years that the projects tell, in order."""
        return sorted(year for p in self.projects for year in (p.start_year, p.end_year) if year)

    @property
    def history(self) -> History:
        """Its years, of which it must tell at least one."""
        is_running = any(project.is_open_ended for project in self.projects)
        return History(self.years[0], None if is_running else self.years[-1], self.initiative)


class Years(NamedTuple):
    """The years of a project; None is not known."""

    start_year: int | None
    end_year: int | None
    is_open_ended: bool


def weighted(rng: Random, weights: dict[Choice, float] | dict[Choice, int]) -> Choice:
    return rng.choices(list(weights), list(weights.values()))[0]


def draw_entry(rng: Random, reference: Reference, register: Register, today: date) -> Draft:
    """An entry with all its rows. The day decides dates and years only, which are drawn last."""
    place = draw_place(rng, reference)
    forms = draw_forms(rng, place, reference)
    terms = {
        kind: draw_terms(rng, reference.shares[kind], kind in REQUIRED_KINDS) for kind in DRAWN
    }
    subject = draw_subject(rng, terms, place)
    initiative = draw_initiative(rng, place, forms, subject, register)
    draft = Draft(rng, place, forms, subject.words, initiative)
    add_terms(draft, terms)
    draft.add(PartnerLink, partner_values(draft, terms["partner_kind"], reference, register))
    draft.add(Contact, contact_values(draft))
    draw_dates(draft, today)
    draft.add(Project, project_values(draft, subject))
    draft.add(Funding, funding_values(draft))
    draft.add(Result, result_values(draft))
    draft.add(Document, document_values(draft))
    return draft


def draw_place(rng: Random, reference: Reference) -> Place:
    """Where: one municipality for most, drawn by weight, a few of one county, or all of it."""
    scope = weighted(rng, SCOPE_WEIGHTS)
    home = rng.choices(reference.municipalities, reference.weights)[0]
    others = reference.neighbours[home.pk]
    villages = reference.villages[home.pk]
    village = rng.choice(villages) if villages else ""
    if scope == Scope.COUNTY and others:
        return Place(scope, home.county, ())
    if scope == Scope.INTER_MUNICIPAL and others:
        count = min(rng.choice([1, 1, 2, 2, 3, 4]), len(others))
        return Place(scope, home.county, (home, *rng.sample(others, count)))
    if scope == Scope.VILLAGE and village:
        return Place(scope, home.county, (home,), village)
    return Place(Scope.MUNICIPALITY, home.county, (home,), village if rng.random() < 0.1 else "")


def draw_forms(rng: Random, place: Place, reference: Reference) -> tuple[str, ...]:
    """The original form, the municipality's own where it has one, and perhaps the other."""
    home, *_ = place.municipalities or rng.choices(reference.in_county[place.county])
    original = home.written_form
    if original == Municipality.WrittenForm.NEUTRAL:
        original = NYNORSK if rng.random() < NYNORSK_SHARE_WHERE_NEUTRAL else BOKMAL
    return (original, other_form(original)) if rng.random() < TRANSLATED_SHARE else (original,)


def draw_terms(rng: Random, shares: list[Share], is_required: bool) -> list[Any]:
    """The terms that chance gives, each by its own share, in the table's order."""
    terms = [share.term for share in shares if rng.random() < share.probability]
    if is_required and not terms:
        return rng.choices(
            [share.term for share in shares], [share.probability for share in shares]
        )
    return terms


def draw_subject(rng: Random, terms: dict[str, list[Any]], place: Place) -> Subject:
    """What the text speaks of: the terms in an order of its own, so that none is always first."""
    slugs = {
        kind: [term.slug for term in rng.sample(chosen, len(chosen))]
        for kind, chosen in terms.items()
    }
    organisation = weighted(rng, ORGANISATION_WEIGHTS)
    return Subject(
        slugs["activity"], slugs["selling_point"], slugs["target_group"], organisation, place.words
    )


def draw_initiative(
    rng: Random, place: Place, forms: tuple[str, ...], subject: Subject, register: Register
) -> Initiative:
    """The entry itself, still without dates."""
    assessment = weighted(rng, ASSESSMENT_WEIGHTS)
    is_presented_unassessed = assessment == Assessment.NOT_ASSESSED and rng.random() < 0.6
    title = texts.write_title(rng, subject)
    slug = register.claim_slug(getattr(title, forms[0]))
    written = {
        "title": title,
        "lead": texts.write_lead(rng, subject),
        "body": texts.write_body(rng, subject),
        "main_goal": texts.write_main_goal(rng, subject) if rng.random() < 0.85 else same(""),
        "closing_note": texts.write_closing_note(rng, subject)
        if is_presented_unassessed
        else same(""),
    }
    fields = {
        f"{name}_{form}": getattr(text, form) for name, text in written.items() for form in forms
    }
    return Initiative(
        slug=slug,
        status=Status.PUBLISHED,
        is_example=True,
        original_form=forms[0],
        scope=place.scope,
        place_name=place.village,
        owner=place.owner,
        website=f"https://example.com/{slug}" if rng.random() < 0.45 else "",
        source_url=f"https://example.com/katalog/{slug}" if rng.random() < 0.2 else "",
        organisation=subject.organisation,
        assessment=assessment,
        is_presented_unassessed=is_presented_unassessed,
        **fields,
    )


def add_terms(draft: Draft, terms: dict[str, list[Any]]) -> None:
    """Links to the terms, some with a wording of their own, and to the places."""
    for name, kind in DRAWN.items():
        if kind.link:
            chosen = terms[name]
            draft.add(
                kind.link,
                ({"term": term, "wording": draw_wording(draft, term.slug)} for term in chosen),
            )
    draft.add(
        MunicipalityLink, ({"term": municipality} for municipality in draft.place.municipalities)
    )
    if not draft.place.municipalities:
        draft.add(CountyLink, [{"term": draft.place.county}])


def draw_wording(draft: Draft, slug: str) -> str:
    """The wording as published, where it differs from the term; empty for most."""
    if slug in sentences.WORDINGS and draft.rng.random() < 0.15:
        return draft.original(sentences.WORDINGS[slug])
    return ""


def partner_values(
    draft: Draft, kinds: list[PartnerKind], reference: Reference, register: Register
) -> Iterator[dict[str, Any]]:
    for kind in kinds:
        if name := draw_partner_name(draft, kind.slug, reference):
            yield {"term": register.partner(name, kind)}


def draw_partner_name(draft: Draft, kind: str, reference: Reference) -> Paired | None:
    """A body of the kind that fits the place; None where there is none."""
    place, rng = draft.place, draft.rng
    home = place.municipalities[0] if place.municipalities else reference.in_county[place.county][0]
    nearest = reference.neighbours[home.pk]
    neighbours = [other for other in nearest if other not in place.municipalities]
    # Oslo has no county council.
    if kind == "fylkeskommune" and not (place.municipalities and nearest):
        return None
    if kind == "kommune" and not neighbours:
        return None
    region = reference.regions.get(home.pk, "")
    words = {
        "county": same(place.county.name),
        "neighbour": same(plain(rng.choice(neighbours).name) if neighbours else ""),
        "region": same(region),
        "district": same(sentences.GOVERNED_DISTRICTS.get(place.county.number, place.county.name)),
    }
    return texts.filled(rng.choice(bodies_of(kind, region)), words)


def bodies_of(kind: str, region: str) -> Texts:
    """Names that a partner of the kind may have; where there is a region, its council's own."""
    if kind == "regionrad" and region:
        return (sentences.REGIONAL_COUNCIL,)
    return sentences.PARTNERS[kind]


def contact_values(draft: Draft) -> Iterator[dict[str, Any]]:
    if draft.rng.random() >= 0.6:
        return
    domain = f"{make_slug(draft.place.names[0])}.example.no"
    for role in draft.rng.sample(sentences.CONTACT_ROLES, draft.rng.choice([1, 1, 1, 2])):
        yield {
            **draft.in_forms("role", role),
            "organisation": draft.place.owner,
            "email": f"{draft.rng.choice(sentences.MAILBOXES)}@{domain}",
            "website": draft.initiative.website,
        }


def draw_dates(draft: Draft, today: date) -> None:
    """Published in the last years; half of them changed since then, some confirmed."""
    rng, initiative = draft.rng, draft.initiative
    published_days_ago = rng.randint(1, DAYS_BACK)
    changed_days_ago = rng.choice([published_days_ago, rng.randint(1, published_days_ago)])
    minutes = timedelta(minutes=rng.randrange(8 * 60, 16 * 60))
    midnight = datetime.combine(today, time(), tzinfo=timezone.get_default_timezone())
    initiative.first_published_at = midnight - timedelta(days=published_days_ago) + minutes
    initiative.changed_at = midnight - timedelta(days=changed_days_ago) + minutes
    if rng.random() < 0.4:
        initiative.confirmed_on = today - timedelta(days=rng.randint(0, published_days_ago))


def project_values(draft: Draft, subject: Subject) -> Iterator[dict[str, Any]]:
    """One to three projects in the order they began, none begun after the last change."""
    rng, latest = draft.rng, draft.initiative.changed_at.year
    names = [
        *sentences.PROJECT_NAMES,
        *(sentences.PROJECT_NAMES_BY_ACTIVITY[slug] for slug in subject.activities),
    ]
    start = int(rng.triangular(FIRST_YEAR, latest, max(FIRST_YEAR, latest - 8)))
    for name in rng.sample(names, rng.choices([1, 2, 3], [65, 26, 9])[0]):
        years = draw_years(rng, start, latest)
        yield {
            **draft.in_forms("name", name),
            **years._asdict(),
            **draft.in_forms("note", draw_project_note(rng, years)),
            "place_name": draft.place.village if rng.random() < 0.5 else "",
        }
        start = min(latest, start + rng.randint(1, 4))


def draw_years(rng: Random, start: int, latest: int) -> Years:
    """A span from `start` that ends at `latest` at the latest, told more or less completely."""
    end = min(start + rng.randint(1, 5), latest)
    spans = {
        Years(start, end, False): 58,
        Years(start, None, True): 20 if start >= FIRST_YEAR_STILL_RUNNING else 2,
        Years(start, None, False): 8,
        Years(None, end, False): 3,
        Years(None, None, False): 9,
        Years(None, None, True): 2,
    }
    return weighted(rng, spans)


def draw_project_note(rng: Random, years: Years) -> Paired:
    """A note on years that are not known, or sometimes on how it ended; empty for most."""
    if years == (None, None, False) and rng.random() < 0.5:
        return rng.choice(sentences.NOTES_ON_UNKNOWN_YEARS)
    if years.end_year and rng.random() < 0.2:
        return rng.choice(sentences.NOTES_ON_ENDED)
    return same("")


def funding_values(draft: Draft) -> Iterator[dict[str, Any]]:
    """Money from programmes of the first project's time; a year or an amount is not always told."""
    rng, years = draft.rng, draft.years
    if rng.random() >= 0.6:
        return
    given = [
        p for p in sentences.PROGRAMMES if not years or p.first_year <= years[0] <= p.last_year
    ]
    for programme in rng.sample(given, rng.choice([1, 1, 1, 2, 2, 3])):
        yield {
            "programme": draft.original(programme.name),
            "year": years[0] if years and rng.random() < 0.7 else None,
            "amount_nok": rng.randint(2, 80) * 25_000 if rng.random() < 0.65 else None,
            **draft.in_forms(
                "note", rng.choice(sentences.FUNDING_NOTES) if rng.random() < 0.3 else same("")
            ),
        }


def result_values(draft: Draft) -> Iterator[dict[str, Any]]:
    """Results known as the assessment says, the further ones perhaps by what people tell."""
    rng, assessment = draft.rng, draft.initiative.assessment
    if assessment == Assessment.NOT_ASSESSED and rng.random() >= 0.1:
        return
    basis = BASES[assessment]
    for outcome in rng.sample(sentences.OUTCOMES, rng.choice([1, 1, 2, 3])):
        has_value = basis in (Basis.MEASURED, Basis.EVALUATED) or rng.random() < 0.5
        yield {
            **draft.in_forms("description", outcome.description),
            **draft.in_forms("measure", outcome.measure if has_value else same("")),
            "value": outcome.pattern.format(rng.randint(outcome.low, outcome.high))
            if has_value
            else "",
            "year": draft.years[-1] if draft.years and rng.random() < 0.7 else None,
            "basis": basis,
            "source": draft.original(rng.choice(sentences.RESULT_SOURCES[basis]))
            if rng.random() < 0.7
            else "",
        }
        basis = rng.choice([basis, Basis.SELF_REPORTED])


def document_values(draft: Draft) -> Iterator[dict[str, Any]]:
    """The evaluation of what has been evaluated, and a text or two of some others."""
    rng, kinds = draft.rng, []
    if draft.initiative.assessment == Assessment.EVALUATED:
        kinds = [DocumentKind.EVALUATION]
    elif rng.random() < 0.27:
        kinds = rng.sample(COMMON_DOCUMENT_KINDS, rng.choice([1, 1, 2]))
    for kind in kinds:
        title, file_name = rng.choice(sentences.DOCUMENTS[kind])
        yield {
            "title": draft.original(title),
            "kind": kind,
            "url": f"https://example.com/{draft.initiative.slug}/{file_name}",
            "year": draft.years[-1] if draft.years and rng.random() < 0.8 else None,
        }
