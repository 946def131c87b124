"""What every composer may ask about the report: who, when, where, told by whom.

The indexes are made once per report; a composer adds what is particular to its kind of record.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from typing import TypedDict

import msgspec

from cronistoria.compose.dating import DateIndex
from cronistoria.compose.naming import ActorIndex
from cronistoria.compose.placing import PlaceIndex
from cronistoria.model.dates import Date
from cronistoria.model.document import Document
from cronistoria.model.identity import stable_id
from cronistoria.model.mention import Mention, Phrase, Source
from cronistoria.model.record import Attribution, Modality, Place, Plover, Polarity
from cronistoria.model.sentence import Sentence
from cronistoria.model.span import Span
from cronistoria.reference.plover import cameo_of, score_of

SAID = frozenset({"statement", "position"})
FURTHEST = 5000
OPENING_MARKS = ("«", "“", "„", '"', "»", "‟")


class CommonFields(TypedDict):
    """The fields of `cronistoria.model.record.BaseRecord`."""

    id: str
    plover: Plover | None
    cameo: str | None
    score: float | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    date: Date | None
    place: Place | None
    polarity: Polarity
    modality: Modality
    attribution: tuple[Attribution, ...]
    evidence: tuple[Span, ...]
    trigger: Span
    confidence: float
    rule: str


class Context(msgspec.Struct, frozen=True, kw_only=True):
    """A report's sentences and indexes, ``sources`` in text order; ``tellers``: who speaks where no subject is."""

    document: Document
    sentences: tuple[Sentence, ...]
    actors: ActorIndex
    dates: DateIndex
    places: PlaceIndex
    sources: tuple[Source, ...]
    tellers: Mapping[Phrase, str] = {}

    @property
    def language(self) -> str:
        """ISO 639-1 code of the document."""
        return self.document.language

    def common(
        self, mention: Mention, kind: str, *, actors: Sequence[str], recipients: Sequence[str], plover: Plover | None
    ) -> CommonFields:
        """The fields that all records share; actors and recipients are kept once each, in order.

        The id hashes document, kind, trigger and roles.
        """
        who, whom = tuple(dict.fromkeys(actors)), tuple(dict.fromkeys(recipients))
        return CommonFields(
            id=stable_id(kind, self.document.id, kind, mention.trigger.start, mention.trigger.end, who, whom),
            plover=plover, cameo=cameo_of(plover) if plover else None, score=score_of(plover) if plover else None,
            actors=who, recipients=whom,
            date=self.date_of(mention),
            place=self.places.place_of(mention.sentence, mention.head),
            polarity=mention.polarity, modality=mention.modality,
            attribution=self.attribution_of(mention.trigger, own=who if kind in SAID else ()),
            evidence=mention.evidence, trigger=mention.trigger,
            confidence=mention.confidence, rule=mention.rule,
        )  # fmt: skip

    def date_of(self, mention: Mention) -> Date | None:
        """When something told of was, is or will be; what a chronology tells as done was on the day of the entry."""
        found = self.dates.date_of(mention.sentence, mention.head)
        done = mention.modality == "asserted" and mention.polarity == "affirmed"
        return found or (self.dates.day_of_entry(mention.sentence, mention.head) if done else None)

    def attribution_of(self, trigger: Span, own: Sequence[str] = ()) -> tuple[Attribution, ...]:
        """The sources in whose scope the words stand, outermost (widest scope) first, each once.

        ``own``: who says the words themselves, and so is no source of them.
        """
        over = [s for s in self.sources_near(trigger) if s.scope.contains(trigger) and not s.span.contains(trigger)]
        over.sort(key=lambda s: (s.scope.start - s.scope.end, s.scope.start, s.span))
        layers: dict[str, Attribution] = {}
        for source in over:
            actor, label = self._source_actor(source), source.label.text
            if source.who is not None and self._is_pronoun(source.who):
                label = self.actors.actor(actor).name if actor else ""
            if label and (actor is None or actor not in own):
                layer = Attribution(source=actor, label=label, cue=source.cue, span=source.span)
                layers.setdefault(actor or label, layer)
        return tuple(layers.values())

    def first_person(self, trigger: Span) -> str | None:
        """Whoever says "I" and "we" in some words: the innermost source of what stands within marks, else of all.

        What others are reported to have said in somebody's own words has his "I": «Roe told me that Doe called me».
        """
        layers = self.attribution_of(trigger)
        known = {layer.span for layer in layers}
        over = [s for s in self.sources_near(trigger) if s.scope.contains(trigger) and s.span in known]
        marked = [
            s.span
            for s in over
            if self.document.text[max(s.scope.start - 2, 0) : s.scope.start].rstrip()[-1:] in OPENING_MARKS
        ]
        direct = [layer for layer in layers if layer.span in marked]
        return (direct or layers)[-1].source if layers else None

    def _is_pronoun(self, phrase: Phrase) -> bool:
        """Whether words name nobody by themselves: a pronoun, or a subject that is not spoken."""
        return phrase.dropped or self.sentences[phrase.sentence].tokens[phrase.head].upos == "PRON"

    def sources_near(self, trigger: Span) -> tuple[Source, ...]:
        """The sources named within reach of some words."""
        first = bisect_left(self.sources, trigger.start - FURTHEST, key=_place)
        return self.sources[first : bisect_right(self.sources, trigger.end + FURTHEST, key=_place)]

    def repeated_by(self, trigger: Span, actor: str | None) -> tuple[Span, ...]:
        """The words behind a quotation that name its speaker again ("Lo ha detto …")."""
        near = (s for s in self.sources_near(trigger) if s.scope.contains(trigger) and s.span.start >= s.scope.end)
        return tuple(s.span for s in near if actor is not None and self._source_actor(s) == actor)

    def _source_actor(self, source: Source) -> str | None:
        if source.who is None:
            return None
        told = self.tellers.get(source.who)
        return told or next(iter(self.actors.resolve(source.who)), None)


def _place(source: Source) -> int:
    return source.span.start
