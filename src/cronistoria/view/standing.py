"""How the entries of a store stand on a day, found in memory that does not grow with them.

All entries are looked at once, in order of time, and go to a `Spool` on disk; each is then settled with those others
that may matter to it, by the rules of `cronistoria.merge`, so that it comes out as `settle` would have it.
"""

from collections import OrderedDict
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from itertools import groupby, islice

import msgspec

from cronistoria.merge.acts import BREAKING, FORSWORN, FULFILLING
from cronistoria.merge.appointments import is_appointment
from cronistoria.merge.chapter import Chapter
from cronistoria.merge.commitments import ASKING, FORSWEARING, answers_to, committed, is_commitment
from cronistoria.merge.keys import FAMILIES
from cronistoria.merge.neighbours import AT, Neighbours
from cronistoria.merge.readouts import readouts
from cronistoria.merge.relations import relations
from cronistoria.merge.settling import decide, judge
from cronistoria.merge.verdict import Verdict, link_of
from cronistoria.model.actor import Actor
from cronistoria.model.entry import Entry, Link
from cronistoria.model.judgement import Decision
from cronistoria.model.record import Polarity
from cronistoria.model.source import Telling
from cronistoria.store.base import Reader
from cronistoria.view.side_index import EITHER, EVER, Named
from cronistoria.view.spool import Outcome, Spool

_BATCH = 500
_KEPT = 2_000
_HORIZON = 400
_PATIENCE = 60
_OPEN = frozenset(("open", "lapsed"))
_FIRST = 16
_ANSWERS = ("no", "yes")
_TIED = ("position", "deployment", "appointment")
_NOTHING = Outcome(None, (), {})
_NONE: frozenset[str] = frozenset()


