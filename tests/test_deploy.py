"""What deploy/ and docs/deploy.md run and watch is there."""

import re
import shlex
from pathlib import Path

import click
import pytest

from cronistoria.cli.main import main

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs/deploy.md").read_text(encoding="utf-8")
UNITS = sorted((ROOT / "deploy").glob("*.service"))
LINES = [
    *(re.search(r"ExecStart=\S+/cronistoria (.*)", unit.read_text(encoding="utf-8"))[1] for unit in UNITS),  # type: ignore[index]
    *re.findall(r"(?<![\w/-])cronistoria ((?:serve|build|batch|sql|doctor) [^`#\n]*)", PAGE),
]


@pytest.mark.parametrize("line", LINES)
def test_every_command_and_option_is_known(line: str) -> None:
    name, *arguments = shlex.split(line)
    command = main.commands.get(name)
    if command is None:
        pytest.skip(f"there is no command {name} yet")
    if isinstance(command, click.Group):
        command = command.commands.get(arguments[0], command.commands["read"])
    known = {option for parameter in command.params for option in parameter.opts}
    assert {argument for argument in arguments if re.match(r"--?[a-z]", argument)} <= known


def test_every_file_that_is_named_is_there() -> None:
    assert [path for path in re.findall(r"`?(deploy/[\w.*-]+)", PAGE) if not list(ROOT.glob(path))] == []


def test_every_metric_that_is_watched_is_explained() -> None:
    watched = re.findall(r"cronistoria_\w+", (ROOT / "deploy/alerts.yml").read_text(encoding="utf-8"))
    assert watched
    assert [name for name in watched if f"`{name}`" not in PAGE] == []
