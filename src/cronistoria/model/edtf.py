"""Dates as ISO 8601-2 (EDTF) writes them: a string in, a half-open interval with its precision out.

Level 0 and the part of level 1 that dates of news need: days, months, years, clock times, intervals (also open ones),
seasons, unspecified digits (``2021-12-XX``, ``202X``) and the qualifiers ``~ ? %``, which leave the bounds as they are.
"""

import calendar
import re
from datetime import date, datetime, timedelta

from cronistoria.model.dates import Precision

EXPECTED = (
    "expected a date such as 2021-12-30, 2021-12, 2021, 2021-12-30T21:35, 2022-01~ "
    "or an interval such as 2021-12-08/2021-12-30"
)

Bounds = tuple[str | None, str | None, Precision]

_DATE = re.compile(r"(\d{4}|\d{3}X|\d{2}XX)(?:-(\d{2}|XX)(?:-(\d{2}|XX))?)?")
_TIME = re.compile(r"(\d{4}-\d{2}-\d{2})T(\d{2})(?::(\d{2})(?::\d{2})?)?(?:Z|[+-]\d{2}:\d{2})?")
_SEASON_STARTS = {21: 3, 22: 6, 23: 9, 24: 12}
_OPEN = ("", "..")


def parse_edtf(text: str) -> Bounds:
    """Start (inclusive), end (exclusive) and precision of an EDTF date; an open end is ``None``.

    Both ends of an interval count, so that its last day is inside. Raises `ValueError` that says what was expected.

    >>> parse_edtf("2021-12")
    ('2021-12-01', '2022-01-01', 'month')
    >>> parse_edtf("2021-12-08/2021-12-30")
    ('2021-12-08', '2021-12-31', 'interval')
    >>> parse_edtf("2022-01~")
    ('2022-01-01', '2022-02-01', 'month')
    """
    cleaned = text.strip()
    try:
        return _interval(cleaned) if "/" in cleaned else _point(cleaned)
    except (ValueError, OverflowError) as error:
        raise ValueError(f"date '{text}': {EXPECTED}") from error


def _interval(text: str) -> Bounds:
    first, last = text.split("/")
    start = None if first in _OPEN else _point(first)[0]
    end = None if last in _OPEN else _point(last)[1]
    if (start is None and end is None) or (start is not None and end is not None and start >= end):
        raise ValueError("an interval that holds no time")
    return start, end, "interval"


def _point(text: str) -> tuple[str, str, Precision]:
    bare = text.rstrip("~?%")
    if match := _TIME.fullmatch(bare):
        return _clock(match)
    match = _DATE.fullmatch(bare)
    if match is None:
        raise ValueError("not a date")
    year, month, day = match.groups()
    if "X" in year:
        return _years(year)
    if month is None or month == "XX":
        return f"{date(int(year), 1, 1)}", f"{date(int(year) + 1, 1, 1)}", "year"
    if int(month) in _SEASON_STARTS and day is None:
        return _months(int(year), _SEASON_STARTS[int(month)], 3, "season")
    if day is None or day == "XX":
        return _months(int(year), int(month), 1, "month")
    exact = date(int(year), int(month), int(day))
    return exact.isoformat(), (exact + timedelta(days=1)).isoformat(), "day"


def _years(pattern: str) -> tuple[str, str, Precision]:
    first, last = int(pattern.replace("X", "0")), int(pattern.replace("X", "9"))
    return f"{first:04d}-01-01", f"{last + 1:04d}-01-01", "interval"


def _months(year: int, month: int, count: int, precision: Precision) -> tuple[str, str, Precision]:
    start = date(year, month, 1)
    last = start
    for _ in range(count):
        last += timedelta(days=calendar.monthrange(last.year, last.month)[1])
    return start.isoformat(), last.isoformat(), precision


def _clock(match: re.Match[str]) -> tuple[str, str, Precision]:
    day, hour, minute = match.groups()
    start = datetime.fromisoformat(f"{day}T{hour}:{minute or '00'}")
    length, precision = (timedelta(hours=1), "hour") if minute is None else (timedelta(minutes=1), "minute")
    return _minutes(start), _minutes(start + length), precision  # type: ignore[return-value]


def _minutes(moment: datetime) -> str:
    return moment.isoformat(timespec="minutes")
