"""Cheap clients, in a process of their own: connections that each ask anew as soon as they have
their answer.

Reads a `Task` as JSON from standard input and writes an `Outcome`. One thread and plain sockets,
since the clients share the cores with the server.
"""

import json
import selectors
import socket
import sys
from collections.abc import Iterator
from itertools import cycle
from time import perf_counter
from typing import TypedDict

HOST = "127.0.0.1"
# A connection is closed after this many answers, as readers come and go; so workers get their even
# share.
MOST_ANSWERS = 50


class Task(TypedDict):
    """What to ask: pairs of an address and an `If-None-Match`, which may be empty, over and over or
    once.
    """

    port: int
    connections: int
    seconds: float
    questions: list[tuple[str, str]]
    is_repeated: bool


class Outcome(TypedDict):
    """How long it went on, the milliseconds of each answer, and how many answers had each
    status.
    """

    seconds: float
    milliseconds: list[float]
    statuses: dict[str, int]


class Client:
    """One connection. `requests` and `outcome` are shared by all clients."""

    def __init__(self, port: int, requests: Iterator[bytes], outcome: Outcome) -> None:
        self.port, self.requests, self.outcome = port, requests, outcome
        self.answers = 0
        self.connect()

    def connect(self) -> None:
        self.socket = socket.create_connection((HOST, self.port))
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def ask(self) -> bool:
        """Asks the next question; False when there is none left."""
        request = next(self.requests, None)
        if request is None:
            return False
        self.received, self.length, self.status = bytearray(), 0, ""
        self.asked_at = perf_counter()
        self.socket.sendall(request)
        return True

    def read(self) -> bool:
        """Reads what has come; whether that was the end of the answer, which is noted then."""
        part = self.socket.recv(1 << 18)
        if not part:
            raise ConnectionError("The server closed a connection before it had answered")
        self.received += part
        if not self.length:
            self.status, self.length = read_head(self.received)
        if not self.length or len(self.received) < self.length:
            return False
        self.outcome["milliseconds"].append((perf_counter() - self.asked_at) * 1000)
        self.outcome["statuses"][self.status] = self.outcome["statuses"].get(self.status, 0) + 1
        self.answers += 1
        return True


def read_head(received: bytearray) -> tuple[str, int]:
    """The status and the length of the whole answer, 0 while its head is not complete."""
    end = received.find(b"\r\n\r\n")
    if end < 0:
        return "", 0
    first, *lines = received[:end].decode("latin-1").lower().split("\r\n")
    headers = dict(line.split(": ", 1) for line in lines)
    status = first.split()[1]
    has_body = status != "304"
    return status, end + 4 + (int(headers["content-length"]) if has_body else 0)


def encode(address: str, etag: str) -> bytes:
    """The bytes of a request."""
    lines = [f"GET {address} HTTP/1.1", f"Host: {HOST}", "Accept: text/html"]
    if etag:
        lines.append(f"If-None-Match: {etag}")
    return ("\r\n".join(lines) + "\r\n\r\n").encode("ascii")


def work(task: Task) -> Outcome:
    """Asks until the time is over or the questions are."""
    encoded = [encode(address, etag) for address, etag in task["questions"]]
    requests = cycle(encoded) if task["is_repeated"] else iter(encoded)
    outcome = Outcome(seconds=0, milliseconds=[], statuses={})
    started = perf_counter()
    with selectors.DefaultSelector() as selector:
        for _ in range(task["connections"]):
            client = Client(task["port"], requests, outcome)
            if client.ask():
                selector.register(client.socket, selectors.EVENT_READ, client)
        while selector.get_map():
            for key, _ in selector.select():
                if key.data.read():
                    go_on(key.data, selector, perf_counter() - started < task["seconds"])
    outcome["seconds"] = perf_counter() - started
    return outcome


def go_on(client: Client, selector: selectors.BaseSelector, has_time: bool) -> None:
    """The client's next question, on a new connection now and then; or its end."""
    if client.answers % MOST_ANSWERS == 0 or not has_time:
        selector.unregister(client.socket)
        client.socket.close()
        if not has_time:
            return
        client.connect()
        selector.register(client.socket, selectors.EVENT_READ, client)
    if not client.ask():
        selector.unregister(client.socket)
        client.socket.close()


if __name__ == "__main__":
    json.dump(work(json.load(sys.stdin)), sys.stdout)
