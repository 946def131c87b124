"""Turns of a conversation: lines that a dash or a speaker's label opens, as interviews and hearings have them.

The lines of a report with their cues come in, the stretches that somebody says go out, each with its speaker where a
label names one. A dash opens a turn only where a reporting word stands in the line or a question above it; questions
that nobody is seen to put are nobody's words.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from cronistoria.extract.reporting import UNSAID, Stage
from cronistoria.languages.quotes import QuoteWords
from cronistoria.model.document import Document
from cronistoria.model.mention import Phrase
from cronistoria.model.sentence import Token

_LINE = re.compile(r"[^\n]*\S[^\n]*")
_DASH = re.compile(r"\s*(?:\d{1,2}[:.]\d\d\.?\s+)?(?:[–—]\s*|-\s+)(?=\S)")
_COLON = re.compile(r"\s*([^\W\d_][^:\n!?]{0,60}?)(?:\s*\([^)\n]{1,60}\))?:\s+(?=\S)")
_STOP = re.compile(r"\s*([^\W\d_][^:\n.!?]{0,60}?)(?:\.|\s[-–—])\s+(?=\S)")
_INNER_DASH = re.compile(r"\s*(?:(?<=\s)|(?<=[,.!?…]))[-–—](?=[\s.,;:]|\w)|(?<=\w)[–—](?=[\s.,;:])")
_QUESTION = re.compile(r"[?\u037e]\s*[\"»”]?\s*$")
_EDGES = " \t\xa0\u202f,;:.-–—"
_REPORTER_REACH = 4
_LONGEST_LABEL = 6
_LEAST_TURNS = 2


class Turn(msgspec.Struct, frozen=True, kw_only=True):
    """Words that somebody says. ``line``: the offset of the line; ``cued``: whether a reporting word stands in it.

    ``speaker``: whom a label names; ``answers``: whether it answers a question; ``goes_on``: whether it goes on behind
    the reporter's words.
    """

    start: int
    end: int
    line: int
    cued: bool = False
    answers: bool = False
    goes_on: bool = False
    speaker: Phrase | None = None


class _Line(msgspec.Struct, frozen=True, kw_only=True):
    """A line: where it and its words begin, and what opens it: a dash, a label, or nothing (``None``);
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
        return _QUESTION.search(self.text) is not None


def find_turns(document: Document, stages: Sequence[Stage], words: QuoteWords) -> tuple[Turn, ...]:
    """The turns of a report in text order.

    "— Resteremo, ha detto il ministro." after "— Partirete?" is one, cued, that answers.
    """
    lines = [_opened(match) for match in _LINE.finditer(document.text, document.body_start)]
    if sum(line.label is not None for line in lines) < 1:
        return ()
    return tuple(_turns(lines, _Room(document, stages, words)))


def _opened(match: "re.Match[str]") -> _Line:
    text = match.group()
    found = _DASH.match(text)
    label = "" if found else None
    if found is None and (named := _COLON.match(text) or _STOP.match(text)):
        found, label = named, " ".join(named[1].split())
    start = match.start() + (found.end() if found else 0)
    timed = label == "" and text.lstrip()[:1].isdigit()
    return _Line(line=match.start(), start=start, end=match.end(), label=label, text=text, timed=timed)


class _Room:
    """Who is there: the words of a report by offset, and the people it names by the last word of their names."""

    def __init__(self, document: Document, stages: Sequence[Stage], words: QuoteWords) -> None:
        self.document, self.words = document, words
        self._tokens = [(token.start, stage, token) for stage in stages for token in stage.sentence.tokens]
        self._starts = [start for start, _, _ in self._tokens]

    def tokens(self, start: int, end: int) -> list[tuple[Stage, Token]]:
        """The words that begin in a stretch."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return [(stage, token) for _, stage, token in self._tokens[first:last]]

    def person(self, label: str, line: int, *, again: bool) -> Phrase | None:
        """A person by the last word of a label: named elsewhere, or by the label if that is a name or comes again."""
        last = _surname(label)
        found = [(start, stage, token) for start, stage, token in self._tokens if token.lower == last]
        named = [item for item in found if item[2].entity.endswith("PER")]
        elsewhere = [item for item in named if not line <= item[0] < line + len(label) + 2]
        here = elsewhere or named or [item for item in found if again and item[2].upos == "PROPN"]
        return here[0][1].phrase(here[0][2]) if here else None

    def reporting(self, start: int, end: int) -> Token | None:
        """The verb of saying that opens words behind a dash, which makes them the reporter's."""
        if not self.document.text[start:end].lstrip()[:1].islower():
            return None
        near = self.tokens(start, end)[:_REPORTER_REACH]
        says = self.words.says | self.words.acts
        verbs = (token for _, token in near if token.upos in ("VERB", "AUX"))
        return next((v for v in verbs if v.keys & says or v.lower.startswith(self.words.stems)), None)

    def has_aside(self, start: int, end: int) -> bool:
        """Whether a reporting word stands between commas ("…, répond le ministre")."""
        inside = self.tokens(start, end)
        offsets = {token.start for _, token in inside}
        for stage in dict.fromkeys(stage for stage, _ in inside):
            for cue in stage.cues:
                said = "says" in cue.kinds and cue.modality not in UNSAID and cue.token.start in offsets
                if said and opens_aside(stage, cue.token):
                    return True
        return False


