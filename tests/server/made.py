"""The application over a small chronicle, asked without a network."""

from starlette.testclient import TestClient

from cronistoria.desk.desk import Desk
from cronistoria.server.app import make_app
from cronistoria.server.settings import ServerSettings
from tests.desk.made import made_desk

TOKEN = "a token of 20 letters"
BEARER = {"authorization": f"Bearer {TOKEN}"}


def made_client(desk: Desk | None = None, **settings: object) -> TestClient:
    app = make_app(desk or made_desk(), ServerSettings(**settings))  # type: ignore[arg-type]
    return TestClient(app, base_url="http://127.0.0.1:8000", raise_server_exceptions=False)
