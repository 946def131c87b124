"""Whether a report writes 3/4/2021 for 3 April or for March 4, in a language whose countries differ.

Its own dates tell first (25/4/2021 can be read in one way only), then the country of its outlet or address, which
writes as CLDR says. What tells nothing, or both, gives ``None``.
"""

import re
from functools import cache
from typing import Literal
from urllib.parse import urlsplit

from babel import Locale, UnknownLocaleError
from babel.languages import get_official_languages

from cronistoria.reference.bodies import load_bodies

DateOrder = Literal["dmy", "mdy"]
MOST_MONTHS = 12
_NUMBERS = re.compile(r"(?<![\d./-])(\d{1,2})([/-])(\d{1,2})\2(?:\d{4}|\d\d)(?![\d./-]\d)")
_TERRITORIES = {"UK": "GB"}


def date_order(text: str, language: str, *, publisher: str | None = None, url: str | None = None) -> DateOrder | None:
    """The order of day and month in the numeric dates of a report.

    >>> date_order("From 3/4/2021 to 25/4/2021.", "en"), date_order("", "en", publisher="Associated Press")
    ('dmy', 'mdy')
    """
    told = {order for match in _NUMBERS.finditer(text) if (order := _order_of(int(match[1]), int(match[3])))}
    if told:
        return told.pop() if len(told) == 1 else None
    territory = (publisher and _territories().get(publisher.strip().casefold())) or _territory_of(url)
    return _usual_order(language, territory) if territory else None


def _order_of(first: int, second: int) -> DateOrder | None:
    """The order of two numbers of which one cannot be a month."""
    if first > MOST_MONTHS and 1 <= second <= MOST_MONTHS:
        return "dmy"
    return "mdy" if second > MOST_MONTHS and 1 <= first <= MOST_MONTHS else None


def _territory_of(url: str | None) -> str | None:
    """The territory of an address by the end of its host name."""
    end = (urlsplit(url).hostname or "").rpartition(".")[2].upper() if url else ""
    return _TERRITORIES.get(end, end) if len(end) == len("GB") else None


@cache
def _territories() -> dict[str, str]:
    """The territory of each outlet, by its names in lower case."""
    bodies = load_bodies()
    found: dict[str, str] = {}
    for body in bodies.values():
        state = bodies.get(body.country or "") if body.kind == "outlet" else None
        if state is not None and state.iso2:
            found |= dict.fromkeys((name.casefold() for name in (body.name, *body.spellings)), state.iso2)
    return found


@cache
def _usual_order(language: str, territory: str) -> DateOrder | None:
    """How a language is written in a territory, or the territory's own language where it is not known there."""
    for code in (language, *get_official_languages(territory)[:1]):
        try:
            pattern = str(Locale.parse(f"{code}_{territory}").date_formats["short"].pattern)
        except (UnknownLocaleError, ValueError):
            continue
        return _order_of_pattern(pattern)
    return None


def _order_of_pattern(pattern: str) -> DateOrder | None:
    day, month, year = (pattern.find(letter) for letter in "dMy")
    if year < min(day, month):
        return None
    return "dmy" if day < month else "mdy"
