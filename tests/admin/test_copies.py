"""Changing a published entry as a draft, in the admin."""

import pytest

from initiatives.editing import copies, history
from initiatives.models import Initiative
from tests.admin.forms import change_page, errors, filled_form, page, post, save
from tests.factories import InitiativeFactory

pytestmark = pytest.mark.django_db


def test_writer_changes_a_published_entry_and_a_publisher_publishes_it(writer, publisher, tokke, client):
    writer.post(page("change-as-draft", tokke))
    copy = tokke.working_copy
    save(writer, copy, title_nn="Ny tittel", _step="submit", **{"activitylinks-0-wording": "Ny ordlyd"})
    assert "Ny tittel" not in client.get(tokke.get_absolute_url()).content.decode()
    response = post(publisher, copy, _step="publish-change", comment="Fint")
    assert response["Location"] == change_page(tokke)
    tokke.refresh_from_db()
    html = client.get(tokke.get_absolute_url()).content.decode()
    assert ("Ny tittel" in html, "Ny ordlyd" in html, tokke.status) == (True, True, "published")
    assert [step.step for step in tokke.steps.all()] == ["publish-change", "submit"]


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


def test_entry_that_changed_meanwhile_is_shown_beside_the_change(publisher, tokke):
    copy = copies.start(tokke, publisher.user)
    save(publisher, copy, lead_nn="I endringa")
    opened = filled_form(publisher, change_page(copy))
    save(publisher, tokke, lead_nn="I tiltaket", owner="I tiltaket")
    response = post(publisher, copy, opened, _step="publish-change", over_entry="")
    assert errors(response)
    shown = {c.difference.name: c.changed_by for c in response.context["conflict"]}
    assert shown == {"lead_nn": "both", "owner": "theirs"}
    tokke.refresh_from_db()
    assert tokke.lead_nn == "I tiltaket"


def test_change_takes_in_what_only_the_entry_has_changed(publisher, tokke):
    copy = copies.start(tokke, publisher.user)
    save(publisher, copy, lead_nn="I endringa")
    save(publisher, tokke, lead_nn="I tiltaket", owner="I tiltaket")
    publisher.post(page("catch-up", copy))
    post(publisher, copy, _step="publish-change")
    tokke.refresh_from_db()
    assert (tokke.lead_nn, tokke.owner) == ("I endringa", "I tiltaket")


def test_change_is_published_over_an_entry_that_was_seen(publisher, tokke):
    copy = copies.start(tokke, publisher.user)
    save(publisher, copy, lead_nn="I endringa")
    save(publisher, tokke, owner="I tiltaket")
    response = post(publisher, copy, _step="publish-change")
    assert response.status_code == 302, errors(response)
    tokke.refresh_from_db()
    leads = [history.KeptVersion(r).state.fields["owner"] for r in history.versions_of(tokke)]
    assert leads[:2] == [copy.owner, "I tiltaket"]


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
