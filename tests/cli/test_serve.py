"""``cronistoria serve``: its options, and what is told before it serves."""

from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from cronistoria.cli import serving
from cronistoria.desk.desk import Desk
from cronistoria.server.settings import ServerSettings
from cronistoria.store.opening import open_store
from tests.cli.conftest import Run


class Idle:
    """An analysis that reads nothing."""

    def __init__(self, make_worker: object) -> None:
        pass

    def close(self) -> None:
        pass


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[ServerSettings]:
    """The settings of each server that would have run; ``crisis.db`` is there."""
    found: list[ServerSettings] = []

    def run(desk: Desk, settings: ServerSettings, tell: Any) -> None:
        found.append(settings)
        tell("Serving")

    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("CRONISTORIA_TOKEN", raising=False)
    monkeypatch.setattr(serving, "Aside", Idle)
    monkeypatch.setattr(serving, "_load_server", lambda: run)
    with closing(open_store("crisis.db", create=True)):
        return found


@pytest.mark.parametrize(
    ("arguments", "settings"),
    [
        ((), ServerSettings(crisis="crisis")),
        (("--port", "9000", "--token", "t"), ServerSettings(crisis="crisis", port=9000, token="t")),
        (("--token", ""), ServerSettings(crisis="crisis")),
        (
            ("--host", "0.0.0.0", "--name", "a.example", "--name", "b.example"),
            ServerSettings(crisis="crisis", host="0.0.0.0", hosts=("a.example", "b.example")),
        ),
    ],
)
def test_options(run: Run, served: list[ServerSettings], arguments: tuple[str, ...], settings: ServerSettings) -> None:
    result = run("serve", "crisis.db", *arguments)
    assert (result.exit_code, served) == (0, [settings])


def test_the_token_may_come_from_the_environment(
    run: Run, served: list[ServerSettings], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CRONISTORIA_TOKEN", "of the environment")
    run("serve", "crisis.db")
    assert served[0].token == "of the environment"


@pytest.mark.parametrize(("host", "warned"), [("127.0.0.1", False), ("::1", False), ("0.0.0.0", True)])
def test_it_is_told_who_may_read(run: Run, served: list[ServerSettings], host: str, warned: bool) -> None:
    assert ("without --token" in run("serve", "crisis.db", "--host", host).stderr) is warned


def test_a_chronicle_that_is_not_there(run: Run, served: list[ServerSettings]) -> None:
    result = run("serve", "nothing.db")
    assert result.exit_code == 1 and "no such chronicle" in result.stderr and not served


@pytest.mark.parametrize(
    ("crisis", "name"),
    [("a/crisis.db", "crisis"), ("postgresql://user@host/winter?sslmode=require", "winter"), ("crisis", "crisis")],
)
def test_what_the_chronicle_is_called(crisis: str, name: str) -> None:
    options = {"host": "h", "port": 1, "hosts": (), "token": None}
    assert serving.make_settings(crisis, options).crisis == name
