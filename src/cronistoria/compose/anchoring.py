"""Where a reading of the words lies in time, seen from one day: "last Friday", "in March", "two weeks ago".

A reading and its ground (today, the tense, what was told before) come in, a `Stretch` goes out, or ``None`` where the
words cannot be placed. A report dated to a month is read from both ends of it (`cronistoria.compose.placing_times`).
"""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

import msgspec
from msgspec.structs import replace

from cronistoria.compose.calendar import (
    DAY,
    DAYS,
    Stretch,
    add_months,
    container,
    days,
    feast,
    hull,
    months,
    nth_weekday,
    one_day,
    season,
    step,
    valid_day,
    years,
)
from cronistoria.compose.fitting import fit_number, fit_weekday, fit_year
from cronistoria.model.timex import Direction, Length, Point, Unit, Window

CLOCK_UNITS = frozenset({"second", "minute", "hour"})


class Ground(msgspec.Struct, frozen=True, kw_only=True):
    """What a reading stands on: the day it is said, all days that may be that, the tense, and what was told before."""

    today: date
    now: Stretch
    direction: Direction | None
    previous: Stretch | None
    future_today: bool


def place_point(point: Point, ground: Ground) -> Stretch | None:
    """The stretch of a point without its clock time."""
    if point.distance is not None:
        return _place_distance(point, ground)
    if point.nth is not None:
        outer = place_point(replace(point, nth=None, nth_unit=None, plural=False, weekday=None), ground)
        return pick(outer, point) if outer else None
    if point.month is not None or point.feast is not None or point.season is not None:
        return _place_named(point, ground)
    if point.weekday is not None:
        return _place_weekday(point, ground)
    if point.shift is not None and point.unit is not None:
        found = _place_shift(point.shift, point.unit, point, ground)
        return _part_of_year(point, found.day.year) if found and (point.half or point.quarter) else found
    if point.day is not None:
        return fit_number(_days_of_number(point.day, None, ground), ground.now, ground.direction, ground.previous)
    return _place_years(point, ground)


def _place_years(point: Point, ground: Ground) -> Stretch | None:
    year = point.year
    if point.half or point.quarter or point.week:
        return _part_of_year(point, year) if year else _part_of_some_year(point, ground)
    if year is not None:
        return years(year, 1, "year")
    if point.decade is not None:
        return years(point.decade, 10, "interval")
    if point.century is not None:
        return years((point.century - 1) * 100, 100, "interval")
    return None


def _part_of_some_year(point: Point, ground: Ground) -> Stretch | None:
    """A part of this year, or of the next or last one where the tense says so: it is over, or has not begun."""
    year = ground.today.year
    found = _part_of_year(point, year)
    if found and ground.direction == "future" and found.end <= ground.now.start:
        return _part_of_year(point, year + 1)
    if found and ground.direction == "past" and found.start >= ground.now.end:
        return _part_of_year(point, year - 1)
    return found


def _part_of_year(point: Point, year: int) -> Stretch | None:
    if point.half:
        return months(year, 6 * point.half - 5, 6, "interval")
    if point.quarter:
        return months(year, 3 * point.quarter - 2, 3, "interval")
    monday = date(year, 1, 4) - DAY * date(year, 1, 4).weekday() + timedelta(weeks=(point.week or 1) - 1)
    return days(monday, monday + 6 * DAY, "week")


def _place_named(point: Point, ground: Ground) -> Stretch | None:
    """A month, a day of a month, a feast or a season, of the year said or of the year that fits."""
    if point.shift is not None and point.unit is not None:
        around = _place_shift(point.shift, point.unit, point, ground)
        around_years = {around.day.year, around.last_day.year} if around else set()
        found = [s for y in sorted(around_years) for s in _of_year(point, y)]
        return next((s for s in found if around and around.start <= s.start < around.end), None)
    if point.year is not None:
        return next(_of_year(point, point.year), None)
    if point.anchor == "event":
        if ground.previous is None:
            return None
        ground = replace(ground, now=ground.previous)
    span = range(ground.now.day.year - 1, ground.now.last_day.year + 2)
    found = [s for y in span for s in _of_year(point, y)]
    best = fit_year(found, ground.now, ground.direction, point.which)
    if point.weekday is None or best is None or best.day.weekday() == point.weekday or point.which is not None:
        return best
    fitting = [s for s in found if s.day.weekday() == point.weekday]
    return fit_year([s for s in fitting if abs(s.start - ground.now.start) < 250 * DAY], ground.now, None, None) or best


