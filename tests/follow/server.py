"""A server on the loopback that misbehaves: each path does what a test tells it to do on a bare socket."""

import socket
import socketserver
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress

Headers = Mapping[str, str]
Answer = Callable[[socket.socket, Headers], None]


class Site:
    """Paths with their answers; what was asked for, in order, with its headers."""

    def __init__(self, place: str) -> None:
        self.place = place
        self.answers: dict[str, Answer] = {}
        self.asked: list[tuple[str, Headers]] = []

    def url(self, path: str) -> str:
        """The address of a path."""
        return f"http://{self.place}{path}"

    @property
    def counts(self) -> Counter[str]:
        """How often each path was asked for."""
        return Counter(path for path, _ in self.asked)

    def says(self, path: str, body: str | bytes, status: str = "200 OK", **headers: str) -> None:
        """An ordinary answer."""
        self.answers[path] = plain(body, status, **headers)


def plain(body: str | bytes, status: str = "200 OK", **headers: str) -> Answer:
    """An answer with its length; names of headers are written with ``_``."""
    data = body.encode() if isinstance(body, str) else body
    lines = [f"HTTP/1.1 {status}", *(f"{name.replace('_', '-')}: {value}" for name, value in headers.items())]
    if "Content_Length" not in headers:
        lines.append(f"Content-Length: {len(data)}")
    head = "\r\n".join((*lines, "", "")).encode("latin-1")
    return lambda connection, asked: connection.sendall(head + data)


def unless_changed(body: str, tag: str, **headers: str) -> Answer:
    """An answer that is only given to those who do not have it yet."""

    def answer(connection: socket.socket, asked: Headers) -> None:
        known = asked.get("if-none-match") == tag
        plain("" if known else body, "304 Not Modified" if known else "200 OK", ETag=tag, **headers)(connection, asked)

    return answer


def dripping(first: bytes, drop: bytes, pause: float = 0.05) -> Answer:
    """An answer that never ends and comes drop by drop."""

    def answer(connection: socket.socket, asked: Headers) -> None:
        connection.sendall(first)
        while True:
            connection.sendall(drop)
            time.sleep(pause)

    return answer


def silent(connection: socket.socket, asked: Headers) -> None:
    """No answer at all, until the other side goes away."""
    connection.settimeout(10)
    connection.recv(1)


@contextmanager
def serving() -> Iterator[Site]:
    """A site while the block runs."""

    class Handler(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            data = b""
            while b"\r\n\r\n" not in data and (part := self.request.recv(65536)):
                data += part
            lines = data.decode("latin-1").split("\r\n")
            if len(lines[0].split(" ")) < 2:
                return
            path = lines[0].split(" ")[1]
            headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines[1:])}
            site.asked.append((path, headers))
            with suppress(OSError):
                site.answers.get(path, plain("", "404 Not Found"))(self.request, headers)

    class Server(socketserver.ThreadingTCPServer):
        allow_reuse_address = True
        daemon_threads = True
        block_on_close = False

    with Server(("127.0.0.1", 0), Handler) as server:
        site = Site(f"127.0.0.1:{server.server_address[1]}")
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        yield site
        server.shutdown()
