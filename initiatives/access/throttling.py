"""Holding back whoever has tried too often: until when, in words, and letting them in again.

django-axes counts failures by user name and network together, so that nobody is held back for what
another does at the same address, and whether there is such an account makes no difference.
"""

from datetime import datetime
from http import HTTPStatus
from typing import Any

from axes.models import AccessAttempt
from axes.utils import reset
from django.conf import settings
from django.db.models import Max
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.formats import time_format
from django.utils.translation import gettext as _

from initiatives.access.clients import network_of


def held_back_until(request: HttpRequest, username: str) -> datetime | None:
    """When `username` may be tried from here again; None when nothing has failed."""
    tries = AccessAttempt.objects.filter(username=username, ip_address=network_of(request))
    last = tries.aggregate(last=Max("attempt_time"))["last"]
    return last + settings.AXES_COOLOFF_TIME if last else None


def wait_in_words(until: datetime) -> str:
    """`om 15 minutt (klokka 14.35)`, or in seconds when it is less than a minute."""
    seconds = max(1, round((until - timezone.now()).total_seconds()))
    clock = time_format(timezone.localtime(until), "H:i")
    if seconds < 60:
        return _("in %(seconds)s seconds") % {"seconds": seconds}
    return _("in %(minutes)s minutes (at %(clock)s)") % {
        "minutes": -(-seconds // 60),
        "clock": clock,
    }


def tell_held_back(
    request: HttpRequest, response: HttpResponse, credentials: Any = None
) -> HttpResponse:
    """Gives the page that says so in words its status (`AXES_LOCKOUT_CALLABLE`)."""
    response.status_code = HTTPStatus.TOO_MANY_REQUESTS
    return response


def let_in_again(username: str) -> bool:
    """Forgets the failures of a user name, from everywhere. False when there were none."""
    return bool(reset(username=username))
