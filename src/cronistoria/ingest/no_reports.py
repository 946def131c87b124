"""What is no report: paid beginnings, lists of links, tables of scores, horoscopes, weather, programmes.

A title and lines come in, the kind goes out, or nothing for a report. Each kind is told by two things together, its
words and its shape, so that a report on a horoscope writer or a storm stays one.
"""

from functools import cache

import regex

from cronistoria.ingest.piece import Kind
from cronistoria.languages.pages import Subject, load_pages
from cronistoria.languages.tables import available_languages

_LEAST_PAID = 700
_SENTENCE = 60
_PARAGRAPH = 160
_LEAST_LINES = 5
_SIGNS = 6
_SCORE = regex.compile(r"(?<![\d:.,/-])\d{1,3}\s?[-–:]\s?\d{1,3}(?![\d:.,/-])")
_CLOCK = regex.compile(r"\W{0,2}(?:[01]?\d|2[0-3])[:.h][0-5]\d\b")
_DEGREES = regex.compile(r"-?\d{1,2}\s?°|\d{1,3}\s?(?:km/h|mm)\b")
_STOPS = (".", "!", "?", "…", "»", "”", '"')


def kind_of_page(title: str | None, lines: tuple[str, ...], *, paid: bool, is_page: bool) -> Kind | None:
    """Why something is no report; ``None`` if it is one. ``is_page``: whether links may have been taken for text."""
    if not lines:
        return "paywall" if paid else "no-text"
    if paid and sum(map(len, lines)) < _LEAST_PAID:
        return "paywall"
    head = f"{title or ''} {lines[0] if len(lines[0]) < _SENTENCE * 2 else ''}"
    if is_horoscope(head, lines):
        return "horoscope"
    if _titled("listing", head) and is_table(lines, _CLOCK, 0.4):
        return "listing"
    if is_table(lines, _SCORE, 0.4) and (_titled("scores", head) or is_table(lines, _SCORE, 0.6)):
        return "scores"
    if _titled("weather", head) and (is_table(lines, _DEGREES, 0.2) or _filled("weather", lines)):
        return "weather"
    return "links" if is_page and not any(_is_sentence(line) for line in lines) else None


def is_horoscope(head: str, lines: tuple[str, ...]) -> bool:
    """Whether signs of the zodiac open the lines, or the headline says so and most of them are there."""
    signs = _words("horoscope")
    opening = {found.group().casefold() for line in lines if (found := signs.match(line.strip(" *•-–#")))}
    there = {found.group().casefold() for line in lines for found in signs.finditer(line)}
    return len(opening) >= _SIGNS or (len(there) >= _SIGNS and _titled("horoscope", head))


def is_table(lines: tuple[str, ...], cell: "regex.Pattern[str]", share: float) -> bool:
    """Whether a share of the lines are rows, and no sentences."""
    rows = sum(bool(cell.search(line)) and len(line) < _SENTENCE * 2 and not line.endswith(_STOPS) for line in lines)
    return rows >= _LEAST_LINES and rows >= share * len(lines)


def _filled(subject: str, lines: tuple[str, ...]) -> bool:
    words = len(_words(subject).findall(" ".join(lines)))
    return words >= _LEAST_LINES and words * 150 >= sum(map(len, lines))


def _is_sentence(line: str) -> bool:
    return len(line) >= _PARAGRAPH or (len(line) >= _SENTENCE and line.rstrip().endswith(_STOPS))


def _titled(subject: str, head: str) -> bool:
    return _pattern(subject, "titles").search(head) is not None


def _words(subject: str) -> "regex.Pattern[str]":
    return _pattern(subject, "words")


@cache
def _pattern(subject: str, part: str) -> "regex.Pattern[str]":
    subjects: list[Subject] = [getattr(load_pages(code), subject) for code in available_languages("pages")]
    words = sorted({word for found in subjects for word in getattr(found, part)}, key=lambda w: (-len(w), w))
    return regex.compile(rf"(?<!\w)(?:{'|'.join(map(regex.escape, words)) or '(?!)'})(?!\w)", regex.IGNORECASE)
