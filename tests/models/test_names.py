"""What rows are called, where their pages are, and the words that find them in a fixture."""

import pytest
from django.apps import apps
from django.contrib.auth.models import Group
from django.core.serializers import deserialize, serialize, sort_dependencies
from django.db.models import ForeignKey
from django.utils import translation

from initiatives.models import (
    AccessEvent,
    Activity,
    ActivityAlias,
    ActivityLink,
    CatalogueVersion,
    Change,
    CheckedAddress,
    ConfirmationRequest,
    Contact,
    County,
    CountyLink,
    Document,
    DraftWords,
    FormerActivitySlug,
    FormerMunicipality,
    FormerSlug,
    Funding,
    ImportFile,
    Initiative,
    Merger,
    Municipality,
    OpenForm,
    Partner,
    PartnerKind,
    PartnerLink,
    Project,
    Region,
    Result,
    RoleRule,
    SellingPoint,
    Sheet,
    SheetLine,
    SubjectArea,
    Succession,
    Synonyms,
    TargetGroup,
    Translation,
    TranslationDraft,
    Word,
    WordEntries,
    WorkflowStep,
)
from tests.factories import InitiativeFactory, PartnerFactory
from tests.models.rows import add_row, new_row

pytestmark = pytest.mark.usefixtures("reference_data")

MODELS = list(apps.get_app_config("initiatives").get_models())
KEYED = [model for model in MODELS if hasattr(model, "natural_key")]


# A row that is called by its own words.
@pytest.mark.parametrize(
    ("row", "name"),
    [
        (AccessEvent(kind="signed-in", subject_name="kari"), "Logga inn: kari"),
        (AccessEvent(kind="role-added"), "Rolle lagd til: –"),
        (Activity(label_nn="Brev", label_nb="Brev hjem"), "Brev"),
        (ActivityAlias(wording="Brevbunke"), "Brevbunke"),
        (CatalogueVersion(number=17), "17"),
        (Change(subject=3, version=17), "3 at 17"),
        (CheckedAddress(url="https://example.no/"), "https://example.no/"),
        (Contact(organisation="Tokke kommune"), "Tokke kommune"),
        (County(number="40", name="Telemark"), "Telemark"),
        (Document(title="Sluttrapport"), "Sluttrapport"),
        (DraftWords(initiative_id=3, words="hjem bolig"), "3: hjem bolig"),
        (FormerActivitySlug(slug="breva"), "breva"),
        (FormerMunicipality(number="0833", name="Gamle Tokke"), "0833 Gamle Tokke"),
        (FormerSlug(slug="flytt"), "flytt"),
        (Funding(programme="Bulyst", year=2012, amount_nok=500), "Bulyst 2012 500"),
        (Funding(amount_nok=500), "500"),
        (ImportFile(name="tiltak.xlsx"), "tiltak.xlsx"),
        (Merger(gone_label="Brev", stays_label="Post"), "Brev → Post"),
        (Municipality(number="4034", name="Tokke"), "Tokke"),
        (Partner(name_nb="Laget"), "Laget"),
        (Project(name_nn="Sommar", name_nb="Sommer"), "Sommar"),
        (Region(slug="vest-telemark", name="Vest-Telemark"), "Vest-Telemark"),
        (Result(description_nb="Flere flyttet."), "Flere flyttet."),
        (Sheet(name="tokke.txt"), "tokke.txt"),
        (Sheet(initiative=Initiative(title_nn="Heim")), "Heim"),
        (SheetLine(number=7, text="x" * 70), "7: " + "x" * 60),
        (Synonyms(words="jobb, arbeid"), "jobb, arbeid"),
        (Translation(initiative_id=3, form="nb", state="draft"), "3 nb: draft"),
        (
            TranslationDraft(initiative_id=3, form="nb", field="lead", position=2),
            "3 nb lead 2",
        ),
        (Word(text="bustad"), "bustad"),
        (WordEntries(word="bustad", zone="title"), "bustad in title"),
    ],
    ids=lambda value: type(value).__name__ if not isinstance(value, str) else "",
)
def test_row_is_called(row, name) -> None:
    assert str(row) == name


def test_rows_about_an_entry_are_called_after_it(django_user_model) -> None:
    entry = InitiativeFactory(title_nn="Heim")
    editor = django_user_model(username="kari")
    assert (
        str(ConfirmationRequest(initiative=entry)),
        str(OpenForm(initiative=entry, user=editor)),
        str(WorkflowStep(initiative=entry, step="publish")),
        str(Succession(predecessor=entry, successor=InitiativeFactory(title_nn="Meir"))),
    ) == ("Heim", "kari: Heim", "Heim: Publisert", "Heim → Meir")


def test_rule_is_called_as_its_role() -> None:
    assert str(RoleRule(group=Group(name="writer"))) == "Skribent"


def test_link_is_called_as_what_it_leads_to() -> None:
    county = County.objects.get(number="40")
    assert str(new_row(CountyLink, term=county)) == "Telemark"


