"""The calendar as half-open stretches of time with a grain: what holds a day, and steps between days.

Pure arithmetic; no words and no report. Stretches of clock time begin and end within days, all others at midnight.
"""

import calendar
from datetime import date, datetime, timedelta
from typing import NamedTuple

from cronistoria.model.timex import Season, Unit

DAY = timedelta(days=1)
_INSTANT = timedelta(microseconds=1)
MONTHS: dict[str, int] = {"month": 1, "quarter": 3, "half": 6, "season": 3, "year": 12, "decade": 120, "century": 1200}
DAYS: dict[str, int] = {"weekend": 7, "week": 7, "fortnight": 14}
SEASON_STARTS: dict[Season, int] = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
FIRST_YEAR, LAST_YEAR = 2, 9900


class Stretch(NamedTuple):
    """Time from ``start`` (inside) to ``end`` (outside); ``grain`` is the unit it is one of, or ``interval``."""

    start: datetime
    end: datetime
    grain: str

    @property
    def day(self) -> date:
        """The first day."""
        return self.start.date()

    @property
    def last_day(self) -> date:
        """The last day."""
        return (self.end - _INSTANT).date()


def days(first: date, last: date, grain: str = "interval") -> Stretch:
    """All of the days from ``first`` to ``last``."""
    return Stretch(_midnight(first), _midnight(last + DAY), grain)


def one_day(day: date) -> Stretch:
    """A day."""
    return days(day, day, "day")


def months(year: int, month: int, count: int, grain: str) -> Stretch | None:
    """Whole months; ``None`` outside the calendar."""
    if not FIRST_YEAR <= year <= LAST_YEAR or not 1 <= month <= 12:
        return None
    last = add_months(date(year, month, 1), count) - DAY
    return days(date(year, month, 1), last, grain)


def years(first: int, count: int, grain: str) -> Stretch | None:
    """Whole years; ``None`` outside the calendar."""
    return months(first, 1, 12 * count, grain)


def season(year: int, name: Season) -> Stretch | None:
    """Three whole months; winter begins in the December of its year."""
    return months(year, SEASON_STARTS[name], 3, "season")


def add_months(day: date, count: int) -> date:
    """The same day some months away, or the last one of that month.

    >>> add_months(date(2022, 1, 31), 1)
    datetime.date(2022, 2, 28)
    """
    number = day.year * 12 + day.month - 1 + count
    year, month = divmod(number, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def container(day: date, unit: Unit) -> Stretch:
    """The unit of the calendar that holds a day.

    >>> container(date(2021, 12, 30), "week").day
    datetime.date(2021, 12, 27)
    """
    if unit == "week":
        monday = day - DAY * day.weekday()
        return days(monday, monday + 6 * DAY, "week")
    if unit == "weekend":
        saturday = day - DAY * day.weekday() + 5 * DAY
        return days(saturday, saturday + DAY)
    if unit == "season":
        month = (day.month // 3) * 3 or 12
        found = months(day.year - (day.month < 3), month, 3, "season")
    elif unit in MONTHS:
        count = MONTHS[unit]
        first = (day.year * 12 + day.month - 1) // count * count
        found = months(first // 12, first % 12 + 1, count, unit if unit in ("month", "year") else "interval")
    else:
        return one_day(day)
    return found or one_day(day)


def step(day: date, count: int, unit: Unit) -> date:
    """A day some units away. Raises `OverflowError` or `ValueError` outside the calendar."""
    if unit in MONTHS:
        return add_months(day, count * MONTHS[unit])
    if unit in ("second", "minute", "hour"):
        return day
    return day + timedelta(days=count * DAYS.get(unit, 1))


def hull(first: Stretch, second: Stretch) -> Stretch:
    """The smallest stretch around two; the same one if they are equal."""
    if first == second:
        return first
    return Stretch(min(first.start, second.start), max(first.end, second.end), "interval")


def feast(rule: str, year: int) -> date | None:
    """The day of a feast: ``12-25``, ``easter+1``, ``orthodox+0`` or ``11-thu4`` (the fourth Thursday of November).

    >>> feast("easter+1", 2022), feast("11-thu4", 2021)
    (datetime.date(2022, 4, 18), datetime.date(2021, 11, 25))
    """
    for name, western in (("easter", True), ("orthodox", False)):
        if rule.startswith(name):
            return easter(year, western=western) + timedelta(days=int(rule[len(name) :]))
    month, _, day = rule.partition("-")
    if day.isdigit():
        return valid_day(year, int(month), int(day))
    weekday = ("mon", "tue", "wed", "thu", "fri", "sat", "sun").index(day[:3])
    return nth_weekday(year, int(month), weekday, int(day[3:]))


def nth_weekday(year: int, month: int, weekday: int, number: int) -> date | None:
    """The n-th Monday, Tuesday … of a month, -1 being the last."""
    days_there = [
        d for d in range(1, calendar.monthrange(year, month)[1] + 1) if date(year, month, d).weekday() == weekday
    ]
    place = number - 1 if number > 0 else len(days_there) + number
    return date(year, month, days_there[place]) if 0 <= place < len(days_there) else None


def easter(year: int, *, western: bool) -> date:
    """Easter Sunday (Gregorian: Butcher's rule; Orthodox: Meeus' Julian rule, as the day of the Gregorian calendar)."""
    if not western:
        d = (19 * (year % 19) + 15) % 30
        e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
        month, day = divmod(d + e + 114, 31)
        return date(year, month, day + 1) + timedelta(days=year // 100 - year // 400 - 2)
    century = year // 100
    moon = (19 * (year % 19) + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    week = (32 + 2 * (century % 4) + 2 * (year % 100 // 4) - moon - year % 100 % 4) % 7
    late = (year % 19 + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * late + 114, 31)
    return date(year, month, day + 1)


def turned(found: Stretch) -> Stretch:
    """A stretch that begins on the day whose number is that of the month, and the other way round; itself if none is.

    >>> turned(one_day(date(2021, 3, 4))).day
    datetime.date(2021, 4, 3)
    """
    day = valid_day(found.start.year, found.start.day, found.start.month)
    apart = day - found.day if day else timedelta()
    return Stretch(found.start + apart, found.end + apart, found.grain)


def valid_day(year: int, month: int, day: int) -> date | None:
    """A day if the calendar has it."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day)
