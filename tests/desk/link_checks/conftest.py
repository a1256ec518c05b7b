"""A web server on this machine that answers as each path says, and remembers what it was asked."""

import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from initiatives.desk.link_checks.asking import Asker


class Site:
    """`address(path)` is where it is; `asked` holds (method, path, user agent, moment) in order."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.asked: list[tuple[str, str, str, float]] = []

    def address(self, path: str, host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}{path}"

    @property
    def methods(self) -> list[str]:
        return [method for method, *_rest in self.asked]


class Handler(BaseHTTPRequestHandler):
    """The first part of a path says what happens; the rest, if any, is what it needs for that."""

    def log_message(self, *args):
        pass

    def do_GET(self):
        site = self.server.site
        site.asked.append((self.command, self.path, self.headers["User-Agent"], time.monotonic()))
        kind, _, rest = self.path.lstrip("/").partition("/")
        act = getattr(self, f"act_{kind.replace('-', '_')}", None)
        if act:
            act(rest)
        else:
            self.tell(200)

    do_HEAD = do_GET  # noqa: N815 - the library's name

    def tell(self, status, **headers):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()

    def act_status(self, rest):
        self.tell(int(rest))

    def act_get_only(self, rest):
        self.tell(200 if self.command == "GET" else 405)

    def act_to(self, rest):
        self.tell(302, Location=rest if "://" in rest else f"/{rest}")

    def act_loop(self, rest):
        self.tell(301, Location=f"/loop/{len(self.server.site.asked)}")

    def act_hang_up(self, rest):
        self.close_connection = True
        self.connection.close()

    def act_nonsense(self, rest):
        self.wfile.write(b"\x00\xff nonsense\r\n\r\n")

    def act_slow(self, rest):
        time.sleep(3)
        self.tell(200)

    def act_endless(self, rest):
        self.tell(200, Content_Length="1000000000000")


@pytest.fixture
def site() -> Iterator[Site]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    server.handle_error = lambda *args: None
    server.site = Site(server.server_address[1])
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    yield server.site
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def asker() -> Asker:
    return Asker("test/1.0 (+https://katalog.example.no/)", may_ask_private=True, timeout_seconds=1)
