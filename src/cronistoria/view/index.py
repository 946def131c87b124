"""Columns of a book's entries, so that a hundred thousand are filtered and counted without looking at each.

Positions are those of `Book.entries`; answers are ascending arrays of them, or masks over all.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from cronistoria.model.entry import ENTRY_KINDS, Entry, entry_stretch
from cronistoria.model.query import Query
from cronistoria.reference.names import fold
from cronistoria.view.fitting import is_in_agenda, is_in_ledger
from cronistoria.view.stretches import Stretches

if TYPE_CHECKING:
    from cronistoria.view.book import Book

Positions = NDArray[np.int64]
Mask = NDArray[np.bool_]
NEVER = 0
_DAY = 10
_UNPLACED = "9999"


class EntryIndex:
    """Made once for a book; what is never asked for is never made."""

    def __init__(self, book: "Book") -> None:
        self.book, self._entries = book, book.entries

    def positions(self, query: Query) -> Positions:
        """Where the entries are that fit the query, whose actors are ids; its limit is not looked at."""
        return np.flatnonzero(self.mask(query))

    def mask(self, query: Query) -> Mask:
        """Which entries fit."""
        fits = self._stretches.meeting(query.start, query.end)
        if query.confidence:
            fits &= self._confidence >= query.confidence
        for column, wanted in self._columns(query):
            fits &= self._having(column, wanted)
        return fits

    def having(self, column: str, wanted: Iterable[str]) -> Mask:
        """Which entries have one of some values in a column (``kinds``, ``statuses`` …)."""
        return self._having(getattr(self, column), wanted)

    def prepare(self) -> None:
        """Makes all columns now."""
        for name, made in vars(type(self)).items():
            if isinstance(made, cached_property):
                getattr(self, name)

    @cached_property
    def first_days(self) -> NDArray[np.int64]:
        """The first day of each entry, as an ordinal; of an undated one that of its first report, else `NEVER`.

        They ascend, but for those that are never, which come last.
        """
        return _ordinals(self._stretches.since)

    @cached_property
    def last_days(self) -> NDArray[np.int64]:
        """The last day of each entry, as an ordinal."""
        until = self._stretches.until
        return np.asarray(np.maximum(self.first_days, _ordinals(until) - (np.char.str_len(until) == _DAY)))

    @cached_property
    def kinds(self) -> dict[str, Positions]:
        """By kind."""
        return _grouped([(entry.kind,) for entry in self._entries])

    @cached_property
    def kind_numbers(self) -> NDArray[np.int8]:
        """The kind of each entry, as its place in `ENTRY_KINDS`."""
        return np.array([ENTRY_KINDS.index(entry.kind) for entry in self._entries], dtype=np.int8)

    @cached_property
    def contact_counts(self) -> dict[str, int]:
        """By actor, in how many contacts."""
        contacts = self.having("kinds", ("contact",))
        return {actor: int(contacts[positions].sum()) for actor, positions in self.actors.items()}

    @cached_property
    def busiest(self) -> tuple[str, ...]:
        """Actors, those in most entries first."""
        return tuple(sorted(self.actors, key=lambda actor: (-len(self.actors[actor]), actor)))

    @cached_property
    def commitments(self) -> Mask:
        """The entries of the ledger."""
        stands = [is_in_ledger(entry) for entry in self._entries]
        return np.array(stands, dtype=bool)

    @cached_property
    def appointments(self) -> Mask:
        """The entries of the agenda."""
        stands = [is_in_agenda(self.book.chapter(entry)) for entry in self._entries]
        return np.array(stands, dtype=bool)

    @cached_property
    def actors(self) -> dict[str, Positions]:
        """By actor: who takes part, and the states that people and offices belong to."""
        return _grouped([self.book.sides(entry) for entry in self._entries])

    @cached_property
    def outlets(self) -> dict[str, Positions]:
        """By outlet, as its name is compared."""
        return _grouped([{self._folded[s.outlet or ""] for s in entry.sources} for entry in self._entries])

    @cached_property
    def outlet_names(self) -> dict[str, str]:
        """By name as it is compared, a name as it is written."""
        return {folded: name for name, folded in self._folded.items() if name}

    @cached_property
    def languages(self) -> dict[str, Positions]:
        """By the language of a report that tells it."""
        return _grouped([{s.language or "" for s in entry.sources} for entry in self._entries])

    @cached_property
    def types(self) -> dict[str, Positions]:
        """By type."""
        return _grouped([(entry.type,) if entry.type else () for entry in self._entries])

    @cached_property
    def statuses(self) -> dict[str, Positions]:
        """By status."""
        return _grouped([(entry.status,) if entry.status else () for entry in self._entries])

    @cached_property
    def places(self) -> dict[str, Positions]:
        """By country code and by name of the place, as it is compared."""
        return _grouped([_place_names(entry) for entry in self._entries])

    @cached_property
    def reports(self) -> int:
        """How many reports tell the entries."""
        return len({source.document for entry in self._entries for source in entry.sources})

    @cached_property
    def _folded(self) -> dict[str, str]:
        """Names of outlets as they are compared, by how they are written."""
        names = {source.outlet or "" for entry in self._entries for source in entry.sources}
        return {name: fold(name) for name in sorted(names)}

    @cached_property
    def _stretches(self) -> Stretches:
        return Stretches([entry_stretch(entry) for entry in self._entries])

    @cached_property
    def _confidence(self) -> NDArray[np.float64]:
        return np.array([entry.confidence for entry in self._entries])

    def _columns(self, query: Query) -> Iterator[tuple[dict[str, Positions], Sequence[str]]]:
        places = (*query.countries, *(fold(name) for name in query.places))
        if places:
            yield self.places, places
        if query.outlets:
            yield self.outlets, [fold(name) for name in query.outlets]
        for name in ("actors", "kinds", "types", "statuses", "languages"):
            if wanted := getattr(query, name):
                yield getattr(self, name), wanted

    def _having(self, column: dict[str, Positions], wanted: Iterable[str]) -> Mask:
        fits = np.zeros(len(self._entries), dtype=bool)
        for value in wanted:
            if value in column:
                fits[column[value]] = True
        return fits


def _grouped(values: Sequence[Iterable[Any]]) -> dict[str, Positions]:
    found: dict[str, list[int]] = {}
    for position, own in enumerate(values):
        for value in own:
            found.setdefault(value, []).append(position)
    return {value: np.array(positions, dtype=np.int64) for value, positions in sorted(found.items())}


def _place_names(entry: Entry) -> set[str]:
    place = entry.place
    return set() if place is None else {place.country or "", fold(place.name), fold(place.span.text)} - {""}


def _ordinals(days: NDArray[np.str_]) -> NDArray[np.int64]:
    return np.array([_ordinal(day) for day in days.tolist()], dtype=np.int64)


def _ordinal(day: str) -> int:
    return NEVER if day.startswith(_UNPLACED) else date.fromisoformat(day[:_DAY]).toordinal()
