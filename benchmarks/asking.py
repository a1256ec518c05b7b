"""Questions, and how a process asks its own WSGI application.

Imports nothing of the app, since the processes that are timed and weighed import it.
"""

import io
import sys
from collections.abc import Callable, Iterable
from time import perf_counter
from typing import Any

# The list without a filter.
LIST = "/nn/tiltak/"
# What the view that does nothing answers.
CONSTANT = b"ok\n"


# Addresses of pages by kind: lists with `filters`, with a `common` or a `rare` word, and `entries`.
Questions = dict[str, list[str]]

Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


def answer(application: Application, address: str) -> bytes:
    """The body that the application answers a GET with; raises `ValueError` when it is not 200."""
    statuses: list[str] = []
    response = application(environ(address), lambda status, headers, *_: statuses.append(status))
    try:
        body = b"".join(response)
    finally:
        if close := getattr(response, "close", None):
            close()
    if not statuses[0].startswith("200"):
        raise ValueError(f"{address} was answered with {statuses[0]}")
    return body


def timed(application: Application, address: str) -> float:
    """The milliseconds until the whole page is there."""
    started = perf_counter()
    answer(application, address)
    return (perf_counter() - started) * 1000


def environ(address: str) -> dict[str, Any]:
    """A GET request as a server hands it to the application."""
    path, _, query = address.partition("?")
    return {
        "REQUEST_METHOD": "GET",
        "SCRIPT_NAME": "",
        "PATH_INFO": path,
        "QUERY_STRING": query,
        "SERVER_NAME": "127.0.0.1",
        "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "HTTP_HOST": "127.0.0.1",
        "HTTP_ACCEPT": "text/html",
        "REMOTE_ADDR": "127.0.0.1",
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": "http",
        "wsgi.input": io.BytesIO(),
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
    }
