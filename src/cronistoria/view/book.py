"""A crisis as it stands on a day: settled entries, the tellings behind them, who is who, and titles.

Everything that the commands show is asked of a `Book`; it is made from one reader's unchanging view.
"""

import copy
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from itertools import takewhile
from types import MappingProxyType
from typing import Self

import msgspec
import numpy as np
from numpy.typing import NDArray

from cronistoria.errors import InputError
from cronistoria.export.phrases import Speaker
from cronistoria.languages.chronicle import ChronicleLabels
from cronistoria.languages.labels import Labels, load_labels
from cronistoria.merge.chapter import Chapter
from cronistoria.merge.settling import settle
from cronistoria.model.actor import Actor
from cronistoria.model.entry import Entry, LinkType, entry_order
from cronistoria.model.judgement import Decision
from cronistoria.model.source import Telling
from cronistoria.store.base import Reader
from cronistoria.view.called import EXAMPLE, SHORTEST, not_called, short_id
from cronistoria.view.index import EntryIndex
from cronistoria.view.naming import Naming
from cronistoria.view.titles import Titles

_MOST_TITLES = 100_000
_NEVER, _DAY = "0001-01-01", 10
_OF_A_STATE = frozenset(("person", "office", "group"))
_IN_WORDS = ("labels", "speaker", "naming", "_titles")


class Book:
    """Entries, tellings and decisions on the day ``now``, told in the language of the labels.

    Of an entry whose tellings are as they were, the chapter of an earlier book may stand for it. ``versions``: by id of
    a report that was replaced, its later version.
    """

    versions: Mapping[str, str] = MappingProxyType({})

    def __init__(
        self,
        entries: Iterable[Entry | Chapter],
        tellings: Iterable[Telling],
        decisions: Iterable[Decision],
        labels: str,
        now: date,
    ) -> None:
        self.tellings: Mapping[str, Telling] = {telling.record.id: telling for telling in tellings}
        self.decisions = tuple(decisions)
        self.now, self.language = now, labels
        self._chapters: Mapping[str, Chapter] = {chapter.entry.id: chapter for chapter in map(self._chapter, entries)}
        self._title_of: dict[str, str] = {}
        self._settle()

    def told_in(self, labels: str) -> Self:
        """The same book in another language."""
        other = copy.copy(self)
        for name in _IN_WORDS:
            other.__dict__.pop(name, None)
        other.language, other._title_of = labels, {}
        return other

    def prepare(self) -> None:
        """Makes now what else the first question would have to wait for."""
        self.actors, self._entry_of, self._reverse_links, self._tails  # noqa: B018
        self.index.prepare()

    @cached_property
    def latest(self) -> date:
        """The day of the latest report: whoever opens a book of a store says which, as its entries need not know it."""
        return latest_day(self.tellings.values())

    def walk(self) -> Iterator[tuple[Entry, Chapter]]:
        """All entries in time order, with their tellings."""
        return ((entry, self.chapter(entry)) for entry in self.entries)

    def telling(self, record: str) -> Telling:
        """The telling of a record."""
        return self.tellings[record]

    def _settle(self) -> None:
        settled = settle(self._chapters.values(), self.decisions, self.now.toordinal())
        self.entries: Sequence[Entry] = tuple(sorted(settled, key=entry_order))
        self._by_id: Mapping[str, Entry] = {entry.id: entry for entry in self.entries}

    def _chapter(self, entry: Entry | Chapter) -> Chapter:
        if isinstance(entry, Chapter):
            return entry
        return Chapter(entry, [self.tellings[record] for record in entry.records])

    @cached_property
    def actors(self) -> dict[str, Actor]:
        """Actors by id, as the latest report has them."""
        told = sorted(self.tellings.values(), key=lambda t: (_published(t) or "", t.source.document))
        return {actor.id: actor for telling in told for actor in telling.actors}

    @cached_property
    def labels(self) -> Labels:
        """All labels of the language."""
        return load_labels(self.language)

    @property
    def words(self) -> ChronicleLabels:
        """The labels of entries."""
        words = self.labels.chronicle
        if words is None:
            raise InputError(f"labels '{self.language}': this language has no words for entries")
        return words

    @cached_property
    def speaker(self) -> Speaker:
        """What says dates, names and numbers."""
        return Speaker(self.labels, self.language, self.actors)

    @cached_property
    def naming(self) -> Naming:
        """What says names inside sentences."""
        return Naming(self.speaker, self.words)

    @cached_property
    def _titles(self) -> Titles:
        return Titles(self.naming, self.labels)

    def replaced(self, document: str) -> tuple[str, ...]:
        """The earlier versions of a report."""
        return tuple(earlier for earlier, later in self.versions.items() if later == document)

    def at(self, positions: NDArray[np.int64]) -> Sequence[Entry]:
        """The entries at some positions."""
        return tuple(self.entries[position] for position in positions.tolist())

    def position(self, entry: Entry) -> int:
        """Where an entry stands among all, in time order."""
        return bisect_left(self.entries, entry_order(entry), key=entry_order)

    @cached_property
    def index(self) -> EntryIndex:
        """Columns of the entries."""
        return EntryIndex(self)

    def chapter(self, entry: Entry) -> Chapter:
        """An entry with its tellings."""
        return self._chapters[entry.id]

    def chapter_as_told(self, entry: Entry) -> Chapter | None:
        """The chapter of an entry that merging made, if it is as it was then."""
        chapter = self._chapters.get(entry.id)
        return chapter if chapter is not None and chapter.entry == entry else None

    def title(self, entry: Entry) -> str:
        """The sentence for an entry."""
        title = self._title_of.get(entry.id)
        if title is None:
            title = self._titles.title(self.chapter(entry))
            if len(self._title_of) >= _MOST_TITLES:
                self._title_of.clear()
            self._title_of[entry.id] = title
        return title

    def place(self, entry: Entry) -> str | None:
        """Where an entry is, with its country."""
        return self._titles.place(self.chapter(entry)) if entry.place else None

    def titled(self, entries: Iterable[Entry]) -> tuple[Entry, ...]:
        """Entries that carry their titles."""
        return tuple(msgspec.structs.replace(entry, title=self.title(entry)) for entry in entries)

    def entry(self, name: str) -> Entry:
        """The entry of an id, or of the beginning of what follows its colon.

        Raises `InputError` for none or several.
        """
        if name in self._by_id:
            return self._by_id[name]
        found = self._beginning_with(name.rpartition(":")[2])
        if len(found) == 1:
            return self._by_id[found[0]]
        raise not_called(name, len(found), self._example())

    def entry_of(self, record: str) -> Entry | None:
        """The entry that a record stands in; ``None`` for one that is in none, or in one that was rejected."""
        return self._by_id.get(self._entry_of.get(record, ""))

    def links_to(self, entry: Entry) -> tuple[tuple[LinkType, str], ...]:
        """What other entries do to this one: the type of each link, and the entry it starts from."""
        return self._reverse_links.get(entry.id, ())

    @cached_property
    def _entry_of(self) -> Mapping[str, str]:
        return {record: entry for entry, chapter in self._chapters.items() for record in chapter.entry.records}

    @cached_property
    def _reverse_links(self) -> Mapping[str, tuple[tuple[LinkType, str], ...]]:
        found: dict[str, tuple[tuple[LinkType, str], ...]] = {}
        for entry in self.entries:
            for link in entry.links:
                found[link.entry] = (*found.get(link.entry, ()), (link.type, entry.id))
        return found

    @cached_property
    def _tails(self) -> list[tuple[str, str]]:
        """What follows the colon of each id, in order, with the id."""
        return sorted((entry.rpartition(":")[2], entry) for entry in self._by_id)

    def _beginning_with(self, tail: str) -> list[str]:
        if len(tail) < SHORTEST:
            return []
        first = bisect_left(self._tails, (tail, ""))
        return [entry for _, entry in takewhile(lambda pair: pair[0].startswith(tail), self._tails[first:])]

    def sides(self, entry: Entry) -> frozenset[str]:
        """Everybody in an entry by id, and the states that its people and offices belong to."""
        ids = (*entry.actors, *entry.recipients)
        return frozenset((*ids, *(self.side(actor) for actor in ids)))

    def side(self, actor_id: str) -> str:
        """The state of a person or an office, otherwise whoever it is."""
        actor = self.actors.get(actor_id)
        return actor.country if actor and actor.country and actor.kind in _OF_A_STATE else actor_id

    def _example(self) -> str:
        return short_id(self.entries[0].id) if self.entries else EXAMPLE


