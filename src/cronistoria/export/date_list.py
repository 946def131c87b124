"""Time expressions for eyes and programs: an aligned table, or the contract's date objects as JSON."""

from collections.abc import Sequence

import msgspec

from cronistoria.model.dates import TimeExpression

HEADINGS = ("from", "to", "words", "type", "value", "mod", "date", "basis")
_GAP = "  "


def to_date_table(expressions: Sequence[TimeExpression]) -> str:
    """One line an expression: offsets, words, TIMEX3 type, value and modifier, the date as EDTF, and its basis."""
    rows = [HEADINGS, *map(_row, expressions)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEADINGS))]
    return "".join(_GAP.join(map(str.ljust, row, widths)).rstrip() + "\n" for row in rows)


def to_date_json(expressions: Sequence[TimeExpression]) -> str:
    """A JSON list of the dates."""
    return msgspec.json.format(msgspec.json.encode(expressions), indent=2).decode() + "\n"


def _row(one: TimeExpression) -> tuple[str, ...]:
    span = one.text
    place = (str(span.start), str(span.end), " ".join(span.text.split())) if span else ("", "", "")
    return *place, one.timex, one.timex_value or "", one.modifier or "", one.edtf or "", one.basis
