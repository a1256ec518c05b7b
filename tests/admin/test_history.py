"""The history of an entry in the admin, and the way back."""

import re

import pytest
from django.utils.translation import gettext

from initiatives.desk.editing import history
from initiatives.desk.editing.history import Event
from initiatives.models import Activity, Initiative
from tests.admin.forms import change_page, page, save
from tests.factories import InitiativeFactory, make_initiative

pytestmark = pytest.mark.django_db


def versions(entry):
    return [history.KeptVersion(revision) for revision in history.versions_of(entry)]


def test_every_change_is_a_version_with_who_and_what(publisher, reference_data):
    entry = make_initiative(activities=["brev", "annonsering"])
    save(publisher, entry, lead_nn="Ny")
    save(publisher, entry, **{"activitylinks-0-order": "2", "activitylinks-1-order": "1"})
    lines = publisher.get(page("history", entry)).context["lines"]
    assert [(line.version.revision.user, line.changed) for line in lines] == [
        (publisher.user, ["Aktivitetar"]),
        (publisher.user, ["Ingress [nn]"]),
        (None, []),
    ]


@pytest.mark.parametrize(
    ("what", "who"),
    [("publish", "by itself, on its date"), ("from-sheet", "a command on the server")],
)
def test_version_of_nobody_tells_what_made_it(reference_data, what, who):
    entry = InitiativeFactory()
    history.keep(entry, None, what)
    assert versions(entry)[0].who == gettext(who)


def test_version_of_an_account_that_is_gone_is_no_command_s(
    publisher, django_user_model, reference_data
):
    entry = InitiativeFactory()
    history.keep(entry, publisher.user, Event.SAVED)
    django_user_model.objects.filter(pk=publisher.user.pk).delete()
    assert versions(entry)[0].who == gettext("somebody whose account is gone")


def test_step_of_an_account_that_is_gone_is_no_date_s(reference_data):
    entry = InitiativeFactory()
    step = entry.steps.create(step="submit", from_status="draft", to_status="in-review")
    assert step.who == gettext("somebody whose account is gone")


def test_saving_unchanged_makes_no_version(publisher, reference_data):
    entry = InitiativeFactory()
    save(publisher, entry)
    save(publisher, entry)
    assert len(versions(entry)) == 1


def test_change_by_another_program_is_kept_under_its_own_name(publisher, reference_data):
    entry = InitiativeFactory()
    save(publisher, entry, lead_nn="Ny")
    Initiative.objects.filter(pk=entry.pk).update(owner="Eit program")
    save(publisher, entry, place_name="Dalen")
    lines = publisher.get(page("history", entry)).context["lines"]
    assert [(line.version.revision.user, len(line.changed)) for line in lines[:2]] == [
        (publisher.user, 1),
        (None, 1),
    ]


def test_version_is_restored_and_the_restoring_undone(publisher, reference_data):
    entry = make_initiative(activities=["brev", "annonsering"])
    save(publisher, entry, lead_nn="Ein")
    save(publisher, entry, lead_nn="To", **{"activitylinks-0-wording": "Brev heim"})
    first, second = versions(entry)[1], versions(entry)[0]
    for version, lead, wording in ((first, "Ein", ""), (second, "To", "Brev heim")):
        publisher.post(page("version", entry, version.revision.pk))
        entry.refresh_from_db()
        assert (entry.lead_nn, entry.activitylinks.first().wording) == (lead, wording)


def test_difference_stands_in_words_on_the_page(publisher, reference_data):
    entry = InitiativeFactory(lead_nn="Vi bygde bustader.")
    save(publisher, entry, lead_nn="Vi bygde ti bustader.")
    html = publisher.get(page("version", entry, versions(entry)[0].revision.pk)).content.decode()
    changed = html[html.index('class="desk-pieces"') : html.index("bustader.")]
    told = re.sub(r'<span class="visually.*?</span>', "", changed)
    assert "<span>Vi bygde </span><ins>ti </ins>" in told


def test_text_of_a_version_is_shown_as_text(publisher, reference_data):
    entry = InitiativeFactory(lead_nn="Før")
    save(publisher, entry, lead_nn="<script>alert(1)</script>")
    html = publisher.get(page("version", entry, versions(entry)[0].revision.pk)).content.decode()
    assert "<script>alert" not in html


def test_restoring_a_published_entry_is_for_publishers(writer, publisher, reference_data):
    entry = InitiativeFactory()
    save(publisher, entry, lead_nn="Ein")
    address = page("version", entry, versions(entry)[-1].revision.pk)
    assert writer.get(address).context["may_restore"] is False
    assert writer.post(address).status_code == 403


def test_term_that_is_gone_is_told(publisher, reference_data):
    entry = make_initiative(activities=["brev", "annonsering"])
    save(publisher, entry, **{"activitylinks-1-DELETE": "on"})
    first = versions(entry)[-1]
    Activity.objects.get(slug="annonsering").delete()
    assert publisher.get(page("version", entry, first.revision.pk)).status_code == 200
    response = publisher.post(page("version", entry, first.revision.pk), follow=True)
    assert any("Annonsering" in str(message) for message in response.context["messages"])
    assert entry.activitylinks.count() == 1


def test_version_of_another_entry_is_not_found(publisher, reference_data):
    one, other = InitiativeFactory(), InitiativeFactory()
    save(publisher, other, lead_nn="Ny")
    assert publisher.get(page("version", one, versions(other)[0].revision.pk)).status_code == 404


@pytest.mark.parametrize("key", ["0", "99999999999999999999999", "tull"])
def test_history_of_what_is_not_there_is_not_found(publisher, reference_data, key):
    assert publisher.get(f"/admin/initiatives/initiative/{key}/history/").status_code == 404


def test_last_state_is_kept_when_an_entry_is_deleted(publisher, reference_data):
    entry = make_initiative(activities=["brev"])
    publisher.post(page("delete", entry), {"post": "yes"})
    [version] = versions(entry)
    assert len(version.state.lists["activitylinks"]) == 1


@pytest.mark.parametrize("number", [1, 3])
def test_list_of_versions_has_a_fixed_number_of_queries(
    publisher, reference_data, django_assert_num_queries, number
):
    entry = InitiativeFactory()
    for lead in range(number):
        save(publisher, entry, lead_nn=str(lead))
    with django_assert_num_queries(10):
        publisher.get(page("history", entry))


def test_changes_are_not_kept_by_looking(publisher, reference_data):
    entry = InitiativeFactory()
    publisher.get(change_page(entry))
    publisher.get(page("history", entry))
    assert versions(entry) == []
