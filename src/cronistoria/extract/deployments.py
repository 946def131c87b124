"""Stub until its helper's version is here."""

from collections.abc import Iterator

from cronistoria.model.document import Document
from cronistoria.model.mention import DeploymentMention
from cronistoria.model.sentence import Sentence


def find_deployments(document: Document, sentences: tuple[Sentence, ...], *, language: str) -> Iterator[DeploymentMention]:
    """Nothing yet."""
    return iter(())
