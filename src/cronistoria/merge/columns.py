"""Many pairs of sketches of one strand, scored at once and exactly as `score_pair` scores them one by one.

Of each feature a column says which sketches look alike to it; the feature is asked about each two of these once. What
words share is counted by whoever found the pairs.
"""

from collections.abc import Hashable, Sequence

import numpy as np
from numpy.typing import NDArray

from cronistoria.merge.features import FEATURES, Feature
from cronistoria.merge.keyed import Keyed
from cronistoria.merge.sketch import Sketch
from cronistoria.merge.subjects import OTHER_LANGUAGE

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
_TABLE = 2048
_FEW = 2
_DIGITS = 1e4
_HALF = 1e-6


class Columns:
    """The columns of some nodes of one strand."""

    def __init__(self, nodes: Sequence[Keyed]) -> None:
        self._sketches = [node.sketch for node in nodes]
        self._features = [
            (feature, None if feature.name in _BY_WORDS else _Column(feature, self._sketches))
            for feature in FEATURES[self._sketches[0].strand]
        ]
        self.document = _codes([sketch.document for sketch in self._sketches])[0]
        self._language = _codes([sketch.language for sketch in self._sketches])[0]
        self._count = np.array([len(sketch.subjects) for sketch in self._sketches])
        self._weight = self._count + np.array([len(node.named) for node in nodes])
        self._rest = np.array([node.rest for node in nodes])

    def may_reach(self, left: Ints, right: Ints, shared: Ints, least: float) -> NDArray[np.bool_]:
        """Which pairs could reach a score, by what their words share."""
        most = {feature.name: feature.weight for feature, _ in self._features}
        found = np.minimum(self._rest[left], self._rest[right]) + most["words"] * self._alike(left, right, shared)
        if "same_words" in most:
            found += most["same_words"] * (self.document[left] == self.document[right])
        return np.asarray(found >= least)

    def scores(self, left: Ints, right: Ints, shared: Ints) -> Floats:
        """The scores of pairs, minus infinity where they cannot be the same; ``shared``: what their words share."""
        total = np.zeros(len(left))
        for feature, column in self._features:
            if column is not None:
                total += column.shares(left, right)
            elif feature.name == "words":
                total += feature.weight * self._alike(left, right, shared)
            else:
                for at in np.flatnonzero(self.document[left] == self.document[right]):
                    total[at] += feature.share(self._sketches[left[at]], self._sketches[right[at]])
        return _within(total)

    def _alike(self, left: Ints, right: Ints, shared: Ints) -> Floats:
        """What `compare.words` says."""
        one, other = self._weight[left], self._weight[right]
        alike = shared * (1 / np.maximum(one + other, 1) + 1 / (2 * np.maximum(np.minimum(one, other), 1)))
        equal = (shared == one) & (shared == other)
        few = np.minimum(self._count[left], self._count[right]) < _FEW
        alike = np.where(few & ~equal, alike / 2, alike)
        same_language = self._language[left] == self._language[right]
        return np.asarray(np.where(same_language, alike, np.minimum(alike * OTHER_LANGUAGE, 1.0)))


class _Column:
    """What one feature adds to scores."""

    def __init__(self, feature: Feature, sketches: Sequence[Sketch]) -> None:
        self._codes, firsts = _codes([feature.seen(sketch) for sketch in sketches])
        self._feature, self._examples = feature, [sketches[first] for first in firsts]
        size = len(firsts)
        self._table = np.full((size, size), np.nan) if size <= _TABLE else None

    def shares(self, left: Ints, right: Ints) -> Floats:
        """What it adds to the scores of pairs."""
        one, other = self._codes[left], self._codes[right]
        if self._table is None:
            pairs, places = np.unique(one * len(self._examples) + other, return_inverse=True)
            return self._asked(*np.divmod(pairs, len(self._examples)))[places]
        found = self._table[one, other]
        if np.isnan(found).any():
            missing = np.unique((one * len(self._examples) + other)[np.isnan(found)])
            rows, columns = np.divmod(missing, len(self._examples))
            self._table[rows, columns] = self._asked(rows, columns)
            found = self._table[one, other]
        return found

    def _asked(self, rows: Ints, columns: Ints) -> Floats:
        examples, share = self._examples, self._feature.share
        asked = zip(rows.tolist(), columns.tolist(), strict=True)
        return np.array([share(examples[row], examples[column]) for row, column in asked])


def _codes(values: Sequence[Hashable]) -> tuple[Ints, list[int]]:
    """Equal values as equal numbers, and where each came first."""
    known: dict[Hashable, int] = {}
    firsts: list[int] = []
    codes = np.empty(len(values), np.int64)
    for place, value in enumerate(values):
        code = known.setdefault(value, len(known))
        if code == len(firsts):
            firsts.append(place)
        codes[place] = code
    return codes, firsts


def _within(total: Floats) -> Floats:
    """Scores between 0 and 1 with four digits, as `round` gives them; minus infinity stays."""
    scaled = np.clip(total, 0.0, 1.0) * _DIGITS
    whole = np.rint(scaled)
    halves = np.flatnonzero(np.abs(np.abs(scaled - whole) - 0.5) < _HALF)
    values, places = np.unique(total[halves].clip(0.0, 1.0), return_inverse=True)
    whole[halves] = np.array([round(round(value, 4) * _DIGITS) for value in values.tolist()])[places]
    return np.where(np.isneginf(total), -np.inf, whole / _DIGITS)


_BY_WORDS = frozenset(("words", "same_words"))
