"""The history of entries in the admin: every version, what it changed, and the way back to it."""

from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from django.contrib import messages
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Page, Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from reversion.models import Revision

from initiatives.desk.editing import history
from initiatives.desk.editing.differences import Difference, changed_names, compare, labels_of
from initiatives.desk.editing.history import KeptVersion
from initiatives.desk.editing.restoring import restore
from initiatives.desk.editing.state import WAY, State
from initiatives.models import Initiative

VERSIONS_A_PAGE = 20


@dataclass(frozen=True)
class Line:
    """A version in the list, with the fields and lists that it changed."""

    version: KeptVersion
    changed: list[str]
    writers: list[str]
    """The names of others who wrote what somebody published."""


@dataclass(frozen=True)
class VersionPage:
    """What a version changed, and what restoring it would change now."""

    version: KeptVersion
    changed: list[Difference] | None
    """None for the first one, which has nothing before it."""
    would_change: list[Difference]


def lines_of(page: Page[Revision]) -> list[Line]:
    """The versions of a page, the newest first; one more is looked up, as the last one's before."""
    shown = [KeptVersion(revision) for revision in page.object_list]
    versions: list[KeptVersion | None] = [*shown]
    writers = {key for version in shown for key in version.writers}
    accounts = User.objects.in_bulk(writers) if writers else {}
    names = {key: str(account) for key, account in accounts.items()}
    return [
        Line(
            new,
            labels_of(changed_names(old.state, new.state)) if old else [],
            list(filter(None, map(names.get, new.writers))),
        )
        for new, old in pairwise([*versions, version_before(page)])
        if new
    ]


def version_before(page: Page[Revision]) -> KeptVersion | None:
    """The version before the last one of a page."""
    rows: Any = page.paginator.object_list
    after = page.end_index()
    return next((KeptVersion(revision) for revision in rows[after : after + 1]), None)


def history_page(request: HttpRequest, object_id: str, admin: Any) -> HttpResponse:
    """All versions, twenty a page; three or four queries besides Django's own."""
    entry = seen_entry(request, object_id, admin)
    page = Paginator(history.versions_of(entry), VERSIONS_A_PAGE).get_page(request.GET.get("p"))
    context = {
        "title": _("History"),
        "lines": lines_of(page),
        "page": page,
        "steps": entry.steps.select_related("user"),
    }
    return answer(request, entry, admin, "history.html", context)


def version_page(request: HttpRequest, key: int, revision: int, admin: Any) -> HttpResponse:
    """What a version changed; POST restores it."""
    entry = seen_entry(request, str(key), admin)
    versions = history.versions_of(entry)
    found = KeptVersion(get_object_or_404(versions, pk=revision))
    if request.method == "POST":
        return restore_version(request, entry, found, admin)
    earlier = versions.filter(pk__lt=revision).first()
    page = VersionPage(
        found,
        compare(KeptVersion(earlier).state, found.state) if earlier else None,
        compare(State.of(entry).without(WAY), found.state.without(WAY)),
    )
    may_restore = admin.has_change_permission(request, entry)
    context = {"title": _("A version"), "page": page, "may_restore": may_restore}
    return answer(request, entry, admin, "version.html", context)


def restore_version(
    request: HttpRequest, entry: Initiative, version: KeptVersion, admin: Any
) -> HttpResponse:
    if not admin.has_change_permission(request, entry):
        raise PermissionDenied
    try:
        told = restore(entry, version, request.user)
    except ValidationError as error:
        text = _("This version cannot be restored. %(why)s") % {"why": " ".join(error.messages)}
        messages.error(request, text)
        return HttpResponseRedirect(request.path)
    admin.log_change(request, entry, [{"changed": {"fields": [_("an earlier version")]}}])
    text = _("The version is restored, as a new version. Restore the one before it to undo that.")
    messages.success(request, text)
    for warning in told:
        messages.warning(request, warning)
    return HttpResponseRedirect(reverse("admin:initiatives_initiative_change", args=[entry.pk]))


def seen_entry(request: HttpRequest, object_id: str, admin: Any) -> Initiative:
    if not object_id.isdecimal() or len(object_id) > 18:
        raise Http404
    entry = get_object_or_404(Initiative, pk=object_id)
    if not admin.has_view_permission(request, entry):
        raise PermissionDenied
    return entry


def answer(
    request: HttpRequest, entry: Initiative, admin: Any, template: str, context: dict[str, Any]
) -> HttpResponse:
    known = {
        **admin.admin_site.each_context(request),
        "subtitle": str(entry),
        "opts": Initiative._meta,
        "original": entry,
    }
    return TemplateResponse(request, f"admin/initiatives/initiative/{template}", known | context)
