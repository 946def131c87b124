"""How a placed expression is written: EDTF (ISO 8601-2), half-open ISO bounds with a precision, and TIMEX3 values.

A stretch and a reading come in, `Date` fields and strings go out.
"""

from datetime import date, datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from cronistoria.compose.calendar import DAY, Stretch
from cronistoria.model.dates import Basis, Date, Precision, TimexType
from cronistoria.model.record import Bound
from cronistoria.model.span import Span
from cronistoria.model.timex import Length, Point, Range, Reading, Reference, Repetition, Window, iso_duration

HALF_WEEK = 3
MINUTE = timedelta(minutes=1)
SEASON_NUMBERS = {3: "21", 6: "22", 9: "23", 12: "24"}
SEASON_LETTERS = {3: "SP", 6: "SU", 9: "FA", 12: "WI"}
PRECISIONS: dict[str, Precision] = {
    "minute": "minute", "day": "day", "week": "week", "month": "month", "season": "season", "year": "year",
}  # fmt: skip
MINUTES: dict[str, float] = {
    "second": 1 / 60, "minute": 1, "hour": 60, "day": 1440, "weekend": 2880, "week": 10080, "fortnight": 20160,
    "month": 43200,
    "quarter": 129600, "half": 262800, "season": 131400, "year": 525600, "decade": 5256000, "century": 52560000,
}  # fmt: skip


class Bounds(NamedTuple):
    """A stretch with an open end: ``None`` on one side."""

    start: datetime | None
    end: datetime | None


def date_of_stretch(
    found: Stretch | Bounds | None, basis: Basis, text: Span | None, *, bound: Bound = "exact", zone: str | None = None
) -> Date:
    """The `Date` of a stretch; without one, a date that is not placed."""
    if found is None:
        return Date(edtf=None, start=None, end=None, precision="unknown", basis=basis, text=text)
    if isinstance(found, Bounds):
        edtf, precision = _open_edtf(found), PRECISIONS.get("", "interval")
    else:
        edtf, precision = edtf_of(found, zone), PRECISIONS.get(found.grain, "interval")
    qualified = bound == "about" and precision in ("day", "month", "season", "year")
    clock = precision == "minute" or (isinstance(found, Stretch) and _is_within_days(found))
    return Date(
        edtf=f"{edtf}~" if qualified else edtf, start=_iso(found.start, clock=clock), end=_iso(found.end, clock=clock),
        precision=precision, basis=basis, text=text,
    )  # fmt: skip


def edtf_of(found: Stretch, zone: str | None = None) -> str:
    """A stretch in EDTF.

    >>> edtf_of(Stretch(datetime(2021, 12, 8), datetime(2021, 12, 31), "interval"))
    '2021-12-08/2021-12-30'
    """
    first = found.day
    if found.grain == "interval" and _is_within_days(found):
        return f"{_iso(found.start, clock=True)}/{_iso(found.end - MINUTE, clock=True)}"
    match found.grain:
        case "minute":
            return found.start.isoformat(timespec="minutes") + offset_of(found.start, zone)
        case "day":
            return first.isoformat()
        case "month":
            return f"{first:%Y-%m}"
        case "year":
            return f"{first:%Y}"
        case "season":
            return f"{first:%Y}-{SEASON_NUMBERS[first.month]}"
    return _interval_edtf(first, found.last_day)


def _is_within_days(found: Stretch) -> bool:
    """Whether a stretch begins or ends at a time of day."""
    start, end = found.start, found.end
    return bool(start.hour or start.minute or end.hour or end.minute)


def _interval_edtf(first: date, last: date) -> str:
    if first == last:
        return first.isoformat()
    after = last + DAY
    months = (after.year - first.year) * 12 + after.month - first.month
    if (first.day, after.day) != (1, 1) or months == 1 or (months == 12 and first.month == 1):
        return f"{first}/{last}"
    if months % 12 or first.month != 1:
        return f"{first:%Y-%m}/{last:%Y-%m}"
    years = months // 12
    if years in (10, 100) and first.year % years == 0:
        return f"{first.year // years}{'X' * (len(str(years)) - 1)}"
    return f"{first:%Y}/{last:%Y}"


def _open_edtf(found: Bounds) -> str:
    start = found.start.date().isoformat() if found.start else ".."
    end = (found.end.date() - DAY).isoformat() if found.end else ".."
    return f"{start}/{end}"


