"""One entry settled with those others that may matter to it, by the rules of `cronistoria.merge`, so that it comes out
as `merge.settling.settle` would have it among all.

A `Settler` asks the store for the few entries that a `SideIndex` names, and keeps those of late at hand.
"""

from collections import OrderedDict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType

import msgspec

from cronistoria.merge.acts import acts_of, deciding_acts
from cronistoria.merge.appointments import is_appointment
from cronistoria.merge.chapter import Chapter
from cronistoria.merge.commitments import ASKING, answers_to, committed, is_commitment, is_deed
from cronistoria.merge.entry_keys import PATIENCE, may_get_status
from cronistoria.merge.keys import FAMILIES
from cronistoria.merge.neighbours import AT, Neighbours
from cronistoria.merge.readouts import passages_of, readouts
from cronistoria.merge.relations import relations
from cronistoria.merge.settling import decide, judge
from cronistoria.merge.verdict import Verdict, link_of
from cronistoria.model.entry import Entry, Link
from cronistoria.model.judgement import Decision
from cronistoria.model.record import Polarity
from cronistoria.store.base import Reader
from cronistoria.view.side_index import EITHER, EVER, Days, Named, SideIndex

_BATCH = 500
_KEPT = 2_000
_HORIZON = 400
_OPEN = frozenset(("open", "lapsed"))
_FIRST = 16
_ANSWERS = ("no", "yes")
_NONE: frozenset[str] = frozenset()
_DENYING = "denial"

Sides = Mapping[str, tuple[str, ...]]
Fetch = Callable[[Sequence[str]], dict[str, Chapter]]


