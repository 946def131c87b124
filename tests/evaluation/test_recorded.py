"""Contacts on record: the table of days, and what is skipped."""

from datetime import date
from pathlib import Path

import pytest

from evaluation.recorded import load_record, main


def test_days_of_states_that_are_known(tmp_path: Path) -> None:
    path = tmp_path / "contacts.csv"
    path.write_text(
        "date,country,kind\n2022-03-01,France,call\n2022-03-04,Turkey,call\n2022-03-05,France,video\n2022-03-05,Nowhere,call\n",
        encoding="utf-8",
    )
    assert load_record(path) == {"FRA": {date(2022, 3, 1), date(2022, 3, 5)}, "TUR": {date(2022, 3, 4)}}


def test_without_the_corpus_it_is_skipped(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path / "none")]) == 0
    assert "skipped" in capsys.readouterr().out
