"""From tellings to entries, at once or report by report with the same result.

`merge` holds everything in memory; `update` works on a shelf (a store's writer) and reads only the neighbourhoods that
records without an entry, and new decisions, touch.
"""

from collections.abc import Collection, Iterable, Mapping
from typing import Protocol

import msgspec

from cronistoria.merge.chapter import Chapter
from cronistoria.merge.entries import make_entry
from cronistoria.merge.entry_keys import EntryKey, keys_of
from cronistoria.merge.features import THRESHOLD, score_pair
from cronistoria.merge.keys import may_be_same, own_keys, sought_keys
from cronistoria.merge.linker import Linked, Ruling, link, ruling_of
from cronistoria.merge.sketch import Sketch, sketch_of
from cronistoria.model.entry import Entry
from cronistoria.model.judgement import Decision, Judgement
from cronistoria.model.source import Telling


class Merged(msgspec.Struct, frozen=True):
    """Entries by id, and the judgements on pairs of records that they rest on."""

    entries: tuple[Entry, ...]
    judgements: tuple[Judgement, ...]


class Shelf(Protocol):
    """What `update` asks of a store's writer."""

    def tellings_of(self, records: Collection[str], /) -> tuple[Telling, ...]:
        """The records of these ids."""

    def unmerged(self) -> tuple[str, ...]:
        """Ids of the records that stand in no entry yet."""

    def records_by_key(self, keys: Collection[str], /) -> dict[str, tuple[str, ...]]:
        """By key, the ids of the records that have it."""

    def entry(self, entry: str, /) -> Entry:
        """The entry of an id."""

    def entries_named(self, entries: Collection[str], /) -> dict[str, Entry]:
        """The entries of some ids."""

    def entries_of(self, records: Collection[str], /) -> dict[str, str]:
        """By record id, the id of its entry."""

    def decisions(self) -> tuple[Decision, ...]:
        """What people decided."""

    def keep_keys(self, keys: Mapping[str, Iterable[str]], /) -> None:
        """By record id, its keys."""

    def replace_entries(self, old: Iterable[str], new: Iterable[Entry], /) -> None:
        """Takes entries away and puts others in."""

    def keep_entry_keys(self, keys: Mapping[str, Iterable[EntryKey]], /) -> None:
        """By entry, the keys by which it is found when others are settled."""

    def replace_judgements(self, records: Collection[str], new: Iterable[Judgement], /) -> None:
        """Takes away the judgements within these records and puts others in."""


def merge(
    tellings: Iterable[Telling], decisions: Iterable[Decision] = (), sketches: Mapping[str, Sketch] | None = None
) -> Merged:
    """All entries of some tellings, in the order of their ids; ``sketches``: theirs, if they were made before."""
    told = {telling.record.id: telling for telling in tellings}
    sketched = (sketches[record] if sketches else sketch_of(telling) for record, telling in told.items())
    return merged_of(link(sketched, ruling_of(decisions)), told)


def merged_of(linked: Linked, told: Mapping[str, Telling]) -> Merged:
    """The entries of groups; ``told``: their tellings by record id."""
    entries = (make_entry(told[sketch.record.id] for sketch in group) for group in linked.groups)
    return Merged(tuple(sorted(entries, key=lambda entry: entry.id)), linked.judgements)


def update(shelf: Shelf, touched: Iterable[str] = ()) -> int:
    """Merges what is not merged yet, and what new decisions touch; the number of records looked at."""
    new = dict.fromkeys((*shelf.unmerged(), *touched))
    if not new:
        return 0
    ruling = ruling_of(shelf.decisions())
    told = {telling.record.id: telling for telling in shelf.tellings_of(tuple(new))}
    sketches = {record: sketch_of(telling) for record, telling in told.items()}
    shelf.keep_keys({record: sorted(own_keys(sketch)) for record, sketch in sketches.items()})
    _close(shelf, told, sketches, ruling)
    merged = merge(told.values(), shelf.decisions(), sketches)
    known = shelf.entries_named(sorted(set(shelf.entries_of(tuple(told)).values())))
    changed = [entry for entry in merged.entries if known.get(entry.id) != entry]
    gone = known.keys() - {entry.id for entry in merged.entries}
    shelf.replace_entries(sorted({*gone, *(entry.id for entry in changed)} & known.keys()), changed)
    keep_keys_of(shelf, changed, told)
    shelf.replace_judgements(tuple(told), [judgement for judgement in merged.judgements if judgement.by is None])
    return len(told)


def keep_keys_of(shelf: Shelf, entries: Iterable[Entry], told: Mapping[str, Telling]) -> None:
    """Keeps the keys of entries, whose records stand among those ``told``."""
    chapters = (Chapter(entry, [told[record] for record in entry.records]) for entry in entries)
    shelf.keep_entry_keys({chapter.entry.id: tuple(keys_of(chapter)) for chapter in chapters})


def _close(shelf: Shelf, told: dict[str, Telling], sketches: dict[str, Sketch], ruling: Ruling) -> None:
    """Adds the whole neighbourhoods of the sketches: whatever is linked to them, and to what is linked to them."""
    ruled: dict[str, set[str]] = {}
    for left, right in ruling.same:
        ruled.setdefault(left, set()).add(right)
        ruled.setdefault(right, set()).add(left)
    frontier = list(sketches.values())
    while frontier:
        entries = shelf.entries_of([sketch.record.id for sketch in frontier])
        mates = {record for entry in sorted(set(entries.values())) for record in shelf.entry(entry).records}
        wanted = {record for sketch in frontier for record in ruled.get(sketch.record.id, ())} | mates
        found = shelf.records_by_key(sorted({key for sketch in frontier for key in sought_keys(sketch)}))
        near = {record for records in found.values() for record in records} - sketches.keys()
        candidates = {
            t.record.id: (t, sketch_of(t)) for t in shelf.tellings_of(sorted(near | wanted - sketches.keys()))
        }
        linked = _linked_to(frontier, {record: sketch for record, (_, sketch) in candidates.items()})
        added = sorted((linked | wanted) & candidates.keys())
        told |= {record: candidates[record][0] for record in added}
        frontier = [candidates[record][1] for record in added]
        sketches |= {sketch.record.id: sketch for sketch in frontier}


def _linked_to(frontier: Iterable[Sketch], candidates: Mapping[str, Sketch]) -> set[str]:
    """The candidates that some sketch of the frontier is like enough to."""
    index: dict[str, list[str]] = {}
    for record, sketch in candidates.items():
        for key in own_keys(sketch):
            index.setdefault(key, []).append(record)
    linked: set[str] = set()
    for sketch in frontier:
        near = {record for key in sought_keys(sketch) for record in index.get(key, ())} - linked
        linked |= {record for record in near if _is_linked(sketch, candidates[record])}
    return linked


def _is_linked(one: Sketch, other: Sketch) -> bool:
    if one.signature == other.signature:
        return True
    return may_be_same(one, other) and (score_pair(one, other) or 0.0) >= THRESHOLD
