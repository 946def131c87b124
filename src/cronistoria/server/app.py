"""The one process that serves pages and interface: a desk, its safeguards, and the routes of both."""

from fastapi import FastAPI
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware

from cronistoria.api.problems import HANDLERS
from cronistoria.api.routes import router as interface
from cronistoria.desk.access import Access
from cronistoria.desk.desk import Desk
from cronistoria.server.counts import Counted, Counts
from cronistoria.server.health import router as health
from cronistoria.server.problems import telling
from cronistoria.server.remembered import Remembered
from cronistoria.server.safeguards.bodies import BoundedBodies
from cronistoria.server.safeguards.headers import SafeHeaders
from cronistoria.server.safeguards.hosts import KnownHosts
from cronistoria.server.safeguards.rates import Rates
from cronistoria.server.settings import ServerSettings
from cronistoria.server.unchanged import Unchanged
from cronistoria.version import __version__
from cronistoria.web.pages import router as pages

_COMPRESSED_FROM, _COMPRESSION = 1_000, 4


def make_app(desk: Desk, settings: ServerSettings) -> FastAPI:
    """The application; routes find ``desk``, ``access``, ``crisis`` and ``has_token`` in ``app.state``."""
    access, counts = Access(settings.token), Counts()
    app = FastAPI(
        title="Cronistoria", version=__version__, docs_url=None, redoc_url=None, openapi_url=None,
        middleware=_safeguards(desk, settings, counts),
    )  # fmt: skip
    app.state.desk, app.state.access, app.state.counts = desk, access, counts
    app.state.crisis, app.state.has_token = settings.crisis, access.has_token
    for kind, handler in HANDLERS:
        app.add_exception_handler(kind, telling(handler))
    for router in (interface, health, pages):
        app.include_router(router)
    return app


def _safeguards(desk: Desk, settings: ServerSettings, counts: Counts) -> list[Middleware]:
    """From the outside in."""
    reads, tries = settings.reads_per_minute, settings.logins_per_minute
    limits = {"/api/v1/read": reads, "/api/v1/reports": reads, "/read": reads, "/login": tries}
    return [
        Middleware(Counted, counts=counts),
        Middleware(SafeHeaders),
        Middleware(KnownHosts, host=settings.host, names=settings.hosts),
        Middleware(Rates, limits=limits),
        Middleware(BoundedBodies, limit=settings.body_limit, seconds=settings.body_seconds),
        Middleware(Remembered, desk=desk),
        Middleware(GZipMiddleware, minimum_size=_COMPRESSED_FROM, compresslevel=_COMPRESSION),
        Middleware(Unchanged),
    ]
