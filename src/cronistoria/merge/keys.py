"""Blocking: keys by which a telling is found, and keys by which it finds others, so that not all pairs are compared.

A key joins a strand, a unit (who is in it) and a time. Two tellings are candidates when one seeks a key of the other;
the relation is symmetrical. Short windows meet day by day; long ones ("in December") meet all of their months.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from itertools import combinations

import msgspec

from cronistoria.merge.sketch import Sketch, Strand, Window
from cronistoria.model.moments import days_around
from cronistoria.reference.names import fold

FAMILIES: dict[str, str] = {
    "threat": "threat", "warning": "threat",
    "demand": "demand", "request": "demand", "precondition": "demand",
    "promise": "promise", "offer": "promise",
    "refusal": "no", "objection": "no", "denial": "no",
    "acceptance": "yes", "support": "yes",
    "accusation": "blame", "condemnation": "blame",
}  # fmt: skip
_MOST_SIDES = 8
_MOST_MONTHS = 36
_WEEK = 7
_WEEKS = 2
NEAR_DAYS = 3
_UNKNOWN = "?"
_NOBODY: frozenset[str] = frozenset()
WORDED = frozenset(("statement", "position"))


class _Where(msgspec.Struct, frozen=True, gc=False):
    """All that keys are made of."""

    strand: Strand
    type: str
    sides: frozenset[str]
    struck: frozenset[str]
    label: str | None
    window: Window | None
    published: int | None


def own_keys(sketch: Sketch) -> frozenset[str]:
    """The keys that it is found by."""
    return keys_of(sketch)[0]


def sought_keys(sketch: Sketch) -> frozenset[str]:
    """The keys of what it may be the same as."""
    return keys_of(sketch)[1]


def keys_of(sketch: Sketch) -> tuple[frozenset[str], frozenset[str]]:
    """The keys that it is found by, and those of what it may be the same as."""
    struck, label = _NOBODY, None
    if sketch.strand == "statement" and not sketch.sides:
        label = getattr(sketch.record, "speaker_label", None)
    elif sketch.strand in ("event", "deployment"):
        place = sketch.record.place
        struck = sketch.targets | {place.country} if place and place.country else sketch.targets
    days = _known_as(sketch), sketch.published
    return _keys_of(_Where(sketch.strand, sketch.type, sketch.sides, struck, label, *days))


@lru_cache(maxsize=16384)
def _keys_of(where: _Where) -> tuple[frozenset[str], frozenset[str]]:
    strand, window, published = where.strand, where.window, where.published
    own, sought = tuple(_own_times(strand, window, published)), tuple(_sought_times(strand, window, published))
    return (
        frozenset(f"{strand}|{unit}|{time}" for unit in _own_units(where) for time in own),
        frozenset(f"{strand}|{unit}|{time}" for unit in _sought_units(where) for time in sought),
    )


def may_be_same(one: Sketch, other: Sketch) -> bool:
    """Whether two that share a key are worth comparing: words about nothing in common are of two things."""
    if one.strand not in WORDED or one.document == other.document:
        return True
    return not one.subjects.isdisjoint(other.subjects)


def _own_units(where: _Where) -> Iterator[str]:
    match where.strand:
        case "contact" | "appointment":
            yield from _pairs(where)
            tag = "one" if len(where.sides) < 2 else "many"
            yield from (f"{tag}:{side}" for side in where.sides or (_UNKNOWN,))
        case _:
            yield from _units(where)


def _sought_units(where: _Where) -> Iterator[str]:
    match where.strand:
        case "contact" | "appointment":
            yield from _pairs(where)
            tags = ("one", "many") if len(where.sides) < 2 else ("one",)
            yield from (f"{tag}:{side}" for side in where.sides or (_UNKNOWN,) for tag in tags)
        case _:
            yield from _units(where)


def _pairs(where: _Where) -> Iterator[str]:
    yield from ("+".join(pair) for pair in combinations(sorted(where.sides)[:_MOST_SIDES], 2))


def _units(where: _Where) -> Iterable[str]:
    """Whose it is; for events also whom or which country it struck."""
    match where.strand:
        case "statement":
            return where.sides or (_folded(where.label or ""),)
        case "position":
            family = FAMILIES[where.type]
            return [f"{family}:{side}" for side in where.sides or (_UNKNOWN,)]
        case _:
            kind = where.type if where.strand == "event" else ""
            return [f"{kind}:{who}" for who in where.sides | where.struck or (_UNKNOWN,)]


@lru_cache(maxsize=4096)
def _folded(label: str) -> str:
    return fold(label)


def _own_times(strand: Strand, window: Window | None, published: int | None) -> Iterator[str]:
    if window is None:
        yield _UNKNOWN
    elif strand == "position":
        yield f"w{_week(window, published)}"
    elif window.fine:
        yield from (f"d{day}" for day in range(window.first, window.last + 1))
        yield from (f"f{month}" for month in _months(window))
    else:
        yield from (f"c{month}" for month in _months(window))


def _sought_times(strand: Strand, window: Window | None, published: int | None) -> Iterator[str]:
    if window is None:
        yield _UNKNOWN
    elif strand == "position":
        week = _week(window, published)
        yield from (f"w{near}" for near in range(week - _WEEKS, week + _WEEKS + 1))
    else:
        if window.fine:
            spare = NEAR_DAYS if strand == "deployment" else 0
            yield from (f"d{day}" for day in range(window.first - spare, window.last + spare + 1))
        else:
            yield from (f"f{month}" for month in _months(window))
        yield from (f"c{month}" for month in _months(window))


def _known_as(sketch: Sketch) -> Window | None:
    """The days of a sketch; of a moment with its zone, those on which it may fall elsewhere."""
    around = days_around(sketch.record.date) if sketch.record.date else None
    if around is None or sketch.window is None:
        return sketch.window
    return Window(around[0].toordinal(), around[1].toordinal(), sketch.window.dated)


def _week(window: Window, published: int | None) -> int:
    """The week in which a position was stated."""
    return (window.first if window.fine or published is None else published) // _WEEK


def _months(window: Window) -> range:
    first, last = date.fromordinal(window.first), date.fromordinal(window.last)
    start, end = first.year * 12 + first.month, last.year * 12 + last.month
    return range(start, min(end, start + _MOST_MONTHS) + 1)
