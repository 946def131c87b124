"""Answers that were given already, kept while the chronicle stays as it is: nothing is made twice for two readers.

What is kept is the compressed answer to a GET, by the chronicle's mark, the address, and the headers that it hangs on.
Whoever has a session is answered anew each time.
"""

from collections import OrderedDict
from typing import Any

import msgspec
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from cronistoria.desk.desk import Desk
from cronistoria.server.unchanged import unchanged
from cronistoria.web.visit import SESSION_COOKIE

_LARGEST, _MOST = 500_000, 32_000_000
_ANEW = ("/healthz", "/metrics", "/assets/", "/api/v1/exports/")
_VARYING = (b"host", b"cookie", b"accept-language", b"accept-encoding")

_SESSION = SESSION_COOKIE.encode()

Key = tuple[str, bytes, tuple[tuple[bytes, bytes], ...]]


class _Kept(msgspec.Struct, frozen=True):
    """An answer, and the route that made it."""

    start: Message
    body: bytes
    route: dict[str, Any]


class Remembered:
    """Answers from memory where it can; the least asked for are forgotten first."""

    def __init__(self, app: ASGIApp, desk: Desk) -> None:
        self._app, self._desk = app, desk
        self._kept: OrderedDict[Key, _Kept] = OrderedDict()
        self._size = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers as the application does."""
        key = self._key(scope) if scope["type"] == "http" and scope["method"] == "GET" else None
        if key is None:
            await self._app(scope, receive, send)
        elif kept := self._kept.get(key):
            self._kept.move_to_end(key)
            scope.update(kept.route)
            for message in unchanged(kept.start, kept.body, Headers(scope=scope).get("if-none-match", "")):
                await send(message)
        else:
            await self._answer(key, scope, receive, send)

    async def _answer(self, key: Key, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers anew, and keeps the answer if it is short and may be told to others."""
        start: Message = {}
        parts: list[bytes] = []

        async def note(message: Message) -> None:
            nonlocal start
            if message["type"] == "http.response.start":
                start = {**message, "headers": list(message["headers"])}
            elif sum(map(len, parts)) <= _LARGEST:
                parts.append(message.get("body", b""))
            await send(message)

        await self._app(scope, receive, note)
        body = b"".join(parts)
        if len(body) <= _LARGEST and start.get("status") == 200 and "set-cookie" not in Headers(raw=start["headers"]):
            route = {name: scope[name] for name in ("route", "path_params") if name in scope}
            self._keep(key, _Kept(start, body, route))

    def _keep(self, key: Key, kept: _Kept) -> None:
        self._kept[key] = kept
        self._size += len(kept.body)
        while self._size > _MOST:
            _, forgotten = self._kept.popitem(last=False)
            self._size -= len(forgotten.body)

    def _key(self, scope: Scope) -> Key | None:
        """What an answer hangs on; ``None`` for what is always answered anew."""
        varying = tuple((name, value) for name, value in scope["headers"] if name in _VARYING)
        if scope["path"].startswith(_ANEW) or any(_SESSION in value for _, value in varying):
            return None
        try:
            mark = self._desk.mark
        except Exception:  # the route will meet it too
            return None
        return mark, scope["path"].encode() + b"?" + scope["query_string"], varying
