"""Lines of a page that are not of its report: links to others, notices, marks of video and paywall, agency tails.

The lines of a page come in, those of the report go out, with a mark if the page says that the rest is for subscribers.
The phrases of all languages are looked for, because a page's language is told from what is left.
"""

from collections.abc import Iterable
from functools import cache

import msgspec
import regex

from cronistoria.languages.pages import Pages, load_pages
from cronistoria.languages.tables import available_languages

_LONGEST_LEAD, _LONGEST_NOTICE = 250, 400
_LONGEST_LINK = 130
_LEAST_LINKS = 3
_TAIL_LINES = 4
_FILLED = regex.compile(r"[^\n]*\S[^\n]*")
_EDGES = " \t\xa0•·*#|>»«–—-_=+[]()/\\.,:;!…▶►→↓"
_STOPS = (".", "!", "?", "…", "»", "”", '"', ":")
_MARK = r"\s*[:|>»–—\-•▶►→]"


class Kept(msgspec.Struct, frozen=True):
    """What is left of a page; ``paid``: whether it says that the rest is for subscribers."""

    lines: tuple[str, ...]
    paid: bool


def report_lines(lines: Iterable[str]) -> Kept:
    """The lines of the report among those of its page.

    >>> report_lines(["Oslo waits.", "Read also: Bergen waits too"]).lines
    ('Oslo waits.',)
    """
    filled = [line.strip() for line in lines if line.strip()]
    paid = any(is_paywall(line) for line in filled)
    kept = [line for line in _above(filled) if not (is_paywall(line) or is_beside(line))]
    return Kept(tuple(_without_tail(_without_links(kept))), paid)


def is_beside(line: str) -> bool:
    """Whether a line links elsewhere, is a notice, or is a mark of the page's making."""
    bare = _bare(line)
    if not bare or _phrases("alone").fullmatch(bare):
        return True
    if len(line) <= _LONGEST_NOTICE and _phrases("notices").search(bare):
        return True
    if len(line) > _LONGEST_LEAD:
        return False
    return _opens(line, "leads", unmarked=True) or (_opens(line, "labels", unmarked=False) and not _is_closed(line))


def is_paywall(line: str) -> bool:
    """Whether a line says that the rest is for subscribers."""
    return len(line) <= _LONGEST_NOTICE and _phrases("paywall").search(_bare(line)) is not None


def is_tail(line: str) -> bool:
    """Whether a line is what an agency puts below its text."""
    if len(line) > _LONGEST_LEAD:
        return False
    return _opens(line, "tails", unmarked=True) or _agency_alone().fullmatch(line.strip()) is not None


def is_below(line: str) -> bool:
    """Whether a line is the heading of what follows after a report."""
    return _phrases("below").fullmatch(_bare(line)) is not None


def end_of_report(text: str, start: int = 0) -> int:
    """Where the lines end that are of a report in plain text: at the heading of what follows it, unless running text
    follows there too.
    """
    lines = [(match.start(), match[0].strip()) for match in _FILLED.finditer(text, start)]
    for number, (offset, line) in enumerate(lines):
        heads = is_below(line) or _phrases("leads").fullmatch(_bare(line)) is not None
        if number and heads and len(line) <= _LONGEST_LINK:
            rest = [later for _, later in lines[number + 1 :]]
            if rest and not any(_is_sentence(later) for later in rest):
                return int(offset)
    return len(text)


def _opens(line: str, group: str, *, unmarked: bool) -> bool:
    """Whether a phrase opens a line and is set apart: by a mark or, unmarked, by capitals or because the line is no
    sentence.
    """
    found = _phrases(group).match(_bare(line))
    if found is None:
        return False
    start = len(line) - len(line.lstrip(_EDGES))
    end = start + found.end()
    marked = regex.match(_MARK, line[end:]) is not None
    return marked or (unmarked and (line[start:end].isupper() or not _is_closed(line)))


def _is_closed(line: str) -> bool:
    return line.rstrip().endswith(_STOPS)


def _above(lines: list[str]) -> list[str]:
    """The lines above the heading of what follows after the report, unless running text follows there too."""
    for number, line in enumerate(lines):
        if number and is_below(line) and not any(_is_sentence(later) for later in lines[number + 1 :]):
            return lines[:number]
    return lines


def _without_links(lines: list[str]) -> list[str]:
    """The lines without the headlines of other pages that close them."""
    end = len(lines)
    while end and len(lines[end - 1]) <= _LONGEST_LINK and not _is_closed(lines[end - 1]):
        end -= 1
    return lines[:end] if end and len(lines) - end >= _LEAST_LINKS else lines


def _without_tail(lines: list[str]) -> list[str]:
    kept = [line for number, line in enumerate(lines) if number < len(lines) - _TAIL_LINES or not is_tail(line)]
    if kept and (found := _agency_at_end().search(kept[-1])):
        kept[-1] = kept[-1][: found.start()].rstrip()
    return kept


def _is_sentence(line: str) -> bool:
    return len(line) > _LONGEST_LINK and _is_closed(line)


def _bare(line: str) -> str:
    return " ".join(line.strip(_EDGES).casefold().replace("’", "'").split())


@cache
def _phrases(group: str) -> "regex.Pattern[str]":
    """The phrases of a group, as whole words."""
    return regex.compile(rf"(?<!\w)(?:{_alternatives(getattr(table, group).phrases for table in _tables())})(?!\w)")


@cache
def _agency_alone() -> "regex.Pattern[str]":
    return regex.compile(rf"{_agency()}[\s.]*", regex.IGNORECASE)


@cache
def _agency_at_end() -> "regex.Pattern[str]":
    return regex.compile(rf"(?<=[.!?…»”\"])\s*{_agency()}[\s.]*$", regex.IGNORECASE)


def _agency() -> str:
    names = _alternatives(table.agencies.phrases for table in _tables())
    rest = r"(?:[\s/,–-]+[\p{L}\d.:]{1,20}){0,5}"
    desk = r"(?:[\s/]*\p{L}{2,4}(?:/\p{L}{2,4})+)?"
    return rf"(?:\((?:©\s?)?(?:{names}){rest}\)|/(?:{names})/?|©\s?(?:{names})){desk}"


def _alternatives(groups: Iterable[Iterable[str]]) -> str:
    words = sorted({word for group in groups for word in group}, key=lambda word: (-len(word), word))
    return "|".join(regex.escape(word) for word in words)


@cache
def _tables() -> tuple[Pages, ...]:
    return tuple(load_pages(language) for language in available_languages("pages"))
