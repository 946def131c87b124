"""Where: the place that a trigger word's clause names. (Stub: signatures fixed, work in progress.)"""

from cronistoria.compose.naming import ActorIndex
from cronistoria.model.document import Document
from cronistoria.model.record import Place
from cronistoria.model.sentence import Sentence


class PlaceIndex:
    """The places of one report, asked for by trigger word."""

    def place_of(self, sentence: int, head: int) -> Place | None:
        """Where the happening of a trigger word is said to be; ``None`` if the text does not say."""
        return None


def find_places(document: Document, sentences: tuple[Sentence, ...], actors: ActorIndex) -> PlaceIndex:
    """The place index of a report."""
    return PlaceIndex()
