"""When a report was published, from all that its head and its reader say about it.

The reader's word counts most, then a header line, then a line that holds only a date. The dateline's day wins over the
last two where they differ by little (pages are often dated a day later), and narrows the reader's month or year.
"""

import re
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime

import msgspec

from cronistoria.ingest.dateline import Dateline
from cronistoria.ingest.days import match_iso
from cronistoria.model.dates import Date
from cronistoria.model.edtf import parse_edtf
from cronistoria.model.span import Span

_NEAR = timedelta(days=2)
_SECONDS = re.compile(r"1\d{9}(?:\d{3})?(?:\.\d+)?")
_COMPACT = re.compile(r"(?:19|20)\d{6}(?:T?\d{6}|\b)")


class Stated(msgspec.Struct, frozen=True):
    """A date somebody states for a report: EDTF, the words if it has any, whether the reader said it, and whether it
    was only concluded from something else (an address).
    """

    edtf: str
    span: Span | None
    by_reader: bool = False
    inferred: bool = False


def make_date(edtf: str, span: Span | None = None, *, inferred: bool = False) -> Date:
    """A date of publication; clock times are cut to their day. Raises `ValueError` for what is not EDTF."""
    if "T" in edtf and "/" not in edtf:
        parse_edtf(edtf)
        edtf = edtf.partition("T")[0]
    start, end, precision = parse_edtf(edtf)
    return Date(
        edtf=edtf.strip(), start=start, end=end, precision=precision, basis="inferred" if inferred else "document",
        text=span,
    )  # fmt: skip


def read_date(written: str) -> str | None:
    """The day or month of a date that a machine wrote (ISO 8601, RFC 2822, seconds since 1970), as written there.

    >>> read_date("2031-03-12T23:40:00+01:00"), read_date("Wed, 12 Mar 2031 23:40:00 +0100"), read_date("soon")
    ('2031-03-12', '2031-03-12', None)
    """
    if (found := match_iso(written.strip(), 0)) is not None:
        return found[0]
    if _SECONDS.fullmatch(written.strip()):
        return datetime.fromtimestamp(int(written[:10]), UTC).date().isoformat()
    if _COMPACT.match(written.strip()):
        return read_date(f"{written.strip()[:4]}-{written.strip()[4:6]}-{written.strip()[6:8]}")
    try:
        return parsedate_to_datetime(written).date().isoformat()
    except (TypeError, ValueError):
        return None


def publication_date(
    stated: Stated | None, dateline: Dateline | None, words: Span | None
) -> tuple[Date | None, str | None]:
    """The date of publication, and what was wrong with what is said about it; ``words`` are the dateline's.

    >>> publication_date(Stated("2021-12", None, True), None, None)[0].precision
    'month'
    """
    base = make_date(stated.edtf, stated.span, inferred=stated.inferred) if stated else None
    if dateline is None or dateline.day is None or dateline.day.day is None:
        return base, None
    written = dateline.day
    if base is None:
        if written.edtf is None:
            return None, "the dateline names a day without a year and nothing else dates the report"
        return make_date(written.edtf, words), None
    nearest = _nearest(base, written.month, written.day or 1, written.year)
    if nearest is None:
        return base, "the dateline's day does not exist in the year of the report's date"
    distance = _distance(base, nearest)
    narrows = distance == timedelta(0)
    if narrows or (distance <= _NEAR and not (stated and stated.by_reader)):
        return make_date(nearest.isoformat(), words), None
    return base, f"the dateline's day ({nearest}) is not the report's date ({base.edtf})"


def _nearest(base: Date, month: int, day: int, year: int | None) -> date | None:
    """The day of that month and number which lies nearest to a date."""
    around = date.fromisoformat((base.start or base.end or "")[:10]).year
    years = [year] if year else [around - 1, around, around + 1]
    days = [found for y in years if (found := _day(y, month, day))]
    return min(days, key=lambda d: (_distance(base, d), d), default=None)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _distance(base: Date, day: date) -> timedelta:
    """How far a day lies outside a date; zero if inside."""
    first = date.fromisoformat(base.start[:10]) if base.start else date.min
    past = date.fromisoformat(base.end[:10]) if base.end else date.max
    return max(first - day, day - past + timedelta(days=1), timedelta(0))