def zone_shift(moment: datetime, zone: str | None) -> timedelta | None:
    """How far a zone is east of Greenwich at a moment; ``None`` where it is not known."""
    if zone is None or zone == "local":
        return None
    if zone.lstrip("-").isdigit():
        return timedelta(minutes=int(zone))
    try:
        return moment.replace(tzinfo=ZoneInfo(zone)).utcoffset()
    except (ZoneInfoNotFoundError, ValueError):
        return None


def offset_of(moment: datetime, zone: str | None) -> str:
    """The distance of a zone from Greenwich as ISO 8601 writes it; nothing where the zone is not known."""
    shift = zone_shift(moment, zone)
    if shift is None:
        return ""
    minutes = int(shift / MINUTE)
    hours, rest = divmod(abs(minutes), 60)
    return f"{'-' if minutes < 0 else '+'}{hours:02d}:{rest:02d}" if minutes else "Z"


def _iso(moment: datetime | None, *, clock: bool) -> str | None:
    if moment is None:
        return None
    return moment.isoformat(timespec="minutes") if clock else moment.date().isoformat()


def timex_type(reading: Reading) -> TimexType:
    """The TIMEX3 type of a reading."""
    if isinstance(reading, Repetition):
        return "SET"
    if isinstance(reading, Length | Window):
        return "DURATION"
    if isinstance(reading, Range):
        return "TIME" if reading.night else "DATE"
    return "TIME" if isinstance(reading, Point) and (reading.clock or reading.part) else "DATE"


def timex_value(reading: Reading, found: Stretch | None) -> str | None:
    """The TIMEX3 value of a reading that lies on a stretch, or nowhere."""
    if isinstance(reading, Repetition | Reference):
        return reading.value
    if isinstance(reading, Length):
        return iso_duration(reading)
    if isinstance(reading, Window):
        return iso_duration(reading.length)
    if found is None:
        return _unplaced_value(reading) if isinstance(reading, Point) else None
    if isinstance(reading, Range):
        return f"{found.day}TNI" if reading.night else edtf_of(found)
    return _point_value(reading, found)


def _point_value(point: Point, found: Stretch) -> str:
    first = found.day
    if found.grain == "minute":
        return edtf_of(found, point.zone)
    if point.part:
        return f"{edtf_of(found)}T{point.part}"
    if found.grain == "day" and point.unit in (None, "day") and point.nth_unit in (None, "day"):
        return first.isoformat()
    counted = point.nth_unit == "week" and not point.plural
    year, week, _ = (first + HALF_WEEK * DAY if counted else first).isocalendar()
    if (
        counted
        or found.grain == "week"
        or (point.unit == "week" and point.weekday is None and found.grain == "interval")
    ):
        return f"{year}-W{week:02d}"
    if point.unit == "weekend" or point.nth_unit == "weekend":
        return f"{year}-W{week:02d}-WE"
    if found.grain == "season":
        return f"{first.year}-{SEASON_LETTERS[first.month]}"
    if point.quarter or "quarter" in (point.unit, point.nth_unit):
        return f"{first.year}-Q{(first.month + 2) // 3}"
    if point.half or "half" in (point.unit, point.nth_unit):
        return f"{first.year}-H{(first.month + 5) // 6}"
    return edtf_of(found).rstrip("X") or edtf_of(found)


def _unplaced_value(point: Point) -> str | None:
    """What the words alone say: XXXX-12-07, XXXX-WXX-2, XXXX-XX-XXT21:35."""
    if point.distance is not None:
        vague = any(number is None for number, _ in point.distance.parts)
        return ("PAST_REF" if point.backwards else "FUTURE_REF") if vague and point.anchor == "document" else None
    day = "XXXX-XX-XX"
    if point.month is not None:
        day = f"XXXX-{point.month:02d}" + (f"-{point.day:02d}" if point.day else "")
    elif point.weekday is not None:
        day = f"XXXX-WXX-{point.weekday + 1}"
    elif not point.clock and not point.part:
        return None
    if point.clock:
        return f"{day}T{point.clock[0]:02d}:{point.clock[1]:02d}"
    return f"{day}T{point.part}" if point.part else day


def minutes_of(length: Length) -> float | None:
    """A length in minutes, months and years as long as they are on average; ``None`` for a vague one."""
    if any(number is None for number, _ in length.parts):
        return None
    return round(sum((number or 0) * MINUTES[unit] for number, unit in length.parts), 3)
