"""Who is in touch with whom: ties counted over contacts, and a drawing of them that is always the same."""

from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import combinations

import msgspec
import numpy as np
from numpy.typing import NDArray

from cronistoria.model.entry import Entry
from cronistoria.view.book import Book

_ROUNDS = 160
_FIRST_STEP = 0.12
_GOLDEN = 2.399963
_MARGIN = 6.0
_GRAVITY = 0.9


class Tie(msgspec.Struct, frozen=True, kw_only=True):
    """Two parties (``one`` < ``other``) and the contacts between them."""

    one: str
    other: str
    entries: tuple[str, ...]

    @property
    def count(self) -> int:
        """How many contacts."""
        return len(self.entries)


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


def network_of(book: Book, entries: Iterable[Entry], *, persons: bool, most: int) -> Network:
    """The network of the contacts among some entries: of persons, or of the states and bodies they stand for."""
    pairs: dict[tuple[str, str], list[str]] = {}
    busy: Counter[str] = Counter()
    for entry in entries:
        if entry.kind == "contact" and entry.polarity == "affirmed":
            parties = sorted(_parties(book, entry, persons))
            busy.update(parties if len(parties) > 1 else ())
            for pair in combinations(parties, 2):
                pairs.setdefault(pair, []).append(entry.id)
    busiest = set(sorted(busy, key=lambda actor: (-busy[actor], actor))[:most])
    ties = [Tie(one=o, other=t, entries=tuple(ids)) for (o, t), ids in pairs.items() if {o, t} <= busiest]
    ties.sort(key=lambda tie: (-tie.count, tie.one, tie.other))
    tied = {actor for tie in ties for actor in (tie.one, tie.other)}
    shown = sorted(tied, key=lambda actor: (-busy[actor], actor))
    places = layout(shown, {(tie.one, tie.other): tie.count for tie in ties})
    nodes = tuple(Node(actor=a, count=busy[a], x=places[a][0], y=places[a][1]) for a in shown)
    return Network(nodes, tuple(ties), len(busy) - len(shown))


def layout(actors: Iterable[str], weights: Mapping[tuple[str, str], int]) -> dict[str, tuple[float, float]]:
    """Where to draw each actor, in percent: ties pull, everybody pushes (Fruchterman and Reingold 1991).

    They start on a spiral in the order given, so that the same ties always give the same drawing.
    """
    names = list(actors)
    if len(names) < 2:
        return dict.fromkeys(names, (50.0, 50.0))
    number = {name: n for n, name in enumerate(names)}
    pull = np.zeros((len(names), len(names)))
    for (one, other), weight in weights.items():
        pull[number[one], number[other]] = pull[number[other], number[one]] = 1 + np.log(weight)
    turns = np.arange(len(names))
    radius = np.sqrt((turns + 0.5) / len(names)) / 2
    where = np.stack([radius * np.cos(turns * _GOLDEN), radius * np.sin(turns * _GOLDEN)], axis=1)
    for round_ in range(_ROUNDS):
        where = where + _moved(where, pull, _FIRST_STEP * (1 - round_ / _ROUNDS))
    return {name: (float(x), float(y)) for name, (x, y) in zip(names, _fitted(where).tolist(), strict=True)}


def _moved(where: NDArray[np.float64], pull: NDArray[np.float64], step: float) -> NDArray[np.float64]:
    """One round's moves, none longer than the step; a weak pull to the middle keeps loose parts near."""
    ideal = 0.9 / np.sqrt(len(where))
    apart = where[:, None, :] - where[None, :, :]
    distance = np.maximum(np.sqrt((apart**2).sum(axis=2)), 0.01)
    force = ideal**2 / distance - pull * distance**2 / ideal
    np.fill_diagonal(force, 0)
    moves = (apart / distance[:, :, None] * force[:, :, None]).sum(axis=1) - where * _GRAVITY
    length = np.maximum(np.sqrt((moves**2).sum(axis=1, keepdims=True)), 1e-9)
    return np.asarray(moves / length * np.minimum(length, step))


def _fitted(where: NDArray[np.float64]) -> NDArray[np.float64]:
    low, high = where.min(axis=0), where.max(axis=0)
    return np.asarray(np.round(_MARGIN + (where - low) / np.maximum(high - low, 1e-9) * (100 - 2 * _MARGIN), 2))


def _parties(book: Book, entry: Entry, persons: bool) -> set[str]:
    if persons:
        return {actor for actor in entry.actors if (a := book.actors.get(actor)) and a.kind == "person"}
    return {book.side(actor) for actor in entry.actors}
