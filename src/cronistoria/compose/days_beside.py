"""A weekday whose day stands beside it in brackets: "Monday [21 October 2013]", however long ago that was.

Placed mentions in text order come in; the same go out, such a weekday placed on the day that is told.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from msgspec.structs import replace

from cronistoria.compose.calendar import Stretch
from cronistoria.compose.placed import Placed
from cronistoria.compose.timex_values import date_of_stretch
from cronistoria.model.document import Document
from cronistoria.model.timex import Point

_BESIDE = re.compile(r"\s*[(\[–—-]\s*")


def with_days_beside(document: Document, placed: Sequence[Placed]) -> tuple[Placed, ...]:
    """The mentions, weekdays on the day that follows them in brackets or behind a dash, if it is one of that name."""
    found = list(placed)
    for index, (day, told) in enumerate(pairwise(placed)):
        between = document.text[day.mention.span.end : told.mention.span.start]
        if _BESIDE.fullmatch(between) and _is_day_of(told, day):
            assert isinstance(told.found, Stretch)
            date = date_of_stretch(told.found, told.date.basis, day.mention.span)
            found[index] = replace(day, found=told.found, date=date)
    return tuple(found)


def _is_day_of(told: Placed, day: Placed) -> bool:
    """Whether a day of a month is of the name of a weekday that nothing else is said of."""
    name, date = day.mention.reading, told.mention.reading
    if not isinstance(name, Point) or not isinstance(date, Point) or not isinstance(told.found, Stretch):
        return False
    alone = name.weekday is not None and name == Point(weekday=name.weekday, which=name.which)
    return alone and date.day is not None and told.found.start.weekday() == name.weekday
