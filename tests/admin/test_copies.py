"""Changing a published entry as a draft, in the admin."""

import pytest

from initiatives.desk.editing import copies
from initiatives.models import Initiative
from tests.admin.forms import change_page, errors, filled_form, page, post, save
from tests.factories import InitiativeFactory

pytestmark = pytest.mark.django_db


def test_writer_changes_a_published_entry_and_a_publisher_publishes_it(
    writer, publisher, tokke, client
):
    writer.post(page("change-as-draft", tokke))
    copy = tokke.working_copy
    save(
        writer,
        copy,
        title_nn="Ny tittel",
        _step="submit",
        **{"activitylinks-0-wording": "Ny ordlyd"},
    )
    assert "Ny tittel" not in client.get(tokke.get_absolute_url()).content.decode()
    response = post(publisher, copy, _step="publish-change", comment="Fint")
    assert response["Location"] == change_page(tokke)
    tokke.refresh_from_db()
    html = client.get(tokke.get_absolute_url()).content.decode()
    assert ("Ny tittel" in html, "Ny ordlyd" in html, tokke.status) == (True, True, "published")
    assert [step.step for step in tokke.steps.all()] == ["publish-change", "submit"]


def test_history_tells_who_wrote_the_change_that_somebody_published(writer, publisher, tokke):
    copy = copies.start(tokke, writer.user)
    save(writer, copy, lead_nn="I endringa")
    save(publisher, copy, owner="Retta")
    post(publisher, copy, _step="publish-change")
    lines = publisher.get(page("history", tokke)).context["lines"]
    told = [(line.version.who, line.writers) for line in lines]
    assert told[0] == (str(publisher.user), [str(writer.user)])


def test_writer_does_not_publish_a_change(writer, tokke):
    copy = copies.start(tokke, writer.user)
    assert post(writer, copy, _step="publish-change").status_code == 403


def test_what_was_typed_in_a_published_entry_is_kept_as_a_draft(publisher, tokke):
    title = tokke.title_nn
    response = post(publisher, tokke, title_nn="Ny tittel", _as_draft="1")
    tokke.refresh_from_db()
    copy = tokke.working_copy
    assert (tokke.title_nn, copy.title_nn, copy.drafted_by) == (title, "Ny tittel", publisher.user)
    assert response["Location"] == change_page(copy)


def test_draft_is_not_changed_as_a_draft(publisher, reference_data):
    entry = InitiativeFactory(status="draft")
    assert publisher.post(page("change-as-draft", entry)).status_code == 404
    assert post(publisher, entry, _as_draft="1").status_code == 404


def test_what_both_have_changed_is_asked(publisher, tokke):
    copy = copies.start(tokke, publisher.user)
    save(publisher, copy, lead_nn="I endringa")
    opened = filled_form(publisher, change_page(copy))
    save(publisher, tokke, lead_nn="I tiltaket", owner="I tiltaket")
    response = post(publisher, copy, opened, lead_nn="Skriven no", _step="publish-change")
    assert errors(response)
    asked = [
        (c.difference.before, c.difference.after) for c in response.context["conflict"].to_settle
    ]
    assert asked == [("I tiltaket", "Skriven no")]
    assert response.context["adminform"].form["lead_nn"].value() == "Skriven no"
    tokke.refresh_from_db()
    assert tokke.lead_nn == "I tiltaket"


@pytest.mark.parametrize(("side", "lead"), [("theirs", "I tiltaket"), ("mine", "I endringa")])
def test_change_is_published_as_it_was_settled(publisher, tokke, side, lead):
    copy = copies.start(tokke, publisher.user)
    save(publisher, copy, lead_nn="I endringa")
    save(publisher, tokke, lead_nn="I tiltaket", owner="I tiltaket")
    response = post(publisher, copy, _step="publish-change", **{"settle-lead_nn": side})
    assert response.status_code == 302, errors(response)
    tokke.refresh_from_db()
    assert (tokke.lead_nn, tokke.owner) == (lead, "I tiltaket")


