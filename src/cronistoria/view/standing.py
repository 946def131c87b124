"""How the entries of a store stand on a day, found in memory that does not grow with them.

All entries are looked at once and what settling asks of them goes to a `Spool` on disk; each is then settled with those
others that may matter to it, by the rules of `cronistoria.merge`, so that it comes out as `settle` would have it.
"""

import copy
from collections import OrderedDict
from collections.abc import Collection, Iterator, Sequence
from itertools import islice
from typing import Any

import msgspec

from cronistoria.merge.acts import BREAKING, FULFILLING
from cronistoria.merge.appointments import is_appointment
from cronistoria.merge.chapter import Chapter
from cronistoria.merge.commitments import answers_to, is_commitment
from cronistoria.merge.keys import FAMILIES
from cronistoria.merge.neighbours import AT, Neighbours
from cronistoria.merge.readouts import readouts
from cronistoria.merge.relations import relations
from cronistoria.merge.settling import decide, judge
from cronistoria.merge.verdict import Verdict, link_of
from cronistoria.model.entry import Entry, Link
from cronistoria.model.parts import named_actors
from cronistoria.model.report import Report
from cronistoria.model.source import Telling, make_source
from cronistoria.store.base import Reader
from cronistoria.view.book import entry_order
from cronistoria.view.spool import Spool

BATCH = 200
_KEPT = 2_000
_REPORTS_KEPT = 200
_HORIZON = 400
_PATIENCE = 60
_OPEN = frozenset(("open", "lapsed"))
_FIRST = 16
_ANSWERS = ("no", "yes")


