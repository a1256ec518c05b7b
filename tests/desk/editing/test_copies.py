"""A published entry is changed as a draft, and readers see none of it until it is published
whole.
"""

import json

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from reversion.models import Revision

from initiatives.desk.editing import copies, history
from initiatives.desk.editing.reconciling import Settled, UnsettledError
from initiatives.desk.editing.state import State
from initiatives.desk.translation import keeping
from initiatives.desk.translation.side_by_side import SideBySide, by_key
from initiatives.models import Activity, FormerSlug, Initiative, Succession, WorkflowStep
from tests.factories import InitiativeFactory, make_initiative

pytestmark = pytest.mark.django_db


def opened(entry, key):
    return by_key(SideBySide.of(entry).rows)[key].opened


def list_of(client):
    """The list as a file, without the time that it was made."""
    return json.loads(client.get("/nn/tiltak.json").getvalue())["initiatives"]


def test_copy_says_all_that_its_entry_says(tokke):
    copy = copies.start(tokke, None)
    assert State.of(copy).without(copies.OWN) == State.of(tokke).without(copies.OWN)


def test_entry_has_one_copy_at_a_time(tokke):
    assert copies.start(tokke, None) == copies.start(tokke, None)
    with pytest.raises(IntegrityError), transaction.atomic():
        InitiativeFactory(status="draft", revises=tokke)


def test_copy_cannot_be_public(tokke):
    copy = copies.start(tokke, None)
    with pytest.raises(IntegrityError), transaction.atomic():
        Initiative.objects.filter(pk=copy.pk).update(status="published")


def test_readers_see_nothing_of_a_copy(tokke, client):
    before = list_of(client)
    copy = copies.start(tokke, None)
    Initiative.objects.filter(pk=copy.pk).update(title_nn="Hemmeleg")
    copy.activitylinks.all().delete()
    assert list_of(client) == before
    assert client.get(f"/nn/tiltak/{copy.slug}/").status_code == 404
    assert "Hemmeleg" not in client.get("/nn/tiltak/").content.decode()


def test_publishing_keeps_key_address_and_first_publication(tokke, client):
    FormerSlug.objects.create(slug="gamal", initiative=tokke)
    copy = copies.start(tokke, None)
    Initiative.objects.filter(pk=copy.pk).update(title_nn="Ny tittel")
    copy.activitylinks.filter(position=1).update(wording="Ny ordlyd")
    entry = copies.publish(copy, None)
    kept = (entry.pk, entry.slug, entry.first_published_at, entry.status)
    assert kept == (tokke.pk, tokke.slug, tokke.first_published_at, "published")
    assert (entry.title_nn, entry.activitylinks.first().wording) == ("Ny tittel", "Ny ordlyd")
    assert client.get("/nn/tiltak/gamal/")["Location"] == tokke.get_absolute_url()
    assert Initiative.objects.filter(revises=tokke).count() == 0


def test_publishing_is_one_version_of_the_entry(tokke, django_user_model):
    user = django_user_model.objects.create_user("p")
    copy = copies.start(tokke, user)
    Initiative.objects.filter(pk=copy.pk).update(title_nn="Ny tittel")
    copies.publish(copy, user, "Fint")
    last = history.last_version(tokke)
    assert (last.revision.user, last.comment, history.versions_of(tokke).count()) == (
        user,
        "Fint",
        2,
    )


def test_steps_of_a_copy_go_on_with_its_entry(tokke):
    copy = copies.start(tokke, None)
    WorkflowStep.objects.create(
        initiative=copy, step="submit", from_status="draft", to_status="in-review", comment="Sjå"
    )
    copies.publish(copy, None)
    assert list(tokke.steps.values_list("step", flat=True)) == ["publish-change", "submit"]


def change(entry, **values):
    """Another one's change, made past its form."""
    Initiative.objects.filter(pk=entry.pk).update(**values)


def test_what_only_one_has_changed_stands_as_that_one_has_it(tokke):
    copy = copies.start(tokke, None)
    change(copy, lead_nn="I endringa")
    copy.activitylinks.filter(position=1).update(wording="I endringa")
    change(tokke, owner="I tiltaket")
    tokke.sellingpointlinks.filter(position=1).update(wording="I tiltaket")
    entry = copies.publish(copy, None)
    assert (entry.lead_nn, entry.owner) == ("I endringa", "I tiltaket")
    assert entry.activitylinks.first().wording == "I endringa"
    assert entry.sellingpointlinks.first().wording == "I tiltaket"


def test_what_both_have_changed_in_the_same_way_is_no_matter(tokke):
    copy = copies.start(tokke, None)
    change(copy, lead_nn="Same")
    change(tokke, lead_nn="Same")
    assert copies.publish(copy, None).lead_nn == "Same"


def test_what_both_have_changed_is_not_published_before_it_is_settled(tokke):
    copy = copies.start(tokke, None)
    change(copy, title_nn="I endringa")
    change(tokke, title_nn="I tiltaket")
    with pytest.raises(UnsettledError) as raised:
        copies.publish(copy, None)
    tokke.refresh_from_db()
    assert (tokke.title_nn, raised.value.parts) == ("I tiltaket", ["Tittel [nn]"])
    assert Initiative.objects.filter(pk=copy.pk).exists()


