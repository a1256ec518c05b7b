"""Attempts at a save without a browser: what was sent, by whom, and an answer of one line."""

from types import SimpleNamespace
from typing import Any

from django.contrib import admin
from django.contrib.messages.storage.cookie import CookieStorage
from django.http import HttpResponse
from django.test import RequestFactory
from django.utils.http import urlencode

from initiatives.admin.attempt import Attempt, Tried
from initiatives.admin.saving import Saving
from initiatives.models import Initiative

STOCK = "Django's own answer"


def answered(attempt: Attempt) -> HttpResponse:
    """In the place of Django's view: saves nothing; a trial sees the entry as it is."""
    if attempt.look:
        raise Tried(attempt.look(attempt.entry))
    return HttpResponse(STOCK)


def attempt_at(entry: Initiative | None, user: Any, stock=answered, **sent: str) -> Attempt:
    request = RequestFactory().post("/", urlencode(sent), "application/x-www-form-urlencoded")
    request.user = user
    request._messages = CookieStorage(request)
    key = str(entry.pk) if entry else None
    return Attempt.of(admin.site.get_model_admin(Initiative), request, stock, key)


def saving_of(attempt: Attempt, entry: Initiative, **form: Any) -> Saving:
    """What is saved of an entry whose form has changed nothing but what is said."""
    known = {"cleaned_data": {"comment": ""}, "changed_data": [], "initial": {}} | form
    is_new = entry.pk is None
    return Saving(attempt, SimpleNamespace(instance=entry, **known), (), is_new)
