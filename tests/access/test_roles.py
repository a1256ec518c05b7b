"""The roles of the catalogue have names in the reader's form, and keep those that are stored."""

import pytest
from django.contrib.auth.models import Group
from django.utils import translation

from initiatives.access.roles import ROLE_NAMES, role_name
from initiatives.models import RoleRule

pytestmark = pytest.mark.django_db

ROLES = "/admin/auth/group/"


def test_every_role_that_is_stored_has_a_name():
    assert set(Group.objects.values_list("name", flat=True)) == set(ROLE_NAMES)


@pytest.mark.parametrize(
    ("form", "name"), [("nn", "Skribent"), ("nb", "Skribent"), ("en", "Writer")]
)
def test_role_is_shown_by_its_name_in_the_form(form, name):
    with translation.override(form):
        assert str(Group.objects.get(name="writer")) == name


def test_group_of_the_editors_own_is_called_what_it_is():
    assert (str(Group(name="Sommarvikarar")), role_name("Sommarvikarar")) == ("Sommarvikarar",) * 2


def test_role_of_the_catalogue_keeps_its_name(editor):
    role = Group.objects.get(name="writer")
    editor.post(f"{ROLES}{role.pk}/change/", {"name": "noko anna", "requires_second_factor": "on"})
    role.refresh_from_db()
    assert (role.name, role.rule.requires_second_factor) == ("writer", True)


def test_group_of_the_editors_own_may_be_renamed(editor):
    role = Group.objects.create(name="Sommarvikarar")
    editor.post(f"{ROLES}{role.pk}/change/", {"name": "Vintervikarar"})
    role.refresh_from_db()
    assert role.name == "Vintervikarar"


@pytest.mark.parametrize("number", [1, 3])
def test_list_of_roles_has_a_fixed_number_of_queries(editor, number, django_assert_num_queries):
    for n in range(number):
        RoleRule.objects.create(
            group=Group.objects.create(name=f"Rolle {n}"), requires_second_factor=True
        )
    with django_assert_num_queries(5):
        editor.get(ROLES)
