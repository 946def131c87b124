"""Finds the words that name or describe a party. (Stub: signatures fixed, work in progress.)"""

from cronistoria.extract.gazetteer import Gazetteer
from cronistoria.model.document import Document
from cronistoria.model.party import PartyMention
from cronistoria.model.sentence import Sentence


def find_actor_mentions(
    document: Document, sentences: tuple[Sentence, ...], *, language: str, gazetteer: Gazetteer
) -> tuple[PartyMention, ...]:
    """All party mentions in text order; linear in the text."""
    return ()
