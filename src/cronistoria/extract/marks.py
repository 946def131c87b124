"""Quotation marks: which stretches of a text stand in marks, whatever marks the printer had at hand.

The text comes in, marked stretches go out in text order. Straight, curly, angle and doubled marks are known, also in
mixed pairs («… ”), nested, over several paragraphs, and opened without ever being closed. Linear in the text's length.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Literal

import msgspec

from cronistoria.model.document import Document
from cronistoria.model.span import Span

Family = Literal["double", "single"]
Shape = Literal["opens", "closes", "either"]

MARK = re.compile(r"<<|>>|''|``|[\"«»“”„‟‘’‚‹›']")
OPENERS = frozenset(("«", "„", "<<", "``", "‘", "‚", "‹", "“", "‟"))
SINGLE = frozenset("'‘’‚‹›")
BEFORE_OPENING = frozenset(" \t\r\n\xa0\u202f([{-–—/:;,.…=")
AFTER_CLOSING = frozenset(" \t\r\n\xa0\u202f)]}-–—/:;,.…!?©")
LONGEST_SINGLE = 600
LEAST_UNCLOSED = 3
DEEPEST = 4
_WITHIN = 3
MARK_PAIRS = {'"': '"', "»": "«", "”": "“", "“": "„"}
TRIMMED = " \t\r\n\xa0\u202f,;"


class Marked(msgspec.Struct, frozen=True, kw_only=True):
    """Words in quotation marks: ``start`` and ``end`` without the marks, ``outer_start`` and ``outer_end`` with them.

    ``parent`` is the index of the stretch around it among all; ``closed`` is false where the closing mark is missing;
    ``turn`` is the index of the turn of a conversation that it is, which no marks stand around.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    family: Family
    closed: bool
    parent: int | None = None
    turn: int | None = None

    def holds(self, offset: int) -> bool:
        """Whether a character stands inside the marks."""
        return self.start <= offset < self.end


class _Mark(msgspec.Struct, frozen=True):
    start: int
    end: int
    sign: str
    family: Family
    shape: Shape


def find_marked(text: str, start: int = 0, *, elisions: frozenset[str] = frozenset()) -> tuple[Marked, ...]:
    """The stretches in quotation marks, in text order (an outer one before those inside it).

    ``elisions``: words that are written with an apostrophe before them, in lower case.
    """
    marks = list(_marks(text, start, elisions))
    found: list[Marked] = []
    waiting: list[_Mark] = []
    for mark in marks:
        if waiting and mark.shape != "closes" and (stop := text.find("\n", waiting[0].end, mark.start)) >= 0:
            found += _unclosed(text, waiting, stop)
            waiting = []
        _take(text, mark, waiting, found)
    if waiting:
        stop = text.find("\n", waiting[-1].end)
        found += _unclosed(text, waiting, stop if stop >= 0 else len(text))
    return _nested(sorted(found, key=lambda m: (m.start, -m.end)))


def with_unmarked(marks: tuple[Marked, ...], added: Iterable[tuple[int, int, int | None]]) -> tuple[Marked, ...]:
    """Marked stretches and others that somebody says, by their offsets and the index of the turn that they are, in one
    order; one that is all in marks is left out."""
    others = [
        Marked(
            start=start, end=end, outer_start=max(start - 1, 0), outer_end=end, family="double", closed=True, turn=turn
        )
        for start, end, turn in added
        if not any(m.start <= start + _WITHIN and m.end >= end - _WITHIN for m in marks)
    ]
    return _nested(sorted([*marks, *others], key=lambda m: (m.start, -m.end))) if others else marks


def with_closing_mark(document: Document, span: Span) -> Span:
    """A span that opens or closes a quotation inside keeps the other mark right beside it, a space aside."""
    behind = document.text[span.end : span.end + 2].rstrip()[:2]
    after = behind[-1:] if behind[:1].isspace() else behind[:1]
    opening = MARK_PAIRS.get(after)
    if opening is not None:
        open_ = span.text.count('"') % 2 if after == '"' else span.text.count(opening) > span.text.count(after)
        return document.span(span.start, document.text.index(after, span.end) + 1) if open_ else span
    ahead = document.text[max(span.start - 2, 0) : span.start].strip()[-1:]
    closing = next((c for c, o in MARK_PAIRS.items() if o == ahead and c != o), None)
    if closing is not None and span.text.count(closing) > span.text.count(ahead):
        return document.span(document.text.rindex(ahead, 0, span.start), span.end)
    return span


def _take(text: str, mark: _Mark, waiting: list[_Mark], found: list[Marked]) -> None:
    """Opens or closes with one mark."""
    partner = next((i for i in range(len(waiting) - 1, -1, -1) if _pair(waiting[i], mark)), None)
    opens = mark.shape == "opens" or (mark.shape == "either" and partner is None)
    if opens and not (mark.sign == "“" and partner is not None and waiting[partner].sign == "„"):
        same = partner is not None and waiting[partner].sign == mark.sign
        if not same or mark.sign in OPENERS or _is_nested(text, mark):
            waiting.append(mark)
            del waiting[:-DEEPEST]
    elif partner is not None:
        found += _closed(text, waiting[partner], mark)
        del waiting[partner:]


