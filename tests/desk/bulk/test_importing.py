"""Rows in and out: unchanged is no change, each mistake is told by row and column, and wordings
stay.
"""

import pytest
from django.contrib.auth import get_user_model
from django.db import transaction

from initiatives.desk.bulk.entries import EntryResource
from initiatives.desk.bulk.files import FileError, read_table
from initiatives.desk.bulk.importing import import_table
from initiatives.desk.bulk.resources import Rights
from initiatives.desk.bulk.terms import TERM_RESOURCES
from initiatives.desk.bulk.writing import TooLongError, write_csv, write_xlsx
from initiatives.desk.editing import history
from initiatives.desk.merging import merge
from initiatives.models import Activity, FormerSlug, Initiative, Partner
from tests.factories import PartnerFactory, make_initiative

pytestmark = pytest.mark.django_db

ALL = Rights(editor=None, may_add=True, may_change=lambda row: True, may_publish=True)
WRITER = Rights(editor=None, may_add=True, may_change=lambda row: True, may_publish=False)


def run(resource, text, rights=ALL, **options):
    content = text if isinstance(text, bytes) else text.encode()
    with transaction.atomic():
        return import_table(resource, read_table(content), rights, **options)


def save(text, rights=ALL, resource=EntryResource, **options):
    return run(resource, text, rights, is_dry=False, **options)


def kinds(report):
    return [row.kind for row in report.rows]


def mistakes(report):
    return [(row.number, mistake.heading) for row in report.rows for mistake in row.mistakes]


def files_of(resource):
    rows = resource()._meta.model._default_manager.all()
    with write_xlsx(resource(), rows) as file:
        return write_csv(resource(), rows).encode(), file.read()


def test_tokke_comes_back_without_a_change(tokke, reference_data):
    for content in files_of(EntryResource):
        assert kinds(run(EntryResource, content)) == ["same"]


@pytest.mark.parametrize("model", TERM_RESOURCES, ids=lambda model: model.__name__)
def test_terms_come_back_without_a_change(reference_data, model):
    PartnerFactory(name_nn="=Laget")
    for content in files_of(TERM_RESOURCES[model]):
        assert set(kinds(run(TERM_RESOURCES[model], content))) == {"same"}