class Standing:
    """The entries of one reader's view: `look` at all of them, `settle` them on a day, then take them one by one."""

    def __init__(self, reader: Reader) -> None:
        self._reader, self._now = reader, 0
        self._spool = Spool()
        self._decisions = tuple(d for d in reader.decisions() if d.undone_at is None)
        self._left_out = left_out_by(reader, self._decisions)
        self._seen = _Seen()
        self._chapters: OrderedDict[str, Chapter] = OrderedDict()

    def look(self) -> None:
        """Takes in every entry in order of time; what else is asked needs that this was done."""
        entries = (entry for entry in self._reader.chronology() if entry.id not in self._left_out)
        while some := list(islice(entries, _BATCH)):
            for chapter in chapters_of(self._reader, some):
                self._spool.add(chapter, _may_get_status(chapter))
                for telling in chapter.tellings:
                    self._seen.add(telling)
        self._spool.fold()

    def settle(self, now: int) -> None:
        """Finds statuses on a day (an ordinal), what entries do to others, and accounts of contacts."""
        self._now = now
        for _, chapters in self._spool.chapters(strands=_TIED):
            for chapter in chapters:
                self._keep({chapter.entry.id: chapter})
                verdict = self._judge(chapter) if _may_get_status(chapter) else None
                self._spool.settle(chapter.entry.id, verdict, self._links(chapter, verdict))
        for _, told in groupby(self._spool.passages(), lambda passage: passage.document):
            self._spool.account(readouts(told))

    def settled(self, *, followed: bool = False) -> Iterator[Chapter]:
        """All entries in time order as they stand; or only those that may have a status."""
        for identities, chapters in self._spool.chapters(followed=followed):
            outcomes = self._spool.outcomes(identities)
            for chapter in chapters:
                chapter.entry = self._settled(chapter.entry, outcomes.get(chapter.entry.id, _NOTHING))
                yield chapter

    def beginning_with(self, tail: str) -> tuple[str, ...]:
        """Ids in which some letters follow the colon, or that are just these."""
        return self._spool.beginning_with(tail)

    def chapters(self, identities: Sequence[str]) -> Iterator[Chapter]:
        """Some entries as they stand, and those that are linked to them or that they are linked to."""
        links = self._spool.linked(identities)
        wanted = sorted({*identities, *links})
        outcomes = self._spool.outcomes(wanted)
        for identity, chapter in sorted(self._spool.chapters_of(wanted).items()):
            chapter.entry = self._settled(chapter.entry, outcomes.get(identity, _NOTHING))
            yield chapter

    @property
    def latest(self) -> date:
        """The day of the latest report."""
        return self._seen.latest

    @property
    def actors(self) -> dict[str, Actor]:
        """Everybody whom the entries' records name, as the latest report has them."""
        return self._seen.actors

    def tells(self, document: str) -> bool:
        """Whether a report tells an entry."""
        return self._spool.has_source(document)

    def close(self) -> None:
        """Gives back the disk."""
        self._spool.close()

    def _settled(self, entry: Entry, outcome: Outcome) -> Entry:
        verdict = outcome.verdict
        settled = msgspec.structs.replace(
            entry,
            status=verdict.status if verdict else None,
            grounds=(verdict.ground,) if verdict else (),
            sides=outcome.sides,
            links=outcome.links,
        )
        return decide(settled, self._decisions)

    def _links(self, chapter: Chapter, verdict: Verdict | None) -> Iterator[tuple[str, Link]]:
        """What follows from one entry: what it does to others, and what others do to it; each with who does it."""
        entry = chapter.entry
        yield from ((entry.id, link) for link in relations(chapter, self._related(chapter)))
        if verdict and (deciding := link_of(verdict, entry)):
            yield deciding
        if is_commitment(entry):
            for later, reason in answers_to(chapter, self._answering(chapter), self._now):
                yield later.entry.id, Link("answers", entry.id, reason)

    def _judge(self, chapter: Chapter) -> Verdict | None:
        if chapter.strand != "position":
            return judge(chapter, self._arranged(chapter), self._now)
        verdict, found = judge(chapter, Neighbours({}), self._now), self._deciding(chapter)
        size = _FIRST
        while found and (verdict is None or verdict.status in _OPEN):
            some, found, size = found[:size], found[size:], size * 2
            others = self._load([identity for _, identity in some])
            near = Neighbours(dict.fromkeys(chapter.sides | chapter.targets, others))
            verdict = judge(chapter, near, self._now)
        return verdict

    def _deciding(self, chapter: Chapter) -> Named:
        """What may decide a commitment or belie a denial: deeds on its subjects, and what its side says to the
        contrary on its point; by time.
        """
        if chapter.first is None:
            return []
        entry, bound, days = chapter.entry, is_commitment(chapter.entry), self._afterwards(chapter.first)
        tables = (FULFILLING, BREAKING) if bound else (FORSWORN,)
        acts = _NONE.union(*(table.get(subject, _NONE) for table in tables for subject in chapter.content))
        contrary: Polarity = "affirmed" if entry.polarity == "negated" else "negated"
        aimed = entry.type not in ASKING and not chapter.targets <= chapter.sides
        whom = chapter.targets if aimed else _NONE
        sides, found = self._spool.sides, set[tuple[int, str]]()
        for side in committed(chapter) if bound else chapter.sides:
            found.update(sides.deeds(side, acts, days, whom))
        for side in chapter.sides if bound else ():
            found.update(sides.points(side, (FAMILIES[entry.type or ""],), chapter.content, (contrary,), days))
        return sorted(found - {(chapter.day, entry.id)})

    def _answering(self, chapter: Chapter) -> Neighbours:
        """What the addressees accept or refuse on the point of a commitment."""
        if chapter.first is None:
            return Neighbours({})
        sides, about, days = self._spool.sides, chapter.content, self._afterwards(chapter.first)
        addressees = chapter.targets - chapter.sides
        return self._others({side: sides.points(side, _ANSWERS, about, days=days) for side in addressees})

    def _afterwards(self, day: int) -> tuple[int, int]:
        """The days after one on which something may come of it."""
        return day + 1, min(self._now, day + _HORIZON)

    def _arranged(self, chapter: Chapter) -> Neighbours:
        """Contacts and appointments that may keep or replace an appointment."""
        window, first, last = chapter.window, chapter.first, chapter.last
        dated = window is not None and window.dated
        days = (window.first, window.last) if window and dated else (first or 0, (first or 0) + _PATIENCE)
        told = ((last or 0) + 1, days[1] + 1) if dated else (1, 0)
        return self._others({side: self._spool.sides.meetings(side, days, told) for side in chapter.sides})

    def _related(self, chapter: Chapter) -> Neighbours:
        """Deployments of its sides, or their positions on its point, among the latest of each side."""
        sides, entry = self._spool.sides, chapter.entry
        if chapter.strand == "deployment":
            return self._others({side: sides.of_strand(side, "deployment") for side in chapter.sides})
        if chapter.strand != "position":
            return Neighbours({})
        own, about = FAMILIES.get(entry.type or "", ""), chapter.content
        found = {side: self._latest(side, own, about, (entry.polarity,)) for side in chapter.sides}
        if entry.type == "denial":
            found |= {AT + side: self._latest(AT + side, "blame", about, EITHER) for side in chapter.sides}
        return self._others(found)

    def _latest(self, side: str, family: str, about: Iterable[str], polarities: Sequence[Polarity]) -> Named:
        """Positions on a point among the latest of a side."""
        sides, since = self._spool.sides, self._spool.sides.cutoff(side)
        told = sides.points(side, (family,), about, polarities, (since[0], EVER[1]))
        return [position for position in told if position >= since]

    def _others(self, found: dict[str, Named]) -> Neighbours:
        return Neighbours({side: self._load([identity for _, identity in told]) for side, told in found.items()})

    def _load(self, identities: Sequence[str]) -> list[Chapter]:
        """Chapters in that order; those of late are still at hand."""
        missing = [identity for identity in dict.fromkeys(identities) if identity not in self._chapters]
        at_hand = {i: self._chapters[i] for i in identities if i in self._chapters}
        for start in range(0, len(missing), _BATCH):
            at_hand |= self._spool.chapters_of(missing[start : start + _BATCH])
        self._keep(at_hand)
        return [at_hand[identity] for identity in identities]

    def _keep(self, chapters: dict[str, Chapter]) -> None:
        """Lets go of those that were not asked for the longest time."""
        for identity, chapter in chapters.items():
            self._chapters[identity] = chapter
            self._chapters.move_to_end(identity)
        while len(self._chapters) > _KEPT:
            self._chapters.popitem(last=False)


