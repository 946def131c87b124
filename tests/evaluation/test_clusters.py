"""B³, and the chronicle's gold and timelines on made reports."""

from collections import Counter
from pathlib import Path

import pytest

from cronistoria.merge.merging import merge
from evaluation.chronicle_gate import FOLDER, load_gold
from evaluation.clusters import b_cubed
from evaluation.text import Text
from evaluation.timelines import by_sources, date_f1, main
from tests.merge.made import statement
from tests.view.made_book import OSLO, TELLINGS


@pytest.mark.parametrize(
    ("gold", "found", "precision", "recall"),
    [
        ("aabb", "xxyy", 1.0, 1.0),
        ("aabb", "xxxx", 0.5, 1.0),
        ("aabb", "wxyz", 1.0, 0.5),
        ("aaab", "xxyy", 0.75, 2 / 3),
        ("", "", 0.0, 0.0),
    ],
)
def test_b_cubed(gold: str, found: str, precision: float, recall: float) -> None:
    scores = b_cubed(dict(enumerate(gold)), dict(enumerate(found)))
    assert (scores.precision, scores.recall) == pytest.approx((precision, recall))
    assert scores.f1 == pytest.approx(2 * precision * recall / (precision + recall) if precision else 0.0)


def test_the_words_of_the_gold_stand_in_the_reports() -> None:
    gold = load_gold()
    texts = {name: Text((FOLDER / "reports" / f"{name}.txt").read_text(encoding="utf-8")) for name in gold.reports}
    missing = [
        (entry.id, name, phrase)
        for entry in gold.entries for name, phrases in entry.words.items() for phrase in phrases
        if not texts[name].find(phrase)
    ]  # fmt: skip
    assert missing == []
    assert {path.stem for path in (FOLDER / "reports").glob("*.txt")} == gold.reports.keys()


def test_days_are_compared_as_many_as_the_timeline_has() -> None:
    assert date_f1(Counter({"2024-03-01": 3, "2024-03-02": 1, "2024-03-05": 2}), {"2024-03-01", "2024-03-02"}) == 0.5
    assert date_f1(Counter(), {"2024-03-01"}) == 0.0
    assert date_f1(Counter(), set()) == 0.0


def test_days_of_dated_happenings_come_first_and_days_only_named_last() -> None:
    told = [*TELLINGS, statement(OSLO, "Q1", "words of a day", when="2024-02-20", start=900)]
    named = Counter({"2024-01-05": 2, "2024-01-06": 3, "2024-04-01": 1})
    days = by_sources(merge(told).entries, {telling.record.id: telling for telling in told}, named)
    assert [day for day, _ in days.most_common()] == [
        "2024-03-01",
        "2024-04-01",
        "2024-02-20",
        "2024-01-06",
        "2024-01-05",
    ]


def test_without_the_corpus_it_is_skipped(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path / "none")]) == 0
    assert "skipped" in capsys.readouterr().out
