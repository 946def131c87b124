"""Timelines: what is drawn where, ticks and bins, and how little is drawn of very much."""

from datetime import date

import msgspec
import numpy as np
import pytest

from cronistoria.view.book import Book
from cronistoria.view.calendar import bins_of, ticks_of
from cronistoria.view.index import Mask
from cronistoria.view.timeline import MOST_MARKS, timeline_of
from tests.view.made_book import made_book


def all_of(book: Book) -> Mask:
    return np.ones(len(book.entries), dtype=bool)


def test_a_day_is_a_point_and_an_undated_entry_stands_at_its_report() -> None:
    book = made_book()
    timeline = timeline_of(book, all_of(book), date(2024, 3, 1), date(2024, 3, 10))
    assert timeline is not None
    marks = {mark.entry.kind: mark for lane in timeline.lanes for mark in lane.marks}
    assert (marks["contact"].x, marks["contact"].days, marks["contact"].dated) == (0.0, 1, True)
    assert (marks["event"].x, marks["event"].days, marks["event"].dated) == (10.0, 1, False)
    assert (timeline.before, timeline.after) == (0, 1)


def test_marks_of_one_day_stand_in_rows() -> None:
    book = made_book()
    timeline = timeline_of(book, all_of(book), None, None)
    assert timeline is not None
    rows = [mark.row for lane in timeline.lanes if lane.kind == "position" for mark in lane.marks]
    assert rows == [0, 1, 2] or sorted(rows) == [0, 0, 1]


def test_nothing_is_drawn_of_nothing() -> None:
    book = made_book()
    assert timeline_of(book, ~all_of(book), None, None) is None


def test_too_many_are_counted() -> None:
    book = made_book()
    first = book.entries[0]
    many = tuple(msgspec.structs.replace(first, id=f"contact:{n:016}") for n in range(MOST_MARKS + 1))
    book.entries, book._chapters = many, {entry.id: book.chapter(first) for entry in many}
    timeline = timeline_of(book, all_of(book), None, None)
    assert timeline is not None
    (lane,) = [lane for lane in timeline.lanes if lane.count]
    assert (lane.count, lane.marks, sum(bar.count for bar in lane.bars)) == (MOST_MARKS + 1, (), MOST_MARKS + 1)
    assert max(bar.height for bar in lane.bars) == 1.0


SPANS = (
    ("2024-03-01", "2024-03-09", "day", "2024-03-01"),
    ("2024-03-01", "2024-05-01", "day", "2024-03-04"),
    ("2023-11-15", "2024-09-01", "month", "2023-12-01"),
    ("2001-05-01", "2024-09-01", "year", "2002-01-01"),
    ("0002-01-01", "9998-12-31", "year", "0600-01-01"),
)  # fmt: skip


@pytest.mark.parametrize(("first", "last", "unit", "earliest"), SPANS)
def test_ticks(first: str, last: str, unit: str, earliest: str) -> None:
    ticks = ticks_of(date.fromisoformat(first), date.fromisoformat(last))
    assert 0 < len(ticks) <= 14
    assert (ticks[0].unit, ticks[0].day.isoformat()) == (unit, earliest) or unit == "year"
    assert all(0 <= tick.x < 100 for tick in ticks)


@pytest.mark.parametrize(("first", "last"), [span[:2] for span in SPANS])
def test_bins_cover_all_days_and_are_not_many(first: str, last: str) -> None:
    bins = bins_of(date.fromisoformat(first), date.fromisoformat(last))
    assert bins[0] == date.fromisoformat(first)
    assert bins == sorted(set(bins)) and len(bins) <= 110