@contextmanager
def standing_on(reader: Reader, now: date | None = None) -> Iterator[Standing]:
    """All entries of a reader's view, settled on a day; without one, on that of the latest report."""
    standing = Standing(reader)
    try:
        standing.look()
        standing.settle((now or standing.latest).toordinal())
        yield standing
    finally:
        standing.close()


def chapters_of(reader: Reader, entries: Collection[Entry]) -> Iterator[Chapter]:
    """Entries with their tellings."""
    tellings = reader.tellings_of([record for entry in entries for record in entry.records])
    told = {telling.record.id: telling for telling in tellings}
    return (Chapter(entry, [told[record] for record in entry.records]) for entry in entries)


def left_out_by(reader: Reader, decisions: Iterable[Decision]) -> frozenset[str]:
    """The entries that people rejected; ``decisions`` stand."""
    rejected = {record for decision in decisions if decision.act == "reject" for record in decision.records}
    return frozenset(reader.entries_of(tuple(rejected)).values())


class _Seen:
    """Who is who by the latest report, and the day of that report."""

    def __init__(self) -> None:
        self._told: dict[str, tuple[tuple[str, str], Actor]] = {}
        self._latest = "0001-01-01"

    def add(self, telling: Telling) -> None:
        published = telling.source.published
        day = (published.start if published else None) or ""
        self._latest = max(self._latest, day[:10])
        for actor in telling.actors:
            if actor.id not in self._told or self._told[actor.id][0] <= (day, telling.source.document):
                self._told[actor.id] = (day, telling.source.document), actor

    @property
    def latest(self) -> date:
        return date.fromisoformat(self._latest)

    @property
    def actors(self) -> dict[str, Actor]:
        return {identity: actor for identity, (_, actor) in self._told.items()}


def _may_get_status(chapter: Chapter) -> bool:
    entry = chapter.entry
    return is_commitment(entry) or is_appointment(chapter) or (entry.kind == "position" and entry.type in FORSWEARING)
