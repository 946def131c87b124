"""Places the time expressions of a report one after another: each from the report's day or from what was told before.

Document and mentions come in, `Placed` mentions with their dates and the problems met go out. A report that is dated
only to a month or year is read from each of its days, less those that the text itself puts out of the question.
"""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime
from itertools import pairwise
from typing import NamedTuple

from msgspec.structs import replace

from cronistoria.compose.anchoring import Ground, at_clock, place_point, place_window
from cronistoria.compose.calendar import DAY, Stretch, days, hull, one_day, turned
from cronistoria.compose.entry_lines import (
    is_clock_alone,
    is_in_month,
    is_stamp,
    opens_entry,
    told_day,
    year_headings,
)
from cronistoria.compose.placed import Placed
from cronistoria.compose.spoken_days import spoken_day
from cronistoria.compose.timex_values import Bounds, date_of_stretch
from cronistoria.compose.told_times import LAST, Told, just_told, may_be_told_from, told_before
from cronistoria.model.dates import Basis
from cronistoria.model.document import Document
from cronistoria.model.problem import Problem
from cronistoria.model.timex import (
    HEADER,
    Point,
    Range,
    Reading,
    Reference,
    TimexMention,
    Window,
)

_NEAR_DAYS = 7
_NAMING_GAP = 2
STAGE = "compose"
_NO_POINT = Point()


class _Place(NamedTuple):
    """Where a reading lies, what that rests on, and where the two ends of a range lie."""

    found: Stretch | Bounds | None
    basis: Basis
    ends: tuple[Stretch | None, ...] = ()


