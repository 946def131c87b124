"""Whom the words of a position name: for whom something will have consequences."""

from typing import Any

from cronistoria.compose.context import Context
from cronistoria.compose.naming import ActorIndex
from cronistoria.compose.position_parties import struck_by
from cronistoria.model.actor import Actor
from cronistoria.model.mention import Phrase, PositionMention
from tests.rows import sentences_from_rows

ROW = (
    "Ogni/ogni/DET/2/det attacco/attacco/NOUN/3/nsubj avrà/avere/VERB/0/root conseguenze/conseguenza/NOUN/3/obj "
    "{case}/{case}/ADP/6/case Lima/Lima/PROPN/3/obl//B-LOC"
)


class Lima(ActorIndex):
    """Peru by its capital."""

    actors = (Actor(id="PER", kind="state", name="Peru", country="PER"),)

    def resolve(self, phrase: Phrase, speaker: str | None = None) -> tuple[str, ...]:
        return ()

    def ids_at(self, sentence: int, token: int) -> tuple[str, ...]:
        return ("PER",) if token == 5 else ()

    def actor(self, actor_id: str) -> Actor:
        return self.actors[0]


def struck(case: str) -> tuple[str, ...]:
    """Whom consequences are for by an adposition."""
    document, sentences = sentences_from_rows(ROW.format(case=case))
    whole = document.span(0, len(document.text))
    nothing: Any = None
    context = Context(document=document, sentences=sentences, actors=Lima(), dates=nothing, places=nothing, sources=())
    mention = PositionMention(
        sentence=0, head=2, trigger=whole, evidence=(whole,), polarity="affirmed", modality="asserted", rule="test",
        confidence=1.0, type="threat", by=(), to=(), content=whole, about=2,
    )  # fmt: skip
    return struck_by(mention, context)


def test_whom_something_has_consequences_for_is_threatened() -> None:
    assert (struck("per"), struck("da")) == (("PER",), ())
