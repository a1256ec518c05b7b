"""A published entry is changed as a draft, and readers see none of it until it is published whole."""

import json

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from initiatives.editing import copies, history
from initiatives.editing.state import State
from initiatives.models import Activity, FormerSlug, Initiative, Succession, WorkflowStep
from initiatives.translation import keeping
from initiatives.translation.rows import SideBySide, by_key
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
    assert (last.revision.user, last.comment, history.versions_of(tokke).count()) == (user, "Fint", 2)


def test_steps_of_a_copy_go_on_with_its_entry(tokke):
    copy = copies.start(tokke, None)
    WorkflowStep.objects.create(
        initiative=copy, step="submit", from_status="draft", to_status="in-review", comment="Sjå"
    )
    copies.publish(copy, None)
    assert list(tokke.steps.values_list("step", flat=True)) == ["publish-change", "submit"]


def test_entry_that_changed_meanwhile_is_not_overwritten(tokke):
    copy = copies.start(tokke, None)
    Initiative.objects.filter(pk=tokke.pk).update(title_nn="Av ein annan")
    with pytest.raises(copies.ChangedMeanwhileError):
        copies.publish(copy, None)
    tokke.refresh_from_db()
    assert tokke.title_nn == "Av ein annan"


def test_entry_that_changed_meanwhile_is_overwritten_knowingly(tokke):
    copy = copies.start(tokke, None)
    Initiative.objects.filter(pk=tokke.pk).update(lead_nn="Av ein annan")
    seen = copies.changed_meanwhile(copy).digest
    copies.publish(copy, None, over=seen)
    said = [history.KeptVersion(revision).state.fields["lead_nn"] for revision in history.versions_of(tokke)]
    assert said[1] == "Av ein annan"


def test_entry_that_was_archived_meanwhile_is_not_published_again(tokke):
    copy = copies.start(tokke, None)
    Initiative.objects.filter(pk=tokke.pk).update(status="archived")
    entry = copies.publish(copy, None, over=copies.changed_meanwhile(copy).digest)
    assert entry.status == "archived"


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
    keeping.save_typed(copy, [keeping.Typed("lead-0", opened(copy, "lead-0"), "Ingressen")], [], None)
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
