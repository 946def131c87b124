"""A text cut into windows that are parsed one at a time: short paragraphs together, long ones at likely sentence ends.

A window has at most `MOST_WORDS` words; only a sentence longer than that is cut in two, at a semicolon or comma if there
is one in its second half. A blank line always ends a sentence, and so does a line end that looks like the end of a
heading or paragraph: the window keeps them as breaks. Each window is parsed alone, and cut from its own document only,
so that no result depends on what else is parsed.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from cronistoria.languages.words import Words
from cronistoria.parse.tokenise import Word, tokenise

MOST_WORDS = 100
_BLANK = re.compile(r"\n[^\S\n]*\n\s*|[\v\f\u2029]+|\r\n[^\S\n]*\r\n\s*")
_FINAL = frozenset(".!?…") | {"...", "?!", "!?"}
_CLOSING = frozenset("\"'”’»)]“")
_PAUSES = (frozenset(";"), frozenset(":"), frozenset(",–—"))


class Window(NamedTuple):
    """Words that are parsed together; a sentence ends before each word whose index is in ``breaks``."""

    words: list[Word]
    breaks: tuple[int, ...] = ()


def windows(text: str, table: Words, *, start: int = 0) -> Iterator[Window]:
    """Windows of ``text[start:]``, in text order; none is empty."""
    held: list[Word] = []
    breaks: list[int] = []
    for words in _paragraph_parts(text, table, start):
        if held and len(held) + len(words) > MOST_WORDS:
            yield Window(held, tuple(breaks))
            held, breaks = [], []
        if held:
            breaks.append(len(held))
        held = held + words
    if held:
        yield Window(held, tuple(breaks))


def _paragraph_parts(text: str, table: Words, start: int) -> Iterator[list[Word]]:
    for first, last in _paragraphs(text, start):
        found = tokenise(text, table, start=first, end=last)
        while len(found) > MOST_WORDS:
            cut = _cut(found)
            yield found[:cut]
            found = found[cut:]
        if found:
            yield found


def _paragraphs(text: str, start: int) -> Iterator[tuple[int, int]]:
    at = start
    for gap in _BLANK.finditer(text, start):
        yield from _lines(text, at, gap.start())
        at = gap.end()
    yield from _lines(text, at, len(text))


def _lines(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """Lines that belong together: wrapped text is joined, headings and paragraphs of one line are not."""
    widest = max((len(line) for line in text[start:stop].split("\n")), default=0)
    at, position = start, start
    while (end := text.find("\n", position, stop)) >= 0:
        line, after = text[position:end].strip(), text[end + 1 : end + 200].lstrip()[:1]
        ended = line[-1:] in _FINAL or line[-1:] in _CLOSING or len(line) < 0.75 * widest or len(line) > 160
        if ended and not after.islower():
            yield at, end
            at = end + 1
        position = end + 1
    if text[at:stop].strip():
        yield at, stop


def _cut(words: list[Word]) -> int:
    """How many of the words go into the first window."""
    last = MOST_WORDS
    for i in range(last, last // 4, -1):
        if _ends_sentence(words, i):
            return i
    for marks in _PAUSES:
        for i in range(last, last // 2, -1):
            if words[i - 1].form in marks:
                return i
    while last > 1 and words[last].start == words[last - 1].start:
        last -= 1
    return last


def _ends_sentence(words: list[Word], i: int) -> bool:
    """Whether a sentence probably ends before word ``i``."""
    k = i - 1
    while k > 0 and words[k].form in _CLOSING:
        k -= 1
    after = words[i].form[0]
    return words[k].form in _FINAL and not after.islower() and words[i].form not in _CLOSING and after not in ",;:"
