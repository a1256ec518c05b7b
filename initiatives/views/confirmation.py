"""The page where a contact answers whether an entry is still right. Opening it changes nothing."""

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.http import require_http_methods, require_safe

from initiatives.desk.confirmation.answering import AnswerForm, may_try, store_answer
from initiatives.desk.confirmation.links import Link, LinkState
from initiatives.models import Answer, ConfirmationRequest
from initiatives.pages.caching import NOT_FOR_ROBOTS

STATUS = {LinkState.OPEN: HTTPStatus.OK, LinkState.UNKNOWN: HTTPStatus.NOT_FOUND}


def private_page(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A page for one reader: kept by nobody, found by no search engine, its address told to no
    other site.

    The address goes with forms to ourselves: without it browsers send no origin, and Django refuses
    the form.
    """

    @never_cache
    @wraps(view)
    def page(request: HttpRequest, *args: str, **options: str) -> HttpResponse:
        response = view(request, *args, **options)
        response.headers["X-Robots-Tag"] = NOT_FOR_ROBOTS
        response.headers["Referrer-Policy"] = "same-origin"
        return response

    return page


@private_page
@csrf_protect
@require_http_methods(["GET", "HEAD", "POST"])
def confirmation(request: HttpRequest, token: str) -> HttpResponse:
    """The form, or why there is none."""
    link = Link.read(token)
    if link.request is None or link.state is not LinkState.OPEN:
        return _closed(request, link)
    if request.method != "POST":
        return _form(request, link.request, AnswerForm())
    if not may_try(link.request):
        return render(
            request, "initiatives/confirmation_closed.html", {"state": "too-often"}, status=429
        )
    form = AnswerForm(request.POST)
    if not form.is_valid():
        return _form(request, link.request, form)
    if not store_answer(link.request, **form.cleaned_data):
        return _closed(request, Link.read(token))
    return redirect("confirmation-thanks")


@private_page
@require_safe
def thanks(request: HttpRequest) -> HttpResponse:
    return render(request, "initiatives/confirmation_thanks.html")


def _form(request: HttpRequest, asked: ConfirmationRequest, form: AnswerForm) -> HttpResponse:
    context = {
        "entry": asked.initiative,
        "asked": form,
        "answers": Answer,
        "until": asked.expires_at,
    }
    return render(request, "initiatives/confirmation.html", context)


def _closed(request: HttpRequest, link: Link) -> HttpResponse:
    entry = link.request.initiative if link.request and link.request.initiative.is_public else None
    context = {"state": link.state.value, "entry": entry}
    status = STATUS.get(link.state, HTTPStatus.GONE)
    return render(request, "initiatives/confirmation_closed.html", context, status=status)
