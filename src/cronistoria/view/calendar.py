"""Where a time axis is ticked and cut: days, weeks, months or years, whichever are neither too many nor too few."""

from datetime import date, timedelta

import msgspec

_MOST_TICKS = 12
_MOST_BINS = 100
_MONTHS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200)
_DAYS = (1, 2, 7, 14)
_WEEK = 7


class Tick(msgspec.Struct, frozen=True):
    """A day on the axis, at a percentage of its length; ``unit``: what its label says (day, month, year)."""

    day: date
    x: float
    unit: str


def ticks_of(first: date, last: date) -> tuple[Tick, ...]:
    """At most twelve ticks between two days, both inside."""
    days, unit = _steps(first, last, _MOST_TICKS)
    length = (last - first).days + 1
    return tuple(Tick(day, round(100 * (day - first).days / length, 3), unit) for day in days if day >= first)


def bins_of(first: date, last: date) -> list[date]:
    """The first days of at most a hundred stretches that cover two days and all between them."""
    days, _ = _steps(first, last, _MOST_BINS)
    return [first, *(day for day in days if day > first)]


def _steps(first: date, last: date, most: int) -> tuple[list[date], str]:
    length = (last - first).days + 1
    for step in _DAYS:
        if length / step <= most:
            return _by_days(first, last, step), "day"
    for step in _MONTHS:
        if length / (step * 30.4) <= most:
            return _by_months(first, last, step), "year" if step >= 12 else "month"
    return [first], "year"


def _by_days(first: date, last: date, step: int) -> list[date]:
    """Every so many days; whole weeks begin on Monday."""
    offset = -first.weekday() % _WEEK if step % _WEEK == 0 else 0
    start = first + timedelta(days=offset)
    return [start + timedelta(days=n) for n in range(0, (last - start).days + 1, step)]


def _by_months(first: date, last: date, step: int) -> list[date]:
    """First days of every so many months, counted from the year 0."""
    number = -(-(first.year * 12 + first.month - 1) // step) * step
    found = []
    while (number // 12, number % 12 + 1) <= (last.year, last.month):
        if number // 12 >= 1:
            found.append(date(number // 12, number % 12 + 1, 1))
        number += step
    return found
