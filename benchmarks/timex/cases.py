"""The Recognizers-Text cases that apply to news: short sentences with the values that their makers expect.

Left out, for every system alike: cases whose months and weekdays lack the capital that newspapers of the language print
(long names anywhere, short ones inside the expected expressions), or that are typed without accents ("a 5 heures");
numeric dates with blanks between their parts ("02 04 2009"); cases with a type that TIMEX3 cannot say or news does not
need (time zones alone, alternatives); cases without a day to read them at; values counted from the minute of reading
("in 5 minutes"), as a report tells its day, not its minute; the modes for calendars and tasks, which have files of
their own. All others of ``DateTimeModel.json`` count. A case is passed if every expected expression is overlapped by a
found one with one of its values, and nothing else is found; of a range, the first day or moment must be right, or its
length.

Values count in the ways that TIMEX3 writes them too: weeks, months or years away as such or as their length ("in three
weeks": a day, its week, ``P3W``), vague amounts with an X, a part of a month or day as the whole, a feast and its hour
as one.
"""

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from babel import Locale

from benchmarks.timex.answers import Answer, Text, Timex

LANGUAGES = {"it": "Italian", "en": "English", "fr": "French", "es": "Spanish", "de": "German"}
SHORTEST = 3
_UNPRINTED = re.compile(r"\b(?:\d\d? \d\d? \d{2,4}|\d{4} \d\d? \d\d?)\b")
_MINUTE_OF_READING = re.compile(r"\d{4}-\d\d-\d\dT(\d\d:\d\d:\d\d)")
_FULL_HOUR = re.compile(r"(?:^|[\d*])T\d\d$")
_END_OF_DAY = "23:59:59"
_AMOUNT = re.compile(r"\d+(?:\.\d+)?")
_WEEK = 7
_UNACCENTED = re.compile(r"(?:\d|h|heures|matin|jusqu'|partir|retourner) a \w|apres|derniere|soiree")
PARTS = frozenset({"MO", "MI", "AF", "EV", "NI"})
KINDS = frozenset({"date", "daterange", "datetime", "datetimerange", "time", "timerange", "duration", "set"})


class Case(NamedTuple):
    """A text and, for each expected expression, its offsets and the values that are right."""

    text: Text
    expected: tuple[tuple[int, int, frozenset[str]], ...]


def load_cases(root: Path) -> dict[str, list[Case]]:
    """The cases of each language."""
    return {
        language: list(_read(root / "recognizers-text" / folder / "DateTimeModel.json", language))
        for language, folder in LANGUAGES.items()
    }


def pass_rate(cases: list[Case], answers: list[Answer]) -> float:
    """The share of cases that are passed."""
    passed = sum(is_passed(case, answer.found) for case, answer in zip(cases, answers, strict=True))
    return passed / (len(cases) or 1)


def is_passed(case: Case, found: tuple[Timex, ...]) -> bool:
    """Whether an answer is right."""
    used: set[Timex] = set()
    for start, end, values in case.expected:
        here = [one for one in found if _overlap(one, start, end)]
        used |= set(here)
        if not any(_fits(one, values, case) for one in here):
            return False
    return used == set(found)


def _overlap(one: Timex, start: int, end: int) -> bool:
    return one.start < end and start < one.end


def _fits(one: Timex, values: frozenset[str], case: Case) -> bool:
    """Whether a value is right; times of day count whatever their day, a range by its beginning."""
    value = one.value
    if value is None:
        return False
    day, _, clock = value.rpartition("T") if "T" in value and not value.startswith("P") else ("", "", "")
    said = {value, one.first, value.partition("/")[0], value.removesuffix("Z"), f"T{clock}" if clock else value}
    if day and sum(_overlap(one, start, end) for start, end, _ in case.expected) > 1:
        said.add(day)
    return not said.isdisjoint(values)


