"""An entry as a sheet, and read again: the same entry, whatever its texts look like."""

from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.utils import translation
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from initiatives.desk.sheets.headings import OWN_HEADINGS
from initiatives.desk.sheets.placing import place
from initiatives.desk.sheets.reading import read
from initiatives.desk.sheets.reference import Reference
from initiatives.desk.sheets.saving import headings_that_differ
from initiatives.desk.sheets.writing import write
from initiatives.models import (
    Initiative,
    MunicipalityLink,
    PartnerLink,
    Project,
)
from initiatives.pages.entry import HEADINGS, TERM_LISTS
from tests.factories import TOKKE, InitiativeFactory, PartnerFactory, make_initiative

TOKKE_TEXT = (Path(__file__).parents[2] / "data" / "tokke.txt").read_text(encoding="utf-8")


def entry_said(initiative, placed):
    """The same facts of an entry and of a sheet, to be compared."""
    form = initiative.original_form
    texts = ("title", "lead", "body", "main_goal", "closing_note")
    linked = {
        kind.plural: [link.term.slug for link in getattr(initiative, kind.links).all()]
        for kind in TERM_LISTS
    }
    sheet = placed.sheet
    read_lists = {s: [t.term for t in terms] for s, terms in placed.terms.items()}
    read_lists |= {
        "subject_areas": [t.term for t in placed.subject_areas],
        "partners": [p.partner for p in placed.partners],
    }
    ours = {
        "form": form,
        "source_url": initiative.source_url,
        "texts": [getattr(initiative, f"{name}_{form}") for name in texts],
        "lists": linked,
        "municipalities": [link.term.number for link in initiative.municipalitylinks.all()],
        "counties": [link.term.number for link in initiative.countylinks.all()],
        "projects": [
            (getattr(p, f"name_{form}"), p.start_year, p.end_year, p.is_open_ended)
            for p in initiative.projects.all()
        ],
    }
    theirs = {
        "form": placed.form,
        "source_url": placed.source_url,
        "texts": [placed.title, placed.lead, sheet.body, sheet.main_goal, sheet.closing_note],
        "lists": read_lists,
        "municipalities": list(placed.municipalities),
        "counties": list(placed.counties),
        "projects": [(p.name, p.start_year, p.end_year, p.is_open_ended) for p in placed.projects],
    }
    return ours, theirs


def written_and_read(initiative):
    reference = Reference.load()
    fresh = Initiative.objects.with_entry_content().get(pk=initiative.pk)
    placed = place(read(write(fresh, reference)), reference)
    return entry_said(fresh, placed), placed


def test_tokke_is_written_to_the_letter(tokke):
    fresh = Initiative.objects.with_entry_content().get(pk=tokke.pk)
    assert write(fresh, Reference.load()) == TOKKE_TEXT


def test_tokke_is_read_as_the_same_entry(tokke):
    (ours, theirs), placed = written_and_read(tokke)
    assert theirs == ours
    assert headings_that_differ(placed) == tokke.published_headings


def test_command_writes_nothing_but_the_sheet(tokke, capsys):
    call_command("export_sheet", TOKKE)
    assert capsys.readouterr().out == TOKKE_TEXT


def test_command_refuses_an_unknown_address_word(db):
    with pytest.raises(CommandError):
        call_command("export_sheet", "finst-ikkje")


@pytest.mark.parametrize("form", ["nn", "nb"])
def test_own_headings_are_those_of_the_pages(form):
    with translation.override(form):
        assert {str(s): h for s, h in OWN_HEADINGS[form].items()} == {
            name: str(h) for name, h in HEADINGS.items()
        }