def open_book(reader: Reader, labels: str, now: date | None = None) -> Book:
    """The book of all that a reader sees; without a day, that of the latest report."""
    book = Book(tuple(reader.entries()), tuple(reader.tellings()), reader.decisions(), labels, now or last_day(reader))
    book.versions, book.latest = reader.versions(), last_day(reader)
    return book


def turn_page(earlier: Book, reader: Reader) -> Book:
    """The book of all that a reader sees, on the day of the latest report, with little read anew.

    No report may have been taken away since the earlier book was opened.
    """
    entries = {entry.id: entry for entry in reader.entries()}
    kept = {i: c for i, entry in entries.items() if (c := earlier.chapter_as_told(entry))}
    told = reader.tellings_of([record for i, entry in entries.items() if i not in kept for record in entry.records])
    tellings = {**earlier.tellings, **{telling.record.id: telling for telling in told}}
    parts = [kept.get(i, entry) for i, entry in entries.items()]
    book = Book(parts, tellings.values(), reader.decisions(), earlier.language, last_day(reader))
    book.versions, book.latest = reader.versions(), last_day(reader)
    return book


def last_day(reader: Reader) -> date:
    """The last day on which a report was published."""
    return date.fromisoformat((reader.last_published() or _NEVER)[:_DAY])


def latest_day(tellings: Iterable[Telling]) -> date:
    """The last day on which a report of some tellings was published."""
    days = [published for telling in tellings if (published := _published(telling))]
    return date.fromisoformat(max(days, default=_NEVER)[:_DAY])


def _published(telling: Telling) -> str | None:
    published = telling.source.published
    return published.start if published else None
