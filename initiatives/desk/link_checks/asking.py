"""Asks one address whether it answers: HEAD, then GET, after redirects, never a private network.

The name of a site is looked up once, and the connection goes to the very address that was found to
be public, so that a site cannot answer with another one the second time.
"""

import http.client
import ipaddress
import socket
import ssl
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from http import HTTPStatus
from threading import Timer
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from initiatives.models import AddressProblem

TIMEOUT_SECONDS = 15
MOST_REDIRECTS = 5
# A site that sends a letter now and then never runs into the timeout, so there is an end to all of
# it too.
LONGEST_SECONDS = 30
PORTS = {"http": 80, "https": 443}

_REDIRECTS = (
    HTTPStatus.MOVED_PERMANENTLY,
    HTTPStatus.FOUND,
    HTTPStatus.SEE_OTHER,
    HTTPStatus.TEMPORARY_REDIRECT,
    HTTPStatus.PERMANENT_REDIRECT,
)
# A person may well see the page that a program is not let in to, or must wait for.
_REFUSALS = (
    HTTPStatus.UNAUTHORIZED,
    HTTPStatus.FORBIDDEN,
    HTTPStatus.PROXY_AUTHENTICATION_REQUIRED,
    HTTPStatus.TOO_MANY_REQUESTS,
    HTTPStatus.UNAVAILABLE_FOR_LEGAL_REASONS,
)


@dataclass(frozen=True)
class Answer:
    """What came of asking: `moved_to` is where redirects ended, empty when there were none."""

    problem: AddressProblem
    status: int | None = None
    moved_to: str = ""


class AskingError(Exception):
    """An address cannot be asked, or does not answer."""

    def __init__(self, problem: AddressProblem) -> None:
        super().__init__(str(problem))
        self.problem = problem


@dataclass(frozen=True)
class Asker:
    """How to ask: what we call ourselves, and whether this machine may be asked (only in tests)."""

    user_agent: str
    may_ask_private: bool = False
    timeout_seconds: float = TIMEOUT_SECONDS

    def ask(self, address: str) -> Answer:
        """What an address answers at the end of its redirects. Raises nothing."""
        here = address
        status: int | None = None
        try:
            for _number in range(MOST_REDIRECTS + 1):
                status, onwards = self._ask_either_way(here)
                if not onwards:
                    return Answer(_problem_of(status), status, here if here != address else "")
                here = onwards
        except AskingError as error:
            return Answer(error.problem, None, here if here != address else "")
        return Answer(AddressProblem.LOOPS, status, here)

    def _ask_either_way(self, address: str) -> tuple[int, str]:
        """The status, and where it sends on to. Many sites refuse HEAD, so GET decides."""
        try:
            status, onwards = self._ask(address, "HEAD")
        except AskingError as error:
            if error.problem != AddressProblem.NO_ANSWER:
                raise
            return self._ask(address, "GET")
        return (status, onwards) if status < HTTPStatus.BAD_REQUEST else self._ask(address, "GET")

    def _ask(self, address: str, method: str) -> tuple[int, str]:
        parts = _parts(address)
        connection = self._connect(parts)
        end = Timer(LONGEST_SECONDS, _hang_up, [connection.sock])
        end.daemon = True
        end.start()
        try:
            headers = {"User-Agent": self.user_agent, "Accept": "*/*", "Connection": "close"}
            connection.request(method, _path(parts), headers=headers)
            # What the page says does not matter, so nothing of it is read, however long it is.
            response = connection.getresponse()
            location = response.getheader("Location") if response.status in _REDIRECTS else None
            return response.status, urljoin(address, location) if location else ""
        except ssl.SSLError as error:
            raise AskingError(AddressProblem.UNSAFE) from error
        except (OSError, http.client.HTTPException, ValueError) as error:
            raise AskingError(AddressProblem.NO_ANSWER) from error
        finally:
            end.cancel()
            connection.close()

    def _connect(self, parts: SplitResult) -> http.client.HTTPConnection:
        """An open connection to a public address of the site."""
        host = str(parts.hostname)
        port = parts.port or PORTS[parts.scheme]
        number = self._public_number(host, port)
        connection = http.client.HTTPConnection(host, port, timeout=self.timeout_seconds)
        try:
            connection.sock = socket.create_connection((number, port), self.timeout_seconds)
            if parts.scheme == "https":
                connection.sock = ssl.create_default_context().wrap_socket(
                    connection.sock, server_hostname=host
                )
        except ssl.SSLError as error:
            connection.close()
            raise AskingError(AddressProblem.UNSAFE) from error
        except OSError as error:
            connection.close()
            raise AskingError(AddressProblem.NO_ANSWER) from error
        return connection

    def _public_number(self, host: str, port: int) -> str:
        """The number that a site's name stands for; none may be in a private network."""
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise AskingError(AddressProblem.NO_SUCH_SITE) from error
        numbers = [str(row[4][0]) for row in found]
        if not self.may_ask_private and not all(map(is_public, numbers)):
            raise AskingError(AddressProblem.NOT_PUBLIC)
        return _preferred(numbers)


def _hang_up(connection: socket.socket) -> None:
    """Ends a connection that another thread waits at."""
    with suppress(OSError):
        socket.socket.shutdown(connection, socket.SHUT_RDWR)


def is_public(number: str) -> bool:
    """Whether an IP address is on the open internet; a hidden IPv4 address decides for IPv6."""
    address = ipaddress.ip_address(number.partition("%")[0])
    if isinstance(address, ipaddress.IPv6Address):
        hidden = address.ipv4_mapped or address.sixtofour
        if hidden is not None:
            return is_public(str(hidden))
        if address.teredo or address in _NAT64:
            return False
    return address.is_global and not address.is_multicast


_NAT64 = ipaddress.ip_network("64:ff9b::/96")


def _preferred(numbers: Sequence[str]) -> str:
    """IPv4 first: a machine without IPv6 would find every site of both dead."""
    return next((number for number in numbers if ":" not in number), numbers[0])


def _parts(address: str) -> SplitResult:
    try:
        parts = urlsplit(address)
        is_usable = parts.scheme in PORTS and bool(parts.hostname) and parts.port != 0
    except ValueError as error:
        raise AskingError(AddressProblem.NOT_AN_ADDRESS) from error
    if not is_usable or parts.username or any(letter in address for letter in "\r\n\0"):
        raise AskingError(AddressProblem.NOT_AN_ADDRESS)
    return parts


def _path(parts: SplitResult) -> str:
    """What is asked for, in ASCII; what is escaped already stays."""
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    return f"{path}?{quote(parts.query, safe='/%:@!$&()*+,;=~-._?')}" if parts.query else path


def _problem_of(status: int) -> AddressProblem:
    if status in _REFUSALS:
        return AddressProblem.REFUSED
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return AddressProblem.SERVER_ERROR
    if status >= HTTPStatus.BAD_REQUEST:
        return AddressProblem.NOT_FOUND
    return AddressProblem.NONE
