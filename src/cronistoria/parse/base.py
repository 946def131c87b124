"""What every parser offers: documents in, trees over Universal Dependencies out."""

from collections.abc import Sequence
from typing import Protocol

from cronistoria.model.document import Document
from cronistoria.model.sentence import Sentence


class Parser(Protocol):
    """The result depends on the document alone, never on the batch that it stands in."""

    @property
    def name(self) -> str:
        """Name and version of the model."""

    @property
    def digest(self) -> str:
        """Checksum of the model."""

    def parse(self, document: Document) -> tuple[Sentence, ...]:
        """The sentences of ``document.text[document.body_start:]``, offsets into ``document.text``."""

    def parse_batch(self, documents: Sequence[Document]) -> list[tuple[Sentence, ...]]:
        """The same for many documents, in order."""
