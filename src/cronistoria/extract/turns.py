"""Turns of a conversation: lines that a dash or a speaker's label opens, as interviews and hearings have them.

The lines of a report with their cues come in, the stretches that somebody says go out, each with its speaker where a
label names one. A dash opens a turn only where a reporting word stands in the line or a question above it; questions
that nobody is seen to put are nobody's words, and neither is what stands in their place behind an answer. A question
may stand in a line of its own without a dash.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from cronistoria.extract.reporting import UNSAID, Stage
from cronistoria.extract.talk import Label, TalkLine, labels_of, talk_lines
from cronistoria.languages.quotes import QuoteWords
from cronistoria.model.document import Document
from cronistoria.model.mention import Phrase
from cronistoria.model.sentence import Token

_INNER_DASH = re.compile(r"\s*(?:(?<=\s)|(?<=[,.!?…]))[-–—](?=[\s.,;:]|\w)|(?<=\w)[–—](?=[\s.,;:])")
_EDGES = " \t\xa0\u202f,;:.-–—"
_DASHES = "-–—"
_FINAL = (".", "!", "?", "…", "»", "”", '"')
_REPORTER_REACH = 4
_LONGEST_QUESTION = 160


class Turn(msgspec.Struct, frozen=True, kw_only=True):
    """Words that somebody says. ``line``: the offset of the line; ``cued``: whether a reporting word stands in it,
    ``parted``: whether dashes part the reporter's words from it.

    ``speaker``: whom a label names; ``answers``: whether it answers a question; ``goes_on``: whether it goes on behind
    the reporter's words.
    """

    start: int
    end: int
    line: int
    cued: bool = False
    parted: bool = False
    answers: bool = False
    goes_on: bool = False
    speaker: Phrase | None = None


def find_turns(document: Document, stages: Sequence[Stage], words: QuoteWords) -> tuple[Turn, ...]:
    """The turns of a report in text order.

    "— Resteremo, ha detto il ministro." after "— Partirete?" is one, cued, that answers.
    """
    lines = talk_lines(document.text, document.body_start)
    if all(line.label is None for line in lines):
        return ()
    return tuple(_turns(lines, _Room(document, stages, words)))


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

    def person(self, line: TalkLine) -> Phrase | None:
        """The person whom a label names: one named elsewhere, or else the label itself if that is a name."""
        named = [(at, stage, token) for at, stage, token in self._tokens if token.lower == line.name]
        people = [item for item in named if item[2].entity.endswith("PER")]
        elsewhere = [item for item in people if not line.line <= item[0] < line.start]
        here = elsewhere or people or [item for item in named if item[2].upos == "PROPN"]
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


def _turns(lines: Sequence[TalkLine], room: _Room) -> Iterator[Turn]:
    labels = labels_of(lines, room.words)
    asked, block, is_talk = False, list[Turn](), True
    for line in lines:
        if line.label == "":
            said = [turn for turn in _dashed(line, room, asked=asked) if turn.end > turn.start]
            put = line.asks or (not said and bool(block) and block[-1].answers and not asked)
            block += said
            is_talk = is_talk and (bool(said) or put)
            asked = put and not any(turn.cued and not turn.answers for turn in said)
            continue
        yield from _kept(block, is_talk=is_talk)
        answered = any(turn.answers for turn in block) and line.end - line.start <= _LONGEST_QUESTION
        block, is_talk = [], True
        kind = labels.get(line.line)
        yield from _labelled(line, kind, room)
        asked = kind == "question" or (line.label is None and (line.asks or answered))
    yield from _kept(block, is_talk=is_talk)


def _labelled(line: TalkLine, kind: Label | None, room: _Room) -> Iterator[Turn]:
    """The turn of a line with a label; none where it is not known what the label is of."""
    speaker = room.person(line) if kind == "name" else None
    if kind == "answer" or speaker is not None:
        yield Turn(start=line.start, end=line.end, line=line.line, speaker=speaker, answers=kind == "answer")


def _kept(block: Sequence[Turn], *, is_talk: bool) -> Iterator[Turn]:
    """The turns in lines that follow each other; in a list of points, only those with the reporter's words apart."""
    return (turn for turn in block if is_talk or turn.parted)


def _dashed(line: TalkLine, room: _Room, *, asked: bool) -> Iterator[Turn]:
    """What is said in a line that a dash opens, without the reporter's words between dashes."""
    text, parts, at = room.document.text, list[tuple[int, int]](), line.start
    for dash in _INNER_DASH.finditer(text, line.start, line.end):
        parts.append((at, dash.start()))
        at = dash.end()
    parts.append((at, line.end))
    parts = _behind_told(text, parts) if line.timed else parts
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
            yield Turn(start=start, end=end, line=line.line, cued=True, parted=True, answers=asked, goes_on=number > 0)


def _behind_told(text: str, parts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The parts of a line behind its time, from the first dash on that opens a sentence ("17.00 – They met. —We …")."""
    opening = (i for i, (start, _) in enumerate(parts) if i and text[start : start + 1].isupper())
    first = next((i for i in opening if text[parts[i - 1][0] : parts[i][0]].rstrip(_DASHES).rstrip()[-1:] in _FINAL), 0)
    return parts[first:]


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
