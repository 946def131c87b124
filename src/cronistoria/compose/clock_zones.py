"""One moment told by two clocks side by side: "alle 20.35 GMT, le 21.35 in Italia", "at 9:35 p.m. (20:35 GMT)".

Placed mentions in text order come in; the same go out with the zone, and the day, that one clock gives the other.
Clocks that cannot be of one moment are a problem.
"""

import re
from collections.abc import Sequence
from datetime import datetime, timedelta

from msgspec.structs import replace

from cronistoria.compose.calendar import DAY, Stretch
from cronistoria.compose.placed import Placed
from cronistoria.compose.placing_times import STAGE
from cronistoria.compose.timex_values import date_of_stretch, zone_shift
from cronistoria.model.document import Document
from cronistoria.model.moments import WIDEST_APART, ZONE_STEP
from cronistoria.model.problem import Problem
from cronistoria.model.timex import Point

_BESIDE = re.compile(r"\s*[,(/]\s*(?:\w{1,3}['’]?\s*)?")
_HALF_DAY = timedelta(hours=12)


def join_clocks(document: Document, placed: Sequence[Placed]) -> tuple[tuple[Placed, ...], tuple[Problem, ...]]:
    """The mentions, each clock time with the zone and day that the one beside it implies."""
    found, problems = list(placed), list[Problem]()
    for index in range(1, len(found)):
        before, after = found[index - 1], found[index]
        if not _is_beside(document, before, after):
            continue
        first, second = _zone(before), _zone(after)
        if first is not None and second is not None:
            found[index] = _of_one_moment(before, after, second - first)
            if _moment(found[index], second) != _moment(before, first):
                problems.append(Problem(after.mention.span, STAGE, "the clock times of two zones are not one moment"))
        elif first is not None:
            found[index] = _by(before, after, first)
        elif second is not None:
            found[index - 1] = _by(after, before, second)
    return tuple(found), tuple(problems)


def _is_beside(document: Document, before: Placed, after: Placed) -> bool:
    if before.mention.sentence != after.mention.sentence or not (_is_clock(before) and _is_clock(after)):
        return False
    return _BESIDE.fullmatch(document.text[before.mention.span.end : after.mention.span.start]) is not None


def _is_clock(one: Placed) -> bool:
    return isinstance(one.found, Stretch) and one.found.grain == "minute" and isinstance(one.mention.reading, Point)


def _zone(one: Placed) -> timedelta | None:
    assert isinstance(one.found, Stretch)
    assert isinstance(one.mention.reading, Point)
    return zone_shift(one.found.start, one.mention.reading.zone)


def _moment(one: Placed, zone: timedelta) -> datetime:
    assert isinstance(one.found, Stretch)
    return one.found.start - zone


def _of_one_moment(known: Placed, other: Placed, apart: timedelta) -> Placed:
    """The other clock time on the day that it has at the moment of the known one."""
    assert isinstance(known.found, Stretch)
    assert isinstance(other.found, Stretch)
    days = known.found.start + apart - other.found.start
    return _moved(other, days) if days and not days % DAY else other


def _by(known: Placed, other: Placed, zone: timedelta) -> Placed:
    """A clock time without a zone in the zone that the known one implies, if there can be one."""
    assert isinstance(known.found, Stretch)
    assert isinstance(other.found, Stretch)
    apart = (other.found.start - known.found.start + _HALF_DAY) % DAY - _HALF_DAY
    east = zone + apart
    if not apart or apart % ZONE_STEP or abs(east) > WIDEST_APART:
        return other
    minutes = str(int(east / timedelta(minutes=1)))
    return _moved(other, known.found.start + apart - other.found.start, zone=minutes)


def _moved(one: Placed, by: timedelta, *, zone: str | None = None) -> Placed:
    """A clock time some days away, or in another zone than its words tell."""
    point = one.mention.reading
    assert isinstance(one.found, Stretch)
    assert isinstance(point, Point)
    found = Stretch(one.found.start + by, one.found.end + by, one.found.grain)
    date = date_of_stretch(found, one.date.basis, one.mention.span, bound=point.bound, zone=zone or point.zone)
    return replace(one, found=found, date=date)
