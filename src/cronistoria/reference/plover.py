"""PLOVER 2021: event types and modes with the scores of the codebook and the CAMEO codes of its conversion table.

A code comes in, a number or a CAMEO code goes out. The table is package data (``plover.toml``), read on first use.
"""

import tomllib
from functools import cache
from importlib import resources
from typing import Literal

import msgspec

from cronistoria.errors import DataError
from cronistoria.model.record import Plover


class Mode(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One way of an event type."""

    score: float
    cameo: str


Quad = Literal["verbal-cooperation", "material-cooperation", "verbal-conflict", "material-conflict"]


class EventType(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One of the 16 types, and its quarter of the ontology.

    ``contexts`` maps a context, or ``mode/context``, to a finer CAMEO code.
    """

    quad: Quad
    score: float
    cameo: str
    modes: dict[str, Mode] = {}
    contexts: dict[str, str] = {}


class PloverTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole ontology: event types by name, and the names of all contexts."""

    contexts: frozenset[str]
    events: dict[str, EventType]


@cache
def plover_table() -> PloverTable:
    """The ontology. Raises `DataError` if the file breaks its type."""
    path = resources.files("cronistoria.reference").joinpath("plover.toml")
    try:
        return msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), PloverTable, strict=True)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise DataError(f"reference/plover.toml: {error}") from error


def quad_of(plover: Plover) -> str | None:
    """The quarter of the ontology, as POLECAT writes it; ``None`` for an unknown type.

    >>> quad_of(Plover("ASSAULT"))
    'MATERIAL CONFLICT'
    """
    event = plover_table().events.get(plover.event)
    return event.quad.replace("-", " ").upper() if event else None


def score_of(plover: Plover) -> float | None:
    """Conflict-cooperation score of a code, -10 to 10: the mode's if it has one; ``None`` for an unknown type.

    >>> score_of(Plover("CONSULT", "phone"))
    1.5
    """
    event = plover_table().events.get(plover.event)
    if event is None:
        return None
    mode = event.modes.get(plover.mode) if plover.mode else None
    return mode.score if mode else event.score


def cameo_of(plover: Plover) -> str | None:
    """The CAMEO code of an event type, mode and context by the published mapping; ``None`` for an unknown type.

    >>> cameo_of(Plover("AID", None, ("military",)))
    '072'
    """
    event = plover_table().events.get(plover.event)
    if event is None:
        return None
    for context in plover.context:
        key = f"{plover.mode}/{context}" if plover.mode else context
        if key in event.contexts:
            return event.contexts[key]
    mode = event.modes.get(plover.mode) if plover.mode else None
    return mode.cameo if mode else event.cameo
