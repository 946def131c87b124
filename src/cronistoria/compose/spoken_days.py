"""On which day the turns of a conversation were said: "was heard on Tuesday … — They spoke this morning."

A time expression and what was placed before it come in; the day that the lead names for the conversation goes out, or
``None`` where the expression stands in no turn or the lead names no day shortly before the report's.
"""

import re
from collections.abc import Sequence

from cronistoria.compose.calendar import DAY, Stretch
from cronistoria.compose.placed import Placed
from cronistoria.model.document import Document
from cronistoria.model.timex import TimexMention

_TURN = re.compile(r"(?m)^[ \t]*[–—-][ \t]+\S")
_LEAST_TURNS, _SHORTLY = 3, 7


def spoken_day(
    mention: TimexMention, document: Document, placed: Sequence[Placed], now: Stretch | None
) -> Stretch | None:
    """The last day named before the first of the turns, for what stands in one of them, behind a dash."""
    line = document.text.rfind("\n", 0, mention.span.start) + 1
    if now is None or now.grain != "day" or _TURN.match(document.text, line) is None:
        return None
    turns = [turn.start() for turn in _TURN.finditer(document.text)]
    before = [one.found for one in placed if one.mention.span.end <= turns[0] and isinstance(one.found, Stretch)]
    near = [found for found in before if found.grain == "day" and now.start - _SHORTLY * DAY <= found.start < now.start]
    return near[-1] if near and len(turns) >= _LEAST_TURNS else None
