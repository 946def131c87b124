"""``cronistoria stats``, ``problems`` and ``doctor``."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.build.calls import CallAnalyser
from tests.build.test_building import write
from tests.build.test_copies import AGENCY
from tests.cli.conftest import Run


@pytest.fixture
def crisis(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run) -> Path:
    monkeypatch.setattr("cronistoria.reader.Reader.analyser", CallAnalyser())
    write(tmp_path, {"2031-05-04/a.txt": AGENCY, "2031-05-04/b.txt": AGENCY + " ", "c.txt": b"a\0b"})
    run("build", tmp_path / "crisis.db", tmp_path / "2031-05-04", tmp_path / "c.txt", "--outlet", "Post")
    return tmp_path / "crisis.db"


def test_stats_are_json_unless_for_a_terminal(run: Run, crisis: Path) -> None:
    stats = json.loads(run("stats", crisis).stdout)
    assert (stats["reports"], stats["records"], stats["entries"], stats["copies"]) == (2, 2, 2, 1)
    assert stats["records_by_kind"] == {"contact": 2}
    assert (stats["reports_by_outlet"], stats["reports_by_language"]) == ({"Post": 2}, {"en": 2})
    table = run("stats", crisis, "--format", "table").stdout
    assert "reports by outlet" in table and "2031-05" in table
    assert "| reports | 2 |" in run("stats", crisis, "--format", "markdown").stdout


def test_problems_name_file_and_stage(run: Run, crisis: Path) -> None:
    (problem,) = json.loads(run("problems", crisis, "--stage", "read").stdout)
    assert problem["files"] == [str(crisis.parent / "c.txt")]
    assert "looks like a binary file" in problem["problem"]["message"]
    assert json.loads(run("problems", crisis, "--stage", "compose").stdout) == []
    assert "1 problem" in run("problems", crisis, "--format", "table").stdout


def test_the_doctor_finds_nothing_in_a_sound_chronicle(run: Run, crisis: Path) -> None:
    result = run("doctor", crisis)
    assert (result.exit_code, json.loads(result.stdout)) == (0, [])
    assert "0 faults" in run("doctor", crisis, "--format", "table").stdout


@pytest.mark.parametrize(
    ("change", "check"),
    [
        ("UPDATE reports SET text = 'x' || text WHERE copy_of IS NULL", "text"),
        ("DELETE FROM entries", "unmerged"),
        ("UPDATE entries SET data = replace(data, entry, 'e' || entry), entry = 'e' || entry", "entry"),
    ],
)
def test_the_doctor_finds_what_is_wrong(run: Run, crisis: Path, change: str, check: str) -> None:
    with closing(sqlite3.connect(crisis)) as connection, connection:
        connection.execute("PRAGMA foreign_keys=ON")
        connection.execute("PRAGMA defer_foreign_keys=ON")
        if check == "entry":
            connection.execute("PRAGMA foreign_keys=OFF")
            for table in ("entry_records", "entry_actors", "entry_keys"):
                connection.execute(f"UPDATE {table} SET entry = 'e' || entry")
        connection.execute(change)
    result = run("doctor", crisis)
    assert result.exit_code == 1
    assert check in {fault["check"] for fault in json.loads(result.stdout)}
