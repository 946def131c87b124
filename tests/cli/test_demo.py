"""``cronistoria demo``, around a server that only says what it is given."""

import webbrowser
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from cronistoria.cli import demonstrating
from cronistoria.examples import example_crisis
from tests.cli.conftest import Run

ADDRESS = "http://0.0.0.0:4321/"


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[tuple[str, Mapping[str, Any]]]:
    """The crisis and the options that the server was started with."""
    calls: list[tuple[str, Mapping[str, Any]]] = []

    def serve(crisis: str, options: Mapping[str, Any], opened: Any) -> None:
        calls.append((crisis, options))
        opened(ADDRESS)

    monkeypatch.setattr(demonstrating, "serve_chronicle", serve)
    monkeypatch.setattr(demonstrating, "cache_folder", lambda: tmp_path)
    monkeypatch.setattr("os.cpu_count", lambda: 1)
    return calls


def test_the_example_crisis_is_built_once_and_served(run: Run, served: list[Any]) -> None:
    first = run("demo", "--no-browser", "--port", "4321")
    assert first.exit_code == 0
    assert f"Reading the {len(example_crisis())} reports" in first.stderr
    assert f"Serving at {ADDRESS}" in first.stderr
    assert "Reading" not in run("demo", "--no-browser").stderr
    assert "Reading" in run("demo", "--no-browser", "--rebuild").stderr
    (crisis, options), (again, _), _ = served
    assert crisis == again
    assert (options["host"], options["port"], options["token"]) == ("127.0.0.1", 4321, None)
    stats = run("stats", crisis, "--format", "json")
    assert f'"reports": {len(example_crisis())}' in stats.stdout


class Browser:
    """Keeps what it is asked to show."""

    def __init__(self) -> None:
        self.shown: list[str] = []

    def open(self, address: str) -> bool:
        """Shows nothing."""
        self.shown.append(address)
        return True


def test_a_browser_with_windows_shows_the_pages(monkeypatch: pytest.MonkeyPatch, run: Run, served: list[Any]) -> None:
    browser = Browser()
    monkeypatch.setattr(webbrowser, "get", lambda: browser)
    monkeypatch.setattr(demonstrating, "Thread", Now)
    assert run("demo").exit_code == 0
    assert browser.shown == ["http://localhost:4321/"]


def test_without_one_the_address_is_enough(monkeypatch: pytest.MonkeyPatch, run: Run, served: list[Any]) -> None:
    def none() -> None:
        raise webbrowser.Error("no browser")

    monkeypatch.setattr(webbrowser, "get", none)
    assert f"Serving at {ADDRESS}" in run("demo").stderr
    monkeypatch.setattr(webbrowser, "get", lambda: webbrowser.GenericBrowser("text-browser"))
    assert f"Serving at {ADDRESS}" in run("demo").stderr


class Now:
    """A thread that is over at once."""

    def __init__(self, target: Any, args: tuple[str, ...], daemon: bool) -> None:
        self._target, self._args = target, args

    def start(self) -> None:
        """Does the work."""
        self._target(*self._args)
