"""The persons of a report: whose name is whose, and who they are at the report's date.

Mentions with a name come in; each person goes out with an id, a canonical name, a role and a country. A name that the
reference data do not know, or that could be of several persons, becomes ``person:slug``.
"""

from collections.abc import Iterable, Sequence

import msgspec

from cronistoria.compose.clusters import Cluster, Clusters, Words
from cronistoria.compose.identification import Ground, Hint, identify, known_person, unknown_person
from cronistoria.compose.offices import office_fits
from cronistoria.compose.spelling import name_words
from cronistoria.model.actor import Actor
from cronistoria.model.party import PartyMention
from cronistoria.reference.extra import ExtraActor
from cronistoria.reference.names import is_patronymic
from cronistoria.reference.world import Tenure


class Person(msgspec.Struct, frozen=True):
    """A person of the report: who it is, the offices held at its date, those held before, and what the text says."""

    actor: Actor
    tenures: tuple[Tenure, ...]
    hints: tuple[Hint, ...]
    past: tuple[Tenure, ...] = ()

    def holds(self, office: str, codes: Sequence[str]) -> bool:
        """Whether the person has an office of one of the bodies (of any, without codes), by text or reference data."""
        wanted = Hint(office, tuple(codes), False)
        if any(wanted.fits(t) for t in self.tenures):
            return True
        in_text = any(h.office and not h.former and office_fits(office, h.office) for h in self.hints)
        return in_text and (not codes or self.actor.country in codes)

    def has_held(self, office: str, codes: Sequence[str]) -> bool:
        """Whether the person once had an office and has it no more."""
        wanted = Hint(office, tuple(codes), True)
        in_text = any(h.former and h.office == office and set(codes) <= set(h.codes) for h in self.hints)
        return in_text or any(wanted.fits(t) for t in self.past)


class Persons:
    """The persons of a report, asked for by mention or by office."""

    def __init__(self, mentions: Iterable[PartyMention], ground: Ground, extra: Iterable[ExtraActor]) -> None:
        self._named = [m for m in mentions if m.reading == "actor" and name_words(m.name)]
        self._ground = ground
        self._clusters = Clusters()
        self._extra: dict[int, Actor] = {}
        self._holding: dict[tuple[str, tuple[str, ...]], dict[str, Person]] = {}
        self._hints: dict[int, list[Hint]] = {}
        self.all: list[Person] = []
        for actor in extra:
            if actor.kind == "person":
                self._add_extra(actor)
        self._cluster()

    def _cluster(self) -> None:
        """Sorts the names: full ones first, longest first, then single ones."""
        names: dict[Words, Sequence[str]] = {}
        for mention in self._named:
            names.setdefault(name_words(mention.name), mention.name)
        full = sorted((w for w in names if len(w) > 1), key=len, reverse=True)
        for words in full:
            if not self._ends_in_patronymic(words):
                self._clusters.add_full(words, names[words])
        for words in filter(self._ends_in_patronymic, full):
            self._clusters.add_patronymic(words, names[words])
        for words in (w for w in names if len(w) == 1):
            current = self._ground.current(self._ground.world.people(words)) if self._ground.at else []
            self._clusters.add_single(words, names[words], sorted({name_words(t.name.split()) for t in current}))
        for mention in self._named:
            self.hint(mention, Hint(mention.office, mention.codes, mention.former))

    def _ends_in_patronymic(self, words: Words) -> bool:
        """Whether a name has no surname but one after the father, which is nobody's surname."""
        return is_patronymic(words[-1]) and not self._ground.world.people(words[-1:])

    def identify(self) -> None:
        """Finds out who everybody is, once all hints are noted."""
        self.all = [self._person(number, cluster) for number, cluster in enumerate(self._clusters.all)]

    def hint(self, name: PartyMention, hint: Hint) -> None:
        """Notes what stands beside a name, if the name has one bearer."""
        numbers = self._clusters.of(name_words(name.name))
        if len(numbers) == 1 and (hint.office or hint.codes):
            self._hints.setdefault(numbers[0], []).append(hint)

    def of(self, mention: PartyMention, recent: Sequence[str] = ()) -> Person | None:
        """The bearer of a name; among several the one whose office fits, then the one named last (``recent`` ids)."""
        found = [self.all[i] for i in self._clusters.of(name_words(mention.name))]
        if len(found) < 2:
            return found[0] if found else None
        if mention.office:
            found = [p for p in found if p.holds(mention.office or "", mention.codes)] or found
        elif mention.codes:
            found = [p for p in found if p.actor.country in mention.codes] or found
        last = next((p for actor_id in recent for p in found if p.actor.id == actor_id), None)
        return last or found[0]

    def holding(self, office: str, codes: Sequence[str] = ()) -> dict[str, Person]:
        """The persons of the report who hold an office, by id."""
        key = (office, tuple(codes))
        if key not in self._holding:
            self._holding[key] = {p.actor.id: p for p in self.all if p.holds(office, codes)}
        return self._holding[key]

    def _add_extra(self, extra: ExtraActor) -> None:
        name = extra.name.split()
        words = name_words(name)
        if len(words) > 1:
            self._clusters.add_full(words, name)
        elif words:
            self._clusters.add_single(words, name)
        for number in self._clusters.of(words):
            self._extra.setdefault(number, extra_actor(extra))

    def _person(self, number: int, cluster: Cluster) -> Person:
        hints = tuple(self._hints.get(number, ()))
        if number in self._extra:
            return Person(self._extra[number], (), hints)
        tenures = identify(cluster, hints, self._ground)
        if not tenures:
            return Person(unknown_person(cluster, hints), (), hints)
        held = tuple(self._ground.current(tenures)) if self._ground.at else ()
        past = tuple(t for t in tenures if t not in held and t.end is not None)
        return Person(known_person(tenures, hints, self._ground), held, hints, past)


def extra_actor(extra: ExtraActor) -> Actor:
    """A user's actor as one of the report."""
    country = extra.country or (extra.id if extra.kind == "state" else None)
    return Actor(
        id=extra.id, kind=extra.kind, name=extra.name, country=country, role=extra.role, wikidata=extra.wikidata
    )