class Placer:
    """Walks through the mentions of one report; made once for it."""

    def __init__(self, document: Document, mentions: Sequence[TimexMention], *, future_today: bool) -> None:
        self._document, self._mentions, self._future_today = document, mentions, future_today
        self.problems: list[Problem] = []
        self._by_clause: dict[tuple[int, int | None], list[TimexMention]] = defaultdict(list)
        for mention in mentions:
            self._by_clause[mention.sentence, mention.governor].append(mention)
        self._named: frozenset[date] = frozenset()
        self._told_day: tuple[int, Stretch] | None = None
        self._told_month: tuple[int, Stretch] | None = None
        self._entry: Stretch | None = None
        self._headings = year_headings(document)
        self.now = _now_of(document, mentions, self)
        if self.now is not None and self.now.grain != "day":
            self.now = self._named_now(self.now) or self._narrowed(self.now)

    def place_all(self) -> tuple[Placed, ...]:
        """All mentions in text order."""
        placed: list[Placed] = []
        told: dict[str, Stretch] = {}
        past: dict[str, Stretch] = {}
        year: Stretch | None = None
        written = self.now
        for mention in self._mentions:
            self.now = spoken_day(mention, self._document, placed, written) or written
            mention = self._under_year(mention)
            entry = opens_entry(mention, self._document)
            mention = self._after_entry(mention) if entry else mention
            found, basis, ends = self._place(mention, self._previous(mention, told, past), year)
            mention, found = self._in_order(mention, found)
            if entry and isinstance(found, Stretch):
                self._entry = found
            placed.append(_placed(mention, found, basis, _placed_ends(mention, ends, basis)))
            if isinstance(found, Stretch) and may_be_told_from(mention, self._document):
                if found.grain in ("day", "minute"):
                    self._told_day = mention.sentence, one_day(told_day(mention.reading, found))
                if (found.grain in ("day", "minute", "month") or is_in_month(found)) and basis == "explicit":
                    self._told_month = mention.sentence, found
                for known in (told,) if self._is_ahead(found) else (told, past):
                    known[LAST] = known["day" if found.grain == "minute" else found.grain] = found
                year = found if basis == "explicit" and found.grain in ("day", "month") else year
        self.now = written
        return tuple(placed)

    def _under_year(self, mention: TimexMention) -> TimexMention:
        """A day or month without a year, under a heading that tells the year."""
        point = mention.reading.begin if isinstance(mention.reading, Range) else mention.reading
        if not isinstance(point, Point) or point.month is None or point.year is not None or mention.sentence == HEADER:
            return mention
        years = [year for start, year in self._headings if start < mention.span.start]
        return replace(mention, reading=_of_year(mention.reading, years[-1])) if years else mention

    def _after_entry(self, mention: TimexMention) -> TimexMention:
        """An entry of a chronology without a year: it follows the entry before, if that is not in the future."""
        reading = mention.reading
        point = reading.begin if isinstance(reading, Range) else reading
        if not isinstance(point, Point) or point.month is None or point.year is not None or self._entry is None:
            return mention
        first = self.place_from(replace(point, which=1), mention, self._entry, None)
        if first is None or self.now is None or first.start >= self.now.end:
            return mention
        return replace(mention, reading=_of_year(reading, first.day.year))

    def _in_order(
        self, mention: TimexMention, found: Stretch | Bounds | None
    ) -> tuple[TimexMention, Stretch | Bounds | None]:
        """A date that may be read with day and month in two orders: in the one that alone is near now, if one is."""
        point = mention.reading
        if not isinstance(point, Point) or not point.either or not isinstance(found, Stretch) or self.now is None:
            return mention, found
        near = [one for one in (found, turned(found)) if _distance(one, self.now) <= _NEAR_DAYS]
        if len(near) != 1:
            return mention, found
        return replace(mention, reading=replace(point, either=False)), near[0]

    def _headed_day(self) -> Stretch | None:
        """The day of the line that a clock time at the beginning of a line stands under."""
        entry = self._entry
        return one_day(entry.day) if entry is not None and entry.grain in ("day", "minute") else None

    def place_from(
        self, point: Point, mention: TimexMention, now: Stretch | None, previous: Stretch | None
    ) -> Stretch | None:
        """Where a point lies, seen from all the days that may be now."""
        if now is None:
            return None
        try:
            seen = [
                place_point(point, self._ground(today, now, mention, previous)) for today in {now.day, now.last_day}
            ]
        except (ValueError, OverflowError):
            return None
        if any(found is None for found in seen):
            return None
        first, last = seen[0], seen[-1]
        assert first is not None and last is not None
        return hull(first, last)

    def _place(self, mention: TimexMention, previous: Stretch | None, year: Stretch | None) -> "_Place":
        reading = mention.reading
        if isinstance(reading, Point):
            return _Place(*self._place_point(reading, mention, previous, year))
        if isinstance(reading, Range):
            return self._place_range(reading, mention, previous, year)
        if isinstance(reading, Window):
            return _Place(
                self._place_window(reading, mention),
                "relative-to-document" if reading.outer is None else basis_of(reading.outer),
            )
        if isinstance(reading, Reference) and reading.value == "PRESENT_REF":
            return _Place(self.now, "relative-to-document")
        return _Place(None, "relative-to-document" if isinstance(reading, Reference) else "explicit")

    def _place_point(
        self, point: Point, mention: TimexMention, previous: Stretch | None, year: Stretch | None
    ) -> tuple[Stretch | None, Basis]:
        basis = basis_of(point)
        if is_clock_alone(point):
            day = self._headed_day() if is_stamp(mention, self._document) else self._day_beside(mention)
            basis = "relative-to-event" if day else "relative-to-document"
            found = day or (self.now if self.now and self.now.grain == "day" else None)
            if found is self.now and mention.direction == "past" and point.clock == (24, 0):
                point = replace(point, clock=(0, 0))  # "took effect at midnight" is told on the day
        else:
            bare = replace(point, clock=None, zone=None, part=None, phase=None)
            if previous is None and (point.part or point.clock) and point.shift == 1 and mention.direction != "past":
                bare = replace(bare, anchor="document")
            proxy = None if self.now else _proxy(bare, year, previous)
            seen = replace(mention, direction=None) if proxy else mention
            found = self.place_from(bare, seen, proxy or self.now, previous)
            found = self._unnamed(found, bare)
        if found and point.weekday is not None and point.day is not None and found.day.weekday() != point.weekday:
            self.problems.append(Problem(mention.span, STAGE, f"the weekday contradicts the date {found.day}"))
        if found and point.clock and found.grain == "day":
            found = at_clock(found, point.clock)
        return found, basis

    def _place_range(
        self, reading: Range, mention: TimexMention, previous: Stretch | None, year: Stretch | None
    ) -> _Place:
        """From one point to another; where they lie the wrong way round, the partial one is fitted to the other."""
        begin, basis = self._place_point(reading.begin, mention, previous, year)
        end, _ = self._place_point(reading.end, mention, begin or previous, year)
        if begin and end and begin.start >= end.start and reading.begin.clock is None and reading.end.clock is None:
            fixed = reading.begin.shift is not None and reading.begin.weekday is None
            if (mention.direction == "future" or fixed) and reading.end.year is None:
                end = self.place_from(replace(reading.end, which=1), mention, begin, previous)
            elif reading.begin.year is None:
                begin = self.place_from(replace(reading.begin, which=-1), mention, end, previous)
        return _Place(hull_of(begin, end) if begin and end else None, basis, (begin, end))

    def _is_ahead(self, found: Stretch) -> bool:
        return self.now is not None and found.start >= self.now.end

    def _previous(self, mention: TimexMention, told: Told, past: Told) -> Stretch | None:
        """What a mention may count from; the number of a day alone only from what was told just before.

        What is told as past counts from nothing that is yet to come.
        """
        reading = mention.reading
        if isinstance(reading, Point) and reading.day and reading.month is None and reading.weekday is None:
            return just_told(self._told_month, mention)
        found = told_before(reading, told)
        return told_before(reading, past) if found and mention.direction == "past" and self._is_ahead(found) else found

    def _sibling_day(self, mention: TimexMention) -> Stretch | None:
        """The day that another expression of the same clause names."""
        for other in self._by_clause[mention.sentence, mention.governor]:
            point = other.reading
            if isinstance(point, Point) and not is_clock_alone(point) and mention.sentence != HEADER:
                bare = replace(point, clock=None, zone=None, part=None, phase=None)
                found = self.place_from(bare, other, self.now, None)
                if found and found.grain == "day":
                    return found
        return None

    def _day_beside(self, mention: TimexMention) -> Stretch | None:
        """The day that the sentence told last, that its clause names elsewhere, or that was told just before."""
        told = self._told_day
        if told is not None and told[0] == mention.sentence:
            return told[1]
        return self._sibling_day(mention) or self._day_before(mention)

    def _day_before(self, mention: TimexMention) -> Stretch | None:
        """The day last told in the same sentence or the one before: "On Monday they met. In the evening …"."""
        return just_told(self._told_day, mention)

    def _place_window(self, window: Window, mention: TimexMention) -> Stretch | Bounds | None:
        now = self.now
        if now is None:
            return None
        try:
            ends = [place_window(window, self._ground(today, now, mention, None)) for today in (now.day, now.last_day)]
        except (ValueError, OverflowError):
            return None
        if window.outer and None in ends:
            return None
        if ends[0] is None or ends[1] is None:
            return (
                Bounds(None, now.end) if window.direction < 0 else Bounds(now.start, None) if window.direction else now
            )
        return hull(ends[0], ends[1])

    def _ground(self, today: date, now: Stretch, mention: TimexMention | None, previous: Stretch | None) -> Ground:
        direction = mention.direction if mention else None
        return Ground(today=today, now=now, direction=direction, previous=previous, future_today=self._future_today)

    def _named_now(self, now: Stretch) -> Stretch | None:
        """The day of the report where the text itself names it: "today, 30 December", "yesterday, 29 December"."""
        for first, second in pairwise(self._mentions):
            if first.sentence != second.sentence or not 0 <= second.span.start - first.span.end <= _NAMING_GAP:
                continue
            for near, dated in ((first, second), (second, first)):
                shift, point = _day_shift(near.reading), dated.reading
                if shift is None or not isinstance(point, Point) or not point.day or not point.month:
                    continue
                found = self.place_from(replace(point, clock=None, part=None), dated, now, None)
                if found and found.grain == "day" and now.day <= found.day - DAY * shift <= now.last_day:
                    return one_day(found.day - DAY * shift)
        return None

    def _narrowed(self, now: Stretch) -> Stretch:
        """Now without the days before what is told as past and after what is told as still to come."""
        first, last, named = now.day, now.last_day, set()
        for mention in self._mentions:
            point = mention.reading
            if not isinstance(point, Point) or not point.day or point.month is None or mention.sentence == HEADER:
                continue
            found = self.place_from(replace(point, clock=None, part=None), mention, now, None)
            if found is None or not now.day <= found.day <= now.last_day:
                continue
            named.add(found.day)
            if mention.direction == "past" or point.which == -1:
                first = max(first, found.day + DAY)
            elif mention.direction == "future" or point.which == 1:
                last = min(last, found.day - DAY)
        self._named = frozenset(named)
        return (
            days(first, last, now.grain if (first, last) == (now.day, now.last_day) else "interval")
            if first <= last
            else now
        )

    def _unnamed(self, found: Stretch | None, point: Point) -> Stretch | None:
        """Yesterday and today are none of the days that the text calls by their dates."""
        if found is None or found.grain != "interval" or point.unit != "day" or point.anchor != "document":
            return found
        first, last = found.day, found.last_day
        while first in self._named and first < last:
            first += DAY
        while last in self._named and first < last:
            last -= DAY
        return days(first, last, "day" if first == last else "interval")


