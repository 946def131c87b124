"""Columns of all reports, so that those of a time, an outlet or a language are found without looking at each."""

from collections.abc import Iterable

import numpy as np

from cronistoria.model.query import Query
from cronistoria.model.source import Source
from cronistoria.reference.names import fold
from cronistoria.view.columns import Column, Mask, Positions
from cronistoria.view.stretches import Stretches

_OPEN_END = b"~"


class ReportIndex:
    """Reports by date of publication, undated ones last; positions are those of ``documents``, their ids."""

    def __init__(self, sources: Iterable[Source]) -> None:
        outlets, languages, named = Column(), Column(), dict[str, str]()
        documents: list[bytes] = []
        bounds: list[tuple[bytes, bytes] | None] = []
        for position, source in enumerate(sources):
            documents.append(source.document.encode())
            bounds.append(_bounds(source))
            name = source.outlet or ""
            outlets.add(position, (named.setdefault(name, fold(name)),))
            languages.add(position, (source.language or "",))
        self.documents = np.array(documents, dtype=bytes)
        self._dated = np.array([bound is not None for bound in bounds], dtype=bool)
        self._stretches = Stretches([bound or (_OPEN_END, _OPEN_END) for bound in bounds])
        self._outlets, self._languages = outlets.positions(), languages.positions()

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


def _bounds(source: Source) -> tuple[bytes, bytes] | None:
    published = source.published
    if published is None or (published.start is None and published.end is None):
        return None
    return (published.start or "").encode(), (published.end or "").encode() or _OPEN_END


def _among(column: dict[str, Positions], wanted: Iterable[str], length: int) -> Mask:
    fits = np.zeros(length, dtype=bool)
    for value in wanted:
        fits[column.get(value, [])] = True
    return fits
