"""Agglomerative clustering within constraints: the closest two groups join, as long as nothing stands between them.

Pairs of items that come near each other come in, groups go out. All other pairs are known to be less close: they are
asked about only where two groups could join by what is known, which most never could. A mean is at most the higher of
the two that it is made of, so that groups that cannot join are not held against each other until one of them has joined
another that could. Scores have four digits and are summed as whole numbers, so that a sum does not hang on its order.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from heapq import heappop, heappush
from itertools import pairwise
from math import inf

import msgspec
import numpy as np
from numpy.typing import NDArray

from cronistoria.merge.nearness import Near

Pair = tuple[int, int]
Score = Callable[[int, int], float | None]
Tie = tuple[int, int, int, tuple[Pair, ...], int]
Rank = tuple[int, int, int, int, int, int]
_WHOLE, _FINER = 10_000, 100_000
_NEVER = -1
_NUMBERS = np.array([*range(_WHOLE + 1), _NEVER], object)
_APART: Tie = (_NEVER, 0, 0, (), 0)
_LEAST = -(10**12)


class Rule(msgspec.Struct, frozen=True):
    """What joins: groups whose score reaches ``close``; all pairs that reach ``near`` are given.

    ``complete``: whether groups join only if every pair between them was compared. ``by_best``: whether their closest
    pair counts, not the mean.
    """

    close: float
    near: float
    complete: bool
    by_best: bool = False


class Groups:
    """Groups of items ``0 … size - 1``, joined step by step.

    ``near``: the pairs of items that are near each other, with their scores, minus infinity where they must not share a
    group. ``score``: what any other two have, likewise, or ``None`` if they are not compared.

    What is known between two groups is a tie: sum, number and best of their pairs' scores; the groups, once these two
    or parts of them, between which only near pairs are known; and how many other pairs there are.
    """

    def __init__(self, size: int, near: Near, score: Score, rule: Rule) -> None:
        self._members: list[list[int]] = [[item] for item in range(size)]
        self._first = list(range(size))
        self._joined = [False] * size
        self._score, self._rule = score, rule
        self._far = round(rule.near * _WHOLE) - 1
        self._enough = round(rule.close * _WHOLE) * _FINER
        whole = np.where(near.score < 0, _NEVER, np.rint(near.score * _WHOLE)).astype(np.int64)
        self._near = _by_item(size, near, whole)
        self._ties: list[dict[int, Tie]] = [{} for _ in range(size)]  # with what may join or must not
        close = near.score >= rule.close
        left, right, whole = near.left[close], near.right[close], whole[close]
        order = np.lexsort((right, left, -whole))
        self._pairs = list(zip(left[order].tolist(), right[order].tolist(), whole[order].tolist(), strict=True))
        for one, other, found in self._pairs:
            self._ties[one][other] = self._ties[other][one] = (found, 1, found, (), 0)

    def join_close(self) -> list[list[int]]:
        """Joins the closest groups while there are such; the groups, each sorted."""
        first, heap, joined = self._pairs_in_order(), list[Rank](), self._joined
        ahead = next(first, None)
        while heap or ahead:
            if ahead is None or (heap and heap[0] < ahead):
                *_, left, right = heappop(heap)
            else:
                *_, left, right = ahead
                ahead = next(first, None)
            if joined[left] or joined[right]:
                continue
            if self._ties[left][right][3]:
                tie = self._closed(self._ties[left][right])
                self._ties[left][right] = self._ties[right][left] = tie
                close = self._close(tie)
                ranks = [self._rank(left, right, close)] if close >= self._enough else []
            else:
                ranks = self._join(left, right)
            for rank in ranks:
                heappush(heap, rank)
        return sorted(sorted(of) for of, gone in zip(self._members, joined, strict=True) if not gone)

    def _pairs_in_order(self) -> Iterator[Rank]:
        """The places of pairs of items that may join, in order."""
        return ((-found * _FINER, -2, left, right, left, right) for left, right, found in self._pairs)

    def _rank(self, left: int, right: int, close: int) -> Rank:
        """The place of a pair of groups in the queue: the closest, then the largest, come first."""
        one, other = self._first[left], self._first[right]
        size = len(self._members[left]) + len(self._members[right])
        return (-close, -size, one, other, left, right) if one < other else (-close, -size, other, one, left, right)

    def _close(self, tie: Tie) -> int:
        """How close two groups are, at the most if some pairs are not known; in billionths."""
        total, count, best, _, pending = tie
        if not count:
            return _LEAST
        if self._rule.by_best:
            return best * _FINER
        close = total * _FINER // count
        if pending:
            with_far = (total + self._far * pending) * _FINER // (count + pending)
            return with_far if self._rule.complete else max(close, with_far)
        return close

    def _join(self, left: int, right: int) -> list[Rank]:
        """Joins two groups; the places of the pairs that may join then."""
        ties, made, ranks = self._ties, len(self._ties), list[Rank]()
        one, other = ties[left], ties[right]
        own: dict[int, Tie] = {}
        ties.append(own)
        self._members.append(self._members[left] + self._members[right])
        self._first.append(min(self._first[left], self._first[right]))
        self._joined.append(False)
        self._joined[left] = self._joined[right] = True
        del one[right], other[left]
        for third in one.keys() | other.keys():
            its = ties[third]
            its.pop(left, None)
            its.pop(right, None)
            a, b = one.get(third), other.get(third)
            if a is _APART or b is _APART:
                tie = _APART
            else:
                tie = _together(a or self._known(left, third), b or self._known(right, third))
            close = self._close(tie)
            if close >= self._enough:
                ranks.append(self._rank(made, third, close))
                own[third] = its[made] = tie
            elif tie is _APART:
                own[third] = its[made] = tie
        one.clear()
        other.clear()
        return ranks

    def _known(self, left: int, right: int) -> Tie:
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
                    total, count = total + whole, count + 1
                    if whole > best:
                        best = whole
        pending = len(self._members[left]) * len(others) - count
        return total, count, best, ((left, right),) if pending else (), pending

    def _closed(self, tie: Tie) -> Tie:
        """The same with nothing left open."""
        total, count, best, open_, _ = tie
        for left, right in open_:
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
        return total, count, best, (), 0


def _together(one: Tie, other: Tie) -> Tie:
    """What two groups have with a third once they are one."""
    if one is _APART or other is _APART:
        return _APART
    best = one[2] if one[2] > other[2] else other[2]
    return one[0] + other[0], one[1] + other[1], best, one[3] + other[3], one[4] + other[4]


def _by_item(size: int, near: Near, whole: NDArray[np.int64]) -> list[dict[int, int]]:
    """Of each item those that are near it, with their scores."""
    item = np.concatenate([near.left, near.right])
    order = np.argsort(item, kind="stable")
    others = np.concatenate([near.right, near.left])[order].tolist()
    scores = _NUMBERS[np.concatenate([whole, whole])[order]].tolist()  # the same number is the same object
    ends = np.searchsorted(item[order], np.arange(size + 1)).tolist()
    return [dict(zip(others[start:end], scores[start:end], strict=True)) for start, end in pairwise(ends)]


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