def opens_aside(stage: Stage, verb: Token) -> bool:
    """Whether nothing but a helper or a pronoun stands between a comma, or a question's end, and a verb."""
    before = stage.sentence.tokens[: verb.index]
    opening = next((t for t in reversed(before) if t.upos not in ("AUX", "ADV", "PRON")), None)
    if opening is None:
        return stage.sentence.tokens[0].form[:1].islower()
    return opening.form in (",", "?", "!")


def _turns(lines: Sequence[_Line], room: _Room) -> Iterator[Turn]:
    labels = _labels(lines, room)
    asked, block, is_talk = False, list[Turn](), True
    for line in lines:
        kind = None if line.label is None else "dash" if not line.label else labels.get(line.label.casefold())
        if kind != "dash":
            yield from _kept(block, is_talk=is_talk)
            block, is_talk = [], True
        if kind == "dash":
            said = [turn for turn in _dashed(line, room, asked=asked) if turn.end > turn.start]
            block += said
            is_talk = is_talk and (bool(said) or line.asks)
            asked = line.asks and not any(turn.cued and not turn.answers for turn in said)
            continue
        if isinstance(kind, Phrase):
            yield Turn(start=line.start, end=line.end, line=line.line, speaker=kind)
        elif kind == "answer":
            yield Turn(start=line.start, end=line.end, line=line.line, answers=True)
        asked = kind == "question"
    yield from _kept(block, is_talk=is_talk)


def _kept(block: Sequence[Turn], *, is_talk: bool) -> Iterator[Turn]:
    """The turns in lines that follow each other; in a list of points, only those with a reporting word."""
    return (turn for turn in block if is_talk or turn.cued)


def _labels(lines: Sequence[_Line], room: _Room) -> dict[str, "str | Phrase"]:
    """What each label is: of questions, of answers, or a person's, if it can be told that there is a conversation."""
    named = [(line, line.label.casefold()) for line in lines if line.label]
    words = room.words
    found: dict[str, str | Phrase] = {name: "question" for _, name in named if name in words.questions}
    found |= {name: "answer" for _, name in named if name in words.answers}
    if "question" not in found.values():
        found = {}
    counts = Counter(_surname(name) for _, name in named)
    for least in (_LEAST_TURNS, 1 if found else _LEAST_TURNS, 1):
        for line, name in named:
            again = counts[_surname(name)] >= _LEAST_TURNS
            if name not in found and counts[_surname(name)] >= least and _may_name(line):
                who = room.person(name, line.line, again=again)
                found |= {} if who is None else {name: who}
        if not found:
            return {}
    return {name: "question" if _asks(name, named) else kind for name, kind in found.items()}


def _asks(label: str, named: Sequence[tuple[_Line, str]]) -> bool:
    """Whether a label that comes again stands mostly before questions."""
    own = [line.asks for line, name in named if name == label]
    return len(own) >= _LEAST_TURNS and 2 * sum(own) > len(own)


def _surname(label: str) -> str:
    return label.rpartition(" ")[2]


def _may_name(line: _Line) -> bool:
    """Whether a label is short, ends in a name, and stands in capitals or before a colon."""
    label = line.label or ""
    behind = line.text[line.text.find(label) + len(label) :].lstrip()[:1]
    loud = label.isupper() or behind in (":", "(")
    return loud and _surname(label)[:1].isupper() and len(label.split()) <= _LONGEST_LABEL


def _dashed(line: _Line, room: _Room, *, asked: bool) -> Iterator[Turn]:
    """What is said in a line that a dash opens, without the reporter's words between dashes."""
    text, parts, at = room.document.text, list[tuple[int, int]](), line.start
    for dash in _INNER_DASH.finditer(text, line.start, line.end):
        parts.append((at, dash.start()))
        at = dash.end()
    parts.append((at, line.end))
    verbs = {index: room.reporting(*part) for index, part in enumerate(parts) if index}
    reporters = [index for index, verb in verbs.items() if verb is not None]
    if line.timed and not reporters:
        return
    if not reporters:
        cued = room.has_aside(line.start, line.end)
        if cued or (asked and not line.asks):
            yield Turn(start=line.start, end=line.end, line=line.line, cued=cued, answers=asked)
    elif not any(verb is not None and verb.feats.get("Person") == "1" for verb in verbs.values()):
        for number, (start, end) in enumerate(_said(text, parts, reporters)):
            yield Turn(start=start, end=end, line=line.line, cued=True, answers=asked, goes_on=number > 0)


def _said(text: str, parts: Sequence[tuple[int, int]], reporters: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The stretches between the reporter's words; dashes within what is said do not part it."""
    edges = [-1, *reporters, len(parts)]
    for before, after in pairwise(edges):
        if before + 1 < after:
            start, end = parts[before + 1][0], parts[after - 1][1]
            while start < end and text[start] in _EDGES:
                start += 1
            while end > start and text[end - 1] in " \t\xa0\u202f,;":
                end -= 1
            yield start, end
