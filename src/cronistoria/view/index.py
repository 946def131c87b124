"""Columns of a book's entries, so that a hundred thousand are filtered and counted without looking at each.

Positions are those of `Book.entries`; every answer is an ascending array of them.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from cronistoria.merge.appointments import is_appointment
from cronistoria.merge.commitments import is_commitment
from cronistoria.model.entry import Entry
from cronistoria.model.query import Query
from cronistoria.reference.names import fold

if TYPE_CHECKING:
    from cronistoria.view.book import Book

Positions = NDArray[np.int64]
NEVER = 0
_DAY = 10
_UNPLACED = "9999"


class EntryIndex:
    """Made once for a book; what is never asked for is never made."""

    def __init__(self, book: "Book") -> None:
        self._book = book
        self._entries = book.entries

    def positions(self, query: Query) -> Positions:
        """Where the entries are that fit the query, whose actors are ids; its limit is not looked at."""
        fits = np.ones(len(self._entries), dtype=bool)
        if query.start is not None:
            fits &= self._until > query.start
        if query.end is not None:
            fits &= self._since < query.end
        if query.confidence:
            fits &= self._confidence >= query.confidence
        for column, wanted in self._columns(query):
            fits &= self._having(column, wanted)
        return np.flatnonzero(fits)

    @cached_property
    def first_days(self) -> NDArray[np.int64]:
        """The first day of each entry, as an ordinal; of an undated one that of its first report, else `NEVER`."""
        return _ordinals(self._since)

    @cached_property
    def last_days(self) -> NDArray[np.int64]:
        """The last day of each entry, as an ordinal."""
        midnights = np.array([len(end) == _DAY for end in self._until.tolist()], dtype=bool)
        return np.asarray(np.maximum(self.first_days, _ordinals(self._until) - midnights))

    @cached_property
    def kinds(self) -> dict[str, Positions]:
        """By kind."""
        return _grouped([(entry.kind,) for entry in self._entries])

    @cached_property
    def contacts(self) -> frozenset[int]:
        """Where the contacts are."""
        return frozenset(self.kinds["contact"].tolist() if "contact" in self.kinds else ())

    @cached_property
    def commitments(self) -> Positions:
        """The entries of the ledger."""
        stands = [is_commitment(entry) and entry.modality != "conditional" for entry in self._entries]
        return np.flatnonzero(np.array(stands, dtype=bool))

    @cached_property
    def appointments(self) -> Positions:
        """The entries of the agenda."""
        stands = [e.kind == "contact" and is_appointment(self._book.chapter(e)) for e in self._entries]
        return np.flatnonzero(np.array(stands, dtype=bool))

    @cached_property
    def actors(self) -> dict[str, Positions]:
        """By actor: who takes part, and the states that people and offices belong to."""
        return _grouped([self._book.sides(entry) for entry in self._entries])

    @cached_property
    def outlets(self) -> dict[str, Positions]:
        """By outlet, as its name is compared."""
        return _grouped([{fold(s.outlet or "") for s in entry.sources} for entry in self._entries])

    @cached_property
    def outlet_names(self) -> dict[str, str]:
        """By name as it is compared, a name as it is written."""
        return {fold(s.outlet): s.outlet for entry in self._entries for s in entry.sources if s.outlet}

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
    def _since(self) -> NDArray[np.str_]:
        from cronistoria.view.book import entry_order

        return np.array([(e.date.start if e.date else None) or entry_order(e)[0] for e in self._entries], dtype="U16")

    @cached_property
    def _until(self) -> NDArray[np.str_]:
        ends = [(entry.date.end if entry.date else None) or "" for entry in self._entries]
        return np.array([max(s, e) for s, e in zip(self._since.tolist(), ends, strict=True)], dtype="U16")

    @cached_property
    def _confidence(self) -> NDArray[np.float64]:
        return np.array([entry.confidence for entry in self._entries])

    def _columns(self, query: Query) -> Iterable[tuple[dict[str, Positions], Sequence[str]]]:
        places = (*query.countries, *(fold(name) for name in query.places))
        if places:
            yield self.places, places
        if query.outlets:
            yield self.outlets, [fold(name) for name in query.outlets]
        for name in ("actors", "kinds", "types", "statuses", "languages"):
            if wanted := getattr(query, name):
                yield getattr(self, name), wanted

    def _having(self, column: dict[str, Positions], wanted: Iterable[str]) -> NDArray[np.bool_]:
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
