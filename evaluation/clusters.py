"""B³: how well items are grouped, item by item (Bagga and Baldwin 1998)."""

from collections.abc import Hashable, Mapping
from typing import TypeVar

import msgspec

T = TypeVar("T", bound=Hashable)


class BCubed(msgspec.Struct, frozen=True):
    """Means over all items of the share of its group that belongs with it, and of what belongs with it in its group."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def b_cubed(gold: Mapping[T, str], found: Mapping[T, str]) -> BCubed:
    """The scores of a grouping against another of the same items; each maps an item to its group.

    >>> b_cubed({1: "a", 2: "a", 3: "b"}, {1: "x", 2: "x", 3: "x"}).recall
    1.0
    """
    if not gold:
        return BCubed(0.0, 0.0)
    right: dict[str, set[T]] = {}
    made: dict[str, set[T]] = {}
    for item in gold:
        right.setdefault(gold[item], set()).add(item)
        made.setdefault(found[item], set()).add(item)
    shares = [(len(right[gold[i]] & made[found[i]]), len(made[found[i]]), len(right[gold[i]])) for i in gold]
    precision = sum(shared / size for shared, size, _ in shares) / len(gold)
    return BCubed(precision, sum(shared / size for shared, _, size in shares) / len(gold))