def _is_nested(text: str, mark: _Mark) -> bool:
    """Whether two marks of the same sign still close behind a second opening one, in its paragraph."""
    stop = text.find("\n", mark.end)
    rest = text[mark.end : stop if stop >= 0 else len(text)][:2000]
    return len(re.findall(re.escape(mark.sign) + r"(?=[\s.,;:!?)\-–—]|" + re.escape(mark.sign) + r"|$)", rest)) > 1


def _pair(opening: _Mark, closing: _Mark) -> bool:
    straight = {"'", '"', "''"}
    if opening.family != closing.family:
        return False
    return opening.sign == closing.sign or not (opening.sign in straight and closing.sign in straight)


def _closed(text: str, opening: _Mark, closing: _Mark) -> Iterator[Marked]:
    yield from _stretch(text, opening, closing.start, closing.end, closed=True)


def _unclosed(text: str, waiting: list[_Mark], stop: int) -> Iterator[Marked]:
    """The outermost stretch that was never closed, if it is more than a stray mark."""
    opening = waiting[0]
    if opening.family == "double" and len(waiting) == 1 and len(text[opening.end : stop].split()) >= LEAST_UNCLOSED:
        yield from _stretch(text, opening, stop, stop, closed=False)


def _stretch(text: str, opening: _Mark, end: int, outer_end: int, *, closed: bool) -> Iterator[Marked]:
    start = opening.end
    while start < end and text[start] in TRIMMED:
        start += 1
    while end > start and text[end - 1] in TRIMMED:
        end -= 1
    if any(c.isalnum() for c in text[start:end]):
        yield Marked(
            start=start, end=end, outer_start=opening.start, outer_end=outer_end, family=opening.family, closed=closed
        )


def _nested(found: list[Marked]) -> tuple[Marked, ...]:
    """The stretches with the index of the one around each."""
    stack: list[int] = []
    linked: list[Marked] = []
    for marked in found:
        while stack and found[stack[-1]].end <= marked.start:
            stack.pop()
        linked.append(msgspec.structs.replace(marked, parent=stack[-1] if stack else None))
        stack.append(len(linked) - 1)
    return tuple(linked)


def _marks(text: str, start: int, elisions: frozenset[str]) -> Iterator[_Mark]:
    singles = _closing_singles(text)
    position = 0
    for match in MARK.finditer(text, start):
        sign = match.group()
        shape = _shape(text, match.start(), match.end(), sign)
        if sign in SINGLE and len(sign) == 1:
            while position < len(singles) and singles[position] < match.end():
                position += 1
            following = singles[position] if position < len(singles) else None
            if not _is_single_mark(text, match, shape, following, elisions):
                continue
        if shape is not None:
            yield _Mark(match.start(), match.end(), sign, "single" if sign in SINGLE else "double", shape)


def _closing_singles(text: str) -> list[int]:
    """Where an apostrophe may close a quotation."""
    return [m.start() for m in re.finditer(r"(?<=\S)['’›](?!['’\w])", text)]


def _is_single_mark(
    text: str, match: "re.Match[str]", shape: Shape | None, following: int | None, elisions: frozenset[str]
) -> bool:
    """Whether an apostrophe is a quotation mark: it closes, or it opens and another closes soon after."""
    if shape == "closes" or shape is None:
        return shape is not None
    if shape == "either" and match.group() in "'’":
        return False
    word = re.match(r"\w+", text[match.end() : match.end() + 30])
    if word and (word.group().lower() in elisions or re.fullmatch(r"\d\d(s)?", word.group())):
        return False
    if following is None or following - match.end() > LONGEST_SINGLE:
        return False
    return "\n" not in text[match.end() : following]


def _shape(text: str, start: int, end: int, sign: str) -> Shape | None:
    """Whether a mark opens or closes, by its sign and the characters beside it; ``None`` if it can do neither."""
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    if sign in ("«", "<<", "„", "``", "‹", "‚"):
        return "opens" if not (before.isalnum() and after in AFTER_CLOSING) else "closes"
    if sign in ("»", ">>", "›"):
        return "opens" if before in " \n" and after.isalnum() and sign == "»" else "closes"
    if sign == "’":
        return "closes" if not after.isalnum() and before.strip() else None
    if sign in ("“", "‘", "‟"):
        return "opens" if not after.isspace() else "closes"
    if sign == "”":
        return "opens" if before in BEFORE_OPENING and after.isalnum() else "closes"
    opens = (before in BEFORE_OPENING or before in "\"'«“‘") and not after.isspace()
    closes = (after in AFTER_CLOSING or after in "\"'»”’") and not before.isspace()
    if opens == closes:
        return "either"
    return "opens" if opens else "closes"