class Settler:
    """Settles entries of one reader's view on a day; ``fetch`` gives chapters by id from elsewhere than the store."""

    def __init__(self, reader: Reader, now: date, fetch: Fetch | None = None) -> None:
        self._reader, self._now, self._fetch = reader, now.toordinal(), fetch or self._from_store
        self._decisions = standing_decisions(reader)
        self.left_out = left_out_by(reader, self._decisions)
        self._sides = SideIndex(reader, self.left_out)
        self._chapters: OrderedDict[str, Chapter] = OrderedDict()

    def with_status(self, chapter: Chapter) -> Entry:
        """The entry with its status alone."""
        return completed(chapter.entry, self._decisions, self.verdict(chapter))

    def settled(self, chapter: Chapter) -> Entry:
        """The entry with status, accounts and what it does to others."""
        self.keep({chapter.entry.id: chapter})
        own, verdict = chapter.entry.id, self.verdict(chapter)
        links = {link for doer, link in self.links(chapter, verdict) if doer == own}
        links |= set(self._done_to_others(chapter))
        return completed(chapter.entry, self._decisions, verdict, links, self._accounts(chapter))

    def verdict(self, chapter: Chapter) -> Verdict | None:
        """What became of an entry, if it is one of which that is asked."""
        if not is_followed(chapter):
            return None
        if chapter.strand != "position":
            return judge(chapter, self._arranged(chapter), self._now)
        verdict, found = judge(chapter, Neighbours({}), self._now), self._deciding(chapter)
        size = _FIRST
        while found and (verdict is None or verdict.status in _OPEN):
            some, found, size = found[:size], found[size:], size * 2
            verdict = judge(chapter, self._near(chapter.sides | chapter.targets, some), self._now)
        return verdict

    def links(self, chapter: Chapter, verdict: Verdict | None) -> Iterator[tuple[str, Link]]:
        """What follows from one entry: what it does to others, and what others do to it; each with who does it."""
        entry = chapter.entry
        yield from ((entry.id, link) for link in relations(chapter, self._related(chapter)))
        if verdict and (deciding := link_of(verdict, entry)):
            yield deciding
        if is_commitment(entry):
            for later, reason in answers_to(chapter, self._answering(chapter), self._now):
                yield later.entry.id, Link("answers", entry.id, reason)

    def done_to(self, chapter: Chapter) -> dict[str, tuple[Link, ...]]:
        """By who does it, what others do to an entry."""
        own, found = chapter.entry.id, dict[str, set[Link]]()
        for doer, link in self.links(chapter, self.verdict(chapter)):
            if doer != own:
                found.setdefault(doer, set()).add(link)
        for other in self._relating(chapter):
            for link in relations(other, self._related(other)):
                if link.entry == own:
                    found.setdefault(other.entry.id, set()).add(link)
        return {doer: in_order(links) for doer, links in sorted(found.items())}

    def chapters(self, identities: Sequence[str]) -> list[Chapter]:
        """Chapters in that order; those of late are still at hand, those that are not there are left out."""
        missing = [identity for identity in dict.fromkeys(identities) if identity not in self._chapters]
        at_hand = {i: self._chapters[i] for i in identities if i in self._chapters}
        for start in range(0, len(missing), _BATCH):
            at_hand |= self._fetch(missing[start : start + _BATCH])
        self.keep(at_hand)
        return [at_hand[identity] for identity in identities if identity in at_hand]

    def keep(self, chapters: dict[str, Chapter]) -> None:
        """Has chapters at hand, and lets go of those that were not asked for the longest time."""
        for identity, chapter in chapters.items():
            self._chapters[identity] = chapter
            self._chapters.move_to_end(identity)
        while len(self._chapters) > _KEPT:
            self._chapters.popitem(last=False)

    def _from_store(self, identities: Sequence[str]) -> dict[str, Chapter]:
        found = self._reader.entries_named(identities)
        return {chapter.entry.id: chapter for chapter in chapters_of(self._reader, found.values())}

    def _near(self, sides: Iterable[str], named: Named) -> Neighbours:
        """What a question found, whichever of some sides it is of: the rules look at that."""
        return Neighbours(dict.fromkeys(sides, self.chapters([identity for _, identity in named])))

    def _deciding(self, chapter: Chapter) -> Named:
        """What may decide a commitment or belie a denial: deeds on its subjects, and what its side says to the
        contrary on its point; by time.
        """
        if chapter.first is None:
            return []
        entry, bound, days = chapter.entry, is_commitment(chapter.entry), self._afterwards(chapter.first)
        aimed = entry.type not in ASKING and not chapter.targets <= chapter.sides
        whom = chapter.targets if aimed else _NONE
        doers, acts = (committed(chapter) if bound else chapter.sides), deciding_acts(chapter.content, bound=bound)
        found = set(self._sides.deeds(doers, acts, days, whom))
        if bound:
            family, contrary = FAMILIES[entry.type or ""], _contrary(entry)
            found.update(self._sides.points(chapter.sides, (family,), chapter.content, (contrary,), days))
        return sorted(found - {(chapter.day, entry.id)})

    def _answering(self, chapter: Chapter) -> Neighbours:
        """What the addressees accept or refuse on the point of a commitment."""
        addressees = chapter.targets - chapter.sides
        if chapter.first is None or not addressees:
            return Neighbours({})
        days = self._afterwards(chapter.first)
        return self._near(addressees, self._sides.points(addressees, _ANSWERS, chapter.content, days=days))

    def _afterwards(self, day: int) -> Days:
        """The days after one on which something may come of it."""
        return day + 1, min(self._now, day + _HORIZON)

    def _arranged(self, chapter: Chapter) -> Neighbours:
        """Contacts and appointments that may keep or replace an appointment."""
        window, first, last = chapter.window, chapter.first, chapter.last
        dated = window is not None and window.dated
        days = (window.first, window.last) if window and dated else (first or 0, (first or 0) + PATIENCE)
        told = ((last or 0) + 1, days[1] + 1) if dated else None
        return self._near(chapter.sides, self._sides.meetings(chapter.sides, days, told))

    def _related(self, chapter: Chapter) -> Neighbours:
        """Deployments of its sides, or their positions on its point, among the latest of each side."""
        sides, entry = chapter.sides, chapter.entry
        if chapter.strand == "deployment":
            return Neighbours(self._latest(sides, self._sides.deployments(sides)))
        if chapter.strand != "position" or not sides:
            return Neighbours({})
        own, about = FAMILIES.get(entry.type or "", ""), chapter.content
        days = self._sides.first_cutoff(sides)[0], EVER[1]
        near = self._latest(sides, self._sides.points(sides, (own,), about, (entry.polarity,), days))
        if entry.type == _DENYING:
            at = [AT + side for side in sides]
            days = self._sides.first_cutoff(sides, aimed=True)[0], EVER[1]
            near |= self._latest(sides, self._sides.points(at, ("blame",), about, EITHER, days), aimed=True)
        return Neighbours(near)

    def _latest(self, sides: Iterable[str], named: Named, *, aimed: bool = False) -> dict[str, list[Chapter]]:
        """By side, those of some entries that are among its latest; ``aimed``: among the latest at it."""
        wanted = {side: self._sides.cutoff(AT + side if aimed else side) for side in sides}
        since = min(wanted.values(), default=(0, ""))
        found: dict[str, list[Chapter]] = {}
        for chapter in self.chapters([identity for day, identity in named if (day, identity) >= since]):
            for side in (chapter.targets if aimed else chapter.sides) & wanted.keys():
                if (chapter.day, chapter.entry.id) >= wanted[side]:
                    found.setdefault(AT + side if aimed else side, []).append(chapter)
        return found

    def _done_to_others(self, chapter: Chapter) -> Iterator[Link]:
        """What it does to those whose status it decides, and to the commitments that it answers."""
        own = chapter.entry.id
        for other in self.chapters([i for _, i in self._decidable(chapter) if i != own]):
            verdict = self.verdict(other)
            if verdict and (deciding := link_of(verdict, other.entry)) and deciding[0] == own:
                yield deciding[1]
        if chapter.strand == "position" and FAMILIES.get(chapter.entry.type or "") in _ANSWERS:
            near = Neighbours({side: [chapter] for side in chapter.sides})
            asked = self._sides.asked(chapter.sides, chapter.content, self._before(chapter.day))
            for other in self.chapters([identity for _, identity in asked if identity != own]):
                for _, reason in answers_to(other, near, self._now) if is_commitment(other.entry) else ():
                    yield Link("answers", other.entry.id, reason)

    def _decidable(self, chapter: Chapter) -> Named:
        """What an entry may decide: positions that a deed fulfils or breaks or that are taken back, appointments."""
        if is_deed(chapter):
            acts = acts_of(chapter.entry.type, chapter.entry.plover, chapter.strand)
            return self._sides.due(chapter.sides, acts, self._before(chapter.day))
        if chapter.strand == "position":
            family = FAMILIES.get(chapter.entry.type or "", "")
            return self._sides.stated(chapter.sides, family, chapter.content, self._before(chapter.day))
        if chapter.strand not in ("contact", "appointment") or chapter.window is None:
            return []
        window, told = chapter.window, chapter.first or chapter.window.first
        found = {*self._sides.pending(chapter.sides, (window.first, window.last))}
        return sorted(found.union(self._sides.pending(chapter.sides, (told - 1, told))))

    def _before(self, day: int) -> Days:
        """The days on which that may have been said of which something comes on a day."""
        return day - _HORIZON, day - 1

    def _relating(self, chapter: Chapter) -> list[Chapter]:
        """Those of which an entry may be the whole, which may repeat it, or deny what it says."""
        sides, strand = self._sides, chapter.strand
        family, content = FAMILIES.get(chapter.entry.type or "", ""), chapter.content
        found: Named = []
        if strand == "deployment" and self._is_late(chapter, chapter.sides):
            found = sides.deployments(chapter.sides)
        if strand == "position" and self._is_late(chapter, chapter.sides):
            found = sides.points(chapter.sides, (family,), content, (chapter.entry.polarity,))
        if strand == "position" and family == "blame" and self._is_late(chapter, chapter.targets, aimed=True):
            found += sides.points(chapter.targets, (FAMILIES[_DENYING],), content)
        return self.chapters([identity for _, identity in dict.fromkeys(found) if identity != chapter.entry.id])

    def _is_late(self, chapter: Chapter, sides: Iterable[str], *, aimed: bool = False) -> bool:
        """Whether it is among the latest of a side, or at a side, so that links may lead to it."""
        place = chapter.day, chapter.entry.id
        return any(place >= self._sides.cutoff(AT + side if aimed else side) for side in sides)

    def _accounts(self, chapter: Chapter) -> Sides:
        """What each side says of a contact, in the reports that tell it."""
        told = {passage.document for passage in passages_of(chapter) if passage.is_contact}
        if not told:
            return {}
        entries = sorted(set(self._reader.entries_of(self._reader.records_of(sorted(told))).values()) - self.left_out)
        passages = (passage for near in self.chapters(entries) for passage in passages_of(near))
        return readouts(p for p in passages if p.document in told).get(chapter.entry.id, {})


