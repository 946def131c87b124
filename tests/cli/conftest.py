"""The command line around an analyser that finds nothing."""

from collections.abc import Callable

import pytest
from click.testing import CliRunner, Result

from cronistoria.cli.main import main
from cronistoria.reader import Reader
from tests.sample import SilentAnalyser

Run = Callable[..., Result]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs ``cronistoria`` with arguments (and ``stdin``) in a terminal that speaks English."""
    monkeypatch.setattr(Reader, "analyser", SilentAnalyser())
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")

    def invoke(*arguments: object, stdin: str | bytes | None = None) -> Result:
        return CliRunner().invoke(main, [str(argument) for argument in arguments], input=stdin)

    return invoke
