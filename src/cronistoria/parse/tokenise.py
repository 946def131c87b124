"""Text to words: surface tokens by one pattern, then cut and unfolded into the syntactic words of the treebanks.

In: a text and the `Words` table of its language. Out: words with offsets that point into the text. A word that is cut
at a letter has its own letters ("parlar", "si"); the words of a contraction share the letters of the whole ("della").
"""

from collections.abc import Iterator
from typing import NamedTuple

import regex

from cronistoria.languages.words import Words

LONGEST = 60
_APOSTROPHES = str.maketrans("’ʼ`´", "''''")
_TOKEN = regex.compile(
    r"""
    (?:https?://|www\.)[^\s<>"«»“”]*[\w/]            # addresses
  | [\w.+-]+@[\w-]+(?:\.[\w-]+)*\w                      # mail
  | [@\#]\w+
  | \p{L}[\p{L}\p{M}\d-]+(?:\.[a-z\d-]{2,})*\.[a-z]{2,4}(?![\p{L}\d])(?=[\s\p{P}]|$)   # sites: name.org
  | \p{Lu}\.(?:\p{L}{1,2}\.)+                           # U.S., Ph.D. is an abbreviation
  | \p{Ll}\.\s?\p{L}\.(?=\s|\p{P}|$)                    # e.g., a.C.
  | ['’](?=\d\d(?!\d))\d\d(?![\d'’])                    # '90
  | \d+(?:[.,:/'’]\d+)*(?:[.,]\d+)?\p{L}*(?:-\p{L}[\p{L}\d]*)?        # numbers, 100mila, 15enne, 34-річний
  | \d+(?:[.,:/'’]\d+)*
  | [\p{L}_][\p{L}\p{M}\d_]*(?:['’ʼ`´\-‐‑&][\p{L}\p{M}\d_]+)*['’]?
  | \.{2,} | [!?]+(?:\.\.)? | -{2,} | `` | '' | <{2,} | >{2,} | \*+ | =+ | \++
  | \X
    """,
    regex.VERBOSE,
)
_HYPHEN = regex.compile(r"([-‐‑])")


class Word(NamedTuple):
    """A syntactic word; ``spaced`` says whether a space stands before it."""

    form: str
    start: int
    end: int
    spaced: bool


class Piece(NamedTuple):
    """A stretch of letters on its way to becoming words."""

    text: str
    start: int


def tokenise(text: str, words: Words, *, start: int = 0, end: int | None = None) -> list[Word]:
    """The words of ``text[start:end]``; offsets count from the start of ``text``."""
    found: list[Word] = []
    stop = len(text) if end is None else end
    for piece in _pieces(text, words, start, stop):
        spaced = piece.start == start or text[piece.start - 1].isspace()
        before = _plain(found[-1].form) if found and found[-1].form[-1].isalpha() else ""
        found.extend(_unfold(piece, words, spaced, before))
    return found


def _pieces(text: str, words: Words, start: int, stop: int) -> Iterator[Piece]:
    position, quoted = start, False
    while position < stop:
        match = _TOKEN.match(text, position, stop)
        if match is None or match.end() == position:
            position += 1
            continue
        token = match.group()
        if token.isspace():
            position = match.end()
            continue
        if token in ("'", "’", "‘"):
            quoted = not quoted or token == "‘"
        elif token[0].isalpha() or token[0] == "_":
            token = _with_stop(text, position, _without_quote(token, words, quoted), words)
        elif token[0].isdigit():
            token = _number(text, position, token, words)
        for piece in _split(Piece(token, position), words):
            yield from (Piece(piece.text[i : i + LONGEST], piece.start + i) for i in range(0, len(piece.text), LONGEST))
        position += len(token)


def _without_quote(token: str, words: Words, quoted: bool) -> str:
    """The token without a closing apostrophe that is a quotation mark."""
    if token[-1] not in "'’":
        return token
    low = _plain(token)
    if low[:-1] in words.elisions or low in words.apocopes:
        return token
    if words.apostrophe_accents and not quoted and low[-2] in "aeiou":
        return token
    return token[:-1]