@pytest.mark.parametrize("model", [Activity, SellingPoint, TargetGroup, SubjectArea, PartnerKind])
def test_term_is_called_in_the_form_of_the_reader(model) -> None:
    term = model(label_nn="Heim", label_nb="Hjem")
    with translation.override("nb"):
        assert (str(term), term.label.lang) == ("Hjem", "nb")


@pytest.mark.parametrize(
    ("row", "nynorsk", "bokmal"),
    [
        (Initiative(slug="heim"), "/nn/tiltak/heim/", "/nb/tiltak/heim/"),
        (Activity(slug="brev"), "/nn/aktivitet/brev/", "/nb/aktivitet/brev/"),
        (TargetGroup(slug="ungdom"), "/nn/malgruppe/ungdom/", "/nb/malgruppe/ungdom/"),
        (SellingPoint(slug="natur"), "/nn/argument/natur/", "/nb/argument/natur/"),
        (SubjectArea(slug="bustad"), "/nn/fagomrade/bustad/", "/nb/fagomrade/bustad/"),
        (PartnerKind(slug="anna"), "/nn/samarbeid/anna/", "/nb/samarbeid/anna/"),
        (County(number="40", name="Telemark"), "/nn/fylke/40-telemark/", "/nb/fylke/40-telemark/"),
        (
            Municipality(number="4034", name="Bø i Å"),
            "/nn/kommune/4034-bo-i-a/",
            "/nb/kommune/4034-bo-i-a/",
        ),
        (Region(slug="hallingdal"), "/nn/region/hallingdal/", "/nb/region/hallingdal/"),
    ],
    ids=lambda value: type(value).__name__ if not isinstance(value, str) else "",
)
def test_page_of_a_row_stands_in_the_form_of_the_reader(row, nynorsk, bokmal) -> None:
    assert row.get_absolute_url() == nynorsk
    with translation.override("nb"):
        assert row.get_absolute_url() == bokmal


@pytest.mark.parametrize("model", KEYED, ids=lambda model: model.__name__)
def test_row_is_found_by_its_natural_key(model) -> None:
    """Beside others that share a part of it."""
    row = add_row(model)
    assert model._default_manager.get_by_natural_key(*row.natural_key()) == row


@pytest.mark.parametrize(
    ("model", "key"),
    [
        (Activity, ("nytt",)),
        (ActivityAlias, ("Ein annan ordlyd",)),
        (County, ("99",)),
        (FormerSlug, ("gamalt",)),
        (Initiative, ("x",)),
        (Municipality, ("9999",)),
        (Partner, ("laget",)),
        (Region, ("nord",)),
        (Synonyms, ("jobb, arbeid",)),
    ],
)
def test_natural_key_of_a_row_that_stands_alone(model, key) -> None:
    assert add_row(model).natural_key() == key


def test_natural_keys_of_rows_that_belong_to_others() -> None:
    entry, other = InitiativeFactory(slug="a"), InitiativeFactory(slug="b")
    tokke = Municipality.objects.get(number="4034")
    rows = (
        new_row(ActivityLink, initiative=entry, position=3),
        new_row(Project, initiative=other, position=2),
        Succession(predecessor=entry, successor=other),
        FormerMunicipality(number="0999", successor=tokke),
    )
    assert [row.natural_key() for row in rows] == [
        ("a", 3),
        ("b", 2),
        ("a", "b"),
        ("0999", "4034"),
    ]


def test_entry_is_the_same_after_it_was_a_fixture() -> None:
    entry = InitiativeFactory(slug="heim")
    link = add_row(PartnerLink, initiative=entry, position=4, wording="Laga")
    keys = {"use_natural_primary_keys": True, "use_natural_foreign_keys": True}
    fixture = serialize("json", [entry, link.term, link], **keys)
    Initiative.objects.all().delete()
    Partner.objects.all().delete()
    for row in deserialize("json", fixture):
        row.save()
    again = PartnerLink.objects.get()
    assert (again.natural_key(), again.wording, again.term.natural_key()) == (
        ("heim", 4),
        "Laga",
        link.term.natural_key(),
    )


def test_rows_stand_behind_those_that_their_keys_name() -> None:
    """As `dumpdata` writes them: what is named by a key is loaded before."""
    ordered = sort_dependencies([(apps.get_app_config("initiatives"), KEYED[::-1])])
    places = {model: place for place, model in enumerate(ordered)}
    behind = [
        (model.__name__, field.name)
        for model in KEYED
        for field in model._meta.fields
        if isinstance(field, ForeignKey) and field.related_model in places
        if places[field.related_model] > places[model]
    ]
    assert behind == []


def test_partner_with_a_name_in_one_form_is_called_so_in_the_other() -> None:
    with translation.override("nb"):
        assert (str(PartnerFactory(name_nn="Laget")), PartnerFactory(name_nn="L").name.lang) == (
            "Laget",
            "nn",
        )
