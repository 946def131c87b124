"""Gold and found are paired one to one: as many pairs as can be, and of those the best."""

from collections.abc import Sequence

import numpy
from scipy.optimize import linear_sum_assignment

_PAIR = 1e6


def pair_off(worth: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """Pairs (row, column) of the Hungarian method; worth 0 is no pair.

    >>> pair_off([[3.0, 2.0], [1.0, 0.0]])
    [(0, 1), (1, 0)]
    """
    if not worth or not worth[0]:
        return []
    table = numpy.array(worth, dtype=float)
    rows, columns = linear_sum_assignment(numpy.where(table > 0, table + _PAIR, 0), maximize=True)
    return [(int(r), int(c)) for r, c in zip(rows, columns, strict=True) if table[r, c] > 0]
