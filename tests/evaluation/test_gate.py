"""The gate: open where the floors hold, shut where a figure, the gold or the floors themselves were changed."""

from pathlib import Path

import pytest

from cronistoria.errors import InputError
from cronistoria.model.report import Report
from evaluation.floors import read_floors
from evaluation.gate import main
from evaluation.reading import Item
from tests.evaluation.made import make_folder, read_all, read_less


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with floors at what a reader measures that finds everything."""
    make_folder(tmp_path)
    assert main(["--update"], read_all, tmp_path) == 0
    return tmp_path


def test_floors_are_pinned_a_little_under_what_is_measured(folder: Path) -> None:
    floors = read_floors(folder / "floors.json").floors
    assert floors["it/contacts"] == floors["it/contacts.status"] == 0.97
    assert all(name.startswith("it/") for name in floors)
    assert main([], read_all, folder) == 0


def test_without_floors_the_gate_says_what_to_do(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    make_folder(tmp_path)
    assert main([], read_all, tmp_path) == 2
    assert f"there is no {tmp_path}/floors.json: measure and write it with --update" in capsys.readouterr().err


def test_a_figure_under_its_floor_shuts_the_gate(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([], read_less, folder) == 1
    said = capsys.readouterr().out
    assert "it/contacts: 0.000 is under the floor 0.970" in said
    assert "it/contacts.status: nothing measured, floor 0.970" in said


def test_an_update_never_lowers_a_floor(folder: Path) -> None:
    before = (folder / "floors.json").read_bytes()
    assert main(["--update"], read_less, folder) == 1
    assert (folder / "floors.json").read_bytes() == before


def test_floors_are_lowered_only_with_a_reason_which_is_kept(folder: Path) -> None:
    assert main(["--lower", "the contacts went home"], read_less, folder) == 0
    floors = read_floors(folder / "floors.json")
    assert (floors.floors["it/contacts"], floors.lowered) == (0, ("the contacts went home",))
    assert main(["--update"], read_all, folder) == 0
    assert read_floors(folder / "floors.json").lowered == ("the contacts went home",)


def test_a_floor_lowered_by_hand_is_seen(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = folder / "floors.json"
    path.write_text(path.read_text(encoding="utf-8").replace("0.97", "0.1"), encoding="utf-8")
    for arguments in ([], ["--update"]):
        assert main(arguments, read_all, folder) == 2
        assert "was changed by hand" in capsys.readouterr().err
    assert main(["--lower", "mended"], read_all, folder) == 0
    assert main([], read_all, folder) == 0


@pytest.mark.parametrize("damage", ["", "{", '{"digest": "", "floors": {}, "extra": 1}'])
def test_damaged_floors_are_one_line(folder: Path, damage: str, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "floors.json").write_text(damage, encoding="utf-8")
    assert main([], read_all, folder) == 2
    assert "floors.json" in capsys.readouterr().err


def test_changed_gold_shuts_the_gate_until_it_is_owned_up_to(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    make_folder(folder, notes="another word")
    assert main([], read_all, folder) == 1
    assert "reports or gold changed" in capsys.readouterr().out
    assert main(["--update"], read_all, folder) == 0
    assert main([], read_all, folder) == 0


def test_a_changed_report_shuts_the_gate_too(folder: Path) -> None:
    with (folder / "reports" / "it-vienna.txt").open("a", encoding="utf-8") as stream:
        stream.write("\n")
    assert main([], read_all, folder) == 1


def test_one_report_is_measured_without_floors(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--only", "vienna", "--details"], read_less, folder) == 0
    assert "missed  it-vienna" in capsys.readouterr().out
    assert main(["--only", "berlin"], read_all, folder) == 2
    with pytest.raises(SystemExit):
        main(["--only", "vienna", "--update"], read_all, folder)


def test_a_report_that_cannot_be_read_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def fail(item: Item) -> Report:
        raise InputError(f"{item.path}: holds no text")

    assert main([], fail, folder) == 2
    said = capsys.readouterr().err
    assert "it-vienna.txt: holds no text" in said and "1 of 1 reports could not be read" in said


def test_gold_that_breaks_the_rules_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    make_folder(folder, positions=[{"n": 1, "kind": "wish"}])
    assert main([], read_all, folder) == 2
    assert "it-vienna.yaml: " in capsys.readouterr().err
