"""How often one address may have a report read, or try a token."""

import math
from collections.abc import Callable, Mapping
from http import HTTPStatus
from time import monotonic

from starlette.types import ASGIApp, Receive, Scope, Send

from cronistoria.api.problems import problem
from cronistoria.server.problems import told

_MINUTE = 60.0
_MOST_ADDRESSES = 10_000


class Rates:
    """Refuses what comes more often; ``limits``: by path, requests a minute that would change or work something.

    A path's limit is also that of all below it. As many as a minute allows may come at once; then one by one.
    """

    def __init__(self, app: ASGIApp, limits: Mapping[str, int], clock: Callable[[], float] = monotonic) -> None:
        self._app, self._limits, self._clock = app, limits, clock
        self._free_at: dict[tuple[str, str], float] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers, or says when to try again."""
        path = self._limited(scope) if scope["type"] == "http" and scope["method"] == "POST" else None
        seconds = self._wait(path, (scope.get("client") or ("",))[0]) if path else 0.0
        if seconds <= 0:
            await self._app(scope, receive, send)
            return
        detail = f"more than {self._limits[path or '']} requests a minute; try again in {math.ceil(seconds)} s"
        headers = {"retry-after": str(math.ceil(seconds))}
        refused = told(scope, problem(HTTPStatus.TOO_MANY_REQUESTS, detail, headers=headers))
        await refused(scope, receive, send)

    def _limited(self, scope: Scope) -> str | None:
        path: str = scope["path"]
        return next((limit for limit in self._limits if path == limit or path.startswith(limit + "/")), None)

    def _wait(self, path: str, address: str) -> float:
        """Seconds until the next is allowed (generic cell rate algorithm); 0 counts this one."""
        now, step = self._clock(), _MINUTE / self._limits[path]
        free_at = max(self._free_at.get((path, address), now), now)
        if free_at - now > _MINUTE - step:
            return free_at - now - (_MINUTE - step)
        if len(self._free_at) >= _MOST_ADDRESSES:
            self._free_at = {key: at for key, at in self._free_at.items() if at > now}
        self._free_at[path, address] = free_at + step
        return 0.0