def test_change_keeps_what_only_the_entry_has_changed(publisher, tokke):
    copy = copies.start(tokke, publisher.user)
    save(publisher, copy, lead_nn="I endringa")
    save(publisher, tokke, owner="I tiltaket")
    response = post(publisher, copy, _step="publish-change")
    assert response.status_code == 302, errors(response)
    tokke.refresh_from_db()
    assert (tokke.lead_nn, tokke.owner) == ("I endringa", "I tiltaket")


def test_change_takes_in_what_only_the_entry_has_changed(publisher, tokke):
    copy = copies.start(tokke, publisher.user)
    save(publisher, copy, lead_nn="I endringa")
    save(publisher, tokke, owner="I tiltaket")
    publisher.post(page("catch-up", copy))
    copy.refresh_from_db()
    assert (copy.lead_nn, copy.owner, copies.is_current(copy)) == ("I endringa", "I tiltaket", True)


def test_change_takes_nothing_in_before_it_is_settled(publisher, tokke):
    copy = copies.start(tokke, publisher.user)
    save(publisher, copy, lead_nn="I endringa")
    save(publisher, tokke, lead_nn="I tiltaket", owner="I tiltaket")
    publisher.post(page("catch-up", copy))
    copy.refresh_from_db()
    assert (copy.lead_nn, copy.owner) == ("I endringa", "")


def test_change_that_would_break_a_rule_of_its_entry_is_explained(publisher, reference_data):
    entry = InitiativeFactory(title_nn="Tittel", title_nb="Tittelen")
    copy = copies.start(entry, publisher.user)
    save(publisher, copy, original_form="nb", title_nn="")
    save(publisher, entry, title_nb="")
    assert errors(post(publisher, copy, _step="publish-change", **{"settle-title_nb": "theirs"}))


def test_many_changes_are_published_but_for_those_to_settle(publisher, tokke):
    copy = copies.start(tokke, publisher.user)
    save(publisher, copy, lead_nn="I endringa")
    save(publisher, tokke, lead_nn="I tiltaket")
    data = {"action": "publish", "_selected_action": [copy.pk]}
    publisher.post("/admin/initiatives/initiative/?work=changes", data)
    tokke.refresh_from_db()
    assert (tokke.lead_nn, Initiative.objects.filter(pk=copy.pk).exists()) == ("I tiltaket", True)


def test_discarding_asks_first(publisher, tokke):
    copy = copies.start(tokke, publisher.user)
    assert publisher.get(page("discard", copy)).status_code == 200
    assert Initiative.objects.filter(pk=copy.pk).exists()
    assert publisher.post(page("discard", copy))["Location"] == change_page(tokke)
    assert not Initiative.objects.filter(pk=copy.pk).exists()


def test_address_and_end_of_an_entry_are_no_matter_of_its_change(publisher, tokke):
    copy = copies.start(tokke, publisher.user)
    save(publisher, copy, slug="anna", unpublish_on="2030-01-01")
    assert (copy.slug == "anna", copy.unpublish_on) == (False, None)


def test_change_does_not_follow_its_own_entry(publisher, tokke):
    copy = copies.start(tokke, publisher.user)
    response = post(
        publisher,
        copy,
        **{
            "successions-TOTAL_FORMS": "1",
            "successions-0-successor": str(tokke.pk),
            "successions-0-predecessor": str(copy.pk),
        },
    )
    assert list(errors(response)) == ["successions-0"]


def test_second_draft_change_is_refused_and_the_text_stays(publisher, tokke):
    opened = filled_form(publisher, change_page(tokke))
    copies.start(tokke, None)
    response = post(publisher, tokke, opened, lead_nn="Skriven her", _as_draft="1")
    assert response.context["adminform"].form["lead_nn"].value() == "Skriven her"
    assert errors(response)


def test_publishing_the_change_of_an_archived_entry_leaves_it_archived(publisher, tokke, client):
    copy = copies.start(tokke, publisher.user)
    save(publisher, tokke, _step="archive")
    data = filled_form(publisher, change_page(copy)) | {"_step": "publish-change"}
    response = publisher.post(change_page(copy), data, follow=True)
    assert "warning" in [message.level_tag for message in response.context["messages"]]
    assert client.get(tokke.get_absolute_url()).status_code == 404
