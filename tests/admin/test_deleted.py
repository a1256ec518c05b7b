"""What was deleted can be brought back."""

import pytest
from django.urls import reverse

from initiatives.desk.editing import copies, history
from initiatives.desk.editing.state import State
from initiatives.models import Initiative
from tests.admin.forms import change_page, page, save
from tests.factories import InitiativeFactory, make_initiative

pytestmark = pytest.mark.django_db

DELETED = reverse("admin:initiatives_initiative_deleted")


def listed(client):
    return [version.object_repr for version in client.get(DELETED).context["page"].object_list]


def bring_back(client, title):
    [version] = [
        v for v in client.get(DELETED).context["page"].object_list if v.object_repr == title
    ]
    return client.post(DELETED, {"version": version.pk})


def test_deleted_entry_comes_back_as_a_draft_with_its_lists_and_history(publisher, tokke):
    state, title = State.of(tokke), tokke.title_nn
    publisher.post(page("delete", tokke), {"post": "yes"})
    assert listed(publisher) == [title]
    bring_back(publisher, title)
    entry = Initiative.objects.get(pk=tokke.pk)
    unlike = {"status"}
    assert State.of(entry).without(unlike) == state.without(unlike)
    assert (entry.status, history.versions_of(entry).count(), listed(publisher)) == ("draft", 2, [])


def test_entry_whose_address_another_has_now_gets_a_new_one(publisher, reference_data):
    entry = InitiativeFactory(slug="heim", title_nn="Heim att")
    publisher.post(page("delete", entry), {"post": "yes"})
    InitiativeFactory(slug="heim")
    bring_back(publisher, "Heim att")
    assert Initiative.objects.get(pk=entry.pk).slug == "heim-2"


def test_discarded_change_comes_back_as_an_entry_of_its_own(writer, tokke):
    copy = copies.start(tokke, writer.user)
    save(writer, copy, title_nn="Ny tittel")
    writer.post(page("discard", copy))
    bring_back(writer, "Ny tittel")
    entry = Initiative.objects.get(title_nn="Ny tittel")
    assert (entry.slug, entry.revises, entry.drafted_by) == ("ny-tittel", None, writer.user)


def test_published_change_is_not_among_the_deleted(publisher, tokke):
    copies.publish(copies.start(tokke, None), None)
    assert listed(publisher) == []


def test_action_that_deletes_keeps_the_entries(publisher, reference_data):
    entry = make_initiative(activities=["brev"], title_nn="Heim att")
    data = {"action": "delete_selected", "_selected_action": [entry.pk], "post": "yes"}
    publisher.post(reverse("admin:initiatives_initiative_changelist"), data)
    assert listed(publisher) == ["Heim att"]


@pytest.mark.parametrize("key", ["", "0", "tull", "9" * 30])
def test_what_is_not_there_is_not_found(publisher, reference_data, key):
    assert publisher.post(DELETED, {"version": key}).status_code == 404


def test_deleted_entries_are_not_for_those_who_add_none(client, django_user_model):
    client.force_login(django_user_model.objects.create_user("gjest", is_staff=True))
    assert client.get(DELETED).status_code == 403


def test_page_that_asks_says_nothing_of_open_forms(editor, reference_data):
    entry = InitiativeFactory()
    editor.get(change_page(entry))
    page = editor.get(f"/admin/initiatives/initiative/{entry.pk}/delete/")
    assert dict(page.context["model_count"]) == {"tiltak": 1}