def _of_year(point: Point, year: int) -> Iterator[Stretch]:
    """What a named point is in one year, if that has it."""
    found: Stretch | None = None
    if point.feast is not None:
        day = feast(point.feast, year)
        found = one_day(day) if day else None
    elif point.season is not None:
        found = season(year, point.season)
    elif point.month is not None and point.day is not None:
        day = valid_day(year, point.month, point.day)
        found = one_day(day) if day else None
    elif point.month is not None:
        found = months(year, point.month, 1, "month")
    if found is not None:
        yield found


def _place_weekday(point: Point, ground: Ground) -> Stretch | None:
    assert point.weekday is not None
    if point.shift is not None and point.unit == "week":
        week = _place_shift(point.shift, point.unit, point, ground)
        return one_day(week.day + DAY * point.weekday) if week else None
    if point.day is not None:
        return fit_year(_days_of_number(point.day, point.weekday, ground), ground.now, ground.direction, point.which)
    if point.anchor == "event" and ground.previous is None:
        return None
    today = ground.previous.day if point.anchor == "event" and ground.previous else ground.today
    return fit_weekday(point.weekday, today, ground.direction, point.which, future_today=ground.future_today)


def _days_of_number(number: int, weekday: int | None, ground: Ground) -> Iterator[Stretch]:
    """The days of that number in the months around now, of that name if any has it."""
    told = ground.previous if weekday is None and ground.previous else ground.now
    around = [add_months(told.day.replace(day=1), n) for n in range(-2, 3)]
    found = [day for m in around if (day := valid_day(m.year, m.month, number))]
    fitting = [day for day in found if weekday is None or day.weekday() == weekday]
    return map(one_day, fitting or found)


def _place_shift(count: int, unit: Unit, point: Point, ground: Ground) -> Stretch | None:
    """Some units away from today or from what was told before."""
    if unit in CLOCK_UNITS:
        return None
    if unit == "weekend" and point.anchor == "document":
        return _place_weekend(count, ground)
    if point.anchor == "document":
        return _clipped(container(step(ground.today, count, unit), unit), count, unit, ground)
    previous = ground.previous
    if previous is None:
        return None
    wide = previous.end - previous.start > container(previous.day, unit).end - container(previous.day, unit).start
    if wide and unit != "day":
        return None
    first = container(step(previous.day, count, unit), unit)
    return hull(first, container(step(previous.last_day, count, unit), unit))


def _place_weekend(count: int, ground: Ground) -> Stretch:
    """This weekend, or the last one where a verb looks back; those before and after today."""
    today = ground.today
    saturday = today + DAY * (5 - today.weekday())
    if count > 0:
        saturday += DAY * 7 * (count - 1 if saturday > today else count)
    elif count < 0:
        saturday -= DAY * 7 * -count
    elif ground.direction == "past" and saturday > today:
        saturday -= DAY * 7
    return days(saturday, saturday + DAY)


def _clipped(found: Stretch, count: int, unit: Unit, ground: Ground) -> Stretch:
    """This week with a past verb ends today."""
    if count or unit != "week" or ground.now.grain != "day" or ground.direction != "past":
        return found
    return days(found.day, ground.today, "week" if ground.today == found.last_day else "interval")


def _place_distance(point: Point, ground: Ground) -> Stretch | None:
    """A length away from today, from what was told before, or from the rest of the point."""
    assert point.distance is not None
    rest = replace(
        point,
        distance=None,
        backwards=False,
        vague=False,
        bound="exact",
        part=None,
        clock=None,
        zone=None,
        anchor="document",
    )
    named = rest != Point()
    if named:
        base = place_point(rest, ground)
    else:
        base = one_day(ground.today) if point.anchor == "document" else _told(ground.previous, point.distance)
    return away(base, point.distance, -1 if point.backwards else 1, exact=named) if base else None


def _told(previous: Stretch | None, distance: Length) -> Stretch | None:
    """What was told before, if it is exact enough to count a length from: no weeks from a year."""
    coarse = distance.parts[-1][1] in MONTHS_GRAIN
    return previous if previous is None or coarse or previous.end - previous.start <= _MOST_TOLD_DAYS * DAY else None


def away(base: Stretch, length: Length, sign: int, *, exact: bool = False) -> Stretch | None:
    """A stretch a length away from another, as coarse as the length's smallest unit; ``None`` for vague lengths.

    ``exact``: the other is a day that was named, and weeks are counted to the day ("two weeks before 13 May").
    """
    first, last = base.day, base.last_day
    clock = sum((number or 0) * _HOURS[unit] for number, unit in length.parts if unit in CLOCK_UNITS)
    if any(number is None for number, _ in length.parts):
        return None
    for number, unit in length.parts:
        if unit not in CLOCK_UNITS:
            assert number is not None
            first, last = (_stepped(day, sign * number, unit) for day in (first, last))
    unit = length.parts[-1][1]
    if unit in CLOCK_UNITS:
        return _hours_away(base, clock * sign)
    if unit in MONTHS_GRAIN:
        grain: Unit = (
            "year"
            if unit in ("year", "decade", "century") and length.parts[-1][0] == int(length.parts[-1][0] or 0)
            else "month"
        )
        return hull(container(first, grain), container(last, grain))
    many_weeks = unit == "fortnight" or (unit in ("week", "weekend") and (length.parts[-1][0] or 0) > 1)
    return (
        container(first, "week")
        if many_weeks and base.grain == "day" and not exact
        else days(first, last, base.grain if base.grain == "day" else "interval")
    )