def completed(
    entry: Entry,
    decisions: Sequence[Decision],
    verdict: Verdict | None,
    links: Iterable[Link] = (),
    sides: Sides = MappingProxyType({}),
) -> Entry:
    """An entry with what was found of it, as people decided about it; ``decisions`` stand."""
    found = msgspec.structs.replace(
        entry,
        status=verdict.status if verdict else None,
        grounds=(verdict.ground,) if verdict else (),
        sides=dict(sides),
        links=in_order(links),
    )
    return decide(found, decisions)


def in_order(links: Iterable[Link]) -> tuple[Link, ...]:
    """Links as an entry has them."""
    return tuple(sorted(links, key=lambda link: (link.type, link.entry, link.reason or "")))


def is_followed(chapter: Chapter) -> bool:
    """Whether an entry may get a status."""
    return may_get_status(chapter.entry) or is_appointment(chapter)


def chapters_of(reader: Reader, entries: Collection[Entry]) -> Iterator[Chapter]:
    """Entries with their tellings."""
    tellings = reader.tellings_of([record for entry in entries for record in entry.records])
    told = {telling.record.id: telling for telling in tellings}
    return (Chapter(entry, [told[record] for record in entry.records]) for entry in entries)


def standing_decisions(reader: Reader) -> tuple[Decision, ...]:
    """What people decided and did not undo."""
    return tuple(decision for decision in reader.decisions() if decision.undone_at is None)


def left_out_by(reader: Reader, decisions: Iterable[Decision]) -> frozenset[str]:
    """The entries that people rejected; ``decisions`` stand."""
    rejected = {record for decision in decisions if decision.act == "reject" for record in decision.records}
    return frozenset(reader.entries_of(tuple(rejected)).values())


def _contrary(entry: Entry) -> Polarity:
    return "affirmed" if entry.polarity == "negated" else "negated"