HOSTILE = [
    "=HYPERLINK(1)",
    "+47 35 07 00 00",
    "-",
    "@alle",
    "'=x",
    "  rundt ",
    "\ttab",
    "linje\r\nlinje\rlinje",
    "_x000D_ og _x0041_",
    "a|b;c,d\"e'",
    "2012",
    "0301",
    "1.5",
    "TRUE",
    "2024-05-31",
    "\x0b\x1f",
    "ŋđ 𝕏 \u2028",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_comes_back_without_a_change(reference_data, text):
    make_initiative(
        title_nn=f"{text}"[:200], slug="x", lead_nn=text, body_nb=text, place_name=text, owner=text
    )
    for content in files_of(EntryResource):
        assert kinds(run(EntryResource, content)) == ["same"]


def test_lists_are_read_in_order_and_wordings_stay(reference_data):
    entry = make_initiative(slug="x", activities=["brev", "annonsering", "utstilling"])
    entry.activitylinks.filter(term__slug="annonsering").update(wording="Annonsar")
    report = save("slug;activities\nx;brosjyrar | annonsering, brev\n")
    assert kinds(report) == ["changed"]
    assert list(entry.activitylinks.values_list("position", "term__slug", "wording")) == [
        (1, "brosjyrar", ""),
        (2, "annonsering", "Annonsar"),
        (3, "brev", ""),
    ]


def test_numbers_of_municipalities_are_found_without_zeros_and_by_former_numbers(reference_data):
    entry = make_initiative(slug="x")
    save("slug;municipalities\nx;301 | 0833\n")
    assert [link.term.number for link in entry.municipalitylinks.all()] == ["0301", "4034"]


def test_headings_are_known_in_both_forms(reference_data):
    make_initiative(slug="x")
    for heading in ("Tittel [nn]", "TITTEL  [NN]", "title_nn"):
        assert kinds(run(EntryResource, f"slug;{heading}\nx;Ny\n")) == ["changed"]


def test_column_that_is_not_there_is_left_alone(reference_data):
    make_initiative(slug="x", lead_nn="Ingress", activities=["brev"])
    save("slug;title_nn\nx;Ny tittel\n")
    entry = Initiative.objects.get(slug="x")
    assert (entry.title_nn, entry.lead_nn, entry.activitylinks.count()) == (
        "Ny tittel",
        "Ingress",
        1,
    )


def test_dry_run_writes_nothing(reference_data):
    entry = make_initiative(slug="x", title_nn="Før", activities=["brev"])
    before = entry.changed_at
    report = run(
        EntryResource, "slug;title_nn;activities;original_form\nx;Etter;;nn\n;Ny;brev;nn\n"
    )
    entry.refresh_from_db()
    assert kinds(report) == ["changed", "new"]
    assert (entry.title_nn, entry.changed_at, entry.activitylinks.count()) == ("Før", before, 1)
    assert Initiative.objects.count() == 1


def test_difference_is_told_by_column(reference_data):
    make_initiative(slug="x", title_nn="Heim til bygda", activities=["brev"])
    report = run(EntryResource, "slug;title_nn;activities\nx;Heim til byen;brev | brosjyrar\n")
    changes = [(change.before, change.after) for change in report.rows[0].changes]
    assert changes == [("Heim til bygda", "Heim til byen"), ("brev", "brev | brosjyrar")]
    assert [(piece.kind, piece.text) for piece in report.rows[0].changes[0].pieces] == [
        ("same", "Heim til "),
        ("out", "bygda"),
        ("in", "byen"),
    ]


def test_each_mistake_is_told_by_row_and_column_and_nothing_is_saved(reference_data):
    make_initiative(slug="x")
    text = (
        "slug;title_nn;original_form;activities;municipalities;confirmed_on;website;assessment\n"
        "x;God;nn;;;;;\n"
        "\n"
        "ny;Ny;;finst-ikkje;9999;i går;ikkje ei adresse;tull\n"
        f"lang;{'x' * 201};nn;;;;;\n"
    )
    report = save(text)
    wrong = (
        "activities",
        "assessment",
        "confirmed_on",
        "municipalities",
        "original_form",
        "website",
    )
    title = {name: column.title for name, column in EntryResource().fields.items()}
    assert sorted(mistakes(report)) == sorted(
        [*((4, title[name]) for name in wrong), (5, title["title_nn"])]
    )
    assert Initiative.objects.get().title_nn != "God"


def test_rows_that_are_right_are_saved_when_the_editor_says_so(reference_data):
    make_initiative(slug="x")
    text = "slug;title_nn;original_form\nx;God;\nny;Ny;tull\n"
    report = save(text, leaves_out_wrong=True)
    assert (kinds(report), Initiative.objects.get().title_nn) == (["changed", "wrong"], "God")


def test_new_entries_are_drafts_with_an_address(reference_data):
    report = save(
        "slug;title_nb;original_form;status\n;Bolig først;nb;Publisert\nmitt;Mitt;Bokmål;\n"
    )
    assert (kinds(report), len(report.rows[0].notes)) == (["new", "new"], 1)
    assert list(Initiative.objects.order_by("slug").values_list("slug", "status")) == [
        ("bolig-forst", "draft"),
        ("mitt", "draft"),
    ]


def test_new_entry_without_address_is_not_added_twice(reference_data):
    text = "slug;title_nn;original_form\n;Same;nn\n"
    save(text)
    assert mistakes(save(text)) == [(2, EntryResource().fields["slug"].title)]
    doubled = save(text.replace("Same", "Ny") + ";Ny;nn\n")
    assert (kinds(doubled), Initiative.objects.count()) == (["new", "wrong"], 1)


def test_doubled_address_is_told(reference_data):
    entry = make_initiative(slug="x")
    FormerSlug.objects.create(slug="gamal", initiative=entry)
    report = run(EntryResource, "slug;title_nn\nx;A\ngamal;B\nx;C\n")
    assert kinds(report) == ["changed", "wrong", "wrong"]


@pytest.mark.parametrize("form", ["published", "Publisert"])
def test_publishing_takes_its_permission(reference_data, form):
    make_initiative(slug="x", status="draft")
    text = f"slug;status\nx;{form}\n"
    assert kinds(save(text, WRITER)) == ["wrong"]
    assert kinds(save(text)) == ["changed"]
    entry = Initiative.objects.get()
    assert (entry.status, entry.first_published_at is not None) == ("published", True)


def test_status_that_is_not_changed_is_no_mistake(reference_data):
    make_initiative(slug="x", status="draft")
    assert kinds(save("slug;status;title_nn\nx;Utkast;Ny\n", WRITER)) == ["changed"]


def test_published_entry_is_changed_only_by_who_may_publish(reference_data):
    make_initiative(slug="x")
    assert kinds(save("slug;title_nn\nx;Ny\n", WRITER)) == ["wrong"]
    assert kinds(save(files_of(EntryResource)[0], WRITER)) == ["same"]


def test_publishing_without_title_in_the_original_form_is_told(reference_data):
    make_initiative(slug="x", status="draft", title_nn="", title_nb="Hjem")
    assert kinds(save("slug;status\nx;published\n")) == ["wrong"]


def test_who_may_not_add_or_change_is_told(reference_data):
    make_initiative(slug="x", status="draft")
    nothing = Rights(editor=None, may_add=False, may_change=lambda row: False, may_publish=True)
    report = save("slug;title_nn;original_form\nx;Ny;nn\n;Til;nn\n", nothing)
    assert (kinds(report), Initiative.objects.count()) == (["wrong", "wrong"], 1)


@pytest.mark.parametrize(
    "heading",
    [
        "slug;tull",
        "slug;title_nn;title_nn",
        "slug;title_nn;Tittel [nn]",
        "title_nn",
        "slug;;title_nn",
        "id;slug",
    ],
)
def test_headings_that_cannot_be_used_are_told(reference_data, heading):
    with pytest.raises(FileError):
        run(EntryResource, f"{heading}\na;b;c\n" if heading.count(";") == 2 else f"{heading}\na\n")


def test_row_that_cannot_be_read_twice_gives_the_same_digest(reference_data):
    make_initiative(slug="x", status="draft")
    text = "slug;title_nn\nx;A\n"
    first = run(EntryResource, text).digest
    assert run(EntryResource, text).digest == first
    Initiative.objects.update(title_nn="Noko anna")
    assert run(EntryResource, text).digest != first


def test_terms_are_added_and_changed_with_wordings(reference_data):
    text = (
        "slug;label_nn;label_nb;aliases\n;Kaffi;Kaffe;Kaffikveld | Kaffi\\|te\nbrev;Brev heim;Brev"
        " hjem;\n"
    )
    report = save(text, resource=TERM_RESOURCES[Activity])
    assert kinds(report) == ["new", "changed"]
    added = Activity.objects.get(slug="kaffi")
    assert [alias.wording for alias in added.aliases.all()] == ["Kaffikveld", "Kaffi|te"]
    assert Activity.objects.get(slug="brev").label_nb == "Brev hjem"
    for content in files_of(TERM_RESOURCES[Activity]):
        assert set(kinds(run(TERM_RESOURCES[Activity], content))) == {"same"}


def test_wording_of_another_term_is_told(reference_data):
    Activity.objects.get(slug="brosjyrar").aliases.create(wording="Hefte")
    report = save("slug;aliases\nbrev;Hefte\n", resource=TERM_RESOURCES[Activity])
    assert mistakes(report) == [(2, TERM_RESOURCES[Activity]().fields["aliases"].title)]


def test_file_from_before_a_merger_does_not_rename_the_one_that_stays(reference_data):
    editor = get_user_model().objects.create_superuser("redaktor")
    content = files_of(TERM_RESOURCES[Activity])[0]
    merge(Activity.objects.get(slug="brev"), Activity.objects.get(slug="brosjyrar"), editor)
    report = run(TERM_RESOURCES[Activity], content)
    assert [row.mistakes[0].heading for row in report.of_kind("wrong")] == [
        TERM_RESOURCES[Activity]().fields["slug"].title
    ]


def test_entries_from_before_a_merger_get_the_one_that_stays(reference_data):
    editor = get_user_model().objects.create_superuser("redaktor")
    make_initiative(slug="x", activities=["annonsering", "brev"])
    content = files_of(EntryResource)[0]
    merge(Activity.objects.get(slug="brev"), Activity.objects.get(slug="brosjyrar"), editor)
    assert kinds(run(EntryResource, content)) == ["same"]


def test_partners_have_a_kind_that_there_is(reference_data):
    text = "slug;name_nn;kind\n;Laget;frivillige-finst-ikkje\n"
    assert mistakes(save(text, resource=TERM_RESOURCES[Partner]))[0][0] == 2
    kind = PartnerFactory().kind
    assert kinds(
        save(f"slug;name_nn;kind\n;Laget;{kind.slug}\n", resource=TERM_RESOURCES[Partner])
    ) == ["new"]
    assert Partner.objects.get(slug="laget").kind == kind


def test_text_that_excel_cannot_hold_is_refused_and_goes_out_as_csv(reference_data):
    make_initiative(slug="x", body_nn="x" * 200_000)
    with pytest.raises(TooLongError):
        files_of(EntryResource)
    content = write_csv(EntryResource(), Initiative.objects.all()).encode()
    assert kinds(run(EntryResource, content)) == ["same"]


@pytest.mark.parametrize("number", [1, 3])
def test_table_goes_out_in_a_fixed_number_of_queries(
    reference_data, django_assert_num_queries, number
):
    for _ in range(number):
        make_initiative(activities=["brev"], municipalities=["4034"])
    with django_assert_num_queries(9):
        write_csv(EntryResource(), Initiative.objects.all())


@pytest.mark.parametrize("number", [1, 3])
def test_unchanged_rows_take_no_queries_of_their_own(
    reference_data, django_assert_max_num_queries, number
):
    for _ in range(number):
        make_initiative(activities=["brev"], municipalities=["4034"])
    content = files_of(EntryResource)[0]
    with django_assert_max_num_queries(24 + 4 * number):
        assert kinds(run(EntryResource, content)) == ["same"] * number


def test_status_in_a_file_is_a_step_with_its_version(reference_data, django_user_model):
    entry = make_initiative(slug="x", status="draft")
    Initiative.objects.filter(pk=entry.pk).update(publish_on="2999-01-01")
    editor = django_user_model.objects.create_superuser("redaktor")
    save("slug;status\nx;Publisert\n", Rights(editor, True, lambda row: True, True))
    entry.refresh_from_db()
    step = entry.steps.get()
    assert (step.step, step.from_status, step.to_status, step.user) == (
        "publish",
        "draft",
        "published",
        editor,
    )
    assert (entry.publish_on, history.last_version(entry).revision.user) == (None, editor)


def test_status_that_no_step_leads_to_is_refused(reference_data):
    make_initiative(slug="x")
    assert mistakes(save("slug;status\nx;Til gjennomgang\n")) == [(2, "Status")]


def test_dry_run_keeps_no_version(reference_data):
    entry = make_initiative(slug="x")
    run(EntryResource, "slug;title_nn\nx;Ny\n")
    assert history.last_version(entry) is None


def test_import_keeps_a_version_of_each_changed_entry(reference_data):
    editor = get_user_model().objects.create_superuser("redaktor")
    entries = [make_initiative(slug=slug) for slug in ("ein", "to")]
    same = make_initiative(slug="tre", place_name="Her")
    text = "Adresseord;Stad\nein;Der\nto;Der\ntre;Her"
    save(text, Rights(editor=editor, may_add=True, may_change=lambda row: True, may_publish=True))
    authors = [
        [version.user for version in history.versions_of(entry)] for entry in (*entries, same)
    ]
    assert authors == [[editor, None], [editor, None], []]


def test_versions_of_an_import_take_as_many_queries_for_more_entries(
    reference_data, django_assert_max_num_queries
):
    for number in range(20):
        make_initiative(slug=f"tiltak-{number}")
    text = "\n".join(["Adresseord;Stad", *(f"tiltak-{number};Der" for number in range(20))])
    with django_assert_max_num_queries(20 * 14 + 200):
        save(text)
