"""``cronistoria build``."""

from pathlib import Path

import pytest

from tests.build.calls import CallAnalyser
from tests.build.test_building import write
from tests.build.test_copies import AGENCY
from tests.cli.conftest import Run
from tests.ingest.made_pages import page, zipped

ENGLISH = "The foreign minister met his colleague in Vienna on Tuesday. Ada calls Bea."


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run) -> Path:
    monkeypatch.setattr("cronistoria.reader.Reader.analyser", CallAnalyser())
    write(tmp_path, {"in/2031-05-04/a.txt": ENGLISH, "in/b.txt": AGENCY, "in/c.txt": AGENCY + " ", "in/d.png": b"\0"})
    return tmp_path


def test_a_folder_becomes_a_chronicle_once(run: Run, folder: Path) -> None:
    crisis = folder / "crisis.db"
    first = run("build", crisis, folder / "in")
    assert (first.exit_code, first.stdout.splitlines()[0]) == (0, "3 files: 2 new, 1 copy, 0 known")
    assert f"{crisis}: 3 reports, 3 records" in first.stdout
    assert first.stdout.splitlines()[2] == "left aside in the folders: 1 other file"
    assert run("build", crisis, folder / "in").stdout.startswith("3 files: 0 new, 0 copies, 3 known\n")


def test_a_bad_file_is_told_and_the_rest_is_read(run: Run, folder: Path) -> None:
    result = run("build", folder / "crisis.db", folder / "in/d.png", folder / "none.txt", folder / "in/b.txt")
    assert result.exit_code == 1
    assert result.stdout.startswith("3 files: 1 new, 0 copies, 0 known, 2 failed (see `cronistoria problems ")
    assert result.stderr.splitlines() == [
        f"Error: {folder}/in/d.png: looks like a binary file (NUL at character 0); expected UTF-8 text",
        f"Error: {folder}/none.txt: no such file",
    ]


def test_what_is_no_chronicle_is_left_alone(run: Run, folder: Path) -> None:
    result = run("build", folder / "in/b.txt", folder / "in")
    assert (result.exit_code, result.stderr) == (
        1,
        f"Error: {folder}/in/b.txt: is not a chronicle but some other file\n",
    )


def test_archives_pages_and_feeds_are_built_and_go_on(run: Run, folder: Path) -> None:
    crisis = folder / "crisis.db"
    write(folder, {"more/a.zip": zipped({"x.html": page(), "y.html": b""}), "more/b.txt": ENGLISH})
    first = run("build", crisis, folder / "more/*", "--columns", "text=body")
    assert (first.exit_code, first.stdout.splitlines()[0]) == (0, "2 files: 2 new, 0 copies, 0 known")
    assert first.stdout.splitlines()[2] == f"no reports: 1 no-text (see `cronistoria problems {crisis}`)"
    assert run("build", crisis, folder / "more").stdout.startswith("2 files: 0 new, 0 copies, 2 known\n")
    assert "y.html: holds no text" in run("problems", crisis).stdout
