"""The roles that the catalogue makes, by the names of their groups in the database."""

from django.utils.translation import gettext_lazy as _

ROLE_NAMES = {
    "writer": _("Writer"),
    "publisher": _("Publisher"),
    "administrator": _("Administrator"),
}
ROLE_TASKS = (
    _("Writer: adds and changes drafts, sends them to review"),
    _("Publisher: does all with entries and terms"),
    _("Administrator: does all, also with users and groups"),
)


def role_name(name: str) -> str:
    """What a group is called to readers; groups that editors have made are called what they are."""
    return str(ROLE_NAMES.get(name, name))
