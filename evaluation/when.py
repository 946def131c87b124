"""Dates of the gold against dates of a report: equal at the gold's grain, or sharing a stretch of days."""

import re
from datetime import datetime, timedelta

from cronistoria.model.dates import Date
from evaluation.gold import When

Stretch = tuple[datetime, datetime]
_DAY = timedelta(days=1)


def gold_stretch(value: str) -> Stretch:
    """The half-open stretch of an ISO year, month, day or minute, or of two of them with a slash. `ValueError`."""
    first, _, last = value.partition("/")
    return _first(first), _after(last or first)


def date_score(gold: When, date: Date | None) -> float:
    """1 for the same time; for an interval the share of common time; where the gold is open, anything but one day."""
    found = _found_stretch(date)
    if gold.value is None:
        return float(found is None or found[1] - found[0] > _DAY)
    if found is None or date is None:
        return 0.0
    wanted = gold_stretch(gold.value)
    if "/" not in gold.value:
        return float(_same(gold.value, wanted, found, date))
    found = _whole_days(found)
    common = min(wanted[1], found[1]) - max(wanted[0], found[0])
    return max(common / (max(wanted[1], found[1]) - min(wanted[0], found[0])), 0.0)


def same_date(gold: When, date: Date) -> bool:
    """Whether a time expression got the value of the gold."""
    found = _found_stretch(date)
    if gold.value is None or found is None:
        return gold.value is None and found is None
    return _same(gold.value, gold_stretch(gold.value), found, date)


def _same(value: str, wanted: Stretch, found: Stretch, date: Date) -> bool:
    if "T" in value and "/" not in value:
        return "T" in (date.start or "") and wanted[0] == found[0].replace(second=0)
    return wanted == _whole_days(found)


def _found_stretch(date: Date | None) -> Stretch | None:
    if date is None or date.start is None or date.end is None:
        return None
    start, end = (datetime.fromisoformat(moment).replace(tzinfo=None) for moment in (date.start, date.end))
    return start, max(end, start + timedelta(minutes=1))


def _whole_days(stretch: Stretch) -> Stretch:
    """From the midnight before to the midnight after: a report may be finer than a day."""
    return _midnight(stretch[0]), _midnight(stretch[1] - timedelta(seconds=1)) + _DAY


def _midnight(moment: datetime) -> datetime:
    return moment.replace(hour=0, minute=0, second=0)


def _first(value: str) -> datetime:
    if re.fullmatch(r"\d{4}", value):
        value += "-01-01"
    elif re.fullmatch(r"\d{4}-\d\d", value):
        value += "-01"
    return datetime.fromisoformat(value).replace(tzinfo=None)


def _after(value: str) -> datetime:
    start = _first(value)
    if "T" in value:
        return start + timedelta(minutes=1)
    if len(value) == 4:
        return start.replace(year=start.year + 1)
    return (start + timedelta(days=31)).replace(day=1) if len(value) == 7 else start + _DAY
