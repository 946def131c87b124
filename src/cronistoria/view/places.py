"""A map of entries: the places they name, each with what happened there, and the outlines of the land around."""

from math import cos, radians

import msgspec
import numpy as np

from cronistoria.model.entry import ENTRY_KINDS
from cronistoria.model.record import Place
from cronistoria.reference.base_map import load_base_map
from cronistoria.view.book import Book
from cronistoria.view.index import EntryIndex, Mask
from cronistoria.view.once import once_for_each

ASPECT = 1.6
_LEAST_DEGREES = 4.0
_MARGIN = 0.14
_MOST_DEGREES = 150.0
_WORLD = (-168.0, 190.0, -56.0, 78.0)


class Spot(msgspec.Struct, frozen=True, kw_only=True):
    """A place, how many entries of each kind it has (the most frequent first), and where it stands, in percent.

    ``latest`` is the position of its latest entry.
    """

    name: str
    country: str | None
    latitude: float
    longitude: float
    kinds: dict[str, int]
    latest: int
    x: float = 0.0
    y: float = 0.0

    @property
    def count(self) -> int:
        """How many entries."""
        return sum(self.kinds.values())


class Map(msgspec.Struct, frozen=True, kw_only=True):
    """The busiest place first; ``view_box`` and ``outlines`` are in the steps of the base map.

    ``unplaced``: entries that name no place with known coordinates.
    """

    spots: tuple[Spot, ...]
    view_box: tuple[int, int, int, int]
    outlines: tuple[str, ...]
    unplaced: int


class Places:
    """The places of a book's entries, numbered, and the number of each entry's; -1 for one that cannot be placed."""

    def __init__(self, book: Book) -> None:
        numbers: dict[tuple[str, str | None], int] = {}
        self._places: list[Place] = []
        self._of = np.full(len(book.entries), -1, dtype=np.int64)
        positions = np.flatnonzero(book.index.on_map)
        for position, entry in zip(positions.tolist(), book.at(positions), strict=True):
            place = entry.place
            assert place is not None
            key = place.name, place.country
            if key not in numbers:
                numbers[key] = len(numbers)
                self._places.append(place)
            self._of[position] = numbers[key]
        self._kinds = book.index.kind_numbers.astype(np.int64)

    def spots(self, seen: Mask) -> list[Spot]:
        """Those of the entries that are seen."""
        (at,) = np.nonzero(seen & (self._of >= 0))
        shape = len(self._places), len(ENTRY_KINDS)
        counts = np.bincount(self._of[at] * shape[1] + self._kinds[at], minlength=shape[0] * shape[1]).reshape(shape)
        latest = np.zeros(shape[0], dtype=np.int64)
        np.maximum.at(latest, self._of[at], at)
        return [
            _spot(self._places[place], counts[place].tolist(), int(latest[place]))
            for place in np.flatnonzero(counts.sum(axis=1)).tolist()
        ]

    def unplaced(self, seen: Mask) -> int:
        """How many of the entries that are seen have no place."""
        return int((seen & (self._of < 0)).sum())


@once_for_each
def _places(index: EntryIndex) -> Places:
    return Places(index.book)


def places_of(book: Book) -> Places:
    """All places of a book."""
    return _places(book.index)


def map_of(book: Book, seen: Mask) -> Map:
    """The map of the entries that are seen, cut to where their places are."""
    spots = places_of(book).spots(seen)
    west, north, east, south = _window(spots)
    placed = [
        msgspec.structs.replace(
            spot,
            x=round(100 * (spot.longitude - west) / (east - west), 2),
            y=round(100 * (north - spot.latitude) / (north - south), 2),
        )
        for spot in spots
    ]
    placed.sort(key=lambda spot: (-spot.count, spot.name))
    base = load_base_map()
    left, top, right, bottom = (round(v * base.scale) for v in (west, -north, east, -south))
    outlines = tuple(outline.path for outline in base.outlines if outline.meets(left, top, right, bottom))
    return Map(
        spots=tuple(placed), view_box=(left, top, right - left, bottom - top), outlines=outlines,
        unplaced=places_of(book).unplaced(seen),
    )  # fmt: skip


def _spot(place: Place, counts: list[int], latest: int) -> Spot:
    assert place.latitude is not None and place.longitude is not None
    kinds = sorted(zip(ENTRY_KINDS, counts, strict=True), key=lambda item: -item[1])
    return Spot(
        name=place.name, country=place.country, latitude=place.latitude, longitude=place.longitude,
        kinds={kind: count for kind, count in kinds if count}, latest=latest,
    )  # fmt: skip


def _window(spots: list[Spot]) -> tuple[float, float, float, float]:
    """West, north, east and south around all spots, in the map's aspect; a degree east counts as on their parallel."""
    if not spots:
        return _fitted(*_WORLD)
    wests, norths = [spot.longitude for spot in spots], [spot.latitude for spot in spots]
    return _fitted(min(wests), max(wests), min(norths), max(norths))


def _fitted(west: float, east: float, south: float, north: float) -> tuple[float, float, float, float]:
    middle = (south + north) / 2
    shrink = max(cos(radians(middle)), 0.3)
    height = min(max((north - south) * (1 + 2 * _MARGIN), _LEAST_DEGREES), _MOST_DEGREES)
    width = max((east - west) * (1 + 2 * _MARGIN), _LEAST_DEGREES)
    height = max(height, width * shrink / ASPECT)
    width = height * ASPECT / shrink
    centre = (west + east) / 2
    return centre - width / 2, middle + height / 2, centre + width / 2, middle - height / 2
