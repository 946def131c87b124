"""Whether heads make a tree, in linear time."""

from collections.abc import Sequence


def is_tree(heads: Sequence[int]) -> bool:
    """Whether the heads (indices of words, -1 for the root) make a tree with exactly one root."""
    if list(heads).count(-1) != 1 or not all(-1 <= head < len(heads) for head in heads):
        return False
    state = [0] * len(heads)
    for start in range(len(heads)):
        at, path = start, []
        while at >= 0 and state[at] == 0:
            state[at] = 1
            path.append(at)
            at = heads[at]
        if at >= 0 and state[at] == 1:
            return False
        for node in path:
            state[node] = 2
    return True
