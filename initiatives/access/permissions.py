"""Permissions by what they are for: Django stores their names in English."""

from django.apps import apps
from django.contrib.auth.models import Permission
from django.utils.translation import gettext_lazy as _

PERMISSION_NAMES = {
    "add": _("%(kind)s: add"),
    "change": _("%(kind)s: change"),
    "delete": _("%(kind)s: delete"),
    "view": _("%(kind)s: see"),
    "publish": _("%(kind)s: publish, archive and take from readers"),
}
# Apps that the admin has no pages of: their permissions open nothing.
WITHOUT_PAGES = ("axes", "contenttypes", "otp_static", "otp_totp", "sessions")


def permission_in_words(app: str, model: str, codename: str) -> str:
    """`Tiltak: endre`; the stored name where we have no words for it."""
    action = codename.partition("_")[0]
    try:
        kind = str(apps.get_model(app, model)._meta.verbose_name)
    except LookupError:
        kind = model
    if action not in PERMISSION_NAMES or codename != f"{action}_{model}":
        return stored_name(app, codename)
    return str(PERMISSION_NAMES[action]) % {"kind": kind[:1].upper() + kind[1:]}


def stored_name(app: str, codename: str) -> str:
    found = Permission.objects.filter(content_type__app_label=app, codename=codename).first()
    return str(_(found.name)) if found else codename


def label_of(permission: Permission) -> str:
    """How the log keeps a permission: `app.model.codename`."""
    kind = permission.content_type
    return f"{kind.app_label}.{kind.model}.{permission.codename}"
