"""What the server does beside the routes."""

import pytest

from cronistoria.desk.desk import Desk
from cronistoria.errors import BusyError, InputError, StoreError
from cronistoria.server.app import make_app
from cronistoria.server.settings import ServerSettings
from cronistoria.store.memory import MemoryStore
from tests.desk.made import made_desk
from tests.server.made import made_client
from tests.store.made import made_report

TOTALS = "/api/v1/totals"


def test_health() -> None:
    assert made_client().get("/healthz").text == "ok\n"


def test_numbers_for_prometheus() -> None:
    client = made_client()
    client.get(TOTALS)
    client.get("/nowhere/at/all")
    client.get("/api/v1/actors/ALBA")
    told = client.get("/metrics").text
    assert f'cronistoria_http_requests_total{{method="GET",route="{TOTALS}",status="200"}} 1.0' in told
    assert 'route="/{path}",status="404"} 1.0' in told
    assert "at/all" not in told and "ALBA" not in told
    assert 'route="/api/v1/actors/{actor}",status="200"} 1.0' in told
    assert f'cronistoria_http_seconds_count{{route="{TOTALS}"}} 1.0' in told


def test_what_has_not_changed_is_not_sent_again() -> None:
    desk = made_desk()
    client = made_client(desk)
    first = client.get(TOTALS)
    again = client.get(TOTALS, headers={"if-none-match": f'"other", {first.headers["etag"]}'})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", first.headers["etag"])
    desk.add(made_report("Elba calls on Fara.", called="03"))
    changed = client.get(TOTALS, headers={"if-none-match": first.headers["etag"]})
    assert changed.status_code == 200 and changed.headers["etag"] != first.headers["etag"]


@pytest.mark.parametrize(
    ("error", "status", "retry"),
    [
        (InputError("entry 'x': there is no such entry"), 422, None),
        (BusyError("too many reports wait to be read", 10), 503, "10"),
        (BusyError("no reports are read here", 0), 503, None),
        (StoreError("crisis.db: disk full"), 500, None),
        (ZeroDivisionError("secret"), 500, None),
    ],
)
def test_errors_are_problem_details(error: Exception, status: int, retry: str | None) -> None:
    class Broken(Desk):
        def reading(self):  # type: ignore[no-untyped-def]
            raise error

    answer = made_client(Broken(MemoryStore())).get("/api/v1/records")
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")
    assert answer.headers.get("retry-after") == retry
    assert answer.json()["status"] == status and "secret" not in answer.text


@pytest.mark.parametrize(("method", "path", "status"), [("GET", "/api/v1/nothing", 404), ("PATCH", TOTALS, 405)])
def test_unknown_paths_and_methods(method: str, path: str, status: int) -> None:
    answer = made_client().request(method, path)
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")
    assert answer.json()["type"] == "about:blank" and answer.json()["title"]


@pytest.mark.parametrize(
    ("host", "loopback"), [("127.0.0.1", True), ("localhost", True), ("::1", True), ("0.0.0.0", False)]
)
def test_it_is_told_whether_only_this_machine_can_ask(host: str, loopback: bool) -> None:
    assert ServerSettings(host=host).is_loopback is loopback


def test_the_framework_ships_no_pages_of_its_own() -> None:
    paths = {getattr(route, "path", "") for route in make_app(made_desk(), ServerSettings()).routes}
    assert not paths & {"/docs", "/redoc", "/openapi.json"}
