"""A map of entries: the places they name, each with what happened there, and the outlines of the land around."""

from collections import Counter
from collections.abc import Iterable
from math import cos, radians

import msgspec

from cronistoria.model.entry import Entry
from cronistoria.reference.base_map import load_base_map

ASPECT = 1.6
_LEAST_DEGREES = 4.0
_MARGIN = 0.14
_MOST_DEGREES = 150.0
_WORLD = (-168.0, 190.0, -56.0, 78.0)


class Spot(msgspec.Struct, frozen=True, kw_only=True):
    """A place with its entries in time order, and where it stands on the map, in percent."""

    name: str
    country: str | None
    latitude: float
    longitude: float
    entries: tuple[Entry, ...]
    x: float = 0.0
    y: float = 0.0

    @property
    def kinds(self) -> dict[str, int]:
        """How many entries of each kind, the most frequent first."""
        return dict(Counter(entry.kind for entry in self.entries).most_common())


class Map(msgspec.Struct, frozen=True, kw_only=True):
    """The busiest place first; ``view_box`` and ``outlines`` are in the steps of the base map.

    ``unplaced``: entries that name no place with known coordinates.
    """

    spots: tuple[Spot, ...]
    view_box: tuple[int, int, int, int]
    outlines: tuple[str, ...]
    unplaced: int


def map_of(entries: Iterable[Entry]) -> Map:
    """The map of some entries, cut to where their places are."""
    found: dict[tuple[str, str | None], list[Entry]] = {}
    unplaced = 0
    for entry in entries:
        place = entry.place
        if place is None or place.latitude is None or place.longitude is None:
            unplaced += 1
        else:
            found.setdefault((place.name, place.country), []).append(entry)
    spots = [_spot(name, country, own) for (name, country), own in found.items()]
    west, north, east, south = _window(spots)
    placed = [
        msgspec.structs.replace(
            spot,
            x=round(100 * (spot.longitude - west) / (east - west), 2),
            y=round(100 * (north - spot.latitude) / (north - south), 2),
        )
        for spot in spots
    ]
    placed.sort(key=lambda spot: (-len(spot.entries), spot.name))
    base = load_base_map()
    left, top, right, bottom = (round(v * base.scale) for v in (west, -north, east, -south))
    outlines = tuple(outline.path for outline in base.outlines if outline.meets(left, top, right, bottom))
    return Map(
        spots=tuple(placed), view_box=(left, top, right - left, bottom - top), outlines=outlines, unplaced=unplaced
    )


def _spot(name: str, country: str | None, entries: list[Entry]) -> Spot:
    place = entries[0].place
    assert place is not None and place.latitude is not None and place.longitude is not None
    return Spot(name=name, country=country, latitude=place.latitude, longitude=place.longitude, entries=tuple(entries))


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
