"""The documentation says what the program does."""

import re
import tomllib
from pathlib import Path
from typing import Any, get_args

import msgspec
import pytest

from cronistoria.cli.main import main
from cronistoria.cli.read import FORMATS
from cronistoria.examples import load_example
from cronistoria.model.report import Report
from docs.generate import CLI_PAGE, README, cli_page, example_run, readme_with

ROOT = Path(__file__).parent.parent
PAGES = sorted((*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")))


def _names(kind: Any, seen: set[Any]) -> set[str]:
    """Names of all fields, and all values of enumerations, that can be reached from a type."""
    if kind in seen:
        return set()
    seen.add(kind)
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        fields = msgspec.structs.fields(kind)
        return {field.encode_name for field in fields}.union(*(_names(field.type, seen) for field in fields))
    values = {value for value in get_args(kind) if isinstance(value, str)}
    return values.union(*(_names(part, seen) for part in get_args(kind) if not isinstance(part, str)))


def test_the_record_page_names_every_field_and_value() -> None:
    page = (ROOT / "docs/records.md").read_text(encoding="utf-8")
    modifiers = {value for value in _names(Report, set()) if value.isupper() and value not in ("DATE", "TIME")}
    named = set(re.findall(r"`([^`\n]+)`", page))
    assert _names(Report, set()) - modifiers - named == set()


def test_the_page_of_the_command_line_is_in_sync() -> None:
    assert CLI_PAGE.read_text(encoding="utf-8") == cli_page(), "run `make docs`"


def test_the_run_in_the_readme_is_in_sync() -> None:
    assert README.read_text(encoding="utf-8") == readme_with(example_run()), "run `make docs`"


def test_the_readme_shows_every_command_and_format() -> None:
    text = README.read_text(encoding="utf-8")
    assert [name for name in main.commands if f"cronistoria {name}" not in text and name != "example"] == []
    assert [name for name in FORMATS if f"--format {name}" not in text and name != "text"] == []


def test_every_dependency_has_its_reason() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    requirements = [
        *project["dependencies"],
        *(r for extra in project["optional-dependencies"].values() for r in extra),
    ]
    names = [re.split(r"[<>=~!\[; ]", requirement)[0] for requirement in requirements]
    page = (ROOT / "docs/dependencies.md").read_text(encoding="utf-8")
    assert [name for name in names if f"`{name}`" not in page] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\((?!https?://)([^)#]+)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("page", [README, ROOT / "docs/python.md"], ids=lambda page: page.name)
def test_the_python_in_the_documentation_runs(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    blocks = re.findall(r"```(python|toml)\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL)
    monkeypatch.chdir(tmp_path)
    Path("report.txt").write_text(load_example("it"), encoding="utf-8")
    Path("my-actors.toml").write_text("".join(code for kind, code in blocks if kind == "toml"), encoding="utf-8")
    names: dict[str, Any] = {"text": load_example("it")}
    for code in (code for kind, code in blocks if kind == "python"):
        exec(code, names)
    assert names["report"].records


@pytest.mark.parametrize("path", re.findall(r"`((?:src|docs|models|evaluation)/[\w/.<>*-]+)`", "".join(
    page.read_text(encoding="utf-8") for page in PAGES)))  # fmt: skip
def test_paths_named_in_the_documentation_exist(path: str) -> None:
    assert "<" in path or list(ROOT.glob(path.rstrip("/")))
