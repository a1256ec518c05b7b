"""An entry as plain values: the same from the database as from its history, alike only for alike
entries.
"""

import pytest
from reversion.models import Revision

from initiatives.desk.editing import history
from initiatives.desk.editing.state import LISTS, State
from initiatives.models import ActivityLink, Succession
from tests.factories import InitiativeFactory, make_initiative

pytestmark = pytest.mark.django_db


def test_kept_state_is_the_one_that_was_read(tokke):
    Succession.objects.create(predecessor=tokke, successor=InitiativeFactory())
    history.keep(tokke, None, history.Event.SAVED)
    assert State.of_revision(Revision.objects.get()) == State.of(tokke)


def test_every_list_of_an_entry_is_in_its_state(tokke):
    state = State.of(tokke)
    assert {name: len(rows) for name, rows in state.lists.items()} == {
        name: getattr(tokke, name).count() for name in LISTS
    }


def test_reading_takes_a_fixed_number_of_queries(tokke, django_assert_num_queries):
    for _ in range(3):
        Succession.objects.create(predecessor=tokke, successor=InitiativeFactory())
    with django_assert_num_queries(1 + len(LISTS)):
        State.of(tokke)


def test_digest_is_another_when_rows_change_places(reference_data):
    initiative = make_initiative(activities=["brev", "annonsering"])
    before = State.of(initiative).digest
    first, second = initiative.activitylinks.all()
    for link, position in ((first, 9), (second, 1), (first, 2)):
        ActivityLink.objects.filter(pk=link.pk).update(position=position)
    assert State.of(initiative).digest != before


def test_digest_is_the_same_when_numbers_leave_a_gap(reference_data):
    initiative = make_initiative(activities=["brev", "annonsering"])
    before = State.of(initiative).digest
    initiative.activitylinks.filter(position=2).update(position=7)
    assert State.of(initiative).digest == before