paragraphs = st.sampled_from(
    [
        "Ein vanleg tekst om tilflytting.",
        "Aktivitetar",
        "Fagområde: Tilflytting",
        "- punkt\n- punkt til",
        "* stjerne\n  - under",
        "1. ein\n2. to",
        "## Mellomtittel",
        "– sa ho.",
        "linje\nny linje",
        "\\bakstrek",
        "Tiltaket er ikkje vurdert av Distriktssenteret.",
        "https://example.no/x",
        "Periode: 2010–2012",
        "Kommune: Oslo",
        "Prosjektet varte 2010–2012 i Tokke kommune.",
    ]
) | st.text(
    st.characters(exclude_categories=["C", "Z"], include_characters=" "), min_size=1, max_size=40
).map(str.strip)
prose = st.lists(paragraphs, max_size=4).map("\n\n".join).map(str.strip)
line = (
    st.text(st.characters(exclude_categories=["C", "Z"], include_characters=" "), max_size=40).map(
        str.strip
    )
    | paragraphs
)
titles = line.map(lambda text: text.replace("\n", " "))
years = st.sampled_from(
    [
        (None, None, False),
        (2010, 2012, False),
        (2010, None, True),
        (None, 2014, False),
        (2009, None, False),
        (None, None, True),
    ]
)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    form=st.sampled_from(["nn", "nb"]),
    texts=st.tuples(titles, prose, prose, prose, prose),
    source_url=st.sampled_from(["", "https://example.no/tiltak/"]),
    activities=st.lists(st.sampled_from(["brev", "annonsering", "bustad"]), unique=True),
    groups=st.lists(st.sampled_from(["alle", "ungdom", "kvinner"]), unique=True),
    wording=st.sampled_from(
        ["", "Ungdom og kvinner", "Heilt anna ord.", " • punkt", "Aktivitetar"]
    ),
    areas=st.lists(st.sampled_from(["tilflytting", "omdomme"]), unique=True),
    municipalities=st.lists(st.sampled_from(["4034", "1515", "3430", "0301"]), unique=True),
    projects=st.lists(years, max_size=2),
)
def test_any_entry_is_read_as_the_same_entry(
    db, form, texts, source_url, activities, groups, wording, areas, municipalities, projects
):
    Initiative.objects.all().delete()
    names = ("title", "lead", "body", "main_goal", "closing_note")
    fields = {f"{name}_{form}": text for name, text in zip(names, texts, strict=True)}
    fields |= {"title_nn": fields.get("title_nn", ""), "slug": "prove", "status": "draft"}
    initiative = make_initiative(
        **fields,
        original_form=form,
        source_url=source_url,
        activities=activities,
        target_groups=groups,
        subject_areas=areas,
        municipalities=municipalities,
    )
    initiative.targetgrouplinks.filter(position=1).update(wording=wording)
    for position, (start, end, is_open) in enumerate(projects, start=1):
        Project.objects.create(
            initiative=initiative,
            position=position,
            start_year=start,
            end_year=end,
            is_open_ended=is_open,
            **{f"name_{form}": f"Del {position} (prøve)"},
        )
    (ours, theirs), _placed = written_and_read(initiative)
    assert theirs == ours


def test_entry_whose_only_words_are_labels_is_read_in_its_form(db):
    initiative = InitiativeFactory(title_nn="", slug="prove", status="draft")
    Project.objects.create(initiative=initiative, position=1, name_nn="Del 1 (prøve)")
    (ours, theirs), _placed = written_and_read(initiative)
    assert theirs == ours


def test_partner_of_any_name_is_read_as_the_same(reference_data):
    initiative = InitiativeFactory()
    for position, name in enumerate(
        ["NAV og Husbanken", "Eldsjelene i Dalen.", "• Punkt", "Næringslivet, avd. Dalen"], start=1
    ):
        PartnerLink.objects.create(
            initiative=initiative, term=PartnerFactory(name_nn=name), position=position
        )
    MunicipalityLink.objects.filter(initiative=initiative).delete()
    (ours, theirs), _placed = written_and_read(initiative)
    assert theirs == ours


def test_form_that_the_words_of_a_label_hide_is_said(reference_data):
    initiative = make_initiative(title_nn="Hadsel", lead_nn="Hadsel.")
    Project.objects.create(initiative=initiative, position=1, name_nn="Ikke noe annet enn et lag")
    (ours, theirs), _placed = written_and_read(initiative)
    assert (theirs, ours["form"]) == (ours, "nn")
