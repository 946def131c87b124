"""A timeline's geometry: a lane a kind, a mark an entry as long as its date is uncertain, or bars where there are many.

Lengths along time are percentages of the width, so that the drawing fits any screen without a script.
"""

from collections.abc import Iterator
from datetime import date

import msgspec
import numpy as np

from cronistoria.model.entry import ENTRY_KINDS, Entry
from cronistoria.view.book import Book
from cronistoria.view.calendar import Tick, bins_of, ticks_of
from cronistoria.view.index import NEVER, Mask, Positions

MOST_MARKS = 500
_LEAST_WIDTH = 0.9
_MOST_ROWS = 7
_OUTLIERS = 0.02
_FEW = 40
_MARGIN = 0.02


class Mark(msgspec.Struct, frozen=True, kw_only=True):
    """One entry: from where to where, in which row of its lane; ``dated`` is false where only its report is.

    ``days``: how many days its date leaves open; one is a point, whatever the width of a day.
    """

    entry: Entry
    x: float
    width: float
    days: int
    row: int
    dated: bool


class Bar(msgspec.Struct, frozen=True, kw_only=True):
    """How many entries begin within a stretch; ``height`` is a share of the fullest bar of its lane."""

    first: date
    last: date
    x: float
    width: float
    count: int
    height: float


class _Stretch(msgspec.Struct, frozen=True):
    """Days that are counted together, and where they are drawn."""

    first: date
    last: date
    x: float
    width: float


class Lane(msgspec.Struct, frozen=True, kw_only=True):
    """The entries of one kind."""

    kind: str
    count: int
    rows: int
    marks: tuple[Mark, ...] = ()
    bars: tuple[Bar, ...] = ()


class Timeline(msgspec.Struct, frozen=True, kw_only=True):
    """First and last day in view, its lanes, its ticks, and how many entries lie before and after."""

    first: date
    last: date
    lanes: tuple[Lane, ...]
    ticks: tuple[Tick, ...]
    before: int
    after: int

    @property
    def days(self) -> int:
        """How many days are in view."""
        return (self.last - self.first).days + 1


def timeline_of(book: Book, fits: Mask, first: date | None, last: date | None) -> Timeline | None:
    """Entries that fit between two days; without days, where nearly all of them are. ``None`` for none.

    What nothing dates, not even a report, is not drawn.
    """
    firsts, lasts = book.index.first_days, book.index.last_days
    fits = fits & (firsts != NEVER)
    if not fits.any():
        return None
    begin, end = (first.toordinal() if first else None), (last.toordinal() if last else None)
    if begin is None or end is None:
        low, high = _bounds(book, np.flatnonzero(fits))
        begin = low if begin is None else begin
        end = max(high if end is None else end, begin)
    end = max(end, begin)
    seen = fits & (lasts >= begin) & (firsts <= end)
    scale = _Scale(begin, end)
    lanes = tuple(_lanes(book, seen, scale, dense=int(seen.sum()) > MOST_MARKS))
    start, stop = date.fromordinal(begin), date.fromordinal(end)
    return Timeline(
        first=start, last=stop, lanes=lanes, ticks=ticks_of(start, stop),
        before=int((fits & (lasts < begin)).sum()), after=int((fits & (firsts > end)).sum()),
    )  # fmt: skip


class _Scale(msgspec.Struct, frozen=True):
    """Days to percentages."""

    first: int
    last: int

    def x(self, day: int) -> float:
        """Where a day begins, kept within the view."""
        return round(100 * min(max(day - self.first, 0) / (self.last - self.first + 1), 1), 3)


def _bounds(book: Book, positions: Positions) -> tuple[int, int]:
    """All days of few entries; of many, without the outermost, which would press the others together."""
    firsts, lasts = book.index.first_days, book.index.last_days
    if len(positions) < _FEW:
        latest = firsts[positions].max()
        low, high = int(firsts[positions].min()), int(min(lasts[positions].max(), latest + 366))
    else:
        low, high = (int(firsts[positions[int(q * (len(positions) - 1))]]) for q in (_OUTLIERS, 1 - _OUTLIERS))
    margin = max(int((high - low) * _MARGIN), 1)
    return max(low - margin, 1), min(high + margin, date.max.toordinal())


def _lanes(book: Book, seen: Mask, scale: _Scale, *, dense: bool) -> Iterator[Lane]:
    numbers = book.index.kind_numbers
    by_kind: dict[str, Mask] = {kind: seen & (numbers == number) for number, kind in enumerate(ENTRY_KINDS)}
    if dense:
        yield from _counted(book, by_kind, scale)
        return
    for kind, own in by_kind.items():
        marks = _marks(book, np.flatnonzero(own), scale)
        yield Lane(kind=kind, count=len(marks), rows=1 + max((m.row for m in marks), default=0), marks=marks)


def _counted(book: Book, by_kind: dict[str, Mask], scale: _Scale) -> Iterator[Lane]:
    """By kind, how many begin within each stretch; what began before the first stands in it."""
    stretches = tuple(_stretches(scale))
    dated = book.index.first_days[: int((book.index.first_days != NEVER).sum())]
    ends = np.searchsorted(dated, [stretch.last.toordinal() + 1 for stretch in stretches])
    before = {kind: np.concatenate([[0], np.cumsum(own)])[ends] for kind, own in by_kind.items()}
    counted = {kind: np.diff(numbers, prepend=0).tolist() for kind, numbers in before.items()}
    for kind, counts in counted.items():
        highest = max(counts) or 1
        bars = (_bar(s, n, highest) for s, n in zip(stretches, counts, strict=True) if n)
        yield Lane(kind=kind, count=sum(counts), rows=4, bars=tuple(bars))


def _stretches(scale: _Scale) -> Iterator[_Stretch]:
    edges = bins_of(date.fromordinal(scale.first), date.fromordinal(scale.last))
    xs = [*(scale.x(edge.toordinal()) for edge in edges), 100.0]
    for number, (edge, x) in enumerate(zip(edges, xs, strict=False)):
        following = edges[number + 1].toordinal() if number + 1 < len(edges) else scale.last + 1
        yield _Stretch(edge, date.fromordinal(following - 1), x, round(xs[number + 1] - x, 3))


def _bar(stretch: _Stretch, count: int, highest: int) -> Bar:
    height = round(count / highest, 3)
    return Bar(first=stretch.first, last=stretch.last, x=stretch.x, width=stretch.width, count=count, height=height)


def _marks(book: Book, own: Positions, scale: _Scale) -> tuple[Mark, ...]:
    """Each mark in the first row where it does not lie on another; the last row takes what has no room."""
    ends: list[float] = []
    found = []
    for position, entry in zip(own.tolist(), book.at(own), strict=True):
        first, last = int(book.index.first_days[position]), int(book.index.last_days[position])
        x = scale.x(first)
        width = round(max(scale.x(last + 1) - x, 0.0), 3)
        row = _free_row(ends, x, max(width, _LEAST_WIDTH))
        found.append(Mark(entry=entry, x=x, width=width, days=last - first + 1, row=row, dated=_is_dated(entry)))
    return tuple(found)


def _free_row(ends: list[float], x: float, width: float) -> int:
    for row, end in enumerate(ends):
        if end <= x:
            ends[row] = x + width
            return row
    if len(ends) < _MOST_ROWS:
        ends.append(x + width)
        return len(ends) - 1
    row = min(range(len(ends)), key=ends.__getitem__)
    ends[row] = max(ends[row], x + width)
    return row


def _is_dated(entry: Entry) -> bool:
    return entry.date is not None and entry.date.start is not None
