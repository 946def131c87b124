"""Columns gathered while entries go by one after the other, so that none of them needs to be held."""

from array import array
from collections.abc import Iterable
from datetime import date

import numpy as np
from numpy.typing import NDArray

Positions = NDArray[np.int64]
Mask = NDArray[np.bool_]
NEVER = 0
_DAY = 10
_UNPLACED = "9999"


class Column:
    """By value, the positions of the entries that have it."""

    def __init__(self) -> None:
        self._found: dict[str, array[int]] = {}

    def add(self, position: int, values: Iterable[str]) -> None:
        """Takes in the values of the next entry."""
        for value in values:
            if value not in self._found:
                self._found[value] = array("q")
            self._found[value].append(position)

    def positions(self) -> dict[str, Positions]:
        """All of them, by value in order."""
        return {value: np.array(self._found[value], dtype=np.int64) for value in sorted(self._found)}


def first_days_of(since: NDArray[np.bytes_]) -> Positions:
    """Beginnings as ordinals; `NEVER` for what has no place in time."""
    return _ordinals(since)


def last_days_of(until: NDArray[np.bytes_], first: Positions) -> Positions:
    """The last days of stretches that end before ``until``."""
    return np.asarray(np.maximum(first, _ordinals(until) - (np.char.str_len(until) == _DAY)))


def _ordinals(days: NDArray[np.bytes_]) -> Positions:
    values, places = np.unique(days, return_inverse=True)
    found = np.array([_ordinal(day.decode()) for day in values.tolist()], dtype=np.int64)
    return np.asarray(found[places] if len(found) else np.zeros(0, dtype=np.int64))


def _ordinal(day: str) -> int:
    return NEVER if day.startswith(_UNPLACED) else date.fromisoformat(day[:_DAY]).toordinal()
