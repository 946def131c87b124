"""Sentences as trees over Universal Dependencies (v2), each word tied to the characters it stands on.

Words are UD's *syntactic words*: Italian "della" is the two words "di" and "la", which share the characters of
"della"; a verb with an enclitic ("parlarsi") is cut at the letter ("parlar", "si").
"""

from collections.abc import Iterator
from operator import attrgetter
from typing import Literal

import msgspec

from cronistoria.model.kept import Kept

ROOT = -1
_END = attrgetter("end")

EntityType = Literal["PER", "ORG", "LOC", "MISC"]


class Token(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """One syntactic word.

    ``index`` counts from 0 within the sentence; ``head`` is the index of the governor, `ROOT` (-1) for the root;
    ``start`` and ``end`` are offsets into the document's text; ``feats`` maps UD feature names to values;
    ``entity`` is an IOB2 tag ("B-PER", "I-ORG", "O").
    """

    index: int
    form: str
    lemma: str
    upos: str
    feats: dict[str, str]
    head: int
    deprel: str
    start: int
    end: int
    entity: str = "O"

    @Kept
    def relation(self) -> str:
        """The relation without its subtype: ``nsubj`` of ``nsubj:pass``."""
        return self.deprel.partition(":")[0]

    @Kept
    def lower(self) -> str:
        """The form in lower case."""
        return self.form.lower()

    @Kept
    def keys(self) -> frozenset[str]:
        """What the word may be listed under: its lemma and its form, in lower case."""
        return frozenset((self.lemma.lower(), self.lower))


class Entity(msgspec.Struct, frozen=True):
    """A named entity: token indices ``[first, last]``, both inside."""

    first: int
    last: int
    type: EntityType


class Sentence(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """A tree: ``tokens`` in text order and, for each, the indices of its dependents in text order."""

    index: int
    tokens: tuple[Token, ...]
    dependents: tuple[tuple[int, ...], ...]

    @property
    def start(self) -> int:
        """Offset of the first character."""
        return self.tokens[0].start

    @Kept
    def end(self) -> int:
        """Offset past the last character."""
        last: int = max(map(_END, self.tokens))
        return last

    @property
    def root(self) -> Token:
        """The word without a governor."""
        return next(token for token in self.tokens if token.head == ROOT)

    @Kept
    def words(self) -> frozenset[str]:
        """The keys of all words: a table that shares none of them has nothing to say here."""
        return frozenset().union(*(token.keys for token in self.tokens))

    @Kept
    def _below(self) -> tuple[tuple[Token, ...], ...]:
        word = self.tokens.__getitem__
        return tuple([tuple(map(word, below)) for below in self.dependents])

    def children(self, token: Token) -> tuple[Token, ...]:
        """The dependents of a word, in text order."""
        return self._below[token.index]

    def parent(self, token: Token) -> Token | None:
        """The governor of a word; ``None`` for the root."""
        return None if token.head == ROOT else self.tokens[token.head]

    def entities(self) -> Iterator[Entity]:
        """The named entities, left to right."""
        first, kind = 0, ""
        for token in (*self.tokens, None):
            inside = token is not None and token.entity == f"I-{kind}"
            if kind and not inside:
                yield Entity(first, (token.index if token else len(self.tokens)) - 1, kind)  # type: ignore[arg-type]
                kind = ""
            if token is not None and token.entity != "O" and not inside:
                first, kind = token.index, token.entity[2:]


def make_sentence(index: int, tokens: tuple[Token, ...]) -> Sentence:
    """A sentence with its dependents worked out.

    Raises `ValueError` if it is empty, or has not exactly one root, or a head outside the sentence.
    """
    if sum(token.head == ROOT for token in tokens) != 1:
        raise ValueError(f"sentence {index}: expected exactly one root")
    below: list[list[int]] = [[] for _ in tokens]
    for token in tokens:
        if not ROOT <= token.head < len(tokens):
            raise ValueError(f"sentence {index}: head {token.head} of '{token.form}' is outside the sentence")
        if token.head != ROOT:
            below[token.head].append(token.index)
    return Sentence(index=index, tokens=tokens, dependents=tuple(map(tuple, below)))