class Standing:
    """The entries of one reader's view: `look` at all of them, `settle` them on a day, then take them one by one."""

    def __init__(self, reader: Reader) -> None:
        self._reader, self._now = reader, 0
        self._spool = Spool()
        self._decisions = tuple(d for d in reader.decisions() if d.undone_at is None)
        rejected = {record for d in self._decisions if d.act == "reject" for record in d.records}
        self._left_out = frozenset(reader.entries_of(tuple(rejected)).values())
        self._chapters: OrderedDict[str, Chapter] = OrderedDict()
        self._accounts: OrderedDict[str, dict[str, dict[str, tuple[str, ...]]]] = OrderedDict()

    def look(self) -> Iterator[Chapter]:
        """Every entry, once; what is asked afterwards needs that this has come to its end."""
        entries = (entry for entry in self._reader.entries() if entry.id not in self._left_out)
        while some := list(islice(entries, BATCH)):
            for chapter in chapters_of(self._reader, some):
                judged = is_commitment(chapter.entry) or is_appointment(chapter)
                self._spool.add(chapter, entry_order(chapter.entry)[0], judged)
                yield chapter

    def settle(self, now: int) -> None:
        """Finds what entries do to those that they decide or answer, up to a day (an ordinal)."""
        self._now = now
        for identity in self._spool.ids(judged=True):
            (chapter,) = self._load([identity])
            verdict = self._judge(chapter)
            if verdict and (deciding := link_of(verdict, chapter.entry)):
                self._spool.add_link(*deciding)
            if is_commitment(chapter.entry):
                for later, reason in answers_to(chapter, self._answering(chapter), self._now):
                    self._spool.add_link(later.entry.id, Link("answers", identity, reason))

    def settled(self) -> Iterator[Chapter]:
        """All entries in time order as they stand."""
        identities = self._spool.ids()
        while some := list(islice(identities, BATCH)):
            for chapter in self._load(some):
                settled = copy.copy(chapter)
                settled.entry = self._settle(chapter)
                yield settled

    def tells(self, document: str) -> bool:
        """Whether a report tells an entry."""
        return self._spool.has_source(document)

    def close(self) -> None:
        """Gives back the disk."""
        self._spool.close()

    def _settle(self, chapter: Chapter) -> Entry:
        entry, judged = chapter.entry, is_commitment(chapter.entry) or is_appointment(chapter)
        verdict = self._judge(chapter) if judged else None
        links = {*self._spool.links(entry.id), *relations(chapter, self._related(chapter))}
        settled = msgspec.structs.replace(
            entry,
            status=verdict.status if verdict else None,
            grounds=(verdict.ground,) if verdict else (),
            sides=self._sides(chapter),
            links=tuple(sorted(links, key=lambda link: (link.type, link.entry, link.reason or ""))),
        )
        return decide(settled, self._decisions)

    def _judge(self, chapter: Chapter) -> Verdict | None:
        if not is_commitment(chapter.entry):
            return judge(chapter, self._arranged(chapter), self._now)
        verdict, found = judge(chapter, Neighbours({}), self._now), self._deciding(chapter)
        size = _FIRST
        while found and verdict and verdict.status in _OPEN:
            some, found, size = found[:size], found[size:], size * 2
            others = list(self._load([identity for _, identity in some]))
            near = Neighbours(dict.fromkeys(chapter.sides | chapter.targets, others))
            verdict = judge(chapter, near, self._now)
        return verdict

    def _deciding(self, chapter: Chapter) -> list[tuple[int, str]]:
        """What may decide a commitment: deeds on its subjects, and positions of its side on its point; by time."""
        if chapter.first is None:
            return []
        first, last = chapter.first, min(self._now, chapter.first + _HORIZON)
        none = frozenset[str]()
        acts = none.union(*(FULFILLING.get(s, none) | BREAKING.get(s, none) for s in chapter.content))
        family = FAMILIES.get(chapter.entry.type or "", "")
        found: set[tuple[int, str]] = set()
        for side in chapter.sides | chapter.targets:
            found |= set(self._spool.deeds(side, acts, first, last))
            found |= {(d, i) for d, i in self._spool.points(side, (family,), chapter.content) if first < d <= last}
        return sorted(found - {(chapter.day, chapter.entry.id)})

    def _answering(self, chapter: Chapter) -> Neighbours:
        """What the addressees accept or refuse on the point of a commitment."""
        sides = chapter.targets - chapter.sides
        return self._others({side: self._spool.points(side, _ANSWERS, chapter.content) for side in sides})

    def _arranged(self, chapter: Chapter) -> Neighbours:
        """Contacts and appointments that may keep or replace an appointment."""
        window, first, last = chapter.window, chapter.first, chapter.last
        dated = window is not None and window.dated
        days = (window.first, window.last) if window and dated else (first or 0, (first or 0) + _PATIENCE)
        told = ((last or 0) + 1, days[1] + 1) if dated else (1, 0)
        return self._others({side: self._spool.meetings(side, days, told) for side in chapter.sides})

    def _related(self, chapter: Chapter) -> Neighbours:
        """Deployments of its sides, or their positions on its point, among the latest of each side."""
        if chapter.strand == "deployment":
            return self._others({side: self._spool.of_strand(side, "deployment") for side in chapter.sides})
        if chapter.strand != "position":
            return Neighbours({})
        own = FAMILIES.get(chapter.entry.type or "", "")
        asked = [(side, own) for side in chapter.sides]
        if chapter.entry.type == "denial":
            asked += [(AT + side, "blame") for side in chapter.sides]
        found = {side: self._spool.points(side, (family,), chapter.content) for side, family in asked}
        return self._others({side: [p for p in told if p >= self._spool.cutoff(side)] for side, told in found.items()})

    def _sides(self, chapter: Chapter) -> dict[str, tuple[str, ...]]:
        """Each side's account of a contact, from the reports that tell it."""
        if chapter.strand != "contact" or not chapter.is_real:
            return {}
        found: dict[str, set[str]] = {}
        for document in dict.fromkeys(telling.source.document for telling in chapter.tellings):
            for side, records in self._readouts(document).get(chapter.entry.id, {}).items():
                found.setdefault(side, set()).update(records)
        return {side: tuple(sorted(records)) for side, records in sorted(found.items())}

    def _readouts(self, document: str) -> dict[str, dict[str, tuple[str, ...]]]:
        if document not in self._accounts:
            told = {telling.record.id: telling for telling in _tellings(self._reader.report(document))}
            groups: dict[str, list[Telling]] = {}
            for record, identity in self._reader.entries_of(tuple(told)).items():
                groups.setdefault(identity, []).append(told[record])
            kept = self._spool.entries([identity for identity in groups if identity not in self._left_out])
            self._accounts[document] = readouts(Chapter(entry, groups[entry.id]) for entry in kept)
            _keep(self._accounts, _REPORTS_KEPT)
        return self._accounts[document]

    def _others(self, found: dict[str, list[tuple[int, str]]]) -> Neighbours:
        return Neighbours({side: self._load([identity for _, identity in told]) for side, told in found.items()})

    def _load(self, identities: Sequence[str]) -> Iterator[Chapter]:
        """Chapters in that order; those of late are still at hand."""
        missing = [identity for identity in dict.fromkeys(identities) if identity not in self._chapters]
        at_hand = {i: self._chapters[i] for i in identities if i in self._chapters}
        for start in range(0, len(missing), BATCH):
            entries = self._spool.entries(missing[start : start + BATCH])
            at_hand |= {chapter.entry.id: chapter for chapter in chapters_of(self._reader, entries)}
        for identity in dict.fromkeys(identities):
            self._chapters[identity] = at_hand[identity]
            self._chapters.move_to_end(identity)
            _keep(self._chapters, _KEPT)
        return (at_hand[identity] for identity in identities)


def chapters_of(reader: Reader, entries: Collection[Entry]) -> Iterator[Chapter]:
    """Entries with their tellings."""
    tellings = reader.tellings_of([record for entry in entries for record in entry.records])
    told = {telling.record.id: telling for telling in tellings}
    return (Chapter(entry, [told[record] for record in entry.records]) for entry in entries)


def _tellings(report: Report) -> Iterator[Telling]:
    """The records of a report, each with the actors that it names."""
    source, known = make_source(report.document), {actor.id: actor for actor in report.actors}
    for record in report.records:
        yield Telling(record=record, source=source, actors=tuple(known[a] for a in named_actors(record) if a in known))


def _keep(kept: OrderedDict[str, Any], most: int) -> None:
    """Lets go of what was not asked for the longest time."""
    while len(kept) > most:
        kept.popitem(last=False)
