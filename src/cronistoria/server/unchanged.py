"""Answers that a client has already are not sent again: a mark of the bytes (ETag), and 304 where it is known."""

import hashlib

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_KEPT = ("etag", "cache-control", "vary", "content-language", "date")


class Unchanged:
    """Marks whole answers to GET; what is streamed passes as it is."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers as the application does, or says that nothing has changed."""
        if scope["type"] != "http" or scope["method"] != "GET":
            await self._app(scope, receive, send)
            return
        known = Headers(scope=scope).get("if-none-match", "")
        held: list[Message] = []

        async def mark(message: Message) -> None:
            if message["type"] == "http.response.start" and message["status"] == 200:
                held.append(message)
                return
            for start in _marked(held, message, known):
                await send(start)
            held.clear()

        await self._app(scope, receive, mark)


def unchanged(start: Message, body: bytes, known: str) -> list[Message]:
    """What is sent of a marked answer to a client that knows some marks."""
    if not is_among(Headers(raw=start["headers"]).get("etag", ""), known):
        return [start, {"type": "http.response.body", "body": body}]
    kept = [(name, value) for name, value in start["headers"] if name.decode() in _KEPT]
    return [{**start, "status": 304, "headers": kept}, {"type": "http.response.body", "body": b""}]


def _marked(held: list[Message], message: Message, known: str) -> list[Message]:
    """What is sent for an answer whose start was held back."""
    if not held or message.get("more_body"):
        return [*held, message]
    start, body = held[0], message.get("body", b"")
    headers = MutableHeaders(scope=start)
    headers.setdefault("etag", f'W/"{hashlib.blake2b(body, digest_size=12).hexdigest()}"')
    headers.setdefault("cache-control", "no-cache")
    return unchanged(start, body, known)


def is_among(mark: str, known: str) -> bool:
    """Whether a mark is in a header's list, compared weakly (RFC 9110, 8.8.3.2).

    >>> is_among('W/"a"', '"b", "a"')
    True
    """
    marks = {part.strip().removeprefix("W/") for part in known.split(",")}
    return "*" in marks or mark.removeprefix("W/") in marks
