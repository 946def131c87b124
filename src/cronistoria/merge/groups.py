"""Agglomerative clustering within constraints: the closest two groups join, as long as nothing stands between them.

Pairs of items with scores come in, groups go out; the same pairs in any order give the same groups.
"""

from collections.abc import Iterable, Mapping, Sequence
from heapq import heapify, heappop, heappush

Pair = tuple[int, int]


class _Tie:
    """What is known between two groups: sum, number and best of their pairs' scores; whether they must stay apart."""

    __slots__ = ("apart", "best", "count", "total")

    def __init__(self, total: float, count: int, best: float, apart: bool) -> None:
        self.total, self.count, self.best, self.apart = total, count, best, apart


class Groups:
    """Groups of items ``0 … size - 1``, joined step by step.

    ``scores``: pairs that were compared. ``apart``: pairs that must not share a group. ``complete``: whether groups
    join only if every pair between them was compared. ``by_best``: whether their closest pair counts, not the mean.
    """

    def __init__(
        self, size: int, scores: Mapping[Pair, float], apart: Iterable[Pair], *, complete: bool, by_best: bool = False
    ) -> None:
        self._members: dict[int, list[int]] = {item: [item] for item in range(size)}
        self._ties: list[dict[int, _Tie]] = [{} for _ in range(size)]
        self._complete, self._by_best = complete, by_best
        for (left, right), score in scores.items():
            self._tie(left, right, _Tie(score, 1, score, False))
        for left, right in apart:
            self._tie(left, right, _Tie(0.0, 0, 0.0, True))

    def join_close(self, threshold: float) -> list[list[int]]:
        """Joins the closest groups while their score reaches the threshold; the groups, each sorted."""
        heap = [
            entry for left in self._members for right in self._ties[left] if left < right
            for entry in self._rank(left, right, threshold)
        ]  # fmt: skip
        heapify(heap)
        while heap:
            *_, left, right = heappop(heap)
            if left not in self._members or right not in self._members:
                continue
            made = self._join(left, right)
            for other in self._ties[made]:
                for entry in self._rank(made, other, threshold):
                    heappush(heap, entry)
        return sorted(sorted(members) for members in self._members.values())

    def _rank(self, left: int, right: int, threshold: float) -> Iterable[tuple[float, int, int, int, int, int]]:
        """The place of a pair of groups in the queue, if they may join: the closest, then the largest, come first."""
        tie = self._ties[left][right]
        one, other = self._members[left], self._members[right]
        if tie.apart or not tie.count or (self._complete and tie.count < len(one) * len(other)):
            return ()
        close = tie.best if self._by_best else tie.total / tie.count
        if close < threshold:
            return ()
        first, second = sorted((min(one), min(other)))
        return ((-round(close, 9), -len(one) - len(other), first, second, left, right),)

    def _tie(self, left: int, right: int, tie: _Tie) -> None:
        self._ties[left][right] = self._ties[right][left] = tie

    def _join(self, left: int, right: int) -> int:
        made = len(self._ties)
        self._ties.append({})
        self._members[made] = self._members.pop(left) + self._members.pop(right)
        one, other = self._ties[left], self._ties[right]
        for third in sorted(one.keys() | other.keys()):
            if third not in (left, right) and third in self._members:
                ties = [tie for tie in (one.get(third), other.get(third)) if tie]
                self._tie(made, third, _together(ties))
                self._ties[third].pop(left, None)
                self._ties[third].pop(right, None)
        one.clear()
        other.clear()
        return made


def _together(ties: Sequence[_Tie]) -> _Tie:
    best = max(tie.best for tie in ties)
    total, count = sum(tie.total for tie in ties), sum(tie.count for tie in ties)
    return _Tie(total, count, best, any(tie.apart for tie in ties))


def join_ruled(groups: Sequence[Sequence[int]], same: Iterable[Pair], apart: Iterable[Pair]) -> list[list[int]]:
    """Groups after those that hold a pair of ``same`` were joined whole, unless a pair of ``apart`` stands between."""
    members = {number: list(group) for number, group in enumerate(groups)}
    group_of = {item: number for number, group in members.items() for item in group}
    kept_apart = list(apart)
    for left, right in sorted(same):
        one, other = sorted((group_of[left], group_of[right]))
        if one == other or any({group_of[a], group_of[b]} == {one, other} for a, b in kept_apart):
            continue
        group_of |= dict.fromkeys(members[other], one)
        members[one] += members.pop(other)
    return sorted(sorted(group) for group in members.values())
