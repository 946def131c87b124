"""Which sketches come near each other, found without comparing all pairs.

What may be the same shares a key. Of a busy day's statements most that share one are about different things, and only
words could bring them near: these are found by key and word together. The result is that of comparing all pairs that
share a key. Few are compared one by one, many in columns, a million common words at a time.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from cronistoria.merge.columns import Columns, Floats, Ints
from cronistoria.merge.features import score_pair
from cronistoria.merge.keyed import Keyed, share_key
from cronistoria.merge.keys import WORDED

_ROUNDING = 1e-4
_FEW = 24
_AT_ONCE = 1_000_000
_NO_WORD = 0


@dataclass(frozen=True)
class Near:
    """Pairs of places, the earlier first, each once, with their scores."""

    left: Ints
    right: Ints
    score: Floats

    def __iter__(self) -> Iterator[tuple[int, int, float]]:
        return zip(self.left.tolist(), self.right.tolist(), self.score.tolist(), strict=True)

    def __len__(self) -> int:
        return len(self.left)

    def of(self, which: Ints | NDArray[np.bool_] | slice) -> "Near":
        """Some of the pairs."""
        return Near(self.left[which], self.right[which], self.score[which])

    def closest(self, left: Ints, right: Ints) -> "Near":
        """The first pair of each thing, where pairs are of the things ``left`` and ``right``."""
        both = np.column_stack([left, right]).ravel()
        return self.of(np.unique(np.unique(both, return_index=True)[1] // 2))

    def with_pairs(self, more: Sequence[tuple[int, int, float]]) -> "Near":
        """The same with some pairs, which may be in it."""
        if not more:
            return self
        parts = zip(*((near.left, near.right, near.score) for near in (self, near_of(more))), strict=True)
        return Near(*map(np.concatenate, parts))


def near_of(found: Sequence[tuple[int, int, float]]) -> Near:
    """Pairs with their scores."""
    left, right, score = zip(*found, strict=True) if found else ((), (), ())
    return Near(np.array(left, np.int64), np.array(right, np.int64), np.array(score, np.float64))


def near_pairs(nodes: Sequence[Keyed], least: float) -> Near:
    """The places of all pairs that are compared and reach a score."""
    if len(nodes) <= _FEW:
        return near_of(list(_one_by_one(combinations(enumerate(nodes), 2), least)))
    return _near_in_columns(nodes, least)


def near_between(one: Sequence[Keyed], other: Sequence[Keyed], least: float) -> Near:
    """The same of pairs of one of each; the places of the latter follow on those of the former."""
    return _near_in_columns([*one, *other], least, len(one))


def _near_in_columns(nodes: Sequence[Keyed], least: float, split: int | None = None) -> Near:
    strands: dict[str, list[int]] = {}
    for place, node in enumerate(nodes):
        strands.setdefault(node.sketch.strand, []).append(place)
    found = []
    for places in strands.values():
        at = np.array(places)
        before = None if split is None else bisect_left(places, split)
        parts = _in_columns([nodes[place] for place in places], least, before)
        found += [(at[left], at[right], score) for left, right, score in parts]
    if not found:
        return near_of([])
    left, right, score = (np.concatenate(parts) for parts in zip(*found, strict=True))
    return Near(left, right, score)


Numbered = tuple[int, Keyed]


def _one_by_one(pairs: Iterable[tuple[Numbered, Numbered]], least: float) -> Iterator[tuple[int, int, float]]:
    for (left, one), (right, other) in pairs:
        if share_key(one, other):
            score = score_pair(one.sketch, other.sketch)
            if score is not None and score >= least:
                yield left, right, score


def _in_columns(nodes: Sequence[Keyed], least: float, split: int | None) -> Iterator[tuple[Ints, Ints, Floats]]:
    """Those of nodes of one strand, some at a time."""
    columns = Columns(nodes)
    for left, right, shared in _Tokens(nodes, least - _ROUNDING).candidates(split):
        close = columns.may_reach(left, right, shared, least - _ROUNDING)
        left, right, shared = left[close], right[close], shared[close]
        score = columns.scores(left, right, shared)
        near = score >= least
        yield left[near], right[near], score[near]


class _Tokens:
    """Keys with words: what each node is found by, in order, and what it seeks.

    A word has a weight, which a pair's words in common add up to: 2 for a subject, 1 for others, 0 for a report. Nodes
    that need no words to come near share one that weighs nothing.
    """

    def __init__(self, nodes: Sequence[Keyed], least: float) -> None:
        self._size = len(nodes)
        keys: dict[str, int] = {}
        words: dict[str, int] = {"": _NO_WORD}
        told = _Lists()
        own, sought = _Lists(), _Lists()
        for node in nodes:
            found = [words.setdefault(word, len(words)) for word in node.words]
            if node.sketch.strand not in WORDED and node.rest >= least:
                found.append(_NO_WORD)
            told.add(found)
            own.add([keys.setdefault(key, len(keys)) for key in node.own])
        for node in nodes:
            sought.add([keys[key] for key in node.sought if key in keys])
        self._words = len(words)
        self._weight = np.zeros(len(words), np.int64)
        self._weight[[words[word] for word in frozenset().union(*(node.sketch.subjects for node in nodes))]] = 1
        self._weight[[words[word] for word in frozenset().union(*(node.named for node in nodes))]] = 2
        tokens, owners = own.crossed(told, self._words)
        order = np.argsort(tokens, kind="stable")
        self._tokens, self._owners = tokens[order], owners[order]
        self._sought, self._seekers = sought.crossed(told, self._words)

    def candidates(self, split: int | None) -> Iterator[tuple[Ints, Ints, Ints]]:
        """Pairs that share a key and a word, the earlier first, each once, with the weight of all words they share.

        With a ``split`` those of one node before it and one after it.
        """
        first = np.searchsorted(self._tokens, self._sought, "left")
        places = self._tokens * self._size + self._owners
        ends = self._seekers if split is None else np.minimum(self._seekers, split)
        counts = np.searchsorted(places, self._sought * self._size + ends, "left") - first
        if split is not None:
            counts[self._seekers < split] = 0
        ends = np.cumsum(counts)
        start = 0
        while start < len(counts):
            done = ends[start - 1] if start else 0
            stop = max(int(np.searchsorted(ends, done + _AT_ONCE, "right")), start + 1)
            stop = int(np.searchsorted(self._seekers, self._seekers[stop - 1], "right"))
            yield self._met(first[start:stop], counts[start:stop], slice(start, stop))
            start = stop

    def _met(self, first: Ints, counts: Ints, part: slice) -> tuple[Ints, Ints, Ints]:
        """The pairs of some seekers, all of their tokens among them."""
        ends = np.cumsum(counts)
        total = int(ends[-1])
        earlier = self._owners[np.arange(total) + np.repeat(first - ends + counts, counts)]
        seekers, words = self._seekers[part], self._sought[part] % self._words
        pairs = ((seekers - seekers[0]) * self._size)[:, None]
        met = np.repeat(pairs[:, 0] * self._words + words, counts) + earlier * self._words
        met.sort()
        met = met[np.concatenate([[True], met[1:] != met[:-1]])] if total else met
        both, shared = np.divmod(met, self._words)
        starts = np.flatnonzero(np.concatenate([[True], both[1:] != both[:-1]])) if total else np.zeros(0, np.int64)
        weights = np.add.reduceat(self._weight[shared], starts) if total else np.zeros(0, np.int64)
        later, left = np.divmod(both[starts], self._size)
        return left, later + seekers[0], weights


class _Lists:
    """A list of numbers for each of some nodes, end to end."""

    def __init__(self) -> None:
        self._all: list[int] = []
        self._sizes: list[int] = []

    def add(self, numbers: Sequence[int]) -> None:
        """The next node's."""
        self._all += numbers
        self._sizes.append(len(numbers))

    def crossed(self, others: "_Lists", radix: int) -> tuple[Ints, Ints]:
        """Each number of a node with each of its others, as one number, and whose it is, in the order of nodes."""
        sizes, other_sizes = np.array(self._sizes, np.int64), np.array(others._sizes, np.int64)
        owners = np.repeat(np.arange(len(sizes)), sizes)
        times = other_sizes[owners]
        firsts = (np.cumsum(other_sizes) - other_sizes)[owners]
        within = np.arange(int(times.sum())) - np.repeat(np.cumsum(times) - times, times)
        crossed = np.repeat(np.array(self._all, np.int64) * radix, times)
        return crossed + np.array(others._all, np.int64)[np.repeat(firsts, times) + within], np.repeat(owners, times)
