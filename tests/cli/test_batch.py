"""``cronistoria batch`` and ``cronistoria sql``."""

import errno
import json
from pathlib import Path

import pytest

from cronistoria.batch.folder import alone_in
from tests.batch.made import write_reports
from tests.build.calls import CallAnalyser
from tests.cli.conftest import Run


@pytest.fixture
def reports(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run) -> list[Path]:
    monkeypatch.setattr("cronistoria.reader.Reader.analyser", CallAnalyser())
    return sorted(write_reports(tmp_path / "in").iterdir())


def test_a_batch_is_read_merged_and_asked(run: Run, reports: list[Path], tmp_path: Path) -> None:
    news = tmp_path / "news"
    read = run("batch", *reports, "-o", news, "--language", "en", "--outlet", "=Outlet")
    assert read.exit_code == 1
    assert read.stdout.splitlines() == [
        f"{news}: 24 documents, 48 records of 27 inputs",
        f'duplicates: 1, failed: 2; `cronistoria sql {news} "SELECT * FROM problems"` says why',
    ]
    log = [json.loads(line) for line in (tmp_path / "news.log").read_text().splitlines()]
    assert [line["step"] for line in log if "task" not in line] == ["gathering", "reading", "writing"]
    assert log[-1]["remaining_seconds"] == 0
    merged = run("batch", "merge", news, "--labels", "it")
    assert (merged.exit_code, merged.stdout) == (0, f"{news}: 48 records, 22 entries\n")
    asked = run("sql", news, "SELECT count(*) AS n, min(outlet) AS o, max(start) AS day FROM documents GROUP BY outlet")
    assert asked.stdout == "n,o,day\n24,'=Outlet,2031-03-11\n"
    query = "SELECT entry, title FROM entries ORDER BY title LIMIT 1"
    (row,) = json.loads(run("sql", news, "-", "--format", "json", stdin=query).stdout)
    assert "telefonata" in row["title"]
    assert "documents" in run("sql", news, "--format", "table").stdout
    assert json.loads(run("sql", news, "SELECT * FROM links", "-f", "json").stdout) == []


def test_what_was_begun_is_gone_on_with_or_told(run: Run, reports: list[Path], tmp_path: Path) -> None:
    arguments = ("batch", "read", *reports[:3], "-o", tmp_path / "news", "--log", "-")
    first = run(*arguments)
    assert (first.exit_code, '"step":"reading"' in first.stderr) == (0, True)
    assert run(*arguments, "--resume").stdout == first.stdout
    assert run(*arguments).stderr == f"Error: {tmp_path}/news: a finished batch; choose another folder\n"


def test_a_full_disk_is_told_and_what_is_done_is_kept(
    run: Run, reports: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    news = tmp_path / "news"
    with monkeypatch.context() as full:

        def refuse(*_: object) -> None:
            raise OSError(errno.ENOSPC, "Error writing bytes to file")

        full.setattr("cronistoria.batch.laying.Lay.do", refuse)
        stopped = run("batch", *reports[:3], "-o", news)
    told = f"Error: {news}: no space left on device; what is done is kept, and --resume goes on\n"
    assert (stopped.exit_code, stopped.stderr) == (1, told)
    assert "3 documents" in run("batch", *reports[:3], "-o", news, "--resume").stdout


def test_two_programs_do_not_work_on_one_batch(run: Run, reports: list[Path], tmp_path: Path) -> None:
    news = tmp_path / "news"
    with alone_in(news / ".work"):
        second = run("batch", *reports[:3], "-o", news)
    told = f"Error: {news}: another program is at work on it; wait for its end, or end it\n"
    assert (second.exit_code, second.stderr) == (1, told)
    assert "3 documents" in run("batch", *reports[:3], "-o", news, "--resume").stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("batch", "x.txt"), "Missing option '-o'"),
        (("batch", "merge", "."), "no batch; expected a folder"),
        (("sql", ".", "SELECT 1"), "no batch; expected a folder"),
        (("batch", "x.txt", "-o", "y", "--columns", "text"), "expected FIELD=COLUMN"),
    ],
)
def test_wrong_use_is_told(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    result = run(*arguments)
    assert result.exit_code != 0
    assert said in result.stderr


def test_help_names_both_ways(run: Run) -> None:
    assert "read   Read reports into DIR" in run("batch", "--help").stdout
    assert "--shard-size" in run("batch", "read", "-h").stdout
