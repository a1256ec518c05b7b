"""Users and groups: Django's own pages, with the names of permissions in the editor's form."""

from typing import Any

from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.models import Group, Permission, User
from django.db.models import ManyToManyField
from django.forms import ModelMultipleChoiceField
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

PERMISSION_NAMES = {
    "add": _("%(kind)s: add"),
    "change": _("%(kind)s: change"),
    "delete": _("%(kind)s: delete"),
    "view": _("%(kind)s: see"),
    "publish": _("%(kind)s: publish, archive and take from readers"),
}
# The groups that the catalogue makes, by their names in the database.
ROLE_NAMES = {
    "writer": _("Writer: adds and changes drafts, sends them to review"),
    "publisher": _("Publisher: does all with entries and terms"),
    "administrator": _("Administrator: does all, also with users and groups"),
}


class PermissionChoiceField(ModelMultipleChoiceField):
    """Permissions by what they are for; Django stores their names in English."""

    def label_from_instance(self, permission: Permission) -> str:
        action = permission.codename.partition("_")[0]
        name = PERMISSION_NAMES.get(action)
        kind = permission.content_type.name
        return str(name) % {"kind": kind[:1].upper() + kind[1:]} if name else permission.name


class GroupChoiceField(ModelMultipleChoiceField):
    """Groups by name; those that stand for a role by what the role may do."""

    def label_from_instance(self, group: Group) -> str:
        return str(ROLE_NAMES.get(group.name, group.name))


class PermissionNamesMixin:
    def formfield_for_manytomany(
        self, db_field: ManyToManyField, request: HttpRequest | None = None, **kwargs: Any
    ) -> Any:
        if db_field.related_model is Permission:
            kwargs["form_class"] = PermissionChoiceField
        elif db_field.related_model is Group:
            kwargs["form_class"] = GroupChoiceField
        return super().formfield_for_manytomany(db_field, request, **kwargs)  # type: ignore[misc]


admin.site.unregister(User)
admin.site.unregister(Group)


@admin.register(User)
class NamedUserAdmin(PermissionNamesMixin, UserAdmin):
    pass


@admin.register(Group)
class NamedGroupAdmin(PermissionNamesMixin, GroupAdmin):
    pass
