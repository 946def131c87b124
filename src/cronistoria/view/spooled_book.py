"""A book whose entries stay on disk; in memory are columns of them, and those that were asked for of late.

It says of every entry what a `Book` in memory would say, and may be asked by many threads.
"""

from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from threading import Lock
from typing import Generic, TypeVar, overload

import numpy as np
from numpy.typing import NDArray

from cronistoria.merge.chapter import Chapter
from cronistoria.model.actor import Actor
from cronistoria.model.entry import ENTRY_KINDS, Entry, LinkType
from cronistoria.model.source import Telling
from cronistoria.store.base import Reader
from cronistoria.view.book import Book
from cronistoria.view.called import SHORTEST
from cronistoria.view.standing import Standing

Value = TypeVar("Value")
_KEPT = 4_000
_TOGETHER = 50


class SpooledBook(Book):
    """All that a reader sees, on the day of the latest report."""

    def __init__(self, reader: Reader, labels: str) -> None:
        standing = Standing(reader, by_record=True)
        standing.look()
        standing.settle(standing.latest)
        self._shelf = shelf = _Shelf(standing)
        self._known = standing.actors
        self.decisions, self.versions = reader.decisions(), reader.versions()
        self.now = self.latest = standing.latest
        self.language = labels
        self._title_of = {}
        self.entries = _Some(shelf, range(len(standing.spool)))
        self._by_id = _Named(shelf.entry)
        self._chapters = _Named(shelf.chapter)
        self.tellings = _Named(shelf.telling)

    @cached_property
    def actors(self) -> dict[str, Actor]:
        """Actors by id, as the latest report has them."""
        return self._known

    def walk(self) -> Iterator[tuple[Entry, Chapter]]:
        """All entries in time order, with their tellings; for one thread alone."""
        return ((chapter.entry, chapter) for chapter in self._shelf.standing.settled())

    def at(self, positions: NDArray[np.int64]) -> Sequence[Entry]:
        """The entries at some positions, loaded when they are looked at."""
        return _Some(self._shelf, positions.tolist())

    def position(self, entry: Entry) -> int:
        """Where an entry stands among all, in time order."""
        return self._shelf.number(entry.id)

    def prepare(self) -> None:
        """Makes now what else the first question would have to wait for."""
        self.index.prepare()

    @cached_property
    def _entry_of(self) -> Mapping[str, str]:
        return _Named(self._shelf.entry_telling)

    @cached_property
    def _reverse_links(self) -> Mapping[str, tuple[tuple[LinkType, str], ...]]:
        return _Named(self._shelf.links_to)

    def _beginning_with(self, tail: str) -> list[str]:
        return self._shelf.beginning_with(tail) if len(tail) >= SHORTEST else []


class _Shelf:
    """Entries by number, id and record, one thread at a time; ``KeyError`` for what is not there."""

    def __init__(self, standing: Standing) -> None:
        self.standing, self._spool, self._turn = standing, standing.spool, Lock()
        self._kept: OrderedDict[int, Chapter] = OrderedDict()

    def at(self, numbers: Sequence[int]) -> list[Chapter]:
        """The chapters of some numbers, as they stand."""
        with self._turn:
            missing = [number for number in numbers if number not in self._kept]
            found = {number: self._kept[number] for number in numbers if number in self._kept}
            found |= dict(zip(missing, self.standing.at(missing), strict=True)) if missing else {}
            for number, chapter in found.items():
                self._kept[number] = chapter
                self._kept.move_to_end(number)
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        return [found[number] for number in numbers]

    def number(self, identity: str) -> int:
        """Where an entry stands among all."""
        with self._turn:
            return _known(self._spool.number_of(identity), identity)

    def chapter(self, identity: str) -> Chapter:
        """An entry with its tellings."""
        return self.at((self.number(identity),))[0]

    def entry(self, identity: str) -> Entry:
        """An entry as it stands."""
        return self.chapter(identity).entry

    def entry_telling(self, record: str) -> str:
        """The id of the entry that a record is told in."""
        return self._chapter_telling(record).entry.id

    def telling(self, record: str) -> Telling:
        """The telling of a record."""
        return next(told for told in self._chapter_telling(record).tellings if told.record.id == record)

    def links_to(self, identity: str) -> tuple[tuple[LinkType, str], ...]:
        """What other entries do to one."""
        with self._turn:
            return tuple(self._spool.links_to(identity))

    def beginning_with(self, tail: str) -> list[str]:
        """Ids whose part behind the colon begins so."""
        with self._turn:
            return sorted(i for kind in ENTRY_KINDS for i in self._spool.ids_beginning(f"{kind}:{tail}"))

    def _chapter_telling(self, record: str) -> Chapter:
        with self._turn:
            number = _known(self._spool.number_telling(record), record)
        return self.at((number,))[0]


class _Some(Sequence[Entry]):
    """The entries of some numbers, loaded when they are looked at."""

    def __init__(self, shelf: _Shelf, numbers: Sequence[int]) -> None:
        self._shelf, self._numbers = shelf, numbers

    def __len__(self) -> int:
        return len(self._numbers)

    @overload
    def __getitem__(self, place: int) -> Entry: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Entry]: ...
    def __getitem__(self, place: int | slice) -> Entry | Sequence[Entry]:
        if isinstance(place, slice):
            return _Some(self._shelf, self._numbers[place])
        return self._shelf.at((self._numbers[place],))[0].entry

    def __iter__(self) -> Iterator[Entry]:
        for start in range(0, len(self._numbers), _TOGETHER):
            for chapter in self._shelf.at(self._numbers[start : start + _TOGETHER]):
                yield chapter.entry


class _Named(Mapping[str, Value], Generic[Value]):
    """Asks for what a name means; it cannot be gone through."""

    def __init__(self, ask: Callable[[str], Value]) -> None:
        self._ask = ask

    def __getitem__(self, name: str) -> Value:
        return self._ask(name)

    def __len__(self) -> int:
        raise NotImplementedError

    def __iter__(self) -> Iterator[str]:
        raise NotImplementedError


def _known(number: int | None, name: str) -> int:
    if number is None:
        raise KeyError(name)
    return number
