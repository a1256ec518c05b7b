"""What went wrong, in the reader's form: as pages, and as problems for programs under `/api/`."""

from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_cache_control

from initiatives.outgoing.api.problems import asks_api, problem


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return tell(request, HTTPStatus.BAD_REQUEST)


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    return tell(request, HTTPStatus.FORBIDDEN)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    return tell(request, HTTPStatus.FORBIDDEN, {"is_csrf": True})


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    response = tell(request, HTTPStatus.NOT_FOUND)
    # What is not there may be published at any time.
    patch_cache_control(response, no_cache=True)
    return response


def server_error(request: HttpRequest) -> HttpResponse:
    return tell(request, HTTPStatus.INTERNAL_SERVER_ERROR)


def tell(
    request: HttpRequest, status: HTTPStatus, context: dict[str, Any] | None = None
) -> HttpResponse:
    """The page of a status, or the problem."""
    if asks_api(request):
        return problem(request, status)
    return render(request, f"{status:d}.html", context, status=status)
