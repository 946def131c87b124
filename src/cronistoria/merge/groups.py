"""Agglomerative clustering within constraints: the closest two groups join, as long as nothing stands between them.

Links between items and what scores two of them come in, groups go out. Scores have four digits and are summed as whole
numbers, so that a sum does not hang on its order.
"""

from collections.abc import Callable, Iterable, Sequence
from heapq import heapify, heappop, heappush
from math import inf

Pair = tuple[int, int]
Score = Callable[[int, int], float | None]
_WHOLE = 10_000


class _Tie:
    """What is known between two groups: sum, number and best of their pairs' scores; whether they must stay apart."""

    __slots__ = ("apart", "best", "count", "total")

    def __init__(self, total: int, count: int, best: int, apart: bool) -> None:
        self.total, self.count, self.best, self.apart = total, count, best, apart


_APART = _Tie(0, 0, 0, True)


class Groups:
    """Groups of items ``0 … size - 1``, joined step by step.

    ``score``: what two items have, minus infinity where they must not share a group, ``None`` if they are not compared.
    It is asked only about groups that a link holds together, since no others could join. ``complete``: whether groups
    join only if every pair between them was compared. ``by_best``: whether their closest pair counts, not the mean.
    """

    def __init__(self, size: int, score: Score, *, complete: bool, by_best: bool = False) -> None:
        self._members: dict[int, list[int]] = {item: [item] for item in range(size)}
        self._ties: list[dict[int, _Tie]] = [{} for _ in range(size)]
        self._score, self._complete, self._by_best = score, complete, by_best

    def join_close(self, links: Iterable[Pair], threshold: float) -> list[list[int]]:
        """Joins the closest groups while their score reaches the threshold; the groups, each sorted.

        ``links``: all pairs of items whose score reaches it.
        """
        for left, right in links:
            self._tie(left, right, self._between(left, right))
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
        if tie.apart or not tie.count:
            return ()
        one, other = self._members[left], self._members[right]
        close = (tie.best if self._by_best else tie.total / tie.count) / _WHOLE
        if close < threshold:
            return ()
        first, second = sorted((min(one), min(other)))
        return ((-round(close, 9), -len(one) - len(other), first, second, left, right),)

    def _tie(self, left: int, right: int, tie: _Tie) -> None:
        self._ties[left][right] = self._ties[right][left] = tie

    def _between(self, left: int, right: int) -> _Tie:
        """What two groups have in common, pair by pair."""
        found = []
        for one in self._members[left]:
            for other in self._members[right]:
                score = self._score(one, other)
                if score == -inf or (score is None and self._complete):
                    return _APART
                if score is not None:
                    found.append(round(score * _WHOLE))
        return _Tie(sum(found), len(found), max(found, default=0), False)

    def _join(self, left: int, right: int) -> int:
        made = len(self._ties)
        self._ties.append({})
        one, other = self._ties[left], self._ties[right]
        for third in sorted(one.keys() | other.keys()):
            if third not in (left, right) and third in self._members:
                self._tie(made, third, self._together(one.get(third), other.get(third), (left, right, third)))
                self._ties[third].pop(left, None)
                self._ties[third].pop(right, None)
        self._members[made] = self._members.pop(left) + self._members.pop(right)
        one.clear()
        other.clear()
        return made

    def _together(self, one: _Tie | None, other: _Tie | None, groups: tuple[int, int, int]) -> _Tie:
        """What two groups have with a third once they are one; nothing more is asked once they must stay apart."""
        if (one and one.apart) or (other and other.apart):
            return _APART
        left, right, third = groups
        one = one or self._between(left, third)
        other = other or self._between(right, third)
        best = max(one.best, other.best)
        return _Tie(one.total + other.total, one.count + other.count, best, one.apart or other.apart)


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
