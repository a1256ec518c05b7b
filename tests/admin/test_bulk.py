"""Files out of the admin and in again: what is shown before it is saved, what is logged, and who
may.
"""

import io

import pytest
from django.contrib.admin.models import LogEntry
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import load_workbook

from initiatives.desk.bulk.files import MAX_BYTES, MAX_ROWS, read_table
from initiatives.models import Activity, ImportFile, Initiative, Partner
from tests.admin.test_merging import user_with
from tests.factories import make_initiative

pytestmark = pytest.mark.django_db

IMPORT = reverse("admin:initiatives_initiative_import")


def export(kind, suffix):
    return reverse(f"admin:initiatives_{kind}_export", args=[suffix])


def send(client, text, address=IMPORT, name="tiltak.csv"):
    content = text if isinstance(text, bytes) else text.encode()
    return client.post(address, {"file": SimpleUploadedFile(name, content)})


def confirm(client, page, **more):
    return client.post(
        page.context["confirm_address"], {"digest": page.context["report"].digest, **more}
    )


@pytest.mark.parametrize("kind", ["initiative", "activity", "partnerkind", "partner"])
@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
@pytest.mark.parametrize("form", ["nn", "nb"])
def test_file_taken_out_and_sent_in_changes_nothing(editor, tokke, kind, suffix, form):
    editor.cookies["skriftform"] = form
    response = editor.get(export(kind, suffix))
    content = b"".join(response.streaming_content) if response.streaming else response.content
    editor.cookies["skriftform"] = "nn"
    page = send(editor, content, reverse(f"admin:initiatives_{kind}_import"))
    report = page.context["report"]
    assert set(report.numbers) == {"same"}, [row for row in report.rows if row.kind != "same"][:3]
    assert ImportFile.objects.count() == 1


def test_list_is_taken_out_as_it_is_filtered(editor, reference_data):
    make_initiative(slug="a", activities=["brev"])
    make_initiative(slug="b", status="draft")
    content = editor.get(export("initiative", "csv"), {"status__exact": "draft"}).content
    assert [row.cells[0] for row in read_table(content).rows] == ["b"]


def test_formulas_are_text_in_excel(editor, reference_data):
    make_initiative(slug="x", title_nn="=1+1")
    response = editor.get(export("initiative", "xlsx"))
    book = load_workbook(io.BytesIO(b"".join(response.streaming_content)))
    assert {cell.data_type for cell in next(book.active.iter_rows(min_row=2))} <= {"s", "n"}


@pytest.mark.parametrize("suffix", ["pdf", "xls", "..", "csv.exe"])
def test_other_kinds_of_file_are_not_found(editor, reference_data, suffix):
    assert editor.get(export("initiative", suffix)).status_code == 404


def test_filter_that_cannot_be_used_is_dropped(editor, reference_data):
    assert editor.get(export("initiative", "csv"), {"tull__x": "y"}).status_code == 302


def test_preview_shows_the_difference_and_writes_nothing(editor, reference_data):
    make_initiative(slug="x", title_nn="Heim <b>")
    page = send(editor, "slug;title_nn\nx;Heim <i>\n")
    html = page.content.decode()
    assert (
        "<del>&lt;b&gt;</del><ins>&lt;i&gt;</ins>" in html,
        Initiative.objects.get().title_nn,
    ) == (
        True,
        "Heim <b>",
    )


def test_confirmed_file_is_saved_and_each_row_logged(editor, reference_data):
    make_initiative(slug="x", title_nn="Før")
    make_initiative(slug="y", title_nn="Same")
    page = send(editor, "slug;title_nn;original_form\nx;Etter;nn\ny;Same;nn\n;Ny;nn\n")
    assert confirm(editor, page).status_code == 302
    assert sorted(LogEntry.objects.values_list("action_flag", "object_repr")) == [
        (1, "Ny"),
        (2, "Etter"),
    ]
    assert Initiative.objects.get(title_nn="Ny").status == "draft"
    assert ImportFile.objects.count() == 0
    changed = LogEntry.objects.get(action_flag=2)
    assert "Tittel [nn]" in changed.get_change_message()


