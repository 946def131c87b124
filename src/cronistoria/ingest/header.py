"""Header lines that open a file: "Date: …", "Titolo: …", also a date glued to the first sentence.

Offsets into the text come in and go out, so that the text itself stays to the letter.
"""

from functools import cache
from typing import Literal, get_args

import msgspec
import regex

from cronistoria.ingest.days import match_day, match_either, match_iso
from cronistoria.languages.reading import load_reading
from cronistoria.languages.tables import complete_languages

HeaderField = Literal["date", "title", "url", "publisher"]
_LONGEST_VALUE = 500


class HeaderLine(msgspec.Struct, frozen=True):
    """One header: its value as written (a date as EDTF where it could be read), and where the value stands."""

    field: HeaderField
    value: str | None
    start: int
    end: int


def find_header_lines(text: str, language: str) -> tuple[tuple[HeaderLine, ...], int]:
    """The header lines that open a text, and the offset where the rest begins.

    A date may be followed by the report on the same line; every other header takes its line.

    >>> find_header_lines(" date 2021-12 Nulla di fatto.", "it")
    ((HeaderLine(field='date', value='2021-12', start=6, end=13),), 14)
    """
    lines: list[HeaderLine] = []
    position = _skip_space(text, 0)
    while (line := _header_line(text, position, language)) is not None:
        lines.append(line)
        position = _skip_space(text, line.end)
    return tuple(lines), (position if lines else 0)


def _header_line(text: str, position: int, language: str) -> HeaderLine | None:
    match = _names().match(text, position)
    if match is None:
        return None
    field = _field(match["name"])
    start = match.end()
    if field == "date" and (dated := _date_value(text, start, language)) is not None:
        return dated
    if match["colon"] is None:
        return None
    end = text.find("\n", start)
    if end < 0 or end - start > _LONGEST_VALUE or not text[start:end].strip():
        return None
    value = text[start:end].rstrip()
    return HeaderLine(field, None if field == "date" else value, start, start + len(value))


def _date_value(text: str, start: int, language: str) -> HeaderLine | None:
    if iso := match_iso(text, start):
        value, end = iso
        return HeaderLine("date", value, start, end)
    if either := match_either(text, start, language):
        return HeaderLine("date", either[0], start, either[1])
    for code in dict.fromkeys((language, *complete_languages())):
        written = match_day(text, start, code)
        if written is not None and written.edtf:
            return HeaderLine("date", written.edtf, start, written.end)
    return None


def _skip_space(text: str, position: int) -> int:
    while position < len(text) and text[position].isspace():
        position += 1
    return position


def _field(name: str) -> HeaderField:
    folded = " ".join(name.casefold().split())
    readings = [load_reading(code) for code in complete_languages()]
    return next(field for field in get_args(HeaderField) if any(folded in getattr(r, field) for r in readings))


@cache
def _names() -> "regex.Pattern[str]":
    readings = [load_reading(code) for code in complete_languages()]
    names = {name for r in readings for field in get_args(HeaderField) for name in getattr(r, field)}
    listed = "|".join(regex.escape(n).replace(r"\ ", r"[^\S\n]+") for n in sorted(names, key=lambda n: (-len(n), n)))
    return regex.compile(rf"[#*]*[^\S\n]*(?P<name>{listed})\b[*]*[^\S\n]*(?P<colon>:)?[*]*[^\S\n]*", regex.IGNORECASE)
