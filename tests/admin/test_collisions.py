"""Two editors of one entry: both versions are shown, and the second one's text is never lost."""

import threading

import pytest
from django.db import connection

from initiatives.desk.editing import history
from initiatives.desk.editing.restoring import restore
from initiatives.models import Activity, Initiative, SheetLine
from tests.admin.forms import change_page, errors, filled_form, page, post, save
from tests.factories import InitiativeFactory, ProjectFactory, make_initiative

pytestmark = pytest.mark.django_db


@pytest.fixture
def entry(reference_data):
    made = make_initiative(
        status="draft", activities=["brev", "annonsering"], lead_nn="Før", owner="Før"
    )
    ProjectFactory(initiative=made, name_nn="Lårdal")
    return made


@pytest.fixture
def collided(signed_in, entry):
    """The second editor's answer, after the first has saved another lead and another order."""
    first, second = signed_in("writer"), signed_in("writer")
    opened = filled_form(second, change_page(entry))
    save(
        first,
        entry,
        lead_nn="Fyrste",
        **{"activitylinks-0-order": "2", "activitylinks-1-order": "1"},
    )
    response = post(second, entry, opened, lead_nn="Andre", owner="Andre")
    return second, opened | {"lead_nn": "Andre", "owner": "Andre"}, response


def test_both_versions_are_shown_and_nothing_is_saved(collided, entry):
    _, _, response = collided
    shown = {
        choice.difference.name: (
            choice.difference.before,
            choice.difference.after,
            choice.changed_by,
        )
        for choice in response.context["collision"].choices
    }
    entry.refresh_from_db()
    assert (response.status_code, entry.lead_nn, entry.owner) == (200, "Fyrste", "Før")
    assert shown["lead_nn"] == ("Fyrste", "Andre", "both")
    assert shown["owner"] == ("Før", "Andre", "mine")
    assert shown["activitylinks"][2] == "theirs"
    assert set(shown) == {"lead_nn", "owner", "activitylinks"}


def test_text_of_the_second_is_still_in_the_form(collided):
    _, _, response = collided
    assert response.context["adminform"].form["lead_nn"].value() == "Andre"


def test_saving_knowingly_writes_over_what_is_not_ticked(collided, entry):
    second, typed, response = collided
    save(second, entry, typed, over=response.context["over"], take=["activitylinks"])
    slugs = list(entry.activitylinks.values_list("term__slug", flat=True))
    assert (entry.lead_nn, entry.owner, slugs) == ("Andre", "Andre", ["annonsering", "brev"])


def test_ticked_parts_are_those_that_only_the_other_changed(collided):
    _, _, response = collided
    ticked = [c.difference.name for c in response.context["collision"].choices if c.is_taken]
    assert ticked == ["activitylinks"]


def test_both_versions_are_in_the_history(collided, entry):
    second, typed, response = collided
    save(second, entry, typed, over=response.context["over"])
    leads = [history.KeptVersion(r).state.fields["lead_nn"] for r in history.versions_of(entry)]
    assert leads == ["Andre", "Fyrste", "Før"]


def test_third_version_is_shown_again(collided, entry):
    second, typed, response = collided
    Initiative.objects.filter(pk=entry.pk).update(lead_nn="Tredje")
    again = post(second, entry, typed, over=response.context["over"])
    assert again.context["collision"].choices[0].difference.before == "Tredje"


def test_mistake_in_a_stale_form_is_told_first_and_it_stays_stale(signed_in, entry):
    second = signed_in("writer")
    opened = filled_form(second, change_page(entry))
    Initiative.objects.filter(pk=entry.pk).update(lead_nn="Fyrste")
    response = post(second, entry, opened, website="ikkje ei adresse", lead_nn="Andre")
    assert list(errors(response)) == ["website"]
    assert response.context["opened"] == opened["opened"]
    html = response.content.decode()
    assert f'name="opened" value="{opened["opened"]}"' in html


def test_stale_form_does_not_publish_what_was_taken_from_readers(signed_in, reference_data):
    entry = InitiativeFactory()
    first, second = signed_in("publisher"), signed_in("publisher")
    opened = filled_form(second, change_page(entry))
    save(first, entry, _step="unpublish")
    response = post(second, entry, opened, lead_nn="Andre")
    save(second, entry, opened, lead_nn="Andre", over=response.context["over"])
    assert (entry.status, entry.lead_nn) == ("draft", "Andre")


def test_stale_step_is_not_taken_before_both_versions_were_seen(signed_in, reference_data):
    entry = InitiativeFactory(status="draft")
    second = signed_in("publisher")
    opened = filled_form(second, change_page(entry))
    Initiative.objects.filter(pk=entry.pk).update(lead_nn="Fyrste")
    post(second, entry, opened, _step="publish")
    entry.refresh_from_db()
    assert entry.status == "draft"


def test_rows_that_a_restore_made_anew_are_the_same_rows(signed_in, entry):
    """Their keys are others, and still nothing stands twice."""
    history.keep(entry, None, history.Event.SAVED)
    version = history.last_version(entry)
    second = signed_in("writer")
    opened = filled_form(second, change_page(entry))
    entry.activitylinks.all().delete()
    entry.projects.all().delete()
    history.keep(entry, None, history.Event.SAVED)
    restore(entry, version, None)
    Initiative.objects.filter(pk=entry.pk).update(owner="Fyrste")
    response = post(second, entry, opened, lead_nn="Andre")
    assert [c.difference.name for c in response.context["collision"].choices] == [
        "lead_nn",
        "owner",
    ]
    save(second, entry, opened, lead_nn="Andre", over=response.context["over"])
    assert (entry.activitylinks.count(), entry.projects.count()) == (2, 1)


