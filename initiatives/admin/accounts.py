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
}


class PermissionChoiceField(ModelMultipleChoiceField):
    """Permissions by what they are for; Django stores their names in English."""

    def label_from_instance(self, permission: Permission) -> str:
        action = permission.codename.partition("_")[0]
        name = PERMISSION_NAMES.get(action)
        kind = permission.content_type.name
        return str(name) % {"kind": kind[:1].upper() + kind[1:]} if name else permission.name


class PermissionNamesMixin:
    def formfield_for_manytomany(
        self, db_field: ManyToManyField, request: HttpRequest | None = None, **kwargs: Any
    ) -> Any:
        if db_field.related_model is Permission:
            kwargs["form_class"] = PermissionChoiceField
        return super().formfield_for_manytomany(db_field, request, **kwargs)  # type: ignore[misc]


admin.site.unregister(User)
admin.site.unregister(Group)


@admin.register(User)
class NamedUserAdmin(PermissionNamesMixin, UserAdmin):
    pass


@admin.register(Group)
class NamedGroupAdmin(PermissionNamesMixin, GroupAdmin):
    pass
