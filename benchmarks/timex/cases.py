"""The Recognizers-Text cases that apply to news: short sentences with the values that their makers expect.

Left out: cases whose months and weekdays lack the capital that newspapers of the language print, or that are typed
without accents ("a 5 heures"); numeric dates with blanks between their parts ("02 04 2009"); cases with a type that
TIMEX3 cannot say or news does not need (time zones alone, alternatives); cases without a day to read them at; the modes
for calendars and tasks, which have files of their own. All others of ``DateTimeModel.json`` count. A case is passed if
every expected expression is overlapped by a found one with one of its values, and nothing else is found; of a range,
the first day or moment must be right.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from babel import Locale

from benchmarks.timex.answers import Answer, Text, Timex

LANGUAGES = {"it": "Italian", "en": "English", "fr": "French", "es": "Spanish", "de": "German"}
SHORTEST = 3
_UNPRINTED = re.compile(r"\b\d\d? \d\d? \d{2,4}\b")
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
        here = [one for one in found if one.start < end and start < one.end]
        used |= set(here)
        if not here or not any(_fits(one, values) for one in here):
            return False
    return used == set(found)


def _fits(one: Timex, values: frozenset[str]) -> bool:
    """Whether a value is right; times of day count whatever their day, a range by its beginning."""
    value = one.value
    if value is None:
        return False
    clock = value.rpartition("T")[2] if "T" in value and not value.startswith("P") else None
    said = {value, one.first, value.partition("/")[0], value.removesuffix("Z"), f"T{clock}" if clock else value}
    return not said.isdisjoint(values)


def _read(path: Path, language: str) -> Iterator[Case]:
    for number, case in enumerate(json.loads(path.read_text(encoding="utf-8-sig"))):
        results, day = case["Results"], case.get("Context", {}).get("ReferenceDateTime")
        kinds = {result.get("TypeName", "").rpartition(".")[2] for result in results}
        if (
            day is None
            or _is_typed(case["Input"], language)
            or not kinds <= KINDS
            or any("Start" not in result for result in results)
        ):
            continue
        expected = tuple(
            (r["Start"], r["End"] + 1, frozenset(v for value in _values(r) for v in _accepted(value))) for r in results
        )
        yield Case(Text(f"{language}-{number}", language, day[:10], case["Input"], ()), expected)


def _is_typed(text: str, language: str) -> bool:
    """Whether a name of a month or weekday lacks the capital that the language writes."""
    locale = Locale.parse(language)
    names = {name for kind in (locale.months, locale.days) for name in kind["format"]["wide"].values()}
    capitals = all(name[0].isupper() for name in names)
    lower = {name.lower() for name in names if len(name) > SHORTEST}
    if _UNPRINTED.search(text) or (language == "fr" and _UNACCENTED.search(text)):
        return True
    return capitals and not lower.isdisjoint(re.findall(r"\w+", text))


def _values(result: dict[str, Any]) -> list[dict[str, str]]:
    return (result.get("Resolution") or {}).get("values") or []


def _accepted(value: dict[str, str]) -> Iterator[str]:
    """The ways to write one expected value in TIMEX3."""
    timex = value.get("timex", "")
    yield timex
    if timex.startswith("("):
        yield timex[1:].partition(",")[0]
    for key in ("value", "start"):
        said = value.get(key, "").replace(" ", "T")
        if value.get("type", "").startswith("time") and said:
            yield f"T{said[:5]}"
        elif said and not said.isdigit():
            yield from (said, said[:16], said[:10] if said.endswith("00:00:00") else said)
    if (part := timex.rpartition("T")[2]) in PARTS and value.get("start"):
        yield f"{value['start'][:10]}T{part}"
    if timex.startswith("T") and timex[1:].isdigit():
        yield f"T{timex[1:]}:00"
