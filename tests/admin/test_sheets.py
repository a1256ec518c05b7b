"""Importing sheets in the admin: a look before anything is saved, and nothing lost on the way."""

from pathlib import Path

import pytest
from django.contrib.auth.models import Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from initiatives.models import Initiative, SheetLine
from tests.admin.test_initiatives import change_page, errors, filled_form

FOLDER = Path(__file__).parent.parent / "data" / "sheets"
SHEETS = "/admin/initiatives/initiative/sheets/"
SHORT = "Velkomen heim\n\nIngress.\n\nAktivitetar\n\n • Hestetur\n • Annonsering i media"
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reference_data")]


def writer(django_user_model, *names):
    user = django_user_model.objects.create_user("skrivar", is_staff=True)
    user.user_permissions.set(
        Permission.objects.filter(codename__in=[f"{name}_initiative" for name in names])
    )
    client = Client()
    client.force_login(user)
    return client


def texts_on(response):
    return [preview.given.text for preview in response.context["previews"]]


def save(client, *texts, chosen=None, **more):
    chosen = range(len(texts)) if chosen is None else chosen
    data = {
        "step": "save",
        "sheet_text": texts,
        "sheet_name": ["ark"] * len(texts),
        "chosen": chosen,
    }
    return client.post(SHEETS, data | more)


def test_list_of_entries_links_to_the_page(editor):
    assert SHEETS in editor.get(reverse("admin:initiatives_initiative_changelist")).content.decode()
    assert editor.get(SHEETS).status_code == 200


def test_look_shows_pasted_and_uploaded_sheets_and_saves_nothing(editor):
    file = SimpleUploadedFile("001.txt", (FOLDER / "001.txt").read_bytes())
    response = editor.post(
        SHEETS, {"step": "look", "pasted": f"{SHORT}\n===\n{SHORT}2", "files": [file]}
    )
    previews = response.context["previews"]
    assert [preview.given.name for preview in previews][-1] == "001.txt"
    assert [preview.placed.title for preview in previews] == [
        "Velkomen heim",
        "Velkomen heim",
        "Tilflyttingsprosjektet i Nordland",
    ]
    assert Initiative.objects.count() == 0


def test_proposals_are_told_in_words_and_not_in_slugs(editor):
    sheet = (
        "Tittel\n\nVi fekk 2 millionar kroner.\n\nFor kven\n\n • Ungdom\n\nAktivitetar\n\n"
        " • Integreringstiltak\n\nSamarbeidspartnarar\n\n • Dalen Næringshage"
    )
    preview = editor.post(SHEETS, {"step": "look", "pasted": sheet}).context["previews"][0]
    assert [line.value for _field, line in preview.lines] == [
        "2\u00a0000\u00a0000 kr",
        "Målgrupper",
        "Integreringstiltak for tilflyttarar",
        "Næringslivet",
    ]


def test_files_that_cannot_be_read_are_told_and_do_not_stop_the_others(editor):
    files = [
        SimpleUploadedFile("a.pdf", b"%PDF-1.4"),
        SimpleUploadedFile("b.txt", SHORT.encode("cp1252")),
    ]
    response = editor.post(SHEETS, {"step": "look", "files": files})
    assert [
        (p.given.name, bool(p.problem), p.is_savable) for p in response.context["previews"]
    ] == [
        ("a.pdf", True, False),
        ("b.txt", False, True),
    ]


def test_saving_makes_drafts_and_leads_to_their_list(editor):
    response = save(editor, SHORT, (FOLDER / "001.txt").read_text(encoding="utf-8"))
    keys = ",".join(
        str(pk) for pk in Initiative.objects.order_by("pk").values_list("pk", flat=True)
    )
    assert (
        response["Location"]
        == f"{reverse('admin:initiatives_initiative_changelist')}?id__in={keys}"
    )
    assert editor.get(response["Location"]).context["cl"].result_count == 2


def test_sheet_that_is_not_chosen_or_refused_stays_on_the_page(editor):
    save(editor, SHORT)
    Initiative.objects.update(status="published", first_published_at="2026-01-01T00:00Z")
    response = save(editor, SHORT, "Ein annan\n\nIngress.", "Ein tredje\n\nIngress.", chosen=[0, 2])
    assert texts_on(response) == [SHORT, "Ein annan\n\nIngress."]
    assert sorted(Initiative.objects.values_list("title_nn", flat=True)) == [
        "Ein tredje",
        "Velkomen heim",
    ]


def test_nothing_is_lost_when_the_session_has_ended(client):
    response = save(client, SHORT, pasted="Meir\n\nTekst.")
    assert (response.status_code, texts_on(response)) == (403, [SHORT, "Meir\n\nTekst."])
    assert Initiative.objects.count() == 0


def test_nothing_is_lost_when_the_page_is_too_old(django_user_model):
    client = Client(enforce_csrf_checks=True)
    client.force_login(django_user_model.objects.create_superuser("redaktor"))
    response = save(client, SHORT)
    assert (response.status_code, texts_on(response)) == (403, [SHORT])
    token = client.cookies["csrftoken"].value
    assert save(client, SHORT, csrfmiddlewaretoken=token).status_code == 302


def test_who_may_add_and_change_entries_may_import(django_user_model):
    client = writer(django_user_model, "add", "change")
    assert save(client, SHORT).status_code == 302
    assert Initiative.objects.get().activitylinks.count() == 1


@pytest.mark.parametrize("names", [(), ("view",), ("change",)])
def test_who_may_not_add_entries_may_not_import(django_user_model, names):
    client = writer(django_user_model, *names)
    assert [client.get(SHEETS).status_code, save(client, SHORT).status_code] == [403, 403]
    assert Initiative.objects.count() == 0


def test_who_may_only_add_does_not_make_a_draft_anew(django_user_model):
    client = writer(django_user_model, "add")
    save(client, SHORT)
    response = save(client, SHORT.replace("Ingress.", "Ny ingress."))
    assert len(texts_on(response)) == 1
    assert Initiative.objects.get().lead_nn == "Ingress."


def test_stranger_is_asked_to_sign_in(client):
    assert client.get(SHEETS)["Location"].startswith("/admin/login/")


def test_markup_in_a_sheet_is_shown_as_text(editor):
    response = editor.post(
        SHEETS, {"step": "look", "pasted": "<script>alert(1)</script>\n\n</textarea><b>x</b>"}
    )
    assert "<script>alert" not in response.content.decode()
    assert "</textarea><b>" not in response.content.decode()


def test_line_is_ticked_in_the_form_of_the_entry(editor):
    save(editor, SHORT)
    initiative = Initiative.objects.get()
    data = filled_form(editor, change_page(initiative)) | {"sheetlines-0-is_dealt_with": "on"}
    response = editor.post(change_page(initiative), data)
    assert response.status_code == 302, errors(response)
    assert list(SheetLine.objects.values_list("text", "is_dealt_with")) == [("Hestetur", True)]


def test_entry_is_exported_from_its_form(editor, tokke):
    address = reverse("admin:initiatives_initiative_sheet", args=[tokke.pk])
    assert address in editor.get(change_page(tokke)).content.decode()
    assert editor.get(address).content == (FOLDER / "tokke.txt").read_bytes()


def test_export_needs_the_right_to_see_entries(django_user_model, tokke):
    address = reverse("admin:initiatives_initiative_sheet", args=[tokke.pk])
    assert writer(django_user_model, "add").get(address).status_code == 403
