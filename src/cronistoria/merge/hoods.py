"""Neighbourhoods: what hangs together by pairs, of very many items at once.

Each item is given the first item that it is known to hang together with; pairs bring the firsts of their two together
until no pair has two. That takes a few rounds over all pairs, however long the chains are.
"""

from collections.abc import Iterable
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Pair = tuple[int, int]


def neighbourhoods(size: int, left: Ints, right: Ints, further: Iterable[Pair] = ()) -> list[list[int]]:
    """What hangs together by pairs: sorted lists of the items ``0 … size - 1``, in the order of their first.

    ``further``: pairs besides those of ``left`` and ``right``.
    """
    others = np.array(list(further), np.int64).reshape(-1, 2)
    first = _firsts(size, np.concatenate([left, others[:, 0]]), np.concatenate([right, others[:, 1]]))
    order = np.argsort(first, kind="stable")
    starts = np.flatnonzero(np.diff(first[order], prepend=-1)).tolist()
    items = order.tolist()
    return [items[start:end] for start, end in pairwise([*starts, size])]


def linked_neighbourhoods(left: Ints, right: Ints) -> list[list[int]]:
    """Those of the items that stand in pairs."""
    items = np.unique(np.concatenate([left, right]))
    hoods = neighbourhoods(len(items), np.searchsorted(items, left), np.searchsorted(items, right))
    named = items.tolist()
    return [[named[item] for item in hood] for hood in hoods]


def _firsts(size: int, left: Ints, right: Ints) -> Ints:
    """Of each item the first that it hangs together with."""
    first = np.arange(size)
    while True:
        one, other = first[left], first[right]
        apart = one != other
        if not apart.any():
            return first
        left, right, one, other = left[apart], right[apart], one[apart], other[apart]
        np.minimum.at(first, np.maximum(one, other), np.minimum(one, other))
        while (further := first[first] != first).any():
            first[further] = first[first[further]]