@pytest.mark.parametrize("side", ["theirs", "mine"])
def test_what_both_have_changed_is_published_as_it_was_settled(tokke, side):
    copy = copies.start(tokke, None)
    change(copy, lead_nn="mine")
    change(tokke, lead_nn="theirs")
    seen = copies.against_entry(copy).digest
    entry = copies.publish(copy, None, settled=Settled(seen, **{side: frozenset({"lead_nn"})}))
    said = [
        history.KeptVersion(revision).state.fields["lead_nn"]
        for revision in history.versions_of(tokke)
    ]
    assert (entry.lead_nn, "theirs" in said) == (side, True)


def test_settling_is_not_for_an_entry_that_nobody_has_seen(tokke):
    copy = copies.start(tokke, None)
    change(copy, lead_nn="I endringa")
    change(tokke, lead_nn="Sett")
    seen = copies.against_entry(copy).digest
    change(tokke, lead_nn="Endra att")
    with pytest.raises(UnsettledError):
        copies.publish(copy, None, settled=Settled(seen, mine=frozenset({"lead_nn"})))


def test_change_that_caught_up_asks_of_what_has_changed_since(tokke):
    copy = copies.start(tokke, None)
    change(copy, lead_nn="I endringa")
    change(tokke, owner="Fyrst")
    copies.catch_up(copy, None)
    copy.refresh_from_db()
    assert (copy.lead_nn, copy.owner) == ("I endringa", "Fyrst")
    change(tokke, owner="Sist")
    assert copies.publish(copy, None).owner == "Sist"


def test_catching_up_does_not_settle_what_both_have_changed(tokke):
    copy = copies.start(tokke, None)
    change(copy, lead_nn="I endringa")
    change(tokke, lead_nn="I tiltaket")
    with pytest.raises(UnsettledError):
        copies.catch_up(copy, None)


def test_change_of_an_entry_with_many_versions_knows_what_it_began_with(tokke):
    copy = copies.start(tokke, None)
    for number in range(60):
        change(tokke, owner=f"Eigar {number}")
        history.keep(tokke, None, history.Event.SAVED)
    assert copies.against_entry(copy).kept == ["Eigar"]


def test_change_that_was_begun_by_other_rules_is_known_by_its_time(tokke):
    copy = copies.start(tokke, None)
    change(copy, revised_state="av gamle reglar", lead_nn="I endringa")
    change(tokke, owner="I tiltaket")
    copy.refresh_from_db()
    entry = copies.publish(copy, None)
    assert (entry.lead_nn, entry.owner) == ("I endringa", "I tiltaket")


def test_without_a_history_everything_that_differs_is_asked(tokke):
    copy = copies.start(tokke, None)
    Revision.objects.all().delete()
    change(copy, lead_nn="I endringa")
    change(tokke, owner="I tiltaket")
    with pytest.raises(UnsettledError) as raised:
        copies.publish(copy, None)
    assert len(raised.value.parts) == 2


def test_entry_that_was_archived_meanwhile_is_not_published_again(tokke):
    copy = copies.start(tokke, None)
    change(tokke, status="archived")
    assert copies.publish(copy, None).status == "archived"


def test_discarded_copy_leaves_the_entry_as_it_is(tokke):
    before = State.of(tokke)
    copies.discard(copies.start(tokke, None), None)
    assert (State.of(tokke), Initiative.objects.count()) == (before, 1)


def test_copy_is_not_among_the_choices_of_relations(admin_client, tokke):
    copies.start(tokke, None)
    for model, field in (("succession", "successor"), ("formerslug", "initiative")):
        asked = {"app_label": "initiatives", "model_name": model, "field_name": field, "term": ""}
        found = admin_client.get(reverse("admin:autocomplete"), asked).json()["results"]
        assert [choice["id"] for choice in found] == [str(tokke.pk)]


def test_copy_does_not_count_where_a_term_is_used(admin_client, reference_data):
    entry = make_initiative(activities=["brev"])
    copies.start(entry, None)
    rows = admin_client.get(reverse("admin:initiatives_activity_changelist")).context["cl"].queryset
    assert rows.get(slug="brev").used == 1
    assert Activity.objects.get(slug="brev").links.count() == 2


def test_copy_of_an_entry_with_a_successor_leaves_the_successor_alone(tokke, client):
    successor = InitiativeFactory()
    Succession.objects.create(predecessor=tokke, successor=successor)
    copies.start(tokke, None)
    page = client.get(successor.get_absolute_url()).content.decode()
    assert page.count(tokke.get_absolute_url()) == 1


def test_drafts_of_a_translation_outlive_the_copy(reference_data):
    entry = InitiativeFactory(title_nn="Tittel", lead_nn="Ingress")
    copy = copies.start(entry, None)
    keeping.save_typed(
        copy, [keeping.Typed("lead-0", opened(copy, "lead-0"), "Ingressen")], [], None
    )
    copies.publish(copy, None)
    assert list(entry.translation_drafts.values_list("field", "text")) == [("lead", "Ingressen")]


def test_copy_knows_that_the_original_has_changed_since(reference_data):
    entry = InitiativeFactory(title_nn="Tittel", title_nb="Tittelen")
    entry.title_nn = "Ny tittel"
    entry.save()
    copy = copies.start(entry, None)
    assert copy.translations.get().state == "changed"


def test_translation_approved_in_a_copy_is_approved_in_its_entry(reference_data):
    entry = InitiativeFactory(title_nn="Tittel", title_nb="Tittelen")
    entry.title_nn = "Ny tittel"
    entry.save()
    copy = copies.start(entry, None)
    keeping.approve(copy, ["title-0"], None)
    assert copies.publish(copy, None).translations.get().state == "approved"
