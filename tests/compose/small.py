"""A report of four words for composers: every word is its own name, every day a Friday, no word a place."""

from cronistoria.compose.context import Context
from cronistoria.compose.dating import DateIndex
from cronistoria.compose.naming import ActorIndex
from cronistoria.compose.placing import PlaceIndex
from cronistoria.model.actor import Actor
from cronistoria.model.document import Document, make_document
from cronistoria.model.mention import Phrase
from cronistoria.model.sentence import Sentence
from cronistoria.model.span import Span
from tests.rows import sentences_from_rows

ROW = (
    "Oslo/Oslo/PROPN/2/nsubj//B-LOC attacca/attaccare/VERB/0/root/VerbForm=Fin Lima/Lima/PROPN/2/obj//B-LOC "
    "ieri/ieri/ADV/2/advmod Gazzetta/Gazzetta/PROPN/2/obl Lund/Lund/PROPN/2/obl combattenti/combattente/NOUN/2/obl "
    "governative/governativo/ADJ/2/obl RAF/RAF/PROPN/2/obl"
)
ACTORS = {
    "Oslo": Actor(id="NOR", kind="state", name="Norway", country="NOR"),
    "Lima": Actor(id="PER", kind="state", name="Peru", country="PER"),
    "Gazzetta": Actor(id="outlet:gazzetta", kind="outlet", name="Gazzetta"),
    "Lund": Actor(id="person:lund", kind="person", name="Lund", country="NOR"),
    "combattenti": Actor(id="group:fighters", kind="group", name="fighters"),
    "governative": Actor(id="PER", kind="state", name="Peru", country="PER"),
}


class Names(ActorIndex):
    """Every word is its own name."""

    def __init__(self) -> None:
        self.actors = tuple(dict.fromkeys(ACTORS.values()))

    def resolve(self, phrase: Phrase, speaker: str | None = None) -> tuple[str, ...]:
        return tuple(ACTORS[word].id for word in phrase.span.text.split() if word in ACTORS)

    def actor(self, actor_id: str) -> Actor:
        return next(actor for actor in self.actors if actor.id == actor_id)


def report() -> tuple[Document, tuple[Sentence, ...]]:
    """The document and its sentence."""
    document, sentences = sentences_from_rows(ROW)
    return make_document(document.text, language="it"), sentences


def context() -> Context:
    """The indexes of the report."""
    document, sentences = report()
    return Context(
        document=document, sentences=sentences, actors=Names(), dates=DateIndex(), places=PlaceIndex(), sources=()
    )


def span(words: str) -> Span:
    """Where the words stand."""
    text = report()[0].text
    start = text.index(words)
    return Span(start, start + len(words), words)


def phrase(words: str) -> Phrase:
    """The phrase of these words, its head the first."""
    return Phrase(0, report()[0].text.split().index(words.split()[0]), span(words))
