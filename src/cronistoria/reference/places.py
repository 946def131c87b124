"""Cities, regions and waters of the news, with their country and coordinates.

``regions.csv`` is written by hand and counts first; ``places.csv`` is made from GeoNames by
``models/reference/build_places.py``. Names are English; what a language calls them is in its ``names.toml``.
"""

from functools import cache
from types import MappingProxyType

import msgspec

from cronistoria.reference.tables import read_rows


class KnownPlace(msgspec.Struct, frozen=True):
    """A place: ``country`` is ISO 3166-1 alpha-3, ``None`` for what lies between or beyond states; degrees are WGS
    84."""

    name: str
    country: str | None
    latitude: float | None = None
    longitude: float | None = None


def load_regions() -> tuple[str, ...]:
    """The English names of the places written by hand."""
    return tuple(row[0] for row in read_rows("regions.csv"))


@cache
def load_places() -> MappingProxyType[str, KnownPlace]:
    """All places by English name."""
    rows = [*read_rows("places.csv"), *read_rows("regions.csv")]
    places = {name: KnownPlace(name, country or None, float(south), float(east)) for name, country, south, east in rows}
    return MappingProxyType(places)