def _with_stop(text: str, position: int, token: str, words: Words) -> str:
    """The token with its full stop where that belongs to an abbreviation."""
    stop = position + len(token)
    if text[stop : stop + 1] != "." or text[stop + 1 : stop + 2] == ".":
        return token
    if _plain(token) + "." in words.abbreviations:
        return token + "."
    after = text[stop + 1 : stop + 3].lstrip(" ")[:1]
    return token + "." if words.initials and len(token) == 1 and token.isupper() and after.isupper() else token


def _number(text: str, position: int, token: str, words: Words) -> str:
    """A number, cut before glued words ("2022.Il" was not taken), with the stop of an ordinal."""
    stop = position + len(token)
    if words.ordinal_stop and token.isdigit() and len(token) < 3 and regex.match(r"\. \p{L}", text, pos=stop):
        return token + "."
    return token


def _split(piece: Piece, words: Words) -> Iterator[Piece]:
    """Cuts at apostrophes and hyphens."""
    text = piece.text
    low = _plain(text)
    if not text[0].isalpha() or low in words.whole or "@" in text or "/" in text:
        yield piece
        return
    for ending in words.endings:
        if low.endswith(ending) and len(low) > len(ending):
            cut = len(text) - len(ending)
            yield from _split(Piece(text[:cut], piece.start), words)
            yield Piece(text[cut:], piece.start + cut)
            return
    head, mark, _ = low.partition("'")
    if mark and head in words.elisions and len(low) > len(head) + 1 and not _is_name(text, head, words):
        cut = len(head) + 1
        yield Piece(text[:cut], piece.start)
        yield from _split(Piece(text[cut:], piece.start + cut), words)
        return
    yield from _split_hyphens(piece, low, words)


def _is_name(text: str, head: str, words: Words) -> bool:
    return head in words.name_elisions and text[0].isupper() and text[len(head) + 1].isupper()


def _split_hyphens(piece: Piece, low: str, words: Words) -> Iterator[Piece]:
    first = _HYPHEN.split(low)[0]
    if words.hyphen == "whole" or len(first) == len(low) or low in words.hyphen_whole or first in words.hyphen_prefixes:
        yield piece
        return
    at = piece.start
    for part in _HYPHEN.split(piece.text):
        if part:
            yield Piece(part, at)
        at += len(part)


def _unfold(piece: Piece, words: Words, spaced: bool, before: str) -> Iterator[Word]:
    text, start = piece
    low = _plain(text)
    end = start + len(text)
    parts = words.contractions.get(low)
    if parts and before not in words.whole_after.get(low, ()):
        for i, part in enumerate(parts):
            yield Word(_in_case(part, text, first=i == 0), start, end, spaced and i == 0)
        return
    at = start
    for i, part in enumerate(words.cuts.get(low) or _cut_enclitics(low, words) or (low,)):
        yield Word(text[at - start : at - start + len(part)], at, at + len(part), spaced and i == 0)
        at += len(part)


def _cut_enclitics(low: str, words: Words) -> tuple[str, ...]:
    for table in words.enclitics:
        if low in table.exceptions:
            return ()
        for length in range(min(6, len(low) - 2), 1, -1):
            host, cluster = low[:-length], table.clusters.get(low[-length:])
            if cluster and (host in table.hosts or (len(host) >= table.least and host.endswith(table.endings))):
                return (host, *cluster)
    return ()


def _in_case(part: str, surface: str, *, first: bool) -> str:
    if len(surface) > 1 and surface.isupper():
        return part.upper()
    return part.capitalize() if first and surface[0].isupper() else part


def _plain(text: str) -> str:
    low = text.lower().translate(_APOSTROPHES)
    return low if len(low) == len(text) else text.translate(_APOSTROPHES)
