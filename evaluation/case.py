"""One report beside its gold, with what all comparisons ask: places of words, parties, what is no false alarm."""

from collections.abc import Iterable
from functools import cached_property
from typing import TypeVar

from cronistoria.model.record import BaseRecord
from cronistoria.model.report import Report
from evaluation.gold import Gold, GoldQuote
from evaluation.parties import Directory, Party, found_party, same_party
from evaluation.text import Place, Text, touches

R = TypeVar("R", bound=BaseRecord)


class Case:
    """A gold file and the report of the same text."""

    def __init__(self, gold: Gold, report: Report) -> None:
        self.gold, self.report = gold, report
        self.text = Text(report.document.text)
        self.directory = Directory(gold.actors)

    @cached_property
    def _parties(self) -> dict[str, Party]:
        return {actor.id: found_party(actor) for actor in self.report.actors}

    def found(self, ids: Iterable[str | None]) -> list[Party]:
        """The parties of actor ids."""
        return [self._parties[i] for i in ids if i is not None]

    def records(self, kind: type[R]) -> list[R]:
        """The report's records of a kind."""
        return [record for record in self.report.records if isinstance(record, kind)]

    def is_source(self, gold: str | None, found: str | None, label: str | None = None) -> bool:
        """Whether an actor, or else the words that name it, is the gold's source."""
        if gold is None:
            return found is None
        party = self.directory.party(gold)
        if found is not None and (actor := self._parties[found]) and same_party(party, actor):
            return not party.person or actor.person
        nameless = not party.person and not party.codes
        return nameless and any(_shares_half(name, label or "") for name in party.names)

    def quote_place(self, quote: GoldQuote) -> list[Place]:
        """Where a quote's first words stand."""
        return self.text.find(quote.first6, quote.occurrence or 1)

    @cached_property
    def _denied(self) -> list[Place]:
        return [place for words in self.gold.negated for place in self.text.find(words.text)]

    @cached_property
    def _told_before(self) -> list[Place]:
        return [place for words in self.gold.repeats for place in self.text.find(words.text)]

    @cached_property
    def _no_contacts(self) -> list[Place]:
        return [p for item in self.gold.scheduled if item.contact is None for p in self.text.find(item.evidence)]

    def is_harmless(self, record: BaseRecord, kind: str) -> bool:
        """Whether a record without gold is no false alarm: it says what the gold holds elsewhere."""
        if record.polarity == "negated" and touches(self._denied, record.evidence):
            return True
        if kind == "contacts":
            return touches(self._no_contacts, (record.trigger,))
        return kind == "deployments" and touches(self._told_before, record.evidence)

    def same_sentence(self, phrase: str, occurrence: int | None, record: BaseRecord) -> bool:
        """Whether a record stands in the sentence of a phrase."""
        return touches([self.text.sentence(place) for place in self.text.find(phrase, occurrence)], record.evidence)

    def touching(self, phrase: str, occurrence: int | None, record: BaseRecord) -> bool:
        """Whether a record's evidence shares a character with a phrase."""
        places = self.text.find(phrase, occurrence)
        return any(place[0] < span.end and span.start < place[1] for place in places for span in record.evidence)


def closeness(text: Text, place: Place, content: Place) -> float:
    """How near a content comes to a quote's first words, 0 if it is not that quote."""
    gap = abs(content[0] - place[0])
    if gap <= 15:
        return 100 - gap
    inside = text.raw[max(place[0], content[0]) : min(place[1], content[1])]
    enough = 2 * len(inside.split()) >= len(text.raw[place[0] : place[1]].split())
    sentence = text.sentence(place)
    return 50.0 if inside and enough and sentence[0] <= content[0] < sentence[1] else 0.0


def _shares_half(left: str, right: str) -> bool:
    one, other = set(left.split()), set(right.casefold().split())
    return 2 * len(one & other) >= 0.5 * (len(one) + len(other)) > 0
