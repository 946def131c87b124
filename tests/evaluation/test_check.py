"""The proof of the gold, and that the project's own gold passes it."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from evaluation.check import HERE, check_folder, check_gold
from evaluation.gold import load_folder
from tests.evaluation.made import GOLD, gold_with, make_folder
from tests.sample import TEXT


def _first(section: str, **changes: Any) -> dict[str, Any]:
    return {section: [{**GOLD[section][0], **changes}, *GOLD[section][1:]]}


def test_the_gold_of_the_project_is_right() -> None:
    assert check_folder(HERE) == []


def test_there_are_reports_enough_in_each_language() -> None:
    counted = Counter(gold.lang for gold in load_folder(HERE / "gold"))
    assert counted["it"] >= 8 and counted["en"] >= 4


def test_gold_that_is_right_gives_no_line() -> None:
    assert check_gold(gold_with(), TEXT) == []


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        (_first("quotes", first6="Il dialogo tace"), "not in the text"),
        (_first("quotes", first6="Se la frontiera resta chiusa, Berna ritirerà"), "more than 6 words"),
        (_first("quotes", first6="ministra"), "stands 2 times, say which"),
        (_first("quotes", first6="ministra", occurrence=3), "stands 2 times, occurrence says 3"),
        (_first("quotes", speaker="Nobody"), "neither a code nor listed"),
        (_first("contacts", date={"iso": "2022-04-31"}), "no ISO date: 2022-04-31"),
        (_first("contacts", date={"iso": "2022-04-09", "text": "lunedì"}), "is not 2022-04-09"),
        (_first("contacts", n=3), "n runs [3, 2]"),
        (_first("events", plover="PICNIC"), "'PICNIC' is no PLOVER event"),
        (_first("scheduled", contact=1), "needs a scheduled contact"),
        ({"doc_date": {"value": "April", "source": "told"}}, "April is no date"),
    ],
)
def test_mistakes_are_told(changes: dict[str, Any], said: str) -> None:
    assert any(said in line for line in check_gold(gold_with(**changes), TEXT))


def test_names_of_files_and_reports_without_gold_are_checked(tmp_path: Path) -> None:
    make_folder(tmp_path, id="it-berlin")
    (tmp_path / "reports" / "lone.txt").write_text("Nulla.", encoding="utf-8")
    assert [line.partition(":")[0] for line in check_folder(tmp_path)] == ["it-vienna", "lone"]
