"""Which time told of before a later one may count from: "two days later", "the same day", "in the evening".

Readings come in with what was told; a stretch goes out, or ``None`` where nothing fits.
"""

from cronistoria.compose.calendar import Stretch
from cronistoria.model.document import Document
from cronistoria.model.timex import HEADER, Point, Range, Reading, TimexMention

Told = dict[str, Stretch]
LAST = "last"


def told_before(reading: Reading, told: Told) -> Stretch | None:
    """What a reading relative to an event counts from: days from the last day told, weeks from the last week."""
    if not isinstance(reading, Point):
        return told.get(LAST)
    unit = reading.distance.parts[-1][1] if reading.distance else reading.unit
    return told.get("day" if unit in ("hour", "minute") else unit or LAST, told.get(LAST))


def just_told(told: tuple[int, Stretch] | None, mention: TimexMention) -> Stretch | None:
    """What was told in the sentence of a mention or the one before."""
    if told is None or not 0 <= mention.sentence - told[0] <= 1 or mention.sentence == HEADER:
        return None
    return told[1]


def may_be_told_from(mention: TimexMention, document: Document) -> bool:
    """Whether "two days later" may count from a mention."""
    inside = document.dateline is not None and document.dateline.overlaps(mention.span)
    return mention.sentence != HEADER and not inside and isinstance(mention.reading, Point | Range)
