"""Only names of ours: a page of a site that has its own name point to this machine gets nothing (DNS rebinding)."""

from collections.abc import Iterable
from http import HTTPStatus
from ipaddress import ip_address

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from cronistoria.api.problems import problem
from cronistoria.server.settings import LOOPBACK

_EVERYWHERE = ("0.0.0.0", "::")  # compared, not bound


class KnownHosts:
    """Refuses requests for other hosts; where all addresses are listened to, bare addresses are known."""

    def __init__(self, app: ASGIApp, host: str, names: Iterable[str]) -> None:
        self._app, self._any_address = app, host in _EVERYWHERE
        self._known = {name.lower().rstrip(".") for name in (*LOOPBACK, host, *names)}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers, or says which name is not known."""
        if scope["type"] != "http" or self._is_known(Headers(scope=scope).get("host", "")):
            await self._app(scope, receive, send)
            return
        told = problem(HTTPStatus.MISDIRECTED_REQUEST, "host: this name is not served here; `serve --name` adds one")
        await told(scope, receive, send)

    def _is_known(self, host: str) -> bool:
        name = _without_port(host).lower().rstrip(".")
        return name in self._known or (self._any_address and _is_address(name))


def _without_port(host: str) -> str:
    if host.startswith("["):
        return host[1:].partition("]")[0]
    return host.partition(":")[0]


def _is_address(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True
