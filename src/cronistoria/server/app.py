"""The one process that serves pages and interface: a desk, its safeguards, and the routes of both."""

from importlib import import_module
from importlib.util import find_spec

from fastapi import FastAPI

from cronistoria.api.routes import router as interface
from cronistoria.desk.access import Access
from cronistoria.desk.desk import Desk
from cronistoria.server.settings import ServerSettings
from cronistoria.version import __version__


def make_app(desk: Desk, settings: ServerSettings) -> FastAPI:
    """The application; routes find ``desk``, ``access``, ``crisis`` and ``has_token`` in ``app.state``."""
    app = FastAPI(title="Cronistoria", version=__version__, docs_url=None, redoc_url=None)
    access = Access(settings.token)
    app.state.desk, app.state.access = desk, access
    app.state.crisis, app.state.has_token = settings.crisis, access.has_token
    app.include_router(interface)
    if find_spec("cronistoria.web.pages"):
        app.include_router(import_module("cronistoria.web.pages").router)
    return app
