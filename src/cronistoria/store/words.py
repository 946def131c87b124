"""Words as they are searched for: without case and accents, in the same way whatever the store.

A report is cut into passages: what each record rests on (evidence and quote), and the whole text in pieces. All words
that are asked for must stand in one passage.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

import msgspec

from cronistoria.errors import InputError
from cronistoria.model.record import Position, Record, Statement
from cronistoria.model.report import Report
from cronistoria.model.search import Snippet
from cronistoria.model.span import Span

_WORD = re.compile(r"[^\W_]+")
_TERM = re.compile(r'"([^"]*)"|(\S+)')
_PIECE, _SHOWN, _BEFORE = 4_000, 240, 60
_MOST_TERMS = 20


class Passage(msgspec.Struct, frozen=True):
    """A stretch of a report's text, of a record or, without one, of the report alone."""

    record: str | None
    start: int
    end: int


class Term(msgspec.Struct, frozen=True):
    """Words that stand one after the other; ``open``: the last is the beginning of a word."""

    words: tuple[str, ...]
    open: bool = False


def passages_of(report: Report) -> Iterator[Passage]:
    """All passages of a report."""
    for record in report.records:
        yield from (Passage(record.id, start, end) for start, end in _joined(_grounds(record)))
    yield from (Passage(None, start, end) for start, end in _pieces(report.document.text))


def words_of(text: str) -> list[str]:
    """The words of a text, folded.

    >>> words_of("È andata a Škoda-Werke, 2 volte")
    ['e', 'andata', 'a', 'skoda', 'werke', '2', 'volte']
    """
    return [word for match in _WORD.finditer(text) if (word := _fold(match[0]))]


def terms_of(asked: str) -> tuple[Term, ...]:
    """What is asked for: words, "words in a row", beginnings of words (``sanzion*``). Raises `InputError` for none.

    >>> terms_of('sanzion* "linea rossa"')
    (Term(words=('sanzion',), open=True), Term(words=('linea', 'rossa'), open=False))
    """
    found = (_term(quoted or word, not quoted) for quoted, word in _TERM.findall(asked))
    terms = tuple(dict.fromkeys(term for term in found if term.words))
    if not terms:
        raise InputError(f"search '{asked[:80]}': holds no word")
    if len(terms) > _MOST_TERMS:
        raise InputError(f"search: {len(terms)} words; expected {_MOST_TERMS} at most")
    return terms


def count_matches(words: list[str], terms: Iterable[Term]) -> int:
    """How often the terms stand among the words; 0 if one of them does not."""
    counts = [len(_places(words, term)) for term in terms]
    return sum(counts) if all(counts) else 0


def snippet_of(text: str, passage: Passage, terms: Iterable[Term]) -> Snippet:
    """The part of a passage around the first words found, with all that are in it marked."""
    found = [match for match in _WORD.finditer(text, passage.start, passage.end) if _fold(match[0])]
    words = [_fold(match[0]) for match in found]
    places = sorted(
        (found[first].start(), found[first + len(term.words) - 1].end())
        for term in terms for first in _places(words, term)
    )  # fmt: skip
    start, end = _window(text, passage, places[0][0] if places else passage.start)
    marks = tuple((a - start, b - start) for a, b in _merged(places) if start <= a and b <= end)
    return Snippet(start=start, text=text[start:end], marks=marks)


@lru_cache(100_000)
def _fold(word: str) -> str:
    if word.isascii():
        return word.lower()
    parts = unicodedata.normalize("NFKD", word.casefold())
    return "".join(part for part in parts if part.isalnum())


def _term(said: str, may_be_open: bool) -> Term:
    return Term(tuple(words_of(said)), may_be_open and said.endswith("*"))


def _places(words: list[str], term: Term) -> list[int]:
    """Where a term begins."""
    length, (*whole, last) = len(term.words), term.words
    return [
        place
        for place in range(len(words) - length + 1)
        if words[place : place + length - 1] == whole and _fits(words[place + length - 1], last, term.open)
    ]


def _fits(word: str, asked: str, is_open: bool) -> bool:
    return word.startswith(asked) if is_open else word == asked


def _grounds(record: Record) -> Iterator[Span]:
    yield from record.evidence
    if isinstance(record, Statement | Position):
        yield record.content


def _joined(spans: Iterable[Span]) -> list[tuple[int, int]]:
    return _merged(sorted((span.start, span.end) for span in spans))


def _merged(places: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Places in order, those that overlap made one."""
    found: list[tuple[int, int]] = []
    for start, end in places:
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """The text in pieces of some thousand characters, cut at the end of a line or a word where there is one."""
    start = 0
    while start < len(text):
        end = min(start + _PIECE, len(text))
        if end < len(text):
            cut = max(text.rfind("\n", start + _PIECE // 2, end), start)
            cut = cut if cut > start else max(text.rfind(" ", start + _PIECE // 2, end), start)
            end = cut + 1 if cut > start else end
        yield start, end
        start = end


def _window(text: str, passage: Passage, first: int) -> tuple[int, int]:
    """A window that opens some words before a place, between words where it can be."""
    start = max(passage.start, first - _BEFORE)
    if start > passage.start:
        space = text.find(" ", start, first)
        start = space + 1 if space >= 0 else start
    end = min(passage.end, start + _SHOWN)
    if end < passage.end:
        space = text.rfind(" ", first + 1, end)
        end = space if space > first else end
    return start, end
