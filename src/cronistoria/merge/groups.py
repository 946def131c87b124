"""Agglomerative clustering within constraints: the closest two groups join, as long as nothing stands between them.

Pairs of items that come near each other come in, groups go out. All other pairs are known to be less close: they are
asked about only where two groups could join by what is known, which most never could. A mean is at most the higher of
the two that it is made of, so that groups that cannot join are not held against each other until one of them has joined
another that could. Scores have four digits and are summed as whole numbers, so that a sum does not hang on its order.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from heapq import heappop, heappush
from math import inf

import msgspec

Pair = tuple[int, int]
Scored = tuple[int, int, float]
Score = Callable[[int, int], float | None]
Rank = tuple[float, int, int, int, int, int]
_WHOLE = 10_000
_NEVER = -1


class Rule(msgspec.Struct, frozen=True):
    """What joins: groups whose score reaches ``close``; all pairs that reach ``near`` are given.

    ``complete``: whether groups join only if every pair between them was compared. ``by_best``: whether their closest
    pair counts, not the mean.
    """

    close: float
    near: float
    complete: bool
    by_best: bool = False


class _Tie:
    """What is known between two groups: sum, number and best of their pairs' scores.

    ``open``: groups, once these two or parts of them, between which only near pairs are known; ``pending``: how many
    others there are.
    """

    __slots__ = ("best", "count", "open", "pending", "total")

    def __init__(self, total: int, count: int, best: int, open_: tuple[Pair, ...] = (), pending: int = 0) -> None:
        self.total, self.count, self.best, self.open, self.pending = total, count, best, open_, pending


_APART = _Tie(0, 0, 0)
_ALONE = [_Tie(score, 1, score) for score in range(_WHOLE + 1)]


class Groups:
    """Groups of items ``0 … size - 1``, joined step by step.

    ``near``: the pairs of items that are near each other, with their scores, minus infinity where they must not share a
    group. ``score``: what any other two have, likewise, or ``None`` if they are not compared.
    """

    def __init__(self, size: int, near: Iterable[Scored], score: Score, rule: Rule) -> None:
        self._members: list[list[int]] = [[item] for item in range(size)]
        self._joined = [False] * size
        self._near: list[dict[int, int]] = [{} for _ in range(size)]
        self._ties: list[dict[int, _Tie]] = [{} for _ in range(size)]  # with what may join or must not
        self._score, self._rule = score, rule
        self._far = round(rule.near * _WHOLE) - 1
        for left, right, found in near:
            whole = _NEVER if found < 0 else int(found * _WHOLE + 0.5)
            self._near[left][right] = self._near[right][left] = whole
            if found >= rule.close:
                self._tie(left, right, _ALONE[whole])

    def join_close(self) -> list[list[int]]:
        """Joins the closest groups while there are such; the groups, each sorted."""
        first, heap = self._pairs_in_order(), list[Rank]()
        ahead = next(first, None)
        while heap or ahead:
            if ahead is None or (heap and heap[0] < ahead):
                *_, left, right = heappop(heap)
            else:
                *_, left, right = ahead
                ahead = next(first, None)
            if self._joined[left] or self._joined[right]:
                continue
            if self._ties[left][right].open:
                tie = self._closed(self._ties[left][right])
                self._tie(left, right, tie)
                ranks = [self._rank(left, right, tie)] if self._close(tie) >= self._rule.close else []
            else:
                ranks = self._join(left, right)
            for rank in ranks:
                heappush(heap, rank)
        return sorted(sorted(of) for of, joined in zip(self._members, self._joined, strict=True) if not joined)

    def _pairs_in_order(self) -> Iterator[Rank]:
        """The places of pairs of items that may join, in order."""
        ties = enumerate(self._ties)
        pairs = [(-tie.best, left, right) for left, found in ties for right, tie in found.items() if left < right]
        pairs.sort()
        return ((-round(-best / _WHOLE, 9), -2, left, right, left, right) for best, left, right in pairs)

    def _rank(self, left: int, right: int, tie: _Tie) -> Rank:
        """The place of a pair of groups in the queue: the closest, then the largest, come first."""
        one, other = self._members[left], self._members[right]
        first, second = sorted((min(one), min(other)))
        return -round(self._close(tie), 9), -len(one) - len(other), first, second, left, right

    def _close(self, tie: _Tie) -> float:
        """How close two groups are, at the most if some pairs are not known."""
        if tie is _APART or not tie.count:
            return -inf
        if self._rule.by_best:
            return tie.best / _WHOLE
        close = tie.total / tie.count
        if tie.pending:
            with_far = (tie.total + self._far * tie.pending) / (tie.count + tie.pending)
            close = with_far if self._rule.complete else max(close, with_far)
        return close / _WHOLE

    def _tie(self, left: int, right: int, tie: _Tie) -> None:
        self._ties[left][right] = self._ties[right][left] = tie

    def _join(self, left: int, right: int) -> list[Rank]:
        """Joins two groups; the places of the pairs that may join then."""
        made = len(self._ties)
        self._ties.append({})
        one, other = self._ties[left], self._ties[right]
        self._members.append(self._members[left] + self._members[right])
        self._joined.append(False)
        self._joined[left] = self._joined[right] = True
        ranks = []
        for third in one.keys() | other.keys():
            self._ties[third].pop(left, None)
            self._ties[third].pop(right, None)
            if third in (left, right):
                continue
            tie = self._together((left, right), third)
            close = self._close(tie)
            if close >= self._rule.close:
                ranks.append(self._rank(made, third, tie))
            if tie is _APART or close >= self._rule.close:
                self._tie(made, third, tie)
        one.clear()
        other.clear()
        return ranks

    def _together(self, joined: Pair, third: int) -> _Tie:
        """What two groups have with a third once they are one."""
        one, other = (self._ties[group].get(third) for group in joined)
        if one is _APART or other is _APART:
            return _APART
        one, other = one or self._known(joined[0], third), other or self._known(joined[1], third)
        if one is _APART or other is _APART:
            return _APART
        best, pending = max(one.best, other.best), one.pending + other.pending
        return _Tie(one.total + other.total, one.count + other.count, best, one.open + other.open, pending)

    def _known(self, left: int, right: int) -> _Tie:
        """What two groups have by near pairs alone."""
        total = count = best = 0
        others = self._members[right]
        for one in self._members[left]:
            near = self._near[one]
            for other in others:
                whole = near.get(other)
                if whole is not None:
                    if whole == _NEVER:
                        return _APART
                    total, count, best = total + whole, count + 1, max(best, whole)
        pending = len(self._members[left]) * len(others) - count
        return _Tie(total, count, best, ((left, right),) if pending else (), pending)

    def _closed(self, tie: _Tie) -> _Tie:
        """The same with nothing left open."""
        total, count, best = tie.total, tie.count, tie.best
        for left, right in tie.open:
            for one in self._members[left]:
                for other in self._members[right]:
                    if other in self._near[one]:
                        continue
                    score = self._score(one, other)
                    if score == -inf or (score is None and self._rule.complete):
                        return _APART
                    if score is not None:
                        whole = round(score * _WHOLE)
                        total, count, best = total + whole, count + 1, max(best, whole)
        return _Tie(total, count, best)


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
