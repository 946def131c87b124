"""Clock times of different zones held against each other: one moment has many names.

Dates come in, moments of universal time and judgements go out. An EDTF clock time ends with its zone where the text
told it; without one it is the clock of a place that is not known.
"""

import re
from datetime import datetime, timedelta

from cronistoria.model.dates import Date

WEST, EAST = timedelta(hours=-8), timedelta(hours=9)
WIDEST_APART = EAST - WEST
ZONE_STEP = timedelta(minutes=30)
_ZERO = timedelta()
_ZONE = re.compile(r"T.*(?:Z|([+-])(\d\d):(\d\d))[~?%]?$")


def has_zone(date: Date) -> bool:
    """Whether a date is a clock time of a told zone."""
    return offset_of(date) is not None


def offset_of(date: Date) -> timedelta | None:
    """How far the told zone of a clock time is east of Greenwich."""
    told = _ZONE.search(date.edtf) if date.precision == "minute" and date.edtf else None
    if told is None:
        return None
    sign, hours, minutes = told.groups(default="0")
    east = timedelta(hours=int(hours), minutes=int(minutes))
    return -east if sign == "-" else east


def moments_of(date: Date) -> tuple[datetime, datetime] | None:
    """Start and end, in universal time if the zone is told; ``None`` if one of them is open."""
    if date.start is None or date.end is None:
        return None
    shift = offset_of(date) or _ZERO
    return datetime.fromisoformat(date.start) - shift, datetime.fromisoformat(date.end) - shift


def days_around(date: Date) -> tuple[datetime, datetime] | None:
    """From when to when a moment of a told zone lies on the clocks between the Pacific and Japan."""
    found = moments_of(date) if has_zone(date) else None
    return (found[0] + WEST, found[1] + EAST) if found else None


def may_be_one(one: Date, other: Date, *, same_clock: bool) -> bool:
    """Whether two dates with both bounds can be of one happening; ``same_clock``: both by the clock of one place.

    Two zones that are told must name one moment; where one is not, its clock may be any zone's. A day without a clock
    time is that of any zone in which the moment may be told.

    >>> rome = Date(edtf="2021-12-30T23:35+01:00", start="2021-12-30T23:35", end="2021-12-30T23:36",
    ...             precision="minute", basis="explicit")
    >>> moscow = Date(edtf="2021-12-31T01:35+03:00", start="2021-12-31T01:35", end="2021-12-31T01:36",
    ...               precision="minute", basis="explicit")
    >>> may_be_one(rome, moscow, same_clock=False)
    True
    """
    left, right = moments_of(one), moments_of(other)
    if left is None or right is None:
        return True
    zones, clocks = has_zone(one) + has_zone(other), (one.precision == "minute") + (other.precision == "minute")
    if zones == 1 and clocks == 1:
        left, right = days_around(one) or left, days_around(other) or right
    elif clocks == 2 and zones < 2 and not (same_clock and zones == 0):
        return _differ_by_zone(left[0] - right[0])
    return left[0] < right[1] and right[0] < left[1]


def _differ_by_zone(apart: timedelta) -> bool:
    return abs(apart) <= WIDEST_APART and not apart % ZONE_STEP
