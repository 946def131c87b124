"""What hangs together by pairs, however long the chain."""

from itertools import pairwise

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from cronistoria.merge.hoods import linked_neighbourhoods, neighbourhoods

SIZE = 12
PAIRS = st.lists(st.tuples(st.integers(0, SIZE - 1), st.integers(0, SIZE - 1)), max_size=15)


def one_by_one(pairs: list[tuple[int, int]]) -> list[list[int]]:
    """Each pair makes one of two."""
    hood_of = {item: {item} for item in range(SIZE)}
    for left, right in pairs:
        joined = hood_of[left] | hood_of[right]
        hood_of.update(dict.fromkeys(joined, joined))
    return [sorted(hood_of[item]) for item in range(SIZE) if min(hood_of[item]) == item]


@settings(deadline=None, derandomize=True)
@given(PAIRS, PAIRS)
def test_pairs_in_any_order_give_what_joining_them_one_by_one_gives(
    pairs: list[tuple[int, int]], further: list[tuple[int, int]]
) -> None:
    left, right = np.array(pairs, np.int64).reshape(-1, 2).T
    expected = one_by_one(pairs + further)
    assert neighbourhoods(SIZE, left, right, further) == expected
    linked = [hood for hood in one_by_one(pairs) if len(hood) > 1]
    assert [hood for hood in linked_neighbourhoods(left, right) if len(hood) > 1] == linked


def test_a_long_chain_is_one() -> None:
    chain = list(range(0, 5000, 2)) + list(range(1, 5000, 2))
    left, right = np.array(list(pairwise(chain))).T
    assert neighbourhoods(5000, left, right) == [list(range(5000))]
    assert neighbourhoods(3, left[:0], right[:0]) == [[0], [1], [2]]
    assert neighbourhoods(0, left[:0], right[:0]) == []
