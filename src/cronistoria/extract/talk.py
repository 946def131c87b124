"""Lines of a report that open like turns of a conversation: by a dash, or by a label for who speaks.

The text comes in, its lines go out, each with what opens it. Headlines open with names too ("Oslo: the fleet waits");
labels count only where lines that end like sentences follow each other, two take turns, and somebody asks.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Literal

import msgspec

from cronistoria.languages.quotes import QuoteWords

Label = Literal["question", "answer", "name"]

_LINE = re.compile(r"[^\n]*\S[^\n]*")
_DASH = re.compile(r"\s*(?:\d{1,2}[:.]\d\d\.?\s+)?(?:[–—]\s*|-\s+)(?=\S)")
_COLON = re.compile(r"\s*([^\W\d_][^:\n!?]{0,60}?)(?:\s*\([^)\n]{1,60}\))?:\s+(?=\S)")
_STOP = re.compile(r"\s*([^\W\d_][^:\n.!?]{0,60}?)(?:\.|\s[-–—])\s+(?=\S)")
_QUESTION = re.compile(r"[?\u037e]\s*[\"»”]?\s*$")
_CLOSED = re.compile(r"[.!?…\u037e]\s*[\"'»”’)]*\s*$")
_LONGEST_LABEL = 6
_LEAST_TURNS = 2
_MOST_BETWEEN = 3
_LEAST_CLOSED = 0.8


class TalkLine(msgspec.Struct, frozen=True, kw_only=True):
    """A line: where it and its words begin, and its label: empty for a dash, ``None`` where nothing opens it.

    ``timed``: whether a time of day stands before the dash, as in live reports.
    """

    line: int
    start: int
    end: int
    label: str | None
    text: str
    timed: bool = False

    @property
    def asks(self) -> bool:
        """Whether it ends in a question."""
        return _QUESTION.search(self.text) is not None

    @property
    def name(self) -> str:
        """The last word of the label, in lower case."""
        return (self.label or "").rpartition(" ")[2].casefold()

    @property
    def name_start(self) -> int:
        """Where that word stands."""
        return self.line + self.text.casefold().find(self.name, self.text.find((self.label or "").partition(" ")[0]))


def talk_lines(text: str, start: int = 0) -> tuple[TalkLine, ...]:
    """The lines of a text that hold something, from an offset on."""
    return tuple(_opened(match) for match in _LINE.finditer(text, start))


def labels_of(lines: Sequence[TalkLine], words: QuoteWords) -> dict[int, Label]:
    """What the labels of a conversation are, by the offsets of their lines."""
    found: dict[int, Label] = {}
    for run in _runs([line if _may_speak(line, words) else None for line in lines]):
        if _is_conversation(run, words):
            found |= {line.line: _kind(line, run, words) for line in run}
    return found


def speakers_named(text: str, start: int, words: QuoteWords) -> frozenset[int]:
    """Where the names in the labels of conversations stand."""
    lines = talk_lines(text, start)
    kinds = labels_of(lines, words)
    return frozenset(line.name_start for line in lines if kinds.get(line.line) == "name")


def _opened(match: "re.Match[str]") -> TalkLine:
    text = match.group()
    found = _DASH.match(text)
    label = "" if found else None
    if found is None and (named := _COLON.match(text) or _STOP.match(text)):
        found, label = named, " ".join(named[1].split())
    start = match.start() + (found.end() if found else 0)
    timed = label == "" and text.lstrip()[:1].isdigit()
    return TalkLine(line=match.start(), start=start, end=match.end(), label=label, text=text, timed=timed)


def _may_speak(line: TalkLine, words: QuoteWords) -> bool:
    """Whether a label is one of questions or answers, or a short one that ends in a name, loud or before a colon."""
    label = line.label or ""
    if label.casefold() in words.questions | words.answers:
        return True
    behind = line.text[line.text.find(label) + len(label) :].lstrip()[:1]
    loud = bool(label) and (label.isupper() or behind in (":", "("))
    return loud and label.rpartition(" ")[2][:1].isupper() and len(label.split()) <= _LONGEST_LABEL


def _runs(lines: Sequence[TalkLine | None]) -> Iterator[list[TalkLine]]:
    """Lines that may be turns, as they follow each other with little between."""
    run, between = list[TalkLine](), 0
    for line in lines:
        if line is not None:
            run, between = [*run, line], 0
        elif (between := between + 1) > _MOST_BETWEEN:
            yield run
            run = []
    yield run


def _is_conversation(run: Sequence[TalkLine], words: QuoteWords) -> bool:
    labels = {(line.label or "").casefold() for line in run}
    if labels & words.questions and labels & words.answers:
        return True
    asks = any(line.asks for line in run) or bool(labels & words.questions)
    again = max(Counter(line.name for line in run).values(), default=0) >= _LEAST_TURNS
    closed = sum(_CLOSED.search(line.text) is not None for line in run)
    return asks and again and len(labels) >= _LEAST_TURNS and closed >= _LEAST_CLOSED * len(run)


def _kind(line: TalkLine, run: Sequence[TalkLine], words: QuoteWords) -> Label:
    """A label that comes again is of who asks if mostly questions follow it, or if it opens and only it asks."""
    label = (line.label or "").casefold()
    if label in words.questions or label in words.answers:
        return "question" if label in words.questions else "answer"
    own = [each.asks for each in run if each.name == line.name]
    opens = run[0].name == line.name and not any(each.asks for each in run if each.name != line.name)
    asks = 2 * sum(own) > len(own) or (opens and any(own))
    return "question" if len(own) >= _LEAST_TURNS and asks else "name"
