"""Stub until its helper's version is here."""

from collections.abc import Iterator

from cronistoria.model.document import Document
from cronistoria.model.mention import EventMention
from cronistoria.model.sentence import Sentence


def find_events(document: Document, sentences: tuple[Sentence, ...], *, language: str) -> Iterator[EventMention]:
    """Nothing yet."""
    return iter(())
