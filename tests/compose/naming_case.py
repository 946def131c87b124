"""A small world and mentions made by hand, for the tests of naming."""

from collections.abc import Sequence
from typing import Any

import msgspec

from cronistoria.compose.naming import ActorIndex, name_actors
from cronistoria.model.dates import Date
from cronistoria.model.mention import ActorRole, Phrase
from cronistoria.model.party import PartyMention
from cronistoria.model.sentence import Sentence
from cronistoria.reference.extra import ExtraActor
from cronistoria.reference.names import fold
from cronistoria.reference.world import Body, Tenure, World
from tests.rows import sentences_from_rows

FIN = "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"
FIN_PLURAL = "Mood=Ind|Number=Plur|Person=3|Tense=Pres|VerbForm=Fin"
APRIL_2022 = Date(edtf="2022-04", start="2022-04-01", end="2022-05-01", precision="month", basis="document")

BODIES = {
    "AUT": Body(code="AUT", kind="state", name="Austria", country="AUT"),
    "CHE": Body(code="CHE", kind="state", name="Switzerland", country="CHE"),
    "LAKE": Body(code="LAKE", kind="organisation", name="Lake Commission"),
    "armed_group:x": Body(code="armed_group:x", kind="armed_group", name="Group X", country="CHE"),
    "outlet:bugle": Body(code="outlet:bugle", kind="outlet", name="The Bugle", country="CHE"),
}
ROWS = (
    ("Q1", "Anton Huber", "AUT", "president", "2020-01-01", None),
    ("Q1", "Anton Huber", "AUT", "foreign_minister", "2010-01-01", "2014-01-01"),
    ("Q2", "Klara Meier", "CHE", "foreign_minister", "2019-01-01", None),
    ("Q3", "Otto Meier", "AUT", "justice_minister", "2001-01-01", "2003-01-01"),
    ("Q4", "Ivan Shushkov", "CHE", "president", "2021-01-01", None),
    ("Q5", "Greta Wolf", "AUT", "spokesperson", "2021-01-01", None),
    ("Q6", "Karl Wolf", "CHE", "spokesperson", "2021-01-01", None),
)
TENURES = tuple(
    Tenure(wikidata=q, name=name, country=country, office=office, start=start, end=end)
    for q, name, country, office, start, end in ROWS
)


class SmallWorld(World):
    """The tables above, asked by plain search."""

    def body(self, code: str) -> Body | None:
        return BODIES.get(code)

    def holders(self, office: str, country: str, at: Date | None) -> tuple[Tenure, ...]:
        day = at.start if at and at.start else "9999"
        held = [t for t in TENURES if (t.office, t.country) == (office, country)]
        return tuple(t for t in held if (t.start or "") <= day and (t.end is None or t.end >= day))

    def people(self, name: Sequence[str]) -> tuple[Tenure, ...]:
        keys = [fold(word) for word in name]
        return tuple(t for t in TENURES if all(k in [fold(w) for w in t.name.split()] for k in keys))


class Case:
    """Trees with mentions, put together step by step; then asked."""

    def __init__(self, *rows: str, language: str = "it", published: Date | None = APRIL_2022) -> None:
        document, self.sentences = sentences_from_rows(*rows, language=language)
        self.document = msgspec.structs.replace(document, published=published)
        self.mentions: list[PartyMention] = []

    def add(self, words: str, role: ActorRole = "name", *, nth: int = 0, **fields: Any) -> "Case":
        """A mention of words (the ``nth`` place where they stand); a name's words by default name a person."""
        sentence, first, last = self._find(words.split(), nth)
        tokens = sentence.tokens[first : last + 1]
        head = next(t.index for t in tokens if not first <= t.head <= last)
        if role == "name" and "codes" not in fields and "name" not in fields:
            fields["name"] = tuple(words.split())
        span = self.document.span(tokens[0].start, tokens[-1].end)
        place: dict[str, Any] = {"sentence": sentence.index, "head": head, "first": first, "last": last, "span": span}
        self.mentions.append(PartyMention(**place, role=role, **fields))
        return self

    def index(self, *extra: ExtraActor) -> ActorIndex:
        """The resolved report."""
        mentions = tuple(sorted(self.mentions, key=lambda m: m.span.start))
        return name_actors(self.document, self.sentences, mentions, reference=SmallWorld(), extra=extra)

    def phrase(self, word: str, *, nth: int = 0, dropped: bool = False) -> Phrase:
        """The phrase that a word heads."""
        sentence, first, _ = self._find([word], nth)
        token = sentence.tokens[first]
        return Phrase(sentence.index, first, self.document.span(token.start, token.end), dropped)

    def who(self, word: str, *, nth: int = 0, dropped: bool = False, speaker: str | None = None) -> tuple[str, ...]:
        """The ids of the phrase that a word heads."""
        return self.index().resolve(self.phrase(word, nth=nth, dropped=dropped), speaker)

    def _find(self, forms: list[str], nth: int) -> tuple[Sentence, int, int]:
        places = [
            (sentence, i, i + len(forms) - 1)
            for sentence in self.sentences
            for i in range(len(sentence.tokens))
            if [t.form for t in sentence.tokens[i : i + len(forms)]] == forms
        ]
        return places[nth]