def test_row_that_the_other_removed_is_kept_with_its_text(signed_in, entry):
    second = signed_in("writer")
    opened = filled_form(second, change_page(entry)) | {"projects-0-note_nn": "Ny merknad"}
    entry.projects.all().delete()
    response = post(second, entry, opened)
    assert "Ny merknad" in response.content.decode()
    save(second, entry, opened, over=response.context["over"])
    assert entry.projects.get().note_nn == "Ny merknad"


def test_list_of_the_other_is_taken_whole(signed_in, entry):
    second = signed_in("writer")
    opened = filled_form(second, change_page(entry)) | {"projects-0-note_nn": "Ny merknad"}
    entry.projects.all().delete()
    response = post(second, entry, opened)
    save(second, entry, opened, over=response.context["over"], take=["projects"])
    assert entry.projects.count() == 0


def test_saving_what_somebody_else_has_saved_alike_is_no_collision(signed_in, entry):
    second = signed_in("writer")
    opened = filled_form(second, change_page(entry))
    Initiative.objects.filter(pk=entry.pk).update(lead_nn="Lik")
    save(second, entry, opened, lead_nn="Lik")


def test_form_that_does_not_say_what_it_was_made_of_shows_both_versions(signed_in, entry):
    second = signed_in("writer")
    opened = filled_form(second, change_page(entry)) | {"lead_nn": "Andre"}
    del opened["opened"]
    assert post(second, entry, opened).context["collision"].choices[0].changed_by == ""


@pytest.mark.parametrize("rows", ["tull", "-1", "99999999999", ""])
def test_hostile_number_of_rows_in_a_stale_form_is_no_error(signed_in, entry, rows):
    second = signed_in("writer")
    opened = filled_form(second, change_page(entry)) | {
        "opened": "x",
        "activitylinks-TOTAL_FORMS": rows,
    }
    assert post(second, entry, opened).status_code == 302
    assert entry.activitylinks.count() == 2


def test_editor_is_told_who_else_has_it_open(signed_in, entry):
    first, second = signed_in("writer"), signed_in("writer")
    assert first.get(change_page(entry)).context["presence"] == ""
    assert first.user.username in second.get(change_page(entry)).context["presence"]
    save(first, entry, lead_nn="Ny")
    assert second.get(change_page(entry)).context["presence"] == ""


def test_open_form_is_told_that_the_entry_was_saved(signed_in, entry):
    first, second = signed_in("writer"), signed_in("writer")
    opened = filled_form(second, change_page(entry))["opened"]
    assert second.post(page("presence", entry), {"opened": opened}).json() == {"notice": ""}
    save(first, entry, lead_nn="Ny")
    notice = second.post(page("presence", entry), {"opened": opened}).json()["notice"]
    assert first.user.username in notice


def test_term_that_both_added_is_explained(signed_in, entry):
    second = signed_in("writer")
    term = Activity.objects.get(slug="utstilling")
    opened = filled_form(second, change_page(entry)) | {
        "activitylinks-TOTAL_FORMS": "3",
        "activitylinks-2-term": str(term.pk),
        "activitylinks-2-initiative": str(entry.pk),
    }
    entry.activitylinks.create(term=term, position=3)
    assert list(errors(post(second, entry, opened))) == ["activitylinks-2"]


def test_lines_of_a_sheet_that_came_anew_do_not_stop_the_second(signed_in, entry):
    facts = {
        "initiative": entry,
        "number": 1,
        "text": "Linje",
        "kind": "not-placed",
        "reason": "no-term",
    }
    line = SheetLine.objects.create(**facts)
    second = signed_in("writer")
    opened = filled_form(second, change_page(entry))
    line.delete()
    SheetLine.objects.create(**facts)
    save(signed_in("writer"), entry, lead_nn="Fyrste")
    response = post(second, entry, opened, owner="Andre")
    save(
        second, entry, opened | {"owner": "Andre"}, over=response.context["over"], take=["lead_nn"]
    )
    assert (entry.lead_nn, entry.owner) == ("Fyrste", "Andre")


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(
    connection.vendor != "postgresql", reason="SQLite in memory refuses the second at once"
)
def test_of_two_who_save_at_once_one_sees_what_the_other_saved(
    outside_a_transaction, signed_in, entry
):
    editors = [signed_in("writer"), signed_in("writer")]
    opened = [filled_form(editor, change_page(entry)) for editor in editors]
    barrier, answers = threading.Barrier(2), []

    def send(number):
        barrier.wait()
        answers.append(post(editors[number], entry, opened[number], lead_nn=f"Nummer {number}"))
        connection.close()

    threads = [threading.Thread(target=send, args=[number]) for number in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    entry.refresh_from_db()
    told = [answer for answer in answers if answer.status_code == 200]
    assert sorted(answer.status_code for answer in answers) == [200, 302]
    assert told[0].context["collision"].choices[0].difference.before == entry.lead_nn
