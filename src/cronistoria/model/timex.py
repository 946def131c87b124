"""Time expressions as the words say them, before anybody knows when "yesterday" was.

The extractor makes one reading an expression; the composer places it in time. All counts are of calendar units.
"""

from typing import Literal

import msgspec

from cronistoria.model.dates import TimexModifier
from cronistoria.model.record import Bound
from cronistoria.model.span import Span

Unit = Literal[
    "second", "minute", "hour", "day", "weekend", "week", "fortnight", "month", "quarter", "half", "season", "year",
    "decade", "century",
]  # fmt: skip
DayPart = Literal["MO", "MI", "AF", "EV", "NI", "DT", "noon", "midnight"]
Season = Literal["SP", "SU", "FA", "WI"]
Phase = Literal["START", "MID", "END"]
Anchor = Literal["document", "event"]
Relation = Literal["at", "by", "until", "since", "before", "after", "for"]
Direction = Literal["past", "present", "future"]
ReferenceValue = Literal["PAST_REF", "PRESENT_REF", "FUTURE_REF"]


HEADER = -1
ISO_UNITS: dict[str, tuple[str, int]] = {
    "second": ("S", 1), "minute": ("M", 1), "hour": ("H", 1), "day": ("D", 1), "weekend": ("WE", 1), "week": ("W", 1),
    "fortnight": ("W", 2),
    "month": ("M", 1), "quarter": ("M", 3), "half": ("M", 6), "season": ("M", 3), "year": ("Y", 1), "decade": ("DE", 1),
    "century": ("CE", 1),
}  # fmt: skip


class Point(msgspec.Struct, frozen=True, kw_only=True):
    """A place in the calendar, as far as the words go; absent fields are ``None``.

    ``shift`` and ``unit`` count from the anchor ("last week": -1 week); ``which`` picks the named thing before (-1),
    around (0) or after (1) the anchor ("last Friday"). ``nth`` and ``nth_unit`` pick a part of the rest, -1 being the
    last ("the first week of March"); ``plural`` makes it some of them ("the first days").
    ``distance`` is a length away from the rest ("three days before Christmas"); ``vague`` marks one that may be no more
    than a length ("in two weeks"). ``feast`` is a rule: ``12-25``, ``easter+1``, ``orthodox+0``, ``11-thu4``.
    ``either``: day and month may be the other way round ("3/4/2021").
    ``zone`` is minutes east of Greenwich or an IANA name.
    """

    anchor: Anchor = "document"
    shift: int | None = None
    unit: Unit | None = None
    vague: bool = False
    which: int | None = None
    century: int | None = None
    decade: int | None = None
    year: int | None = None
    half: int | None = None
    quarter: int | None = None
    season: Season | None = None
    month: int | None = None
    week: int | None = None
    day: int | None = None
    weekday: int | None = None
    feast: str | None = None
    nth: int | None = None
    nth_unit: Unit | None = None
    plural: bool = False
    phase: Phase | None = None
    part: DayPart | None = None
    clock: tuple[int, int] | None = None
    zone: str | None = None
    distance: "Length | None" = None
    backwards: bool = False
    either: bool = False
    bound: Bound = "exact"


class Length(msgspec.Struct, frozen=True, kw_only=True):
    """How long: amounts of units, largest first; an amount is ``None`` where it is vague ("some days")."""

    parts: tuple[tuple[float | None, Unit], ...]
    bound: Bound = "exact"


class Window(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch that begins or ends at the anchor: "the last 14 months" (-1), "the next days" (1).

    With ``outer`` it is that much of another stretch, at its end (-1) or beginning (1): "the first six months of 2021".
    """

    length: Length
    direction: int
    anchor: Anchor = "document"
    outer: Point | None = None


class Range(msgspec.Struct, frozen=True, kw_only=True):
    """From one point to another, both inside; the spans are those of the two ends. ``night``: the night between."""

    begin: Point
    end: Point
    begin_span: Span
    end_span: Span
    night: bool = False


class Repetition(msgspec.Struct, frozen=True):
    """Again and again: the TIMEX3 value of a SET ("P1D", "XXXX-WXX-1")."""

    value: str


class Reference(msgspec.Struct, frozen=True):
    """Vaguely before, around or after now."""

    value: ReferenceValue


Reading = Point | Length | Window | Range | Repetition | Reference


class TimexMention(msgspec.Struct, frozen=True, kw_only=True):
    """A time expression not yet placed.

    ``sentence`` and the token indices ``first`` to ``last``, both inside, tell where it stands, ``head`` its topmost
    word in the tree, ``governor`` the word that it hangs on (``None`` for a root). ``relation`` is what the preposition
    makes of it; ``direction`` whether the clause around it looks back or ahead, ``None`` if that cannot be told.
    ``outside``: in TIMEX3 it is a length: what makes a point of it stands before the span ("vor | zwei Jahren").
    ``nowadays``: "today" that means these days.
    ``sentence`` is `HEADER` for what stands before the first sentence; the indices mean nothing there.
    """

    sentence: int
    first: int
    last: int
    head: int
    governor: int | None
    span: Span
    reading: Reading
    relation: Relation = "at"
    direction: Direction | None = None
    modifier: TimexModifier | None = None
    outside: bool = False
    nowadays: bool = False


def iso_duration(length: Length) -> str:
    """The TIMEX3 value of a length.

    >>> iso_duration(Length(parts=((7.5, "hour"),))), iso_duration(Length(parts=((None, "day"),)))
    ('PT7.5H', 'PXD')
    """
    date_part, time_part = "", ""
    for number, unit in length.parts:
        letter, times = ISO_UNITS[unit]
        amount = ("X" if number is None else f"{number * times:g}") + letter
        if unit in ("second", "minute", "hour"):
            time_part += amount
        else:
            date_part += amount
    return f"P{date_part}" + (f"T{time_part}" if time_part else "")
