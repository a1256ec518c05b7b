"""The steps of an entry in its form and in the list, for each role."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from initiatives.desk.editing import copies, history
from initiatives.models import ConfirmationRequest, Initiative
from initiatives.templatetags.desk import desk_links
from tests.admin.forms import change_page, errors, filled_form, page, post, save
from tests.admin.test_initiatives import ADD, act
from tests.admin.test_merging import user_with
from tests.factories import InitiativeFactory

pytestmark = pytest.mark.django_db

LIST = reverse("admin:initiatives_initiative_changelist")


def waiting(client):
    """What the first page tells of, where there is anything: how many, by the end of the
    address.
    """
    links = {
        link.url: link.number for link in client.get("/admin/").context["links"] if link.number
    }
    return {
        url.rpartition("initiatives/")[2].removeprefix("initiative"): n for url, n in links.items()
    }


def offered(client, initiative):
    return [move.step for move in client.get(change_page(initiative)).context["moves"]]


def test_writer_adds_a_draft_and_sends_it_to_review(writer, reference_data):
    data = filled_form(writer, ADD) | {"original_form": "nn", "title_nn": "Ny", "_step": "submit"}
    response = writer.post(ADD, data | {"comment": "Sjå på dette"})
    assert response.status_code == 302, errors(response)
    entry = Initiative.objects.get()
    assert (entry.status, entry.drafted_by, entry.steps.get().comment) == (
        "in-review",
        writer.user,
        "Sjå på dette",
    )


def test_publisher_sends_back_and_the_writer_sees_why(writer, publisher, reference_data):
    entry = InitiativeFactory(status="in-review", drafted_by=writer.user)
    save(publisher, entry, _step="send-back", comment="Kva kosta det?")
    assert entry.status == "draft"
    assert "Kva kosta det?" in writer.get(change_page(entry)).content.decode()


def test_sent_back_draft_waits_for_who_began_or_sent_it(
    writer, signed_in, publisher, reference_data
):
    other = signed_in("writer")
    entry = InitiativeFactory(status="draft", drafted_by=other.user)
    save(writer, entry, _step="submit")
    assert "/?work=back" not in waiting(writer)
    save(publisher, entry, _step="send-back", comment="Kva kosta det?")
    assert (waiting(writer)["/?work=back"], waiting(other)["/?work=back"]) == (1, 1)
    assert [row.pk for row in writer.get(f"{LIST}?work=back").context["cl"].result_list] == [
        entry.pk
    ]
    save(writer, entry, _step="submit")
    assert waiting(other).get("/?work=back") is None


def test_sent_back_draft_of_others_waits_for_nobody_else(
    writer, publisher, signed_in, reference_data
):
    entry = InitiativeFactory(status="in-review", drafted_by=writer.user)
    save(publisher, entry, _step="send-back", comment="Kva kosta det?")
    assert "/?work=back" not in waiting(signed_in("writer"))


def test_publisher_is_told_of_reviews_answers_and_passed_days(publisher, reference_data):
    InitiativeFactory(status="in-review")
    InitiativeFactory(status="draft", publish_on=timezone.localdate() - timedelta(days=1))
    InitiativeFactory(status="draft", publish_on=timezone.localdate())
    asked = InitiativeFactory()
    for answered_at in (None, timezone.now()):
        ConfirmationRequest.objects.create(
            initiative=asked,
            email="post@example.no",
            expires_at=timezone.now(),
            answer="running" if answered_at else "",
            answered_at=answered_at,
        )
    assert waiting(publisher) == {
        "/?work=review": 1,
        "/?work=overdue": 1,
        "confirmationrequest/": 1,
    }


def test_links_of_the_desk_take_few_queries(publisher, reference_data, django_assert_num_queries):
    publisher.user.get_all_permissions()
    with django_assert_num_queries(5):
        desk_links(publisher.user)


@pytest.mark.parametrize("field", ["publish_on", "unpublish_on"])
def test_day_that_has_passed_is_explained_by_its_field(publisher, reference_data, field):
    entry = InitiativeFactory(status="draft")
    assert list(errors(post(publisher, entry, **{field: "2020-01-01"}))) == [field]


def test_day_that_has_passed_since_does_not_stand_in_the_way(publisher, reference_data):
    entry = InitiativeFactory(status="draft", publish_on="2020-01-01")
    save(publisher, entry, lead_nn="Ny")
    assert entry.lead_nn == "Ny"


@pytest.mark.parametrize(
    ("values", "is_told"),
    [
        ({"status": "draft", "publish_on": "2020-01-01"}, True),
        ({"status": "draft", "publish_on": "2020-01-01", "title_nn": ""}, True),
        ({"status": "published", "unpublish_on": "2020-01-01"}, True),
        ({"status": "draft", "publish_on": "2999-01-01"}, False),
        ({"status": "draft", "unpublish_on": "2020-01-01"}, False),
        ({"status": "published"}, False),
    ],
)
def test_form_tells_why_its_day_has_passed(publisher, reference_data, values, is_told):
    entry = InitiativeFactory(slug="eit", **values)
    assert bool(publisher.get(change_page(entry)).context["why_overdue"]) == is_told


def test_form_tells_that_a_change_waits_for_a_choice(publisher, tokke):
    copy = copies.start(tokke, None)
    Initiative.objects.filter(pk=copy.pk).update(publish_on="2020-01-01", lead_nn="I endringa")
    Initiative.objects.filter(pk=tokke.pk).update(lead_nn="I tiltaket")
    assert "Ingress [nn]" in publisher.get(change_page(copy)).context["why_overdue"]


def test_sending_back_without_a_comment_is_explained_by_the_field(publisher, reference_data):
    entry = InitiativeFactory(status="in-review")
    response = post(publisher, entry, _step="send-back", lead_nn="Ny ingress")
    assert list(errors(response)) == ["comment"]
    assert "Ny ingress" in response.content.decode()


def test_status_is_no_field_of_the_form(publisher, reference_data):
    entry = InitiativeFactory(status="draft")
    save(publisher, entry, status="published")
    assert entry.status == "draft"


def test_text_is_saved_with_the_step(publisher, reference_data):
    entry = InitiativeFactory(status="in-review")
    save(publisher, entry, _step="publish", lead_nn="Ny ingress")
    assert (entry.status, entry.lead_nn, history.versions_of(entry).count()) == (
        "published",
        "Ny ingress",
        2,
    )


def test_published_entry_cannot_lose_its_title(publisher, reference_data):
    entry = InitiativeFactory()
    assert list(errors(post(publisher, entry, title_nn=""))) == ["title_nn"]


@pytest.mark.parametrize("status", ["in-review", "published", "archived"])
def test_writer_may_see_but_not_save_what_is_sent_on(writer, reference_data, status):
    entry = InitiativeFactory(status=status)
    assert writer.get(change_page(entry)).status_code == 200
    assert writer.post(change_page(entry), {"title_nn": "Ny"}).status_code == 403


@pytest.mark.parametrize("step", ["publish", "archive", "tull"])
def test_writer_who_asks_for_a_step_of_publishers_is_refused(writer, reference_data, step):
    entry = InitiativeFactory(status="draft")
    assert post(writer, entry, _step=step).status_code == 403
    assert writer.post(page("step", entry), {"_step": step}).status_code == 403
    entry.refresh_from_db()
    assert entry.status == "draft"


def test_writer_takes_back_from_review(writer, reference_data):
    entry = InitiativeFactory(status="in-review")
    assert offered(writer, entry) == ["withdraw"]
    writer.post(page("step", entry), {"_step": "withdraw"})
    entry.refresh_from_db()
    assert entry.status == "draft"


def test_step_is_not_taken_by_looking(writer, reference_data):
    entry = InitiativeFactory(status="in-review")
    assert writer.get(page("step", entry), {"_step": "withdraw"}).status_code == 405


def test_somebody_without_rights_takes_no_step(client, reference_data, django_user_model):
    entry = InitiativeFactory(status="draft")
    client.force_login(django_user_model.objects.create_user("gjest", is_staff=True))
    pages = ("step", "change-as-draft", "discard", "catch-up", "presence")
    answers = {name: client.post(page(name, entry)).status_code for name in pages}
    # Those that are about a change of a published entry find none here.
    assert answers == {
        "step": 403,
        "change-as-draft": 404,
        "discard": 404,
        "catch-up": 404,
        "presence": 403,
    }
    assert client.get(page("preview", entry)).status_code == 403


def test_dates_are_for_publishers(writer, reference_data):
    entry = InitiativeFactory(status="draft")
    save(writer, entry, publish_on="2030-01-01", lead_nn="Ny")
    assert (entry.publish_on, entry.lead_nn) == (None, "Ny")


def test_dates_in_the_wrong_order_are_explained(publisher, reference_data):
    entry = InitiativeFactory(status="draft")
    response = post(publisher, entry, publish_on="2030-02-01", unpublish_on="2030-01-01")
    assert errors(response)


def test_publishing_by_hand_forgets_the_date(publisher, reference_data):
    entry = InitiativeFactory(status="draft")
    save(publisher, entry, publish_on="2030-02-01", _step="publish")
    assert (entry.status, entry.publish_on) == ("published", None)


def test_actions_are_for_publishers(writer, reference_data):
    entry = InitiativeFactory(status="draft")
    act(writer, "publish", [entry])
    entry.refresh_from_db()
    assert entry.status == "draft"


def test_actions_leave_a_step_and_a_version(publisher, reference_data):
    entry = InitiativeFactory(status="draft")
    act(publisher, "publish", [entry])
    last = history.last_version(entry)
    assert (entry.steps.get().user, last.revision.user) == (publisher.user, publisher.user)
    assert last.state.fields["status"] == "published"


def test_publishing_a_change_by_the_action_changes_its_entry(publisher, tokke):
    copy = copies.start(tokke, None)
    Initiative.objects.filter(pk=copy.pk).update(title_nn="Ny tittel")
    data = {"action": "publish", "_selected_action": [copy.pk]}
    publisher.post(LIST + "?work=changes", data)
    tokke.refresh_from_db()
    assert (tokke.title_nn, Initiative.objects.count()) == ("Ny tittel", 1)


def listed(client, **query):
    return list(client.get(LIST, query).context["cl"].queryset.order_by("pk"))


def test_list_has_entries_and_when_asked_what_waits(writer, tokke):
    mine = InitiativeFactory(status="draft", drafted_by=writer.user)
    sent = InitiativeFactory(status="in-review")
    copy = copies.start(tokke, writer.user)
    assert listed(writer) == [tokke, mine, sent]
    assert listed(writer, work="mine") == [mine, copy]
    assert listed(writer, work="review") == [sent]
    assert listed(writer, work="changes") == [copy]


def test_first_page_tells_what_waits(publisher, reference_data):
    InitiativeFactory(status="draft", drafted_by=publisher.user)
    InitiativeFactory(status="in-review")
    html = publisher.get("/admin/").content.decode()
    for word in ("mine", "review"):
        assert f'<a href="{LIST}?work={word}">' in html
    assert html.count("(1)") == 2


def test_first_page_of_who_has_nothing_to_do_with_entries(client, django_user_model):
    client.force_login(django_user_model.objects.create_user("gjest", is_staff=True))
    assert "?work=" not in client.get("/admin/").content.decode()


def test_row_with_a_mistake_loses_nothing(writer, reference_data):
    """All that was typed in other lists stays, in added rows too."""
    entry = InitiativeFactory(status="draft")
    rows = {
        "projects-TOTAL_FORMS": "2",
        "projects-0-name_nn": "Lårdal Liv Laga",
        "projects-0-initiative": str(entry.pk),
        "projects-1-name_nn": "Dalen+",
        "projects-1-start_year": "2014",
        "projects-1-end_year": "2012",
        "projects-1-initiative": str(entry.pk),
        "contacts-TOTAL_FORMS": "1",
        "contacts-0-organisation": "Tokke kommune",
        "contacts-0-initiative": str(entry.pk),
    }
    response = post(writer, entry, lead_nn="Ny ingress", **rows)
    assert list(errors(response)) == ["projects-1"]
    html = response.content.decode()
    for typed in ("Ny ingress", "Lårdal Liv Laga", "Dalen+", "2014", "Tokke kommune"):
        assert typed in html


def statuses(entries):
    return [Initiative.objects.get(pk=entry.pk).status for entry in entries]


def entries_of_each_status():
    return [
        InitiativeFactory(status=status)
        for status in ("draft", "in-review", "published", "archived")
    ]


def test_writer_sends_chosen_drafts_to_review(writer, reference_data):
    entries = entries_of_each_status()
    act(writer, "send_to_review", entries)
    assert statuses(entries) == ["in-review", "in-review", "published", "archived"]
    assert entries[0].steps.get().user == writer.user


def test_draft_that_a_date_publishes_is_not_sent_by_a_writer(writer, reference_data):
    entry = InitiativeFactory(status="draft", publish_on="2999-01-01")
    act(writer, "send_to_review", [entry])
    assert statuses([entry]) == ["draft"]


def test_writer_takes_chosen_entries_back_from_review_alone(writer, reference_data):
    entries = entries_of_each_status()
    act(writer, "take_back", entries)
    assert statuses(entries) == ["draft", "draft", "published", "archived"]


def test_publisher_takes_chosen_entries_out_of_the_archive_too(publisher, reference_data):
    entries = entries_of_each_status()
    act(publisher, "take_back", entries)
    assert statuses(entries) == ["draft", "draft", "published", "draft"]


@pytest.mark.parametrize("action", ["send_to_review", "take_back"])
def test_who_may_only_see_entries_takes_no_step_with_many(
    django_user_model, reference_data, action
):
    entries = entries_of_each_status()
    act(user_with(django_user_model, "view_initiative"), action, entries)
    assert statuses(entries) == ["draft", "in-review", "published", "archived"]
