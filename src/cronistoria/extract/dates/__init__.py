"""Finds time expressions."""

from cronistoria.model.document import Document
from cronistoria.model.sentence import Sentence
from cronistoria.model.timex import TimexMention


def find_time_expressions(
    document: Document, sentences: tuple[Sentence, ...], *, language: str
) -> tuple[TimexMention, ...]:
    """All time expressions of a report in text order, unresolved."""
    return ()
