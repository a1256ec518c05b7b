"""The roles of the catalogue have names in the reader's form, and keep those that are stored."""

import pytest
from django.contrib.auth.models import Group
from django.utils import translation

from initiatives.access.roles import ROLE_NAMES, role_name
from initiatives.models import RoleRule
from initiatives.models.kinds import KINDS, LINKED

pytestmark = pytest.mark.django_db

ROLES = "/admin/auth/group/"
ACTIONS = ("add", "change", "delete", "view")


def rights(role, kind):
    """What a role may do with the terms of a kind, with their other wordings and with their
    links.
    """
    held = Group.objects.get(name=role).permissions.values_list("codename", flat=True)
    models = (kind.model, kind.alias, kind.link)
    return [
        [action for action in ACTIONS if f"{action}_{model._meta.model_name}" in held]
        for model in models
    ]


def test_every_role_that_is_stored_has_a_name():
    assert set(Group.objects.values_list("name", flat=True)) == set(ROLE_NAMES)


@pytest.mark.parametrize(
    ("form", "name"), [("nn", "Skribent"), ("nb", "Skribent"), ("en", "Writer")]
)
def test_role_is_shown_by_its_name_in_the_form(form, name):
    with translation.override(form):
        assert str(Group.objects.get(name="writer")) == name


@pytest.mark.parametrize("kind", [kind.name for kind in LINKED if kind.is_term])
@pytest.mark.parametrize("role", ROLE_NAMES)
def test_role_may_do_with_each_kind_of_term_what_it_may_with_activities(role, kind):
    assert rights(role, KINDS[kind]) == rights(role, KINDS["activity"]), (
        "Say in a migration, and in tests/reference_data.py, what the groups may do with it."
    )


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
