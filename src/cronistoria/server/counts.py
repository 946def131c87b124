"""What was asked, how long it took and how it ended, for Prometheus."""

from time import perf_counter

from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.15, 0.25, 0.5, 1, 2.5, 5, 10, 30)


class Counts:
    """The numbers of one server."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        self.requests = Counter(
            "cronistoria_http_requests", "Requests by method, route and status.", ("method", "route", "status"),
            registry=self._registry,
        )  # fmt: skip
        self.seconds = Histogram(
            "cronistoria_http_seconds", "Seconds until a request was answered, by route.", ("route",),
            registry=self._registry, buckets=_SECONDS,
        )  # fmt: skip

    def written(self) -> bytes:
        """In Prometheus's text format."""
        return generate_latest(self._registry)


class Counted:
    """Counts every request."""

    def __init__(self, app: ASGIApp, counts: Counts) -> None:
        self._app, self._counts = app, counts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers as the application does."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        status, began = 500, perf_counter()

        async def note(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self._app(scope, receive, note)
        finally:
            route = _route(scope)
            self._counts.requests.labels(_method(scope["method"]), route, status).inc()
            self._counts.seconds.labels(route).observe(perf_counter() - began)


def _route(scope: Scope) -> str:
    """The path with names in place of what differs from request to request."""
    if "route" not in scope:
        return "none"
    path: str = scope["path"]
    for name, value in scope.get("path_params", {}).items():
        before, _, after = path.rpartition(str(value))
        path = f"{before}{{{name}}}{after}"
    return path


def _method(method: str) -> str:
    return method if method in ("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH") else "other"
