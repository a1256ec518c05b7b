"""Users and groups: Django's own pages, what they ask of members, and help for those locked out."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.models import Group, Permission, User
from django.db.models import ManyToManyField, QuerySet
from django.forms import ModelForm, ModelMultipleChoiceField
from django.http import HttpRequest
from django.utils.html import format_html_join
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django_otp.plugins.otp_static.admin import StaticDeviceAdmin
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.admin import TOTPDeviceAdmin
from django_otp.plugins.otp_totp.models import TOTPDevice

from initiatives.access.log import record
from initiatives.access.permissions import WITHOUT_PAGES, permission_in_words
from initiatives.access.roles import ROLE_NAMES, ROLE_TASKS, role_name
from initiatives.access.second_factor import remove_second_factor, with_second_factor
from initiatives.access.sessions import end_stays
from initiatives.access.throttling import let_in_again
from initiatives.admin.deleting import without
from initiatives.models import EditorSession, EventKind, RoleRule

# Groups are named in the reader's form wherever the admin shows them; Django keeps one name, in
# English.
Group.add_to_class("__str__", lambda group: role_name(group.name))


class PermissionChoiceField(ModelMultipleChoiceField[Permission]):
    """Permissions by what they are for; Django stores their names in English."""

    def label_from_instance(self, permission: Permission) -> str:
        kind = permission.content_type
        return permission_in_words(kind.app_label, kind.model, permission.codename)


class PermissionNamesMixin:
    def formfield_for_manytomany(
        self, db_field: ManyToManyField[Any, Any], request: HttpRequest | None = None, **kwargs: Any
    ) -> Any:
        if db_field.related_model is Permission:
            kwargs["form_class"] = PermissionChoiceField
            permissions = Permission.objects.select_related("content_type")
            kwargs["queryset"] = permissions.exclude(content_type__app_label__in=WITHOUT_PAGES)
        elif db_field.related_model is Group:
            kwargs["help_text"] = format_html_join("", "{}<br>", ((task,) for task in ROLE_TASKS))
        return super().formfield_for_manytomany(db_field, request, **kwargs)  # type: ignore[misc]


# The secrets of second factors have no pages: whoever saw them could sign in as somebody else.
for model, pages in ((TOTPDevice, TOTPDeviceAdmin), (StaticDevice, StaticDeviceAdmin)):
    if isinstance(admin.site._registry.get(model), pages):
        admin.site.unregister(model)
admin.site.unregister(User)
admin.site.unregister(Group)


@admin.register(User)
class NamedUserAdmin(PermissionNamesMixin, UserAdmin[User]):
    list_display = (
        "username",
        "email",
        "first_name",
        "last_name",
        "is_staff",
        "is_active",
        "second_factor",
    )
    actions = ("let_in", "reset_second_factor", "sign_out")
    readonly_fields = ("last_login", "date_joined")

    def get_queryset(self, request: HttpRequest) -> QuerySet[User]:
        return with_second_factor(super().get_queryset(request))

    @admin.display(description=_("second factor"), boolean=True)
    def second_factor(self, user: User) -> bool:
        has_factor: bool = user.has_factor  # type: ignore[attr-defined]
        return has_factor

    @admin.action(description=_("Let in again after too many tries"), permissions=["change"])
    def let_in(self, request: HttpRequest, users: QuerySet[User]) -> None:
        held = [user for user in users if let_in_again(user.username)]
        for user in held:
            record(EventKind.LET_IN, user.username)
        text = ngettext("%(n)d may try again.", "%(n)d may try again.", len(held))
        self.tell(request, text, len(held))

    @admin.action(description=_("Reset the second factor"), permissions=["change"])
    def reset_second_factor(self, request: HttpRequest, users: QuerySet[User]) -> None:
        """For whoever has lost telephone and codes; signs them out too, in case it was stolen."""
        reset = [user for user in self.within_reach(request, users) if remove_second_factor(user)]
        for user in reset:
            end_stays(user)
            record(EventKind.FACTOR_RESET, user.username)
        text = ngettext(
            "%(n)d second factor was reset.", "%(n)d second factors were reset.", len(reset)
        )
        self.tell(request, text, len(reset))

    @admin.action(description=_("Sign out everywhere"), permissions=["change"])
    def sign_out(self, request: HttpRequest, users: QuerySet[User]) -> None:
        out = [user for user in self.within_reach(request, users) if end_stays(user)]
        for user in out:
            record(EventKind.SIGNED_OUT_ELSEWHERE, user.username)
        text = ngettext("%(n)d was signed out.", "%(n)d were signed out.", len(out))
        self.tell(request, text, len(out))

    def within_reach(self, request: HttpRequest, users: Iterable[User]) -> list[User]:
        """Leaves superusers to superusers."""
        is_super = bool(getattr(request.user, "is_superuser", False))
        kept = [user for user in users if is_super or not user.is_superuser]
        if len(kept) < len(list(users)):
            self.message_user(
                request, _("Only a superuser can do this to a superuser."), messages.ERROR
            )
        return kept

    def tell(self, request: HttpRequest, text: str, number: int) -> None:
        self.message_user(
            request, text % {"n": number}, messages.SUCCESS if number else messages.WARNING
        )

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> tuple[Any, Any, Any, Any]:
        """Leaves out what goes with any account: sessions and the second factor."""
        found, counts, missing, protected = super().get_deleted_objects(objs, request)
        kinds = [model._meta for model in (TOTPDevice, StaticDevice, StaticToken, EditorSession)]
        starts = tuple(f"{capfirst(kind.verbose_name)}: " for kind in kinds)
        plurals = {kind.verbose_name_plural for kind in kinds}
        return (
            without(found, starts),
            {k: n for k, n in counts.items() if k not in plurals},
            missing,
            protected,
        )


class RoleForm(ModelForm[Group]):
    requires_second_factor = forms.BooleanField(
        label=_("Requires a second factor"),
        required=False,
        help_text=_(
            "Members who have none are led to set it up at their next click, and can do nothing"
            " else before."
        ),
    )

    class Meta:
        model = Group
        fields = ("name", "permissions")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rule = RoleRule.objects.filter(pk=self.instance.pk).first()
        self.initial["requires_second_factor"] = bool(rule and rule.requires_second_factor)


@admin.register(Group)
class NamedGroupAdmin(PermissionNamesMixin, GroupAdmin):
    form = RoleForm
    list_display = ("__str__", "second_factor")

    @admin.display(description=_("Requires a second factor"), boolean=True)
    def second_factor(self, group: Group) -> bool:
        rule: RoleRule | None = getattr(group, "rule", None)
        return bool(rule and rule.requires_second_factor)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Group]:
        return super().get_queryset(request).select_related("rule")

    def get_fields(self, request: HttpRequest, obj: Group | None = None) -> tuple[str, ...]:
        """The catalogue's roles keep their names: what they may do is built on them."""
        name = () if obj and obj.name in ROLE_NAMES else ("name",)
        return (*name, "requires_second_factor", "permissions")

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        is_required = form.cleaned_data["requires_second_factor"]
        RoleRule.objects.update_or_create(
            group=form.instance, defaults={"requires_second_factor": is_required}
        )
