"""The date that a path tells."""

import re
from datetime import date
from pathlib import Path

_YEAR, _MONTH, _DAY = r"(?P<year>(?:19|20)\d\d)", r"(?P<month>0[1-9]|1[0-2])", r"(?P<day>0[1-9]|[12]\d|3[01])"
_WRITTEN = tuple(
    re.compile(rf"(?<!\d){pattern}(?!\d)")
    for pattern in (
        rf"{_YEAR}(?P<mark>[-_./ ]){_MONTH}(?P=mark){_DAY}",
        rf"{_YEAR}{_MONTH}{_DAY}",
        rf"{_YEAR}[-_./]{_MONTH}(?![-_./]\d)",
    )
)
_DEPTH = 3


def path_date(path: Path) -> str | None:
    """The date in a file's name or, without one there, in the names of the folders it lies in, as EDTF.

    >>> path_date(Path("syria/2012-03-01/agency_4.txt"))
    '2012-03-01'
    """
    parts = path.parts[-1 - _DEPTH :]
    for first in range(len(parts) - 1, -1, -1):
        if found := _date_in("/".join(parts[first:])):
            return found
    return None


def _date_in(name: str) -> str | None:
    for pattern in _WRITTEN:
        for match in pattern.finditer(name):
            parts = match.groupdict()
            year, month, day = parts["year"], parts["month"], parts.get("day")
            if day is None:
                return f"{year}-{month}"
            if _is_day(int(year), int(month), int(day)):
                return f"{year}-{month}-{day}"
    return None


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
