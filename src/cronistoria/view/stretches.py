"""Stretches of time in the order of their beginnings, so that those which meet a span are found without a search."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

_LENGTH = "S16"


class Stretches:
    """Beginnings, ascending, and ends, both ISO 8601 to the minute; one without an end is over as it begins."""

    def __init__(self, bounds: Sequence[tuple[bytes, bytes]]) -> None:
        self.since: NDArray[np.bytes_] = np.array([since for since, _ in bounds], dtype=_LENGTH)
        self.until: NDArray[np.bytes_] = np.array([max(since, until) for since, until in bounds], dtype=_LENGTH)
        self._ends, self._ranks = np.unique(self.until, return_inverse=True)

    def meeting(self, start: str | None, end: str | None) -> NDArray[np.bool_]:
        """Which may lie, at least in part, from ``start`` on and before ``end``."""
        fits = np.ones(len(self.since), dtype=bool)
        if end is not None:
            fits[np.searchsorted(self.since, np.array(end, dtype=self.since.dtype)) :] = False
        if start is not None:
            fits &= self._ranks >= np.searchsorted(self._ends, np.array(start, dtype=self._ends.dtype), "right")
        return fits