def _of_year(reading: Reading, year: int) -> Reading:
    if isinstance(reading, Range):
        return replace(reading, begin=replace(reading.begin, year=year), end=replace(reading.end, year=year))
    return replace(reading, year=year) if isinstance(reading, Point) else reading


def _placed(
    mention: TimexMention, found: Stretch | Bounds | None, basis: Basis, ends: tuple[Placed, ...] = ()
) -> Placed:
    point = mention.reading if isinstance(mention.reading, Point) else _NO_POINT
    open_to = found
    if point.either and isinstance(found, Stretch):
        first, last = sorted((found.day, turned(found).day))
        open_to = days(first, last)
    told = date_of_stretch(open_to, basis, mention.span, bound=point.bound, zone=point.zone)
    return Placed(mention, found, told, ends)


def _placed_ends(mention: TimexMention, ends: tuple[Stretch | None, ...], basis: Basis) -> tuple[Placed, ...]:
    """The ends of a range as mentions of their own, where each has its own words."""
    reading = mention.reading
    if not isinstance(reading, Range) or reading.night or reading.begin_span.overlaps(reading.end_span):
        return ()
    return tuple(
        _placed(replace(mention, reading=point, span=span, modifier=None), found, basis)
        for point, span, found in zip(
            (reading.begin, reading.end), (reading.begin_span, reading.end_span), ends, strict=True
        )
    )


