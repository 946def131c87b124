"""Outlines of countries for a map without a network: Natural Earth, made by ``models/reference/build_base_map.py``."""

from functools import cache
from importlib import resources

import msgspec


class Outline(msgspec.Struct, frozen=True, array_like=True):
    """An island or mainland of a country in steps of the map's scale, y downwards: its bounds and an SVG path."""

    west: int
    north: int
    east: int
    south: int
    path: str

    def meets(self, west: float, north: float, east: float, south: float) -> bool:
        """Whether its bounds share anything with a window in the same steps."""
        return self.west < east and west < self.east and self.north < south and north < self.south


class BaseMap(msgspec.Struct, frozen=True):
    """All outlines; ``scale`` is steps a degree."""

    scale: int
    outlines: tuple[Outline, ...]


@cache
def load_base_map() -> BaseMap:
    """The map that comes with the package."""
    return msgspec.json.decode(
        resources.files("cronistoria.reference").joinpath("base_map.json").read_bytes(), type=BaseMap
    )
