"""What the reports of one entry cannot all be right about, field by field, with who says what.

A field is a reading of a record (its value to show, and how two values are held against each other). Values that can
both be true ("50 minutes", "under an hour") are no disagreement.
"""

from collections.abc import Callable, Iterable
from typing import Any

import msgspec

from cronistoria.merge.bounds import Bounds, are_compatible, bounds_of
from cronistoria.model.dates import Date
from cronistoria.model.entry import Disagreement, DisagreementValue
from cronistoria.model.moments import may_be_one
from cronistoria.model.record import Contact, Deployment, Duration, Event, Quantity, Record
from cronistoria.model.source import Telling

_ON_PAPER = frozenset(("letter", "message", "handover"))
_FACE_TO_FACE = frozenset(("meeting", "talks", "summit", "visit", "handover"))
_AT_A_DISTANCE = frozenset(("call", "video_call", "talks", "summit", "message"))
_VIRTUAL = frozenset(("video_call", "meeting"))


class _Field(msgspec.Struct, frozen=True):
    """``read`` gives what a record says, ``None`` if nothing; ``agree`` whether two such can both be true."""

    name: str
    read: Callable[[Telling], Any]
    agree: Callable[[Any, Any], bool]
    write: Callable[[Any], str] = str


def find_disagreements(tellings: Iterable[Telling]) -> tuple[Disagreement, ...]:
    """The disagreements among tellings of one entry, in the order of the fields."""
    told = tuple(tellings)
    if len({source.document for telling in told for source in telling.sources}) < 2:
        return ()
    found = (_compare(field, told) for field in _FIELDS)
    return tuple(disagreement for disagreement in found if disagreement is not None)


def _compare(field: _Field, tellings: tuple[Telling, ...]) -> Disagreement | None:
    said: dict[str, tuple[Any, list[str]]] = {}
    for telling in tellings:
        value = field.read(telling)
        if value is not None:
            documents = said.setdefault(field.write(value), (value, []))[1]
            documents += [source.document for source in telling.sources]
    values = list(said.values())
    clash = any(not field.agree(one, other) for n, (one, _) in enumerate(values) for other, _ in values[:n])
    if not clash or _only_within_one_report(documents for _, documents in values):
        return None
    rows = [DisagreementValue(shown, tuple(sorted(set(documents)))) for shown, (_, documents) in said.items()]
    return Disagreement(field.name, tuple(sorted(rows, key=lambda row: (-len(row.sources), str(row.value)))))


def _only_within_one_report(sources: Iterable[list[str]]) -> bool:
    """Whether all values come from one report, which then tells of parts of the thing, not of two versions."""
    return len({document for documents in sources for document in documents}) < 2


def _duration(telling: Telling) -> Duration | None:
    return telling.record.duration if isinstance(telling.record, Contact) else None


def _asked_by(telling: Telling) -> tuple[str, str] | None:
    """Who asked, and the side they are on."""
    if not isinstance(telling.record, Contact) or telling.record.requested_by is None:
        return None
    asker = telling.record.requested_by
    country = next((a.country for a in telling.actors if a.id == asker and a.kind in ("person", "office")), None)
    return country or asker, asker


def _quantity(telling: Telling) -> Quantity | None:
    return _numbered(telling.record.quantity) if isinstance(telling.record, Deployment) else None


def _casualties(name: str) -> Callable[[Telling], Quantity | None]:
    def read(telling: Telling) -> Quantity | None:
        record: Record = telling.record
        if not isinstance(record, Event) or record.casualties is None:
            return None
        return _numbered(getattr(record.casualties, name))

    return read


def _numbered(quantity: Quantity | None) -> Quantity | None:
    return quantity if bounds_of(quantity) is not None else None


def _channel(telling: Telling) -> str | None:
    return telling.record.channel if isinstance(telling.record, Contact) else None


def _place(telling: Telling) -> tuple[str, str] | None:
    """Country and name of a meeting's place."""
    place = telling.record.place
    if place is None or place.country is None or not isinstance(telling.record, Contact | Event):
        return None
    return place.country, place.name


def _date(telling: Telling) -> tuple[Date, str | None] | None:
    """A date and the language of the clock that it is told by."""
    date = telling.record.date
    if date is None or not date.start or not date.end or telling.record.kind == "position":
        return None
    return date, telling.source.language


def _dates_meet(one: tuple[Date, str | None], other: tuple[Date, str | None]) -> bool:
    return may_be_one(one[0], other[0], same_clock=one[1] == other[1])


def _write_date(dated: tuple[Date, str | None]) -> str:
    date, _ = dated
    return date.edtf or f"{date.start}/{date.end}"


def _numbers_agree(one: Duration | Quantity, other: Duration | Quantity) -> bool:
    left, right = bounds_of(one), bounds_of(other)
    return left is None or right is None or are_compatible(left, right)


def _channels_agree(one: str, other: str) -> bool:
    kinds = {one, other}
    return len(kinds) == 1 or any(kinds <= alike for alike in (_FACE_TO_FACE, _AT_A_DISTANCE, _ON_PAPER, _VIRTUAL))


def _first_agrees(one: tuple[str, str], other: tuple[str, str]) -> bool:
    return one[0] == other[0]


def _second(value: tuple[str, str]) -> str:
    return value[1]


def write_bounds(value: Duration | Quantity) -> str:
    """A number as EDTF-like notation: "50", "<60", ">100000", "~55", "1200..1500".

    >>> from cronistoria.model.span import Span
    >>> write_bounds(Duration(minutes=60.0, bound="under", span=Span(0, 9, "un'ora")))
    '<60'
    """
    sign = {"exact": "", "about": "~", "under": "<", "over": ">"}[value.bound]
    if isinstance(value, Duration):
        return f"{sign}{value.minutes:g}"
    low, high = value.min, value.max
    if low is None or high is None:
        open_sign = sign or ("<" if low is None else ">")
        return f"{open_sign}{_number(high if low is None else low)}"
    return f"{sign}{_number(low)}" if low == high else f"{sign}{_number(low)}..{_number(high)}"


def read_bounds(written: str) -> tuple[str, Bounds]:
    """The sign and the two ends of what `write_bounds` made."""
    sign = written[0] if written[0] in "~<>" else ""
    first, _, last = written.removeprefix(sign).partition("..")
    return sign, (float(first), float(last or first))


def _number(value: float | None) -> str:
    return f"{value or 0:.0f}" if (value or 0) == int(value or 0) else f"{value}"


_FIELDS = (
    _Field("date", _date, _dates_meet, _write_date),
    _Field("duration", _duration, _numbers_agree, write_bounds),
    _Field("requested_by", _asked_by, _first_agrees, _second),
    _Field("channel", _channel, _channels_agree),
    _Field("quantity", _quantity, _numbers_agree, write_bounds),
    _Field("killed", _casualties("killed"), _numbers_agree, write_bounds),
    _Field("wounded", _casualties("wounded"), _numbers_agree, write_bounds),
    _Field("missing", _casualties("missing"), _numbers_agree, write_bounds),
    _Field("place", _place, _first_agrees, _second),
)
