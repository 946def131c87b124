"""Rows of words that open or close a source ("according to", "по … словам"), and where one stands in a sentence.

A table's entries and a word of a sentence come in, how many words of a row stand there goes out.
"""

from functools import cache

from cronistoria.extract.reporting import Stage
from cronistoria.languages.quotes import QuoteWords
from cronistoria.model.sentence import Token


def row_at(stage: Stage, index: int, entries: tuple[str, ...]) -> int:
    """How many words of a row of the table stand here, 0 if none."""
    tokens, rows = stage.sentence.tokens, _rows(entries)
    if rows.keys().isdisjoint(tokens[index].keys):
        return 0
    best = 0
    for row in (row for key in tokens[index].keys for row in rows.get(key, ())):
        here = tokens[index : index + len(row)]
        if len(here) == len(row) and all(_fits(stage, w, t) for w, t in zip(row, here, strict=True)):
            best = max(best, len(row))
    return best


def _fits(stage: Stage, word: str, token: Token) -> bool:
    """Whether a word of a row stands there; "…" is a possessive of the third person."""
    return token.lower in stage.grammar.third_possessives if word == "…" else word in token.keys


def openings_of_sources(words: QuoteWords) -> frozenset[str]:
    """The words that a source before its words may open with."""
    return _first_words(words.possessed, words.according, words.viewpoint, words.as_told)


@cache
def _first_words(*tables: tuple[str, ...]) -> frozenset[str]:
    return frozenset().union(*map(_rows, tables))


@cache
def pairs_of(entries: tuple[str, ...]) -> frozenset[tuple[str, ...]]:
    """The entries that are two words."""
    return frozenset(row for rows in _rows(entries).values() for row in rows if len(row) == 2)


@cache
def _rows(entries: tuple[str, ...]) -> dict[str, list[tuple[str, ...]]]:
    """The words of each entry, by the first of them."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for entry in entries:
        row = tuple(entry.split())
        found.setdefault(row[0], []).append(row)
    return found
