"""The smaller commands, and what all share."""

import json
import subprocess
import sys

import pytest

from cronistoria.examples import example_languages, load_example
from tests.cli.conftest import Run


@pytest.mark.parametrize("language", example_languages())
def test_examples_are_printed_to_the_letter(run: Run, language: str) -> None:
    assert run("example", language).stdout == load_example(language)


def test_the_example_is_in_the_language_of_the_terminal(run: Run) -> None:
    assert run("example").stdout == load_example("en")
    result = run("example", "xx")
    assert (result.exit_code, "expected one of en, it" in result.stderr) == (1, True)


def test_the_schema_is_json(run: Run) -> None:
    assert json.loads(run("schema").stdout)["$id"] == "urn:cronistoria:report:1"


@pytest.mark.parametrize(
    ("arguments", "said"), [((), "Examples:"), (("read",), "cronistoria example | cronistoria read")]
)
def test_help_shows_examples(run: Run, arguments: tuple[str, ...], said: str) -> None:
    assert said in run(*arguments, "--help").stdout


def test_help_imports_nothing_heavy() -> None:
    heavy = ("numpy", "onnxruntime", "babel", "msgspec", "rich")
    code = f"import sys, cronistoria.cli.main; print([name for name in {heavy} if name in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"
