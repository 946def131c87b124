"""An analyser that finds every "Ada calls Bea" and nothing else: no model, no network."""

import re

from cronistoria.model.actor import Actor
from cronistoria.model.document import Document
from cronistoria.model.identity import stable_id
from cronistoria.model.record import Contact
from cronistoria.model.report import Report
from cronistoria.model.sentence import Sentence
from tests.sample import PRODUCED_BY

_CALL = re.compile(r"(\w+) calls (\w+)")


class CallAnalyser:
    """A call is a contact dated to the report's date."""

    def parse(self, document: Document) -> tuple[Sentence, ...]:
        return ()

    def interpret(self, document: Document, sentences: tuple[Sentence, ...]) -> Report:
        matches = list(_CALL.finditer(document.text, document.body_start))
        names = dict.fromkeys(name for match in matches for name in match.groups())
        return Report(
            document=document,
            actors=tuple(Actor(id=f"person:{name.lower()}", kind="person", name=name) for name in names),
            dates=(),
            records=tuple(_contact(document, match) for match in matches),
            problems=(),
            produced_by=PRODUCED_BY,
        )


def _contact(document: Document, match: "re.Match[str]") -> Contact:
    who = tuple(f"person:{name.lower()}" for name in match.groups())
    start, end = match.end(1) + 1, match.start(2) - 1
    return Contact(
        id=stable_id("contact", document.id, start), plover=None, cameo=None, score=None, actors=who[:1],
        recipients=who[1:], date=document.published, place=None, polarity="affirmed", modality="asserted",
        attribution=(), evidence=(document.span(*match.span()),), trigger=document.span(start, end), confidence=0.5,
        rule="calls", channel="call", status="held", participants=who, requested_by=None, duration=None, topics=(),
        outcome=None,
    )  # fmt: skip
