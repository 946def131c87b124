"""A text cut into windows that are parsed one at a time: short paragraphs together, long ones at likely sentence ends.

A window has at most `MOST_WORDS` words; only a sentence longer than that is cut in two, at a semicolon or comma if
there is one in its second half. A blank line always ends a sentence, and so does a line end that looks like the end of
a heading or paragraph: the window keeps them as breaks. Each window is parsed alone, cut from its own document only,
so that no result depends on what else is parsed. The work is linear in the length of the text, whatever it holds.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from cronistoria.languages.words import Words
from cronistoria.parse.starts import opens
from cronistoria.parse.tokenise import Word, tokenise

MOST_WORDS = 100
_GLUED = 8
_BLANK = re.compile(r"\n[^\S\n]*\n\s*|\r[^\S\r\n]*\r\s*|[\v\f\u2029]+")
_LINE_END = re.compile(r"\r\n|[\n\r\x85\u2028]")
_LABEL = re.compile(r"^[^\S\n]*([^\W\d_]{1,20})[^\S\n]*[.:)][^\S\n]+(?=\S)", re.MULTILINE)
_FINAL = frozenset(".!?…") | {"...", "?!", "!?"}
_CLOSING = frozenset("\"'”’»)]“")
_PAUSES = (frozenset(";"), frozenset(":"), frozenset(",–—"))


class Window(NamedTuple):
    """Words that are parsed together; a sentence ends before each word whose index is in ``breaks``."""

    words: list[Word]
    breaks: tuple[int, ...] = ()

    def halves(self) -> tuple["Window", "Window"]:
        """Two windows, parted at the break nearest to the middle, otherwise in the middle. It needs two words."""
        half = len(self.words) // 2
        cut = min(self.breaks, key=lambda at: abs(at - half), default=half)
        later = tuple(at - cut for at in self.breaks if at > cut)
        return Window(self.words[:cut], tuple(at for at in self.breaks if at < cut)), Window(self.words[cut:], later)


class TurnLabels(NamedTuple):
    """The labels, in small letters, that open questions and answers in the lines of an interview ("Q", "R")."""

    questions: frozenset[str]
    answers: frozenset[str]


def windows(text: str, table: Words, *, start: int = 0, labels: TurnLabels | None = None) -> Iterator[Window]:
    """Windows of ``text[start:]``, in text order; none is empty. A sentence ends behind the label of a turn."""
    held: list[Word] = []
    breaks: list[int] = []
    cuts = _behind_labels(text, start, labels) if labels is not None else frozenset[int]()
    for words in _paragraph_parts(text, table, start, cuts):
        if held and len(held) + len(words) > MOST_WORDS:
            yield Window(held, tuple(breaks))
            held, breaks = [], []
        if held:
            breaks.append(len(held))
        held.extend(words)
    if held:
        yield Window(held, tuple(breaks))


def _behind_labels(text: str, start: int, labels: TurnLabels) -> frozenset[int]:
    """Where the words behind the labels of turns begin, if the lines of a text hold both questions and answers."""
    found = [(match[1].casefold(), match.end()) for match in _LABEL.finditer(text, start)]
    names = {name for name, _ in found}
    if names.isdisjoint(labels.questions) or names.isdisjoint(labels.answers):
        return frozenset()
    return frozenset(end for name, end in found if name in labels.questions | labels.answers)


def _paragraph_parts(text: str, table: Words, start: int, cuts: frozenset[int]) -> Iterator[list[Word]]:
    for first, last in _paragraphs(text, start, cuts):
        found, at = tokenise(text, table, start=first, end=last), 0
        while len(found) - at > MOST_WORDS:
            cut = at + _cut(found[at : at + MOST_WORDS + 1])
            yield found[at:cut]
            at = cut
        if at < len(found):
            yield found[at:]


def _paragraphs(text: str, start: int, cuts: frozenset[int]) -> Iterator[tuple[int, int]]:
    at = start
    for gap in (*_BLANK.finditer(text, start), None):
        stop = gap.start() if gap is not None else len(text)
        for first, last in _lines(text, at, stop):
            inside = sorted(cut for cut in cuts if first < cut < last) if cuts else ()
            yield from pairwise((first, *inside, last))
        at = gap.end() if gap is not None else at


def _lines(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """Lines that belong together: wrapped text is joined, headings and paragraphs of one line are not."""
    ends = [match.span() for match in _LINE_END.finditer(text, start, stop)]
    starts = [start, *(after for _, after in ends)]
    widest = max(end - first for first, (end, _) in zip(starts, [*ends, (stop, stop)], strict=True))
    at = start
    for first, (end, after) in zip(starts, ends, strict=False):
        if _ends_line(text[first:end].strip(), widest) and not text[after : after + 200].lstrip()[:1].islower():
            yield at, end
            at = after
    if text[at:stop].strip():
        yield at, stop


def _ends_line(line: str, widest: int) -> bool:
    """Whether a line is the last of its paragraph, or a heading."""
    final = line[-1:] in _FINAL or line[-1:] in _CLOSING or line.endswith(":")
    return final or len(line) < 0.75 * widest or len(line) > 160


def _cut(words: list[Word]) -> int:
    """How many of the words, one more than a window has, go into it."""
    last = len(words) - 1
    for i in range(last, last // 4, -1):
        if _ends_sentence(words, i):
            return i
    for marks in _PAUSES:
        for i in range(last, last // 2, -1):
            if words[i - 1].form in marks:
                return i
    return next((i for i in range(last, last - _GLUED, -1) if words[i].spaced), last)


def _ends_sentence(words: list[Word], i: int) -> bool:
    """Whether a sentence probably ends before word ``i``."""
    if opens(words, i - 1):
        return False
    k = i - 1
    while k > 0 and words[k].form in _CLOSING:
        k -= 1
    after = words[i].form[0]
    begins = opens(words, i) or (words[i].form not in _CLOSING and not after.islower() and after not in ",;:")
    return words[k].form in _FINAL and begins