def test_wrong_rows_stop_the_file_until_the_editor_leaves_them_out(editor, reference_data):
    make_initiative(slug="x", title_nn="Før")
    page = send(editor, "slug;title_nn;original_form\nx;Etter;\n;Ny;tull\n")
    assert confirm(editor, page).status_code == 200
    assert Initiative.objects.get().title_nn == "Før"
    assert confirm(editor, page, leave_out_wrong="on").status_code == 302
    assert Initiative.objects.get().title_nn == "Etter"


def test_change_since_the_preview_is_shown_before_it_is_saved(editor, reference_data):
    entry = make_initiative(slug="x", title_nn="Før")
    page = send(editor, "slug;title_nn\nx;Etter\n")
    Initiative.objects.filter(pk=entry.pk).update(title_nn="Nokon andre sin")
    again = confirm(editor, page)
    assert (again.status_code, again.context["changed"][0].changes[0].before) == (
        200,
        "Nokon andre sin",
    )
    assert confirm(editor, again).status_code == 302
    assert Initiative.objects.get().title_nn == "Etter"


def test_file_is_only_for_who_sent_it(editor, django_user_model, reference_data):
    make_initiative(slug="x", status="draft")
    page = send(editor, "slug;title_nn\nx;Etter\n")
    other = user_with(django_user_model, "view_initiative", "change_initiative")
    assert confirm(other, page)["Location"] == IMPORT
    assert editor.get(page.context["confirm_address"])["Location"] == IMPORT
    assert Initiative.objects.get().title_nn != "Etter"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x00\x01",
        b"%PDF-",
        b"slug;tull\nx;y\n",
        b"title_nn\nx\n",
        b"slug;slug\nx;y\n",
        b"a" * (MAX_BYTES + 1),
        b"slug\n" + b"x\n" * (MAX_ROWS + 1),
    ],
    ids=["empty", "binary", "pdf", "unknown", "no slug", "doubled", "large", "long"],
)
def test_file_that_cannot_be_used_is_explained_by_the_field(editor, reference_data, content):
    page = send(editor, content)
    assert (page.status_code, len(page.context["form"].errors["file"])) == (200, 1)
    assert ImportFile.objects.count() == 0


def test_nothing_sent_is_explained(editor, reference_data):
    assert "file" in editor.post(IMPORT).context["form"].errors


def test_who_may_only_see_takes_out_and_not_in(django_user_model, reference_data):
    client = user_with(django_user_model, "view_initiative", "view_activity")
    assert client.get(export("initiative", "csv")).status_code == 200
    assert [client.get(IMPORT).status_code, send(client, "slug\nx\n").status_code] == [403, 403]
    assert client.post(f"{IMPORT}1/").status_code == 403
    assert client.get(export("partner", "csv")).status_code == 403


def test_writer_may_not_publish_by_a_file(django_user_model, reference_data):
    make_initiative(slug="x", status="draft")
    client = user_with(django_user_model, "view_initiative", "change_initiative")
    page = send(client, "slug;status\nx;published\n")
    assert [row.kind for row in page.context["report"].rows] == ["wrong"]
    assert (
        send(client, "slug;title_nn;original_form\n;Ny;nn\n").context["report"].rows[0].kind
        == "wrong"
    )


def test_terms_and_partners_are_imported(editor, client, reference_data):
    page = send(
        editor,
        "slug;label_nn;label_nb\nkaffi;Kaffi;Kaffe\n",
        reverse("admin:initiatives_activity_import"),
    )
    confirm(editor, page)
    assert client.get("/nn/aktivitet/kaffi/").status_code == 200
    kind = Activity.objects.count() and "anna"
    page = send(
        editor, f"slug;name_nn;kind\n;Laget;{kind}\n", reverse("admin:initiatives_partner_import")
    )
    confirm(editor, page)
    assert Partner.objects.get(slug="laget").kind.slug == kind


def test_buttons_stand_on_the_list(editor, reference_data):
    html = editor.get(
        reverse("admin:initiatives_initiative_changelist"), {"status__exact": "draft"}
    ).content.decode()
    assert [
        f'href="{IMPORT}"' in html,
        f"{export('initiative', 'xlsx')}?status__exact=draft" in html,
    ] == [
        True,
        True,
    ]
