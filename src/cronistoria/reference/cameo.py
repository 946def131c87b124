"""CAMEO codes in PLOVER's terms, and what becomes of an act that is promised, demanded, refused or threatened.

A CAMEO code comes in; a PLOVER event with its mode, one of the older 15 roots, or another CAMEO code goes out. The
tables are package data (``cameo.toml``); the longest key that begins a code counts.
"""

import tomllib
from functools import cache
from importlib import resources

import msgspec

from cronistoria.errors import DataError
from cronistoria.model.record import Plover


class CameoTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``events``: PLOVER event and mode of a code; ``contexts``: those of one code, not of codes that begin with it;
    ``roots``: its older root; ``turned``: what it becomes."""

    events: dict[str, tuple[str, ...]]
    contexts: dict[str, tuple[str, ...]]
    roots: dict[str, str]
    turned: dict[str, dict[str, str]]


@cache
def cameo_table() -> CameoTable:
    """The tables. Raises `DataError` if the file breaks its type."""
    path = resources.files("cronistoria.reference").joinpath("cameo.toml")
    try:
        return msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), CameoTable, strict=True)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise DataError(f"reference/cameo.toml: {error}") from error


def plover_of(cameo: str) -> Plover:
    """The PLOVER event, mode and contexts of a code. Raises `KeyError` for a code outside CAMEO.

    >>> plover_of("0841")
    Plover(event='RETREAT', mode='release', context=('legal',))
    """
    found = cameo_table().events[_key(cameo, cameo_table().events)]
    return Plover(found[0], found[1] if len(found) > 1 else None, cameo_table().contexts.get(cameo, ()))


def root_of(cameo: str) -> str:
    """The PLOVER root of a code as data coded before 2021 have it: ``YIELD`` for CONCEDE and RETREAT.

    >>> root_of("163")
    'COERCE'
    """
    return cameo_table().roots[_key(cameo, cameo_table().roots)]


def turned(cameo: str, turn: str) -> str | None:
    """The code of an act that is ``agreed``, ``demanded``, ``refused``, ``threatened`` or ``stopped``, if there is one.

    >>> turned("0841", "demanded")
    '1053'
    """
    table = cameo_table().turned[turn]
    key = next((cameo[:n] for n in range(len(cameo), -1, -1) if cameo[:n] in table), None)
    return table[key] if key is not None else None


def _key(cameo: str, table: dict[str, tuple[str, ...]] | dict[str, str]) -> str:
    for length in range(len(cameo), 1, -1):
        if cameo[:length] in table:
            return cameo[:length]
    raise KeyError(cameo)
