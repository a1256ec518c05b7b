"""An earlier version is put back exactly, and what has gone since is told."""

import pytest
from django.core.exceptions import ValidationError
from django.db.models import F

from initiatives.desk.editing import history
from initiatives.desk.editing.restoring import restore
from initiatives.desk.editing.state import State
from initiatives.models import (
    Activity,
    ActivityAlias,
    ActivityLink,
    FormerSlug,
    Initiative,
    Succession,
)
from tests.factories import InitiativeFactory, ProjectFactory, make_initiative

pytestmark = pytest.mark.django_db


def keep(entry):
    history.keep(entry, None, history.Event.SAVED)
    return history.last_version(entry)


def links_of(entry):
    return list(entry.activitylinks.values_list("position", "term__slug", "wording"))


@pytest.fixture
def entry(reference_data):
    made = make_initiative(slug="heim", activities=["brev", "annonsering", "brosjyrar"])
    made.activitylinks.filter(position=1).update(wording="Brev heim")
    ProjectFactory(initiative=made, name_nn="Lårdal", start_year=2012)
    return made


def test_swapped_positions_and_changed_wordings_come_back(entry):
    before, version = links_of(entry), keep(entry)
    entry.activitylinks.update(position=-F("position"))
    for position, wording in ((3, "Ein"), (2, ""), (1, "Tre")):
        entry.activitylinks.filter(position=-position).update(
            position=4 - position, wording=wording
        )
    assert links_of(entry) != before
    assert restore(entry, version, None) == []
    assert links_of(entry) == before


def test_everything_of_an_entry_comes_back(tokke):
    Succession.objects.create(predecessor=tokke, successor=InitiativeFactory())
    before, version = State.of(tokke), keep(tokke)
    for rows in (tokke.activitylinks, tokke.projects, tokke.successions, tokke.municipalitylinks):
        rows.all().delete()
    Initiative.objects.filter(pk=tokke.pk).update(
        body_nn="", confirmed_on=None, published_headings={}
    )
    restore(tokke, version, None)
    assert State.of(tokke) == before


def test_restoring_is_a_version_that_can_be_undone(entry):
    first = keep(entry)
    Initiative.objects.filter(pk=entry.pk).update(lead_nn="Ny")
    second = keep(entry)
    restore(entry, first, None)
    restore(entry, second, None)
    entry.refresh_from_db()
    assert (entry.lead_nn, history.versions_of(entry).count()) == ("Ny", 4)


def test_change_that_was_not_kept_is_kept_before_restoring(entry):
    version = keep(entry)
    Initiative.objects.filter(pk=entry.pk).update(lead_nn="Endra av eit program")
    restore(entry, version, None)
    said = [
        history.KeptVersion(revision).state.fields["lead_nn"]
        for revision in history.versions_of(entry)
    ]
    assert said == ["", "Endra av eit program", ""]


def test_restoring_does_not_publish_again(entry):
    version = keep(entry)
    Initiative.objects.filter(pk=entry.pk).update(status="archived", lead_nn="Ny")
    restore(entry, version, None)
    entry.refresh_from_db()
    assert (entry.status, entry.lead_nn) == ("archived", "")


def test_term_that_is_gone_is_told_and_left_out(entry):
    version = keep(entry)
    entry.activitylinks.filter(term__slug="annonsering").delete()
    Activity.objects.get(slug="annonsering").delete()
    [told] = restore(entry, version, None)
    assert "Annonsering" in told
    assert links_of(entry) == [(1, "brev", "Brev heim"), (3, "brosjyrar", "")]


def test_term_that_another_has_taken_over_is_told_and_replaced(entry):
    version = keep(entry)
    entry.activitylinks.filter(term__slug="annonsering").delete()
    gone = Activity.objects.get(slug="annonsering")
    label = str(gone)
    gone.delete()
    ActivityAlias.objects.create(wording=label, term=Activity.objects.get(slug="utstilling"))
    assert len(restore(entry, version, None)) == 1
    assert links_of(entry)[1] == (2, "utstilling", "")


def test_term_that_took_over_another_of_the_list_stands_once(entry):
    version = keep(entry)
    entry.activitylinks.filter(term__slug="annonsering").delete()
    gone = Activity.objects.get(slug="annonsering")
    label = str(gone)
    gone.delete()
    ActivityAlias.objects.create(wording=label, term=Activity.objects.get(slug="brev"))
    restore(entry, version, None)
    assert [slug for _, slug, _ in links_of(entry)] == ["brev", "brosjyrar"]


def test_version_that_a_published_entry_cannot_have_is_refused(reference_data):
    entry = InitiativeFactory(status="draft", title_nn="", title_nb="Hjem", slug="x")
    version = keep(entry)
    Initiative.objects.filter(pk=entry.pk).update(title_nn="Heim")
    Initiative.objects.filter(pk=entry.pk).update(
        status="published", first_published_at="2026-01-01T00:00Z"
    )
    with pytest.raises(ValidationError):
        restore(entry, version, None)
    entry.refresh_from_db()
    assert entry.title_nn == "Heim"


def test_address_comes_back_and_the_later_one_leads_to_it(entry):
    version = keep(entry)
    former = entry.slug
    Initiative.objects.filter(pk=entry.pk).update(slug="nyare")
    restore(entry, version, None)
    entry.refresh_from_db()
    assert (entry.slug, FormerSlug.objects.get().slug) == (former, "nyare")


def test_address_that_another_entry_has_now_is_told(entry):
    version = keep(entry)
    former = entry.slug
    Initiative.objects.filter(pk=entry.pk).update(slug="nyare")
    InitiativeFactory(slug=former)
    [told] = restore(entry, version, None)
    entry.refresh_from_db()
    assert (entry.slug, former in told) == ("nyare", True)


def test_successor_with_a_new_address_is_found_again(entry):
    successor = InitiativeFactory(slug="for")
    Succession.objects.create(predecessor=entry, successor=successor)
    version = keep(entry)
    entry.successions.all().delete()
    Initiative.objects.filter(pk=successor.pk).update(slug="etter")
    FormerSlug.objects.create(slug="for", initiative=successor)
    assert restore(entry, version, None) == []
    assert entry.successions.get().successor == successor


def test_list_that_is_alike_is_left_alone(entry):
    version = keep(entry)
    before = set(ActivityLink.objects.values_list("pk", flat=True))
    Initiative.objects.filter(pk=entry.pk).update(lead_nn="Ny")
    restore(entry, version, None)
    assert set(ActivityLink.objects.values_list("pk", flat=True)) == before
