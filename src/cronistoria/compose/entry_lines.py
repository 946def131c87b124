"""Lines of chronologies and live reports: a day or a clock time that opens a line and tells when what follows happened.

Mentions and their document come in; whether they open a line or an entry, and the day that they tell of, go out.
"""

import re
from datetime import date

from cronistoria.compose.calendar import DAY, Stretch
from cronistoria.model.document import Document
from cronistoria.model.timex import HEADER, Point, Range, Reading, TimexMention

_LONGEST_MARK = 12
_MIDNIGHT = (24, 0)
_STOPS = (":", "–", "—", "-", "\n")
_YEAR_LINE = re.compile(r"^[^\S\n]*((?:1[89]|20)\d\d)(?:[^\S\n]*[:–—-][^\S\n]|\.?[^\S\n]*$)", re.MULTILINE)


def year_headings(document: Document) -> tuple[tuple[int, int], ...]:
    """The years that head the parts of a chronology, "1996: the war", with where they stand; () for fewer than two."""
    found = tuple((match.start(), int(match[1])) for match in _YEAR_LINE.finditer(document.text, document.body_start))
    return found if len({year for _, year in found}) > 1 else ()


def opens_line(mention: TimexMention, document: Document) -> bool:
    """Whether a mention stands first on a line that is not the text's first, but for marks."""
    start = mention.span.start
    line = document.text.rfind("\n", 0, start) + 1
    before = document.text[max(line, start - _LONGEST_MARK) : start]
    return mention.sentence != HEADER and line > 0 and not any(map(str.isalnum, before))


def is_stamp(mention: TimexMention, document: Document) -> bool:
    """Whether a clock time opens a line that tells what happened then: in digits alone, or a dash or colon follows."""
    behind = document.text[mention.span.end : mention.span.end + 2].lstrip(" ")
    marked = mention.span.text[:1].isdigit() or behind.startswith(_STOPS)
    return marked and opens_line(mention, document)


def opens_entry(mention: TimexMention, document: Document) -> bool:
    """Whether a mention is the day of a chronology's entry: it opens a line, and a colon, a dash or nothing follows."""
    behind = document.text[mention.span.end : mention.span.end + 2].lstrip(" .")
    return behind.startswith(_STOPS) and _says_day(mention.reading) and opens_line(mention, document)


def _says_day(reading: Reading) -> bool:
    point = reading.begin if isinstance(reading, Range) else reading
    if not isinstance(point, Point) or is_clock_alone(point):
        return False
    return any(part is not None for part in (point.day, point.month, point.weekday, point.year))


def is_clock_alone(point: Point) -> bool:
    """Whether a point says a time of day and no day."""
    if point.clock is None and point.part is None:
        return False
    return point in (
        Point(clock=point.clock, zone=point.zone, bound=point.bound),
        Point(part=point.part, bound=point.bound),
    )


def told_day(reading: Reading, found: Stretch) -> date:
    """The day that a reading tells of: midnight ends its day."""
    clock = reading.clock if isinstance(reading, Point) else None
    return found.day - DAY if clock is not None and tuple(clock) == _MIDNIGHT else found.day


def is_in_month(found: Stretch) -> bool:
    """Whether a stretch is some days of one month."""
    first, last = found.day, found.last_day
    return found.grain == "interval" and (first.year, first.month) == (last.year, last.month)
