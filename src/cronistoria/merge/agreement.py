"""The date that sources agree on: the narrowest stretch of time that most of them leave open."""

from collections.abc import Iterable
from itertools import pairwise

from cronistoria.model.dates import Date
from cronistoria.model.moments import has_zone, moments_of, offset_of

Dated = tuple[str, Date]


def agreed_date(dates: Iterable[Dated]) -> Date | None:
    """The stretch inside the most sources' dates, the earliest of several; ``None`` if no date has both bounds.

    ``dates``: source and date. A source that gives the stretch itself lends its precision and words; otherwise it is
    an interval of its own.
    """
    full = [(source, date) for source, date in dates if date.start and date.end]
    shared = len({offset_of(date) for _, date in full} - {None}) > 1
    known = [(source, date, *_bounds(date, in_universal_time=shared)) for source, date in full]
    if not known:
        return None
    bounds = sorted({bound for *_, start, end in known for bound in (start, end)})
    best: tuple[int, str, str] | None = None
    for start, end in pairwise(bounds):
        votes = len({source for source, _, first, last in known if first <= start and end <= last})
        if votes and (best is None or votes > best[0]):
            best = votes, start, end
    if best is None:
        return None
    _, start, end = best
    same = [date for _, date, first, last in known if (first, last) == (start, end)]
    if same:
        return min(same, key=lambda d: (d.basis, d.precision, d.edtf or ""))
    inside = [date for _, date, first, last in known if first <= start and end <= last]
    return _interval(start, end, min(inside, key=lambda d: (_length(d), d.edtf or "")))


def _interval(start: str, end: str, narrowest: Date) -> Date:
    first, last = _written(start), _written(end)
    edtf = f"{first}/{last}" if "T" in first or "T" in last else None
    return Date(edtf=edtf, start=first, end=last, precision="interval", basis=narrowest.basis)


def _length(date: Date) -> tuple[int, str]:
    order = ("minute", "hour", "day", "week", "month", "season", "year", "interval", "unknown")
    return order.index(date.precision), date.start or ""


def _bounds(date: Date, *, in_universal_time: bool) -> tuple[str, str]:
    """Start and end; clock times of several zones are held against each other in universal time."""
    found = moments_of(date) if in_universal_time and has_zone(date) else None
    if found:
        return found[0].isoformat(timespec="minutes"), found[1].isoformat(timespec="minutes")
    return _moment(date.start), _moment(date.end)


def _moment(bound: str | None) -> str:
    """A bound with its clock time, so that bounds sort by time."""
    assert bound is not None
    return bound[:16] if "T" in bound else f"{bound}T00:00"


def _written(moment: str) -> str:
    return moment.removesuffix("T00:00")
