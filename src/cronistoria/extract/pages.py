"""A report laid out for finding quotations: its sentences with their cues, its marks, and what stands where.

Sentences come in; asked for a character, the page gives the word there.
"""

import re
from bisect import bisect_left, bisect_right
from functools import cached_property
from itertools import chain

from cronistoria.extract.blocks import find_blocks
from cronistoria.extract.marks import Marked, find_marked, with_unmarked
from cronistoria.extract.reporting import Stage
from cronistoria.extract.turns import find_turns
from cronistoria.extract.vouching import Vouching, vouchings
from cronistoria.languages.grammar import load_grammar
from cronistoria.languages.quotes import load_quote_words
from cronistoria.model.document import Document
from cronistoria.model.sentence import Sentence, Token

SENTENCE_ENDS = frozenset(".!?…")
LEAST_ANSWERS = 3
REACH = 60
CODE = re.compile(r"[{}]|\);|</|/>|\['|\$\(|\w=[\"']|\w\(\s*$|&&|\|\|")
CLOSING = "\"'«»“”„‟‘’‹›)]` \t\r\n\xa0"


class Page:
    """The sentences of one report as stages, and its marked stretches."""

    def __init__(self, document: Document, sentences: tuple[Sentence, ...], *, language: str) -> None:
        words, grammar = load_quote_words(language), load_grammar(language)
        self.document, self.words = document, words
        self.stages = tuple(Stage(document, sentence, words, grammar) for sentence in sentences)
        self.turns = find_turns(document, self.stages, words)
        marks = find_marked(document.text, document.body_start, elisions=words.elisions)
        turns = ((turn.start, turn.end, index) for index, turn in enumerate(self.turns))
        blocks = ((*block, None) for block in find_blocks(document.text, document.body_start, self.stages))
        self.marks = with_unmarked(marks, chain(turns, blocks))
        self._vouchings: dict[int, tuple[Vouching, ...]] = {}
        self._mark_starts = [marked.start for marked in self.marks]
        self._starts = [sentence.start for sentence in sentences]
        self._offsets = [[token.start for token in sentence.tokens] for sentence in sentences]

    def vouchings_in(self, stage: Stage) -> tuple[Vouching, ...]:
        """The sources named in a sentence of this page, found once."""
        index = stage.sentence.index
        if index not in self._vouchings:
            self._vouchings[index] = vouchings(stage)
        return self._vouchings[index]

    def stage_at(self, offset: int) -> Stage | None:
        """The sentence that holds a character, or the last one before it."""
        index = bisect_right(self._starts, offset) - 1
        return self.stages[index] if index >= 0 else None

    def token_at(self, offset: int) -> tuple[Stage, Token] | None:
        """The word that stands at a character, or the last one before it."""
        stage = self.stage_at(offset)
        if stage is None:
            return None
        index = bisect_right(self._offsets[stage.sentence.index], offset) - 1
        return stage, stage.sentence.tokens[max(index, 0)]

    def tokens_in(self, start: int, end: int) -> list[tuple[Stage, Token]]:
        """The words that begin in a stretch, in text order."""
        first = max(bisect_right(self._starts, start) - 1, 0)
        found = []
        for index in range(first, len(self.stages)):
            stage = self.stages[index]
            if stage.sentence.start >= end:
                break
            found += [(stage, token) for token in stage.sentence.tokens if start <= token.start < end]
        return found

    def enclosing(self, offset: int) -> Marked | None:
        """The innermost stretch in marks that holds a character."""
        index: int | None = bisect_right(self._mark_starts, offset) - 1
        while index is not None and index >= 0:
            if offset < self.marks[index].end:
                return self.marks[index]
            index = self.marks[index].parent
        return None

    def has_marks(self, start: int, end: int) -> bool:
        """Whether words in marks begin in a stretch."""
        return bisect_left(self._mark_starts, start) < bisect_left(self._mark_starts, end)

    def is_marked_share(self, start: int, end: int, share: float) -> bool:
        """Whether at least this share of a stretch stands in marks."""
        inside = 0
        for marked in self.marks[bisect_left(self._mark_starts, start - 3) : bisect_left(self._mark_starts, end)]:
            if marked.parent is None and marked.outer_start >= start - 3:
                inside += max(0, min(marked.end, end) - max(marked.start, start))
        return inside >= share * (end - start)

    def fills_lines(self, marked: Marked) -> bool:
        """Whether a stretch in marks is all that its lines hold, but for a stop."""
        text = self.document.text
        before = text[max(marked.outer_start - 40, 0) : marked.outer_start].rpartition("\n")
        after = text[marked.outer_end : marked.outer_end + 40].partition("\n")[0]
        return bool(before[1]) and not before[2].strip() and not after.strip(CLOSING + "".join(SENTENCE_ENDS))

    def is_code(self, marked: Marked) -> bool:
        """Whether a stretch stands in code that was left in the page, or is an address."""
        before = self.document.text[max(marked.outer_start - REACH, 0) : marked.outer_start].rpartition("\n")[2]
        after = self.document.text[marked.outer_end : marked.outer_end + REACH].partition("\n")[0]
        return CODE.search(before + after) is not None or "//" in self.document.text[marked.start : marked.end]

    @cached_property
    def is_interview(self) -> bool:
        """Whether the report is made of questions and answers: several paragraphs that are all in marks."""
        return sum(self.fills_lines(m) for m in self.marks if m.parent is None) >= LEAST_ANSWERS

    def ends_sentence(self, offset: int) -> bool:
        """Whether the words before a character end a sentence."""
        before = self.document.text[max(offset - 12, 0) : offset].rstrip(CLOSING)
        return not before or before[-1] in SENTENCE_ENDS
