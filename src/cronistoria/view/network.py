"""Who is in touch with whom: ties counted over contacts, and a drawing of them that is always the same."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import combinations
from typing import TypeVar

import msgspec
import numpy as np
from numpy.typing import NDArray

from cronistoria.model.entry import Entry
from cronistoria.view.book import Book
from cronistoria.view.index import EntryIndex, Mask, Positions
from cronistoria.view.once import once_for_each

_ROUNDS = 160
_FIRST_STEP = 0.12
_GOLDEN = 2.399963
_MARGIN = 6.0
_GRAVITY = 0.9

Value = TypeVar("Value", str, tuple[str, str])


class Tie(msgspec.Struct, frozen=True, kw_only=True):
    """Two parties (``one`` < ``other``), how many contacts there were between them, and where the latest stands."""

    one: str
    other: str
    count: int
    latest: int


class Node(msgspec.Struct, frozen=True, kw_only=True):
    """A party, in how many contacts it is, and where it stands, in percent of width and height."""

    actor: str
    count: int
    x: float
    y: float


class Network(msgspec.Struct, frozen=True):
    """The busiest parties and their ties, the strongest first; ``left_out``: parties that are not shown."""

    nodes: tuple[Node, ...]
    ties: tuple[Tie, ...]
    left_out: int

    def strongest(self, each: int) -> tuple[Tie, ...]:
        """Those ties that are among the strongest of a party, so that many do not hide one another."""
        drawn: Counter[str] = Counter()
        found = []
        for tie in self.ties:
            if min(drawn[tie.one], drawn[tie.other]) < each:
                found.append(tie)
            drawn.update((tie.one, tie.other))
        return tuple(found)


class Ties:
    """All contacts of a book as pairs of parties; pairs and parties are numbered, and stand where their contacts do."""

    def __init__(self, book: Book, *, persons: bool) -> None:
        found = list(_contacts(book, persons))
        self._pairs = sorted({pair for _, parties in found for pair in combinations(parties, 2)})
        self._parties = sorted({party for _, parties in found for party in parties})
        self._pair_at, self._pair = _column(
            self._pairs, ((at, pair) for at, parties in found for pair in combinations(parties, 2))
        )
        self._party_at, self._party = _column(
            self._parties, ((at, party) for at, parties in found for party in parties)
        )

    def between(self, parties: frozenset[str], seen: Mask) -> list[Tie]:
        """The ties between some parties in those contacts that are seen, the strongest first."""
        pairs, places = self._pair[seen[self._pair_at]], self._pair_at[seen[self._pair_at]]
        counts = np.bincount(pairs, minlength=len(self._pairs))
        latest = np.zeros(len(self._pairs), dtype=np.int64)
        np.maximum.at(latest, pairs, places)
        ties = [
            Tie(one=one, other=other, count=int(counts[pair]), latest=int(latest[pair]))
            for pair in np.flatnonzero(counts).tolist()
            if {one := self._pairs[pair][0], other := self._pairs[pair][1]} <= parties
        ]
        return sorted(ties, key=lambda tie: (-tie.count, tie.one, tie.other))

    def busy(self, seen: Mask) -> dict[str, int]:
        """In how many of the contacts that are seen each party is."""
        counts = np.bincount(self._party[seen[self._party_at]], minlength=len(self._parties))
        return {self._parties[party]: int(counts[party]) for party in np.flatnonzero(counts).tolist()}

    def partners(self, actor: str, seen: Mask) -> dict[str, Positions]:
        """By party, where the contacts of an actor with it stand."""
        own = [number for number, pair in enumerate(self._pairs) if actor in pair]
        rows = np.flatnonzero(np.isin(self._pair, own) & seen[self._pair_at])
        found: dict[str, Positions] = {}
        for number in np.unique(self._pair[rows]).tolist():
            one, other = self._pairs[number]
            found[other if one == actor else one] = self._pair_at[rows[self._pair[rows] == number]]
        return found


@once_for_each
def _ties(index: EntryIndex) -> tuple[Ties, Ties]:
    return Ties(index.book, persons=False), Ties(index.book, persons=True)


def ties_of(book: Book, *, persons: bool) -> Ties:
    """The ties of persons, or of states and of the bodies that are none."""
    return _ties(book.index)[persons]


def network_of(book: Book, seen: Mask, *, persons: bool, most: int) -> Network:
    """The network of the contacts that are seen: of persons, or of the states and bodies they stand for."""
    of = ties_of(book, persons=persons)
    busy = of.busy(seen)
    ties = of.between(frozenset(sorted(busy, key=lambda actor: (-busy[actor], actor))[:most]), seen)
    tied = {actor for tie in ties for actor in (tie.one, tie.other)}
    shown = sorted(tied, key=lambda actor: (-busy[actor], actor))
    places = layout(tuple(shown), tuple((tie.one, tie.other, tie.count) for tie in ties))
    nodes = tuple(Node(actor=a, count=busy[a], x=places[a][0], y=places[a][1]) for a in shown)
    return Network(nodes, tuple(ties), len(busy) - len(shown))


@lru_cache(64)
def layout(names: tuple[str, ...], weights: tuple[tuple[str, str, int], ...]) -> Mapping[str, tuple[float, float]]:
    """Where to draw each actor, in percent: ties pull, everybody pushes (Fruchterman and Reingold 1991).

    They start on a spiral in the order given, so that the same ties always give the same drawing.
    """
    if len(names) < 2:
        return dict.fromkeys(names, (50.0, 50.0))
    number = {name: n for n, name in enumerate(names)}
    pull = np.zeros((len(names), len(names)))
    for one, other, weight in weights:
        pull[number[one], number[other]] = pull[number[other], number[one]] = 1 + np.log(weight)
    turns = np.arange(len(names))
    radius = np.sqrt((turns + 0.5) / len(names)) / 2
    where = radius * np.exp(1j * turns * _GOLDEN)
    for round_ in range(_ROUNDS):
        where = where + _moved(where, pull, _FIRST_STEP * (1 - round_ / _ROUNDS))
    return {name: (x, y) for name, x, y in zip(names, _fitted(where.real), _fitted(where.imag), strict=True)}


def _moved(where: NDArray[np.complex128], pull: NDArray[np.float64], step: float) -> NDArray[np.complex128]:
    """One round's moves in the plane, none longer than the step; a weak pull to the middle keeps loose parts near."""
    ideal = 0.9 / np.sqrt(len(where))
    distance = np.maximum(np.abs(where[:, None] - where), 0.01)
    force = (ideal / distance) ** 2 - pull * (distance / ideal)
    np.fill_diagonal(force, 0)
    moves = where * (force.sum(axis=1) - _GRAVITY) - force @ where
    length = np.maximum(np.abs(moves), 1e-9)
    return np.asarray(moves * (np.minimum(length, step) / length))


