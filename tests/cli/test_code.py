"""``cronistoria code`` and the coder behind it, over trees that hang on nothing."""

import json
from pathlib import Path

import pytest

from cronistoria.coder import Coder
from cronistoria.ingest.document import Given
from cronistoria.model.coded import BadLine, Coded, Pair
from cronistoria.reader import Reader
from tests.cli.conftest import Run
from tests.sample import SilentAnalyser

LINES = "text\tsource\ttarget\nIl re ha visto il papa.\tIl re\til papa\nPiove.\til re\t\nPiove a Roma da ieri.\t\t\n"


@pytest.fixture
def silent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Reader, "analyser", SilentAnalyser())


@pytest.mark.usefixtures("silent")
def test_a_line_that_cannot_be_coded_is_named_and_passed_over(run: Run, tmp_path: Path) -> None:
    table, out = tmp_path / "lines.tsv", tmp_path / "coded.jsonl"
    table.write_text(LINES, encoding="utf-8")
    result = run("code", str(table), "-l", "it", "-f", "jsonl", "-o", str(out))
    assert result.exit_code == 1
    assert result.stderr.splitlines() == [
        f"{table}: line 3: the source 'il re' does not stand in the text", "1 line not coded"
    ]  # fmt: skip
    rows = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert [(row["line"], row["actor"], row["event"]) for row in rows] == [(2, "Il re", None), (4, None, None)]


@pytest.mark.usefixtures("silent")
def test_standard_input_and_files_that_are_not_there(run: Run, tmp_path: Path) -> None:
    assert run("code", "-l", "it", stdin="Piove a Roma.\n").stdout.splitlines()[1].startswith("1\t")
    result = run("code", str(tmp_path / "nothing.tsv"))
    assert result.exit_code == 1 and "nothing.tsv: No such file" in result.stderr


def test_a_short_line_has_the_language_of_the_line_before() -> None:
    coder = Coder(Reader(analyser=SilentAnalyser()), Given())  # type: ignore[arg-type]
    pairs = [
        Pair(number=1, text="Il ministro ha incontrato la collega per parlare del confine."),
        Pair(number=2, text="Qqq zzz."),
    ]
    assert [type(found) for found in coder.code_all(pairs)] == [Coded, Coded]
    assert [type(found) for found in Coder(Reader(analyser=SilentAnalyser())).code_all(pairs[1:])] == [BadLine]  # type: ignore[arg-type]
