"""What a parser is: documents in, trees out. The shipped model is one; others can stand in for it."""

from collections.abc import Sequence
from typing import Protocol

from cronistoria.model.document import Document
from cronistoria.model.sentence import Sentence, Token
from cronistoria.parse.tokenise import Word


class Parser(Protocol):
    """Turns documents into sentences over Universal Dependencies; never needs the network."""

    @property
    def name(self) -> str:
        """What to call it in a report."""

    @property
    def digest(self) -> str:
        """Changes when its answers may change."""

    def parse(self, document: Document) -> tuple[Sentence, ...]:
        """The sentences after ``document.body_start``, in text order; offsets count from the start of the text."""

    def parse_batch(self, documents: Sequence[Document]) -> list[tuple[Sentence, ...]]:
        """The sentences of each document: the same as `parse` gives one by one."""


class SentenceParser(Protocol):
    """Turns words that are given into trees."""

    def parse_sentences(self, sentences: Sequence[list[Word]], language: str) -> list[tuple[Token, ...]]:
        """The tree over the words of each sentence of a text."""
