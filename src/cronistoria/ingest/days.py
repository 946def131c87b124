"""Dates as the heads of reports write them, in the words of a language: "30 dicembre 2021", "Dec. 30", "30/12/2021".

Names of months and weekdays come from CLDR, whole or cut to three letters or more ("dic.", "Sept."). Only heads are
read with this; time expressions of the body are a matter of ``extract`` and ``compose``.
"""

from collections.abc import Iterable, Sequence
from functools import cache

import msgspec
import regex
from babel import Locale

from cronistoria.languages.reading import load_reading
from cronistoria.model.edtf import parse_edtf
from cronistoria.reference.date_order import DateOrder

_ISO = (
    r"(?P<iso>(?:19|20)\d\d(?:-\d\d(?:-\d\d)?)?(?:[~?%]+)?(?:/(?:19|20)\d\d(?:-\d\d(?:-\d\d)?)?[~?%]*)?)(?![\d/-])"
    r"(?:T\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?)?"
)


class WrittenDay(msgspec.Struct, frozen=True):
    """A day or month as written; ``year`` and ``day`` may be missing, ``end`` is past it and its clock time."""

    year: int | None
    month: int
    day: int | None
    end: int

    @property
    def edtf(self) -> str | None:
        """The date as EDTF; ``None`` without a year."""
        if self.year is None:
            return None
        return f"{self.year:04d}-{self.month:02d}" + (f"-{self.day:02d}" if self.day else "")


def match_iso(text: str, start: int) -> tuple[str, int] | None:
    """An EDTF date at an offset, and the offset past it (and past a clock time, which is left out)."""
    match = regex.compile(_ISO).match(text, start)
    if match is None:
        return None
    try:
        parse_edtf(match["iso"])
    except ValueError:
        return None
    return match["iso"], match.end()


def match_day(text: str, start: int, language: str) -> WrittenDay | None:
    """A date in a language's words at an offset, with or without year, weekday and clock time.

    >>> match_day("giovedì 30 dic. 2021, ore 12:05 Roma", 0, "it")
    WrittenDay(year=2021, month=12, day=30, end=31)
    """
    match = _pattern(language).match(text, start)
    return _written(match, language) if match else None


def match_either(text: str, start: int, language: str, order: DateOrder | None = None) -> tuple[str, int] | None:
    """A date in numbers that may be read in two ways, and the offset past it: the days from the one to the other.

    ``order`` tells which of the two it is. ``None`` for other dates, and in languages that know one order only.

    >>> match_either("3/4/2021", 0, "en"), match_either("3/4/2021", 0, "en", "dmy")
    (('2021-03-04/2021-04-03', 8), ('2021-04-03', 8))
    """
    match = _pattern(language).match(text, start)
    if match is None or not match["a"] or load_reading(language).day_first:
        return None
    first, second, year = int(match["a"]), int(match["b"]), match["year"]
    if not 1 <= min(first, second) <= max(first, second) <= 12:
        return None
    readings = {"dmy": f"{year}-{second:02d}-{first:02d}", "mdy": f"{year}-{first:02d}-{second:02d}"}
    if order or first == second:
        return readings[order or "dmy"], match.end()
    return "/".join(sorted(readings.values())), match.end()


def find_either(
    text: str, start: int, end: int, language: str, order: DateOrder | None = None
) -> tuple[int, str, int] | None:
    """The first date in numbers that may be read in two ways: its offsets around what `match_either` says of it."""
    for match in _pattern(language).finditer(text, start, end):
        if either := match_either(text, match.start(), language, order):
            return match.start(), *either
    return None


def find_day(text: str, start: int, end: int, language: str) -> tuple[int, WrittenDay] | None:
    """The first date between two offsets that has a day and a year, with its own offset."""
    for match in _pattern(language).finditer(text, start, end):
        written = _written(match, language)
        if written is not None and written.year is not None and written.day is not None:
            return match.start(), written
    return None


def _written(match: "regex.Match[str]", language: str) -> WrittenDay | None:
    found = match.groupdict()
    year = found["year"]
    if found["a"]:
        day, month = _order(int(found["a"]), int(found["b"]), load_reading(language).day_first)
    else:
        day = int(found["day"]) if found["day"] else 0
        month = _month_index(language)[(found["m1"] or found["m2"] or found["m3"]).casefold()]
    if found["m3"] and not year:
        return None
    written = WrittenDay(int(year) if year else None, month, day or None, match.end())
    try:
        parse_edtf(f"{written.year or 2000:04d}-{month:02d}" + (f"-{day:02d}" if day else ""))
    except ValueError:
        return None
    return written


def _order(first: int, second: int, day_first: bool) -> tuple[int, int]:
    """Day and month of a date in numbers; month 0 where it cannot be told."""
    if first > 12 or (day_first and second <= 12):
        return first, second
    return (second, first) if second > 12 else (first, 0)


@cache
def _pattern(language: str) -> "regex.Pattern[str]":
    reading = load_reading(language)
    month, weekday = _words(_month_index(language)), _words(_abbreviations(_names(language, "days")))
    links = rf"(?:{_words(reading.connectors)})\s+" if reading.connectors else ""
    link = rf"\s*(?:{links})?"
    day = rf"(?P<day>\d{{1,2}})(?:{_words(reading.ordinals)})?" if reading.ordinals else r"(?P<day>\d{1,2})"
    behind = rf"(?:\s?(?:{_words(reading.year_words)})(?!\p{{L}}))?" if reading.year_words else ""
    year = rf"(?P<year>(?:19|20)\d\d)\b{behind}"
    clock = rf"(?:[\s,|–-]*(?:(?:{_words(reading.clock)})\s*)?\d{{1,2}}[:.]\d\d(?::\d\d)?\b(?:\s?[ap]\.?m\b\.?)?)?"
    shapes = (
        rf"{day}{link}(?P<m1>{month})\b\.?(?:,?{link}{year})?",
        rf"(?P<m2>{month})\b\.?\s+{day}\b(?![:.]\d)(?:,?{link}{year})?",
        rf"(?P<m3>{month})\b\.?{link}{year}",
        rf"(?P<a>\d{{1,2}})[/.-](?P<b>\d{{1,2}})[/.-]{year}",
    )
    body = "|".join(f"(?:{shape})" for shape in shapes)
    return regex.compile(rf"\b(?:(?:{weekday})\b\.?,?\s+)?(?:{body}){clock}", regex.IGNORECASE)


@cache
def _month_index(language: str) -> dict[str, int]:
    """Month names and their beginnings of three letters or more, where they mean one month only."""
    return _abbreviations(_names(language, "months"))


def _names(language: str, kind: str) -> list[tuple[int, str]]:
    locale = Locale(language)
    tables = locale.months if kind == "months" else locale.days
    forms = (tables[form]["wide"].items() for form in ("format", "stand-alone"))
    return sorted((number, name.casefold()) for form in forms for number, name in form)


def _abbreviations(names: Sequence[tuple[int, str]]) -> dict[str, int]:
    meanings: dict[str, set[int]] = {}
    for number, name in names:
        for length in range(3, len(name) + 1):
            meanings.setdefault(name[:length], set()).add(number)
    whole = {name: number for number, name in names}
    clear = {word: min(numbers) for word, numbers in meanings.items() if len(numbers) == 1}
    return {**clear, **whole}


def _words(words: Iterable[str]) -> str:
    """Alternatives of a pattern, the longest first."""
    return "|".join(regex.escape(word) for word in sorted(words, key=lambda w: (-len(w), w)))
