"""Adding and removing a term in many entries at once."""

import pytest
from django.contrib.admin.models import LogEntry
from django.urls import reverse

from initiatives.admin.term_actions import ADDED
from initiatives.desk.editing import history
from initiatives.desk.editing.state import State
from initiatives.models import Activity, Initiative, PartnerKind
from tests.admin.test_merging import user_with
from tests.factories import PartnerFactory, make_initiative

pytestmark = pytest.mark.django_db

LIST = reverse("admin:initiatives_initiative_changelist")


def act(client, action, entries, **more):
    data = {"action": action, "_selected_action": [entry.pk for entry in entries], **more}
    return client.post(LIST, data, follow=True)


def value(slug):
    return f"activity:{Activity.objects.get(slug=slug).pk}"


def choices(entry):
    return list(
        entry.activitylinks.order_by("position").values_list("position", "term__slug", "wording")
    )


@pytest.fixture
def entries(reference_data):
    first = make_initiative(activities=["annonsering", "brev", "utstilling"])
    first.activitylinks.filter(term__slug="utstilling").update(wording="Messe")
    return [first, make_initiative(activities=["brosjyrar"]), make_initiative()]


def test_term_is_asked_for_first(editor, entries):
    page = act(editor, "add_term", entries)
    assert (page.context["chosen_number"], page.context["form"].is_bound) == (3, False)


@pytest.mark.parametrize(
    ("action", "number", "as_before"), [("add_term", 2, 1), ("remove_term", 1, 2)]
)
def test_number_of_entries_is_told_and_nothing_is_written(
    editor, entries, action, number, as_before
):
    page = act(editor, action, entries, term=value("brev"))
    assert (page.context["number"], page.context["as_before"]) == (number, as_before)
    assert [len(choices(entry)) for entry in entries] == [3, 1, 0]
    assert LogEntry.objects.count() == 0


def test_history_says_which_term_was_added(editor, entries):
    act(editor, "add_term", entries, term=value("brev"), confirmed="yes")
    version = history.last_version(entries[2])
    term = Activity.objects.get(slug="brev")
    assert (version.who, version.what, version.comment) == (
        "redaktor",
        history.Event.TERM_ADDED.label,
        str(term),
    )


def test_term_is_added_last_and_only_where_it_lacks(editor, entries):
    act(editor, "add_term", entries, term=value("brev"), confirmed="yes")
    assert [choices(entry) for entry in entries] == [
        [(1, "annonsering", ""), (2, "brev", ""), (3, "utstilling", "Messe")],
        [(1, "brosjyrar", ""), (2, "brev", "")],
        [(1, "brev", "")],
    ]
    assert LogEntry.objects.count() == 2


def test_term_is_removed_and_the_gap_closed(editor, entries):
    act(editor, "remove_term", entries, term=value("brev"), confirmed="yes")
    assert choices(entries[0]) == [(1, "annonsering", ""), (2, "utstilling", "Messe")]
    assert LogEntry.objects.count() == 1


def test_readers_see_it_at_once(editor, client, entries):
    act(editor, "add_term", entries, term=value("brev"), confirmed="yes")
    assert len(client.get("/nn/tiltak/?aktivitet=brev").context["asked"].matching) == 3


@pytest.mark.parametrize("term", ["", "activity:999999", "user:1", "activity:x", "tull"])
def test_nonsense_is_explained(editor, entries, term):
    page = act(editor, "add_term", entries, term=term, confirmed="yes")
    assert ("term" in page.context["form"].errors, LogEntry.objects.count()) == (True, 0)


def test_all_of_a_filtered_list_are_touched_once(editor, entries):
    data = {"action": "add_term", "_selected_action": [entries[0].pk], "select_across": "1"}
    data |= {"term": value("kurs") if Activity.objects.filter(slug="kurs") else value("utstilling")}
    editor.post(f"{LIST}?q=tiltak", data | {"confirmed": "yes"})
    assert LogEntry.objects.count() == len({log.object_id for log in LogEntry.objects.all()}) >= 2


def test_published_entries_are_left_to_those_who_may_publish(django_user_model, entries):
    client = user_with(django_user_model, "view_initiative", "change_initiative")
    draft = make_initiative(status="draft")
    page = act(client, "add_term", [*entries, draft], term=value("brev"))
    assert (page.context["number"], page.context["refused"]) == (1, 3)
    act(client, "add_term", [*entries, draft], term=value("brev"), confirmed="yes")
    assert [len(choices(entry)) for entry in [*entries, draft]] == [3, 1, 0, 1]


def test_who_may_not_change_entries_may_not_do_it(django_user_model, entries):
    client = user_with(django_user_model, "view_initiative")
    act(client, "add_term", entries, term=value("brev"), confirmed="yes")
    assert [len(choices(entry)) for entry in entries] == [3, 1, 0]


def test_kinds_that_entries_do_not_have_cannot_be_chosen(editor, entries):
    kind = PartnerKind.objects.first()
    page = act(editor, "add_term", entries, term=f"partnerkind:{kind.pk}")
    assert "term" in page.context["form"].errors


def test_history_says_who_changed_the_list(editor, django_user_model, entries):
    act(editor, "add_term", entries, term=value("brev"), confirmed="yes")
    version = history.last_version(entries[1])
    assert version.state == State.of(entries[1])
    assert version.revision.user == django_user_model.objects.get(username="redaktor")


def test_entries_in_review_are_left_to_those_who_may_publish(writer, reference_data):
    waiting, dated = make_initiative(status="in-review"), make_initiative(status="draft")
    Initiative.objects.filter(pk=dated.pk).update(publish_on="2999-01-01")
    page = act(writer, "add_term", [waiting, dated], term=value("brev"))
    assert (page.context["number"], page.context["refused"]) == (0, 2)


@pytest.mark.parametrize("kind", ADDED)
def test_terms_of_every_kind_are_added_and_taken_away(editor, reference_data, kind):
    link, model = ADDED[kind].link, ADDED[kind].model
    term = model.objects.first() or PartnerFactory()
    entries = [make_initiative(), make_initiative()]
    chosen = {"term": f"{kind}:{term.pk}"}
    assert act(editor, "add_term", entries, **chosen).context["number"] == 2
    act(editor, "add_term", entries, **chosen, confirmed="yes")
    assert link.objects.filter(term=term.pk).count() == 2
    act(editor, "remove_term", entries[:1], **chosen, confirmed="yes")
    assert link.objects.filter(term=term.pk).count() == 1