def _read(path: Path, language: str) -> Iterator[Case]:
    for number, case in enumerate(json.loads(path.read_text(encoding="utf-8-sig"))):
        results, day = case["Results"], case.get("Context", {}).get("ReferenceDateTime")
        kinds = {result.get("TypeName", "").rpartition(".")[2] for result in results}
        if (
            day is None
            or not kinds <= KINDS
            or any("Start" not in result for result in results)
            or _is_typed(case["Input"], language, results)
            or any(_is_read_by_the_minute(value, case["Input"]) for result in results for value in _values(result))
        ):
            continue
        expected = tuple(
            (result["Start"], result["End"] + 1, frozenset(_all_accepted(result, day[:10]))) for result in results
        )
        yield Case(Text(f"{language}-{number}", language, day[:10], case["Input"], ()), expected)


def _is_typed(text: str, language: str, results: list[dict[str, Any]]) -> bool:
    """Whether a name of a month or weekday lacks the capital that the language writes."""
    if _UNPRINTED.search(text) or (language == "fr" and _UNACCENTED.search(text)):
        return True
    long = _names(language, "wide")
    if not all(name[0].isupper() for name in long):
        return False
    lower = {name.lower() for name in long if len(name) > SHORTEST}
    short = {name.rstrip(".").lower() for name in (*long, *_names(language, "abbreviated"))}
    inside = {word for r in results for word in re.findall(r"[^\W\d_]+", text[r["Start"] : r["End"] + 1])}
    return not (lower.isdisjoint(re.findall(r"\w+", text)) and short.isdisjoint(inside))


def _names(language: str, width: str) -> set[str]:
    locale = Locale.parse(language)
    return {name for kind in (locale.months, locale.days) for name in kind["format"][width].values()}


def _is_read_by_the_minute(value: dict[str, str], text: str) -> bool:
    """Whether a value is counted from the minute at which the case is read."""
    clocks = _MINUTE_OF_READING.findall(value.get("timex", ""))
    return any(clock != _END_OF_DAY and clock not in text for clock in clocks)


def _values(result: dict[str, Any]) -> list[dict[str, str]]:
    return (result.get("Resolution") or {}).get("values") or []


def _all_accepted(result: dict[str, Any], day: str) -> Iterator[str]:
    """The ways to write any value of an expected expression, read on a day."""
    for value in _values(result):
        yield from _accepted(value)
        yield from _away(value, date.fromisoformat(day))
        if value.get("type") == "duration" and not _AMOUNT.search(result["Text"]):
            yield _AMOUNT.sub("X", value.get("timex", ""))


def _away(value: dict[str, str], day: date) -> Iterator[str]:
    """The length from the day of reading to a day that is whole weeks, months or years away, and that unit there."""
    if value.get("type") != "date":
        return
    try:
        there = date.fromisoformat(value.get("value", ""))
    except ValueError:
        return
    days, months = abs((there - day).days), abs((there.year - day.year) * 12 + there.month - day.month)
    year, week, _ = there.isocalendar()
    if days and days % _WEEK == 0:
        yield from (f"P{days // _WEEK}W", f"{year}-W{week:02d}")
    if months and there.day == day.day:
        yield from (f"P{months}M", f"{there:%Y-%m}")
        if months % 12 == 0:
            yield from (f"P{months // 12}Y", f"{there:%Y}")
    if days:
        yield f"P{days}D"


def _accepted(value: dict[str, str]) -> Iterator[str]:
    """The ways to write one expected value in TIMEX3."""
    timex = value.get("timex", "")
    yield timex
    if timex.startswith("("):
        first, _, length = timex[1:-1].split(",")
        yield from (first, length)
    start = value.get("start") or value.get("end") or ""
    if timex.startswith("XXXX-") and len(timex) == len("XXXX-MM"):
        yield start[: len(timex)]
    for said in (value.get("value", "").replace(" ", "T"), start.replace(" ", "T")):
        if value.get("type", "").startswith("time") and said:
            yield f"T{said[:5]}"
        elif said and not said.isdigit():
            yield from (said, said[:16], said[:10] if said.endswith(("00:00:00", _END_OF_DAY)) else said)
    if (part := timex.rpartition("T")[2]) in PARTS and value.get("start"):
        yield f"{value['start'][:10]}T{part}"
    if _FULL_HOUR.search(timex):
        yield f"{timex}:00"
