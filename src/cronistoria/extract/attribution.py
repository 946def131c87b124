"""Stub until its helper's version is here."""

from cronistoria.model.document import Document
from cronistoria.model.mention import QuoteMention, Source
from cronistoria.model.sentence import Sentence


def find_sources(
    document: Document, sentences: tuple[Sentence, ...], quotes: tuple[QuoteMention, ...], *, language: str
) -> tuple[Source, ...]:
    """Nothing yet."""
    return ()