def _fitted(values: NDArray[np.float64]) -> list[float]:
    """As percentages that leave a margin."""
    low, high = values.min(), values.max()
    fitted: list[float] = np.round(_MARGIN + (values - low) / max(high - low, 1e-9) * (100 - 2 * _MARGIN), 2).tolist()
    return fitted


def _contacts(book: Book, persons: bool) -> Iterator[tuple[int, list[str]]]:
    """Where contacts that took place, or will, of two parties or more stand, and their parties in order."""
    positions = np.flatnonzero(book.index.having("kinds", ("contact",)))
    for position, entry in zip(positions.tolist(), book.at(positions), strict=True):
        if entry.polarity == "affirmed" and len(parties := _parties(book, entry, persons)) > 1:
            yield position, sorted(parties)


def _column(values: list[Value], rows: Iterable[tuple[int, Value]]) -> tuple[Positions, NDArray[np.int64]]:
    """The positions of rows, and the numbers of their values."""
    number = {value: n for n, value in enumerate(values)}
    made = np.array([(position, number[value]) for position, value in rows], dtype=np.int64).reshape(-1, 2)
    return made[:, 0].copy(), made[:, 1].copy()


def _parties(book: Book, entry: Entry, persons: bool) -> set[str]:
    if persons:
        return {actor for actor in entry.actors if (a := book.actors.get(actor)) and a.kind == "person"}
    return {book.side(actor) for actor in entry.actors}