def _now_of(document: Document, mentions: Sequence[TimexMention], placer: Placer) -> Stretch | None:
    """The day of the dateline if that is near the date of publication, else the latter."""
    published = document.published
    if published is None or published.start is None or published.end is None:
        return None
    first = date.fromisoformat(published.start[:10])
    last = max(first, (datetime.fromisoformat(published.end) - DAY).date())
    now = days(first, last, "day" if first == last else published.precision)
    for mention in mentions:
        point = mention.reading
        if (
            document.dateline
            and document.dateline.overlaps(mention.span)
            and isinstance(point, Point)
            and point.day
            and point.month
        ):
            found = placer.place_from(replace(point, clock=None), mention, now, None)
            if found and found.grain == "day" and _distance(found, now) <= _NEAR_DAYS:
                return found
    return now


def _day_shift(reading: Reading) -> int | None:
    """How many days from today a reading says: 0 for "today", -1 for "yesterday evening"."""
    if not isinstance(reading, Point) or reading.unit != "day" or reading.anchor != "document":
        return None
    return reading.shift if reading == Point(unit="day", shift=reading.shift, part=reading.part) else None


def _distance(day: Stretch, now: Stretch) -> float:
    return max((now.start - day.start) / DAY, (day.end - now.end) / DAY, 0)


def _proxy(point: Point, year: Stretch | None, previous: Stretch | None) -> Stretch | None:
    """A stand-in for the day of a report that is not dated: what the text dates in full serves its partial dates."""
    if point.year is not None or point.decade is not None or point.century is not None:
        return one_day(date(point.year or 2000, 1, 1))
    if point.anchor == "event" and previous is not None:
        return one_day(previous.day)
    partial = point.month is not None or point.feast is not None
    return year if partial and point.shift is None and point.which is None else None


def basis_of(point: Point) -> Basis:
    """What a point rests on."""
    if point.anchor == "event":
        return "relative-to-event"
    if point.distance is not None or point.which is not None or point.shift is not None:
        return "relative-to-document"
    said = (point.year, point.month, point.decade, point.century, point.feast)
    return "explicit" if any(part is not None for part in said) else "relative-to-document"


def hull_of(first: Stretch, second: Stretch) -> Stretch | None:
    """From the start of one to the end of the other; ``None`` if they are the wrong way round."""
    return Stretch(first.start, second.end, "interval") if first.start < second.end else None
