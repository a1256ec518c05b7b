"""Who acts: the request that is being answered, for what is noted far from any view."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.http import HttpRequest

_request: ContextVar[HttpRequest | None] = ContextVar("request", default=None)


@contextmanager
def answering(request: HttpRequest) -> Iterator[None]:
    """Within it `acting_request` gives this request."""
    token = _request.set(request)
    try:
        yield
    finally:
        _request.reset(token)


def acting_request() -> HttpRequest | None:
    """The request that is being answered; None in commands."""
    return _request.get()
