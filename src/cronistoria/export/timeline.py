"""TimelineJS 3 JSON (Knight Lab): one slide an entry, grouped by kind, uncertain dates as spans with their words.

Slides are HTML where TimelineJS shows them, so all text is escaped; links are not made of what a report says.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from html import escape
from typing import Any

from cronistoria.export.characters import flat
from cronistoria.export.chunks import encoded
from cronistoria.export.dossier import Passage, passage
from cronistoria.export.edition import Edition, Told
from cronistoria.export.json_lines import json_text
from cronistoria.export.tables import HEADINGS
from cronistoria.model.dates import Date

_MOST_NOTES = 3


def to_timeline(edition: Edition) -> Iterator[bytes]:
    """The timeline of an edition; an entry whose reports have no date either is left out, for it has no place."""
    return encoded(_parts(edition))


def _parts(edition: Edition) -> Iterator[str]:
    title = {"text": {"headline": _html(edition.words.headings["chronicle"])}}
    yield '{"title":' + json_text(title) + ',"scale":"human","events":['
    lead = "\n"
    for told in edition.entries():
        if slide := _slide(edition, told):
            yield lead + json_text(slide)
            lead = ",\n"
    yield "\n]}\n"


def _slide(edition: Edition, told: Told) -> dict[str, Any] | None:
    entry = told.entry
    dates = [entry.date, *(source.published for source in entry.sources)]
    placed = next((date for date in dates if date and (date.start or date.end)), None)
    if placed is None:
        return None
    start, end = _ends(placed)
    shown = passage(edition, told)
    return {
        "unique_id": entry.id,
        "start_date": start,
        **({"end_date": end} if end else {}),
        "display_date": flat(shown.when),
        "group": edition.words.headings[HEADINGS[entry.kind]],
        "autolink": False,
        "text": {"headline": _html(shown.title), "text": _text(shown)},
    }


def _text(shown: Passage) -> str:
    lines = [*((shown.quote,) if shown.quote else ()), *shown.lines]
    notes = [f"{note.words} ({note.source})" if note.words else note.source for note in shown.notes[:_MOST_NOTES]]
    return "".join(f"<p>{_html(line)}</p>" for line in (*lines, *notes))


def _ends(placed: Date) -> tuple[dict[str, int], dict[str, int] | None]:
    """The first moment as exact as it is known and, if the date is more than a day or an open one, the last day."""
    if placed.start is None:
        return _day(_last(placed.end or "")), None
    first = date.fromisoformat(placed.start[:10])
    if placed.precision in ("hour", "minute"):
        return {**_day(first), "hour": int(placed.start[11:13]), "minute": int(placed.start[14:16] or 0)}, None
    if placed.end is None or placed.precision == "day":
        return _day(first), None
    return _day(first), _day(_last(placed.end))


def _last(end: str) -> date:
    day = date.fromisoformat(end[:10])
    return day if "T" in end else day - timedelta(days=1)


def _day(day: date) -> dict[str, int]:
    return {"year": day.year, "month": day.month, "day": day.day}


def _html(text: str) -> str:
    return escape(flat(text))
