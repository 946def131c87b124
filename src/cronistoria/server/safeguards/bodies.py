"""Requests that are too long, or never end."""

import asyncio
from http import HTTPStatus

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from cronistoria.api.problems import problem
from cronistoria.server.problems import told


class _RefusedError(Exception):
    """The rest of the request is not waited for."""

    def __init__(self, status: HTTPStatus, detail: str) -> None:
        super().__init__(detail)
        self.status, self.detail = status, detail


class BoundedBodies:
    """Refuses bodies of more than ``limit`` bytes, and such as have not come whole after some seconds."""

    def __init__(self, app: ASGIApp, limit: int, seconds: float) -> None:
        self._app, self._limit, self._seconds = app, limit, seconds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers, or says what is too much."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        body, started = _Body(receive, self._limit, self._seconds), False

        async def note(message: Message) -> None:
            nonlocal started
            started = True
            await send(message)

        try:
            body.announce(Headers(scope=scope).get("content-length", "0"))
            await self._app(scope, body.receive, note)
        except _RefusedError as refused:
            if not started:
                answer = told(scope, problem(refused.status, refused.detail, headers={"connection": "close"}))
                await answer(scope, receive, send)


class _Body:
    """The body of one request, as it comes."""

    def __init__(self, receive: Receive, limit: int, seconds: float) -> None:
        self._receive, self._limit, self._seconds = receive, limit, seconds
        self._size, self._whole = 0, False

    def announce(self, length: str) -> None:
        """Refuses a length that is announced."""
        self._check(int(length) if length.isdecimal() else 0)

    async def receive(self) -> Message:
        """The next part; once the body is whole, whatever comes and as late as it may."""
        if self._whole:
            return await self._receive()
        loop = asyncio.get_running_loop()
        until = loop.time() + self._seconds
        try:
            async with asyncio.timeout_at(until):
                message = await self._receive()
        except TimeoutError as error:
            raise _RefusedError(
                HTTPStatus.REQUEST_TIMEOUT, f"the body did not come within {self._seconds:g} s"
            ) from error
        self._size += len(message.get("body", b""))
        self._whole = not message.get("more_body", False)
        self._seconds = until - loop.time()
        self._check(self._size)
        return message

    def _check(self, size: int) -> None:
        if size > self._limit:
            raise _RefusedError(
                HTTPStatus.REQUEST_ENTITY_TOO_LARGE, f"the body has more than {self._limit:,} bytes, the most taken"
            )
