"""Columns of a book's entries, so that a hundred thousand are filtered and counted without looking at each.

Positions are those of `Book.entries`; answers are ascending arrays of them, or masks over all.
"""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from cronistoria.merge.chapter import Chapter
from cronistoria.model.entry import ENTRY_KINDS, Entry, entry_stretch
from cronistoria.model.query import Query
from cronistoria.reference.names import fold
from cronistoria.view.columns import NEVER, Column, Mask, Positions, first_days_of, last_days_of
from cronistoria.view.fitting import is_in_agenda, is_in_ledger, is_on_map
from cronistoria.view.stretches import Stretches

if TYPE_CHECKING:
    from cronistoria.view.book import Book

__all__ = ("NEVER", "EntryIndex", "Mask", "Positions")

_COLUMNS = ("kinds", "actors", "outlets", "languages", "types", "statuses", "places")


class EntryIndex:
    """Made once for a book, of whose entries it holds none.

    ``kinds``, ``types``, ``statuses``, ``languages``: by value; ``actors``: by who takes part and the states that
    people and offices belong to; ``outlets``: by name as it is compared; ``places``: by country code and by name of the
    place, as it is compared. ``reports``: how many reports tell the entries. ``commitments``, ``appointments``: the
    entries of the ledger and of the agenda; ``with_accounts``: contacts of which a side gives its account; ``on_map``:
    the entries whose place has coordinates.
    """

    kinds: dict[str, Positions]
    actors: dict[str, Positions]
    outlets: dict[str, Positions]
    languages: dict[str, Positions]
    types: dict[str, Positions]
    statuses: dict[str, Positions]
    places: dict[str, Positions]

    def __init__(self, book: "Book") -> None:
        self.book, gathered = book, _Gathered(book)
        for position, (entry, chapter) in enumerate(book.walk()):
            gathered.add(position, entry, chapter)
        for name, column in gathered.columns.items():
            setattr(self, name, column.positions())
        self._stretches = Stretches(gathered.bounds)
        self._confidence = np.array(gathered.confidence)
        self.kind_numbers: NDArray[np.int8] = np.array(gathered.kinds, dtype=np.int8)
        self.commitments, self.appointments, self.with_accounts, self.on_map = (
            np.array(flags, dtype=bool)
            for flags in (gathered.pledged, gathered.planned, gathered.accounts, gathered.located)
        )
        self.reports, self._folded = len(gathered.documents), gathered.outlets

    def positions(self, query: Query) -> Positions:
        """Where the entries are that fit the query, whose actors are ids; its limit is not looked at."""
        return np.flatnonzero(self.mask(query))

    def mask(self, query: Query) -> Mask:
        """Which entries fit."""
        fits = self._stretches.meeting(query.start, query.end)
        if query.confidence:
            fits &= self._confidence >= query.confidence
        for column, wanted in self._wanted(query):
            fits &= self._having(column, wanted)
        return fits

    def having(self, column: str, wanted: Iterable[str]) -> Mask:
        """Which entries have one of some values in a column (``kinds``, ``statuses`` …)."""
        return self._having(getattr(self, column), wanted)

    def prepare(self) -> None:
        """Makes now what else is asked for."""
        self.first_days, self.last_days, self.contact_counts, self.busiest  # noqa: B018

    @cached_property
    def first_days(self) -> Positions:
        """The first day of each entry, as an ordinal; of an undated one that of its first report, else `NEVER`.

        They ascend, but for those that are never, which come last.
        """
        return first_days_of(self._stretches.since)

    @cached_property
    def last_days(self) -> Positions:
        """The last day of each entry, as an ordinal."""
        return last_days_of(self._stretches.until, self.first_days)

    @cached_property
    def contact_counts(self) -> dict[str, int]:
        """By actor, in how many contacts."""
        return self.counts(self.having("kinds", ("contact",)))

    def counts(self, seen: Mask) -> dict[str, int]:
        """By actor, in how many of the entries that are seen."""
        return {actor: int(seen[positions].sum()) for actor, positions in self.actors.items()}

    @cached_property
    def busiest(self) -> tuple[str, ...]:
        """Actors, those in most entries first."""
        return tuple(sorted(self.actors, key=lambda actor: (-len(self.actors[actor]), actor)))

    @property
    def outlet_names(self) -> dict[str, str]:
        """By name as it is compared, a name as it is written."""
        return {folded: name for name, folded in sorted(self._folded.items()) if name}

    def _wanted(self, query: Query) -> Iterator[tuple[dict[str, Positions], Sequence[str]]]:
        places = (*query.countries, *(fold(name) for name in query.places))
        if places:
            yield self.places, places
        if query.outlets:
            yield self.outlets, [fold(name) for name in query.outlets]
        for name in ("actors", "kinds", "types", "statuses", "languages"):
            if wanted := getattr(query, name):
                yield getattr(self, name), wanted

    def _having(self, column: dict[str, Positions], wanted: Iterable[str]) -> Mask:
        fits = np.zeros(len(self._confidence), dtype=bool)
        for value in wanted:
            if value in column:
                fits[column[value]] = True
        return fits


class _Gathered:
    """What is known of the entries that went by."""

    def __init__(self, book: "Book") -> None:
        self._book = book
        self.columns = {name: Column() for name in _COLUMNS}
        self.bounds: list[tuple[bytes, bytes]] = []
        self.confidence, self.kinds = array("d"), array("b")
        self.pledged, self.planned, self.accounts, self.located = (array("b") for _ in range(4))
        self.documents: set[str] = set()
        self.outlets: dict[str, str] = {}
        self._known_bounds: dict[tuple[bytes, bytes], tuple[bytes, bytes]] = {}

    def add(self, position: int, entry: Entry, chapter: Chapter) -> None:
        """Takes in the next entry."""
        since, until = entry_stretch(entry)
        bounds = since.encode(), until.encode()
        self.bounds.append(self._known_bounds.setdefault(bounds, bounds))
        self.confidence.append(entry.confidence)
        self.kinds.append(ENTRY_KINDS.index(entry.kind))
        self.pledged.append(is_in_ledger(entry))
        self.planned.append(is_in_agenda(chapter))
        self.accounts.append(bool(entry.sides))
        self.located.append(is_on_map(entry))
        self.documents.update(source.document for source in entry.sources)
        values: dict[str, Iterable[str]] = {
            "kinds": (entry.kind,),
            "actors": self._book.sides(entry),
            "outlets": {self._fold(source.outlet or "") for source in entry.sources},
            "languages": {source.language or "" for source in entry.sources},
            "types": (entry.type,) if entry.type else (),
            "statuses": (entry.status,) if entry.status else (),
            "places": _place_names(entry),
        }
        for name, own in values.items():
            self.columns[name].add(position, own)

    def _fold(self, outlet: str) -> str:
        """The name of an outlet as it is compared."""
        if outlet not in self.outlets:
            self.outlets[outlet] = fold(outlet)
        return self.outlets[outlet]


def _place_names(entry: Entry) -> set[str]:
    place = entry.place
    return set() if place is None else {place.country or "", fold(place.name), fold(place.span.text)} - {""}
