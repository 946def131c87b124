"""Agglomerative clustering within constraints: the closest two groups join, as long as nothing stands between them.

Pairs of items that come near each other come in, groups go out. All other pairs are known to be less close, so that
they are asked about only where two groups could join by what is known; most never could. Scores have four digits and
are summed as whole numbers, so that a sum does not hang on its order.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from heapq import heappop, heappush
from math import inf

Pair = tuple[int, int]
Scored = tuple[int, int, float]
Score = Callable[[int, int], float | None]
Rank = tuple[float, int, int, int, int, int]
_WHOLE = 10_000


class _Tie:
    """What is known between two groups: sum, number and best of their pairs' scores.

    ``open``: pairs of groups, once these two or parts of them, between which no pair comes near; ``pending``: how many
    pairs that are.
    """

    __slots__ = ("best", "count", "open", "pending", "total")

    def __init__(self, total: int, count: int, best: int, open_: tuple[Pair, ...] = (), pending: int = 0) -> None:
        self.total, self.count, self.best, self.open, self.pending = total, count, best, open_, pending


_APART = _Tie(0, 0, 0)
_ALONE = [_Tie(score, 1, score) for score in range(_WHOLE + 1)]


class Groups:
    """Groups of items ``0 … size - 1``, joined step by step.

    ``near``: all pairs of items whose score is ``least`` or more, with it; minus infinity where they must not share a
    group. ``score``: what any other two have, minus infinity where they must not share a group, ``None`` if they are
    not compared. ``complete``: whether groups join only if every pair between them was compared. ``by_best``: whether
    their closest pair counts, not the mean.
    """

    def __init__(
        self, size: int, near: Iterable[Scored], score: Score, *, least: float, complete: bool, by_best: bool = False
    ) -> None:
        self._members: list[list[int]] = [[item] for item in range(size)]
        self._joined = [False] * size
        self._ties: list[dict[int, _Tie]] = [{} for _ in range(size)]
        self._score, self._complete, self._by_best = score, complete, by_best
        self._far = round(least * _WHOLE) - 1
        for left, right, found in near:
            self._tie(left, right, _APART if found == -inf else _ALONE[round(found * _WHOLE)])

    def join_close(self, threshold: float) -> list[list[int]]:
        """Joins the closest groups while their score reaches the threshold; the groups, each sorted."""
        first = self._pairs_in_order(threshold)
        heap: list[Rank] = []
        ahead = next(first, None)
        while heap or ahead:
            if ahead is None or (heap and heap[0] < ahead):
                *_, left, right = heappop(heap)
            else:
                *_, left, right = ahead
                ahead = next(first, None)
            if self._joined[left] or self._joined[right]:
                continue
            tie = self._ties[left][right]
            if tie.open:
                self._tie(left, right, self._closed(tie))
                changed: Iterable[Pair] = ((left, right),)
            else:
                made = self._join(left, right)
                changed = ((made, other) for other in self._ties[made])
            for pair in changed:
                for rank in self._rank(*pair, threshold):
                    heappush(heap, rank)
        return sorted(sorted(of) for of, joined in zip(self._members, self._joined, strict=True) if not joined)

    def _pairs_in_order(self, threshold: float) -> Iterator[Rank]:
        """The places of pairs of items that may join, in order."""
        wanted = threshold * _WHOLE
        pairs = [
            (-tie.best, left, right) for left, ties in enumerate(self._ties) for right, tie in ties.items()
            if left < right and tie.best >= wanted
        ]  # fmt: skip
        pairs.sort()
        return ((-round(-best / _WHOLE, 9), -2, left, right, left, right) for best, left, right in pairs)

    def _rank(self, left: int, right: int, threshold: float) -> Iterable[Rank]:
        """The place of a pair of groups in the queue, if they may join: the closest, then the largest, come first."""
        tie = self._ties[left][right]
        close = self._close(tie)
        if close < threshold:
            return ()
        one, other = self._members[left], self._members[right]
        first, second = sorted((min(one), min(other)))
        return ((-round(close, 9), -len(one) - len(other), first, second, left, right),)

    def _close(self, tie: _Tie) -> float:
        """How close two groups are, at the most if some pairs are not known."""
        if tie is _APART or not tie.count:
            return -inf
        if self._by_best:
            return tie.best / _WHOLE
        close = tie.total / tie.count
        if tie.pending:
            with_far = (tie.total + self._far * tie.pending) / (tie.count + tie.pending)
            close = with_far if self._complete else max(close, with_far)
        return close / _WHOLE

    def _tie(self, left: int, right: int, tie: _Tie) -> None:
        self._ties[left][right] = self._ties[right][left] = tie

    def _closed(self, tie: _Tie) -> _Tie:
        """The same with nothing left open."""
        total, count, best = tie.total, tie.count, tie.best
        for left, right in tie.open:
            for one in self._members[left]:
                for other in self._members[right]:
                    score = self._score(one, other)
                    if score == -inf or (score is None and self._complete):
                        return _APART
                    if score is not None:
                        whole = round(score * _WHOLE)
                        total, count, best = total + whole, count + 1, max(best, whole)
        return _Tie(total, count, best)

    def _join(self, left: int, right: int) -> int:
        made = len(self._ties)
        self._ties.append({})
        one, other = self._ties[left], self._ties[right]
        self._members.append(self._members[left] + self._members[right])
        self._joined.append(False)
        self._joined[left] = self._joined[right] = True
        del one[right], other[left]
        for third, tie in one.items():
            self._tie(made, third, self._together(tie, other.pop(third, None), right, third))
            del self._ties[third][left]
            self._ties[third].pop(right, None)
        for third, tie in other.items():
            self._tie(made, third, self._together(tie, None, left, third))
            del self._ties[third][right]
        one.clear()
        other.clear()
        return made

    def _together(self, tie: _Tie, more: _Tie | None, group: int, third: int) -> _Tie:
        """What two groups have with a third once they are one; ``more``: what ``group``, one of them, has with it."""
        if tie is _APART or more is _APART:
            return _APART
        if more is None:
            pending = tie.pending + len(self._members[group]) * len(self._members[third])
            return _Tie(tie.total, tie.count, tie.best, (*tie.open, (group, third)), pending)
        best, pending = max(tie.best, more.best), tie.pending + more.pending
        return _Tie(tie.total + more.total, tie.count + more.count, best, tie.open + more.open, pending)


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