_MOST_TOLD_DAYS = 31
MONTHS_GRAIN = frozenset({"month", "quarter", "half", "season", "year", "decade", "century"})
_HOURS = {"second": 1 / 3600, "minute": 1 / 60, "hour": 1.0}


def _stepped(day: date, count: float, unit: Unit) -> date:
    whole = int(count)
    rest = count - whole
    moved = step(day, whole, unit)
    if rest and unit in MONTHS_GRAIN:
        twelfths = round(rest * (12 if unit == "year" else 120 if unit == "decade" else 1))
        return add_months(moved, twelfths)
    return moved + timedelta(days=round(rest * DAYS.get(unit, 1)))


def _hours_away(base: Stretch, hours: float) -> Stretch:
    """Hours away from a moment; from a day, all the days that this may fall on."""
    moved = timedelta(hours=hours)
    if base.grain == "minute":
        return Stretch(base.start + moved, base.end + moved, "minute")
    first, last = (base.start + moved).date(), (base.end + moved - timedelta(microseconds=1)).date()
    return days(first, last, "day" if first == last else "interval")


def pick(outer: Stretch, point: Point) -> Stretch | None:
    """A part of a stretch by its number: the first week, the last Friday; several ("the first days") are the whole."""
    number, unit = point.nth or 1, point.nth_unit or "day"
    if point.plural:
        return outer
    if point.nth == 0:
        return container(outer.day, unit)
    if point.weekday is not None:
        day = nth_weekday(outer.day.year, outer.day.month, point.weekday, number)
        return one_day(day) if day and outer.grain == "month" else None
    if unit == "weekend":
        day = nth_weekday(outer.day.year, outer.day.month, 5, number)
        return days(day, day + DAY) if day and outer.grain == "month" else None
    if unit in CLOCK_UNITS:
        return None
    if number > 0:
        first = step(outer.day, number - 1, unit)
        last = step(first, 1, unit) - DAY
    else:
        last = step(outer.last_day + DAY, number + 1, unit) - DAY
        first = step(last + DAY, -1, unit)
    if not outer.day <= first <= outer.last_day:
        return None
    grain = unit if unit in ("day", "month", "year") else "interval"
    return days(first, min(last, outer.last_day), grain)


def place_window(window: Window, ground: Ground) -> Stretch | None:
    """The stretch of a window with a number, today inside; ``None`` for a vague one."""
    number, unit = window.length.parts[0]
    if window.outer is not None:
        outer = place_point(window.outer, ground)
        return _end_of(outer, int(number or 0), unit, window.direction) if outer else None
    if number is None and unit != "hour":
        return None
    count = int(number) if number is not None else 1
    if unit in CLOCK_UNITS:
        count, unit = (-(-count // 24) if unit == "hour" and number is not None else 1), "day"
    elif unit == "day" and window.direction < 0:
        count -= 1
    other = step(ground.today, window.direction * count, unit)
    if unit in MONTHS_GRAIN:
        coarse: Unit = "year" if unit in ("year", "decade", "century") else "month"
        return hull(container(min(other, ground.today), coarse), container(max(other, ground.today), coarse))._replace(
            grain="interval"
        )
    return days(min(other, ground.today), max(other, ground.today))


def _end_of(outer: Stretch, count: int, unit: Unit, direction: int) -> Stretch | None:
    """Some units at the beginning (1) or the end (-1) of a stretch; ``None`` where it has not as many."""
    if count < 1 or unit in CLOCK_UNITS:
        return None
    after = outer.last_day + DAY
    first, last = (
        (outer.day, step(outer.day, count, unit) - DAY)
        if direction > 0
        else (step(after, -count, unit), outer.last_day)
    )
    return days(first, last) if outer.day <= first <= last <= outer.last_day else None


def at_clock(day: Stretch, clock: tuple[int, int]) -> Stretch:
    """A minute of a day; 24:00 is the midnight that ends it."""
    hour, minute = clock
    moment = datetime(day.day.year, day.day.month, day.day.day) + timedelta(hours=hour, minutes=minute)
    return Stretch(moment, moment + timedelta(minutes=1), "minute")
