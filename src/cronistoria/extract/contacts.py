"""Stub until its helper's version is here."""

from collections.abc import Iterator

from cronistoria.model.document import Document
from cronistoria.model.mention import ContactMention
from cronistoria.model.sentence import Sentence


def find_contacts(document: Document, sentences: tuple[Sentence, ...], *, language: str) -> Iterator[ContactMention]:
    """Nothing yet."""
    return iter(())
