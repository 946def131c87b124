"""Columns of all reports, so that those of a time, an outlet or a language are found without looking at each."""

from collections.abc import Iterable, Sequence

import numpy as np

from cronistoria.model.query import Query
from cronistoria.model.source import Source
from cronistoria.reference.names import fold
from cronistoria.view.index import Mask, Positions
from cronistoria.view.stretches import Stretches

_OPEN_END = "~"


class ReportIndex:
    """Reports by date of publication, undated ones last; positions are those of ``sources``."""

    def __init__(self, sources: Sequence[Source]) -> None:
        self.sources = tuple(sources)
        bounds = [_bounds(source) for source in self.sources]
        self._dated = np.array([bound is not None for bound in bounds], dtype=bool)
        self._stretches = Stretches([bound or (_OPEN_END, _OPEN_END) for bound in bounds])
        outlets = {name: fold(name) for name in {source.outlet or "" for source in self.sources}}
        self._outlets = _columns(outlets[source.outlet or ""] for source in self.sources)
        self._languages = _columns(source.language or "" for source in self.sources)

    def positions(self, query: Query) -> Positions:
        """Where the reports are that were published in the query's time, by its outlets and in its languages."""
        fits = self._stretches.meeting(query.start, query.end)
        if query.start is not None or query.end is not None:
            fits &= self._dated
        if query.outlets:
            fits &= _among(self._outlets, map(fold, query.outlets), len(fits))
        if query.languages:
            fits &= _among(self._languages, query.languages, len(fits))
        return np.flatnonzero(fits)


def _bounds(source: Source) -> tuple[str, str] | None:
    published = source.published
    if published is None or (published.start is None and published.end is None):
        return None
    return published.start or "", published.end or _OPEN_END


def _columns(values: Iterable[str]) -> dict[str, Positions]:
    found: dict[str, list[int]] = {}
    for position, value in enumerate(values):
        found.setdefault(value, []).append(position)
    return {value: np.array(positions, dtype=np.int64) for value, positions in found.items()}


def _among(column: dict[str, Positions], wanted: Iterable[str], length: int) -> Mask:
    fits = np.zeros(length, dtype=bool)
    for value in wanted:
        fits[column.get(value, [])] = True
    return fits
