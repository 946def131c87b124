"""Pairs found by key and word are those that comparing everything finds; groups do not hang on the order of sums."""

from itertools import combinations
from math import inf

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from benchmarks.merge import Crisis
from cronistoria.merge.features import THRESHOLD, UNSURE, score_pair
from cronistoria.merge.groups import Groups, Pair, Rule
from cronistoria.merge.keyed import Keyed, keyed, share_key
from cronistoria.merge.nearness import near_between, near_of, near_pairs
from cronistoria.merge.sketch import sketch_of
from cronistoria.model.source import Telling
from tests.merge.test_merging import tellings


def nodes_of(told: list[Telling]) -> list[Keyed]:
    return [keyed(sketch_of(telling)) for telling in told]


def compared(nodes: list[Keyed], least: float) -> set[tuple[int, int, float]]:
    """All pairs that share a key, compared one by one."""
    found = set()
    for left, right in combinations(range(len(nodes)), 2):
        if share_key(nodes[left], nodes[right]):
            score = score_pair(nodes[left].sketch, nodes[right].sketch)
            if score is not None and score >= least:
                found.add((left, right, score))
    return found


@pytest.mark.parametrize("least", [0.2, UNSURE, THRESHOLD, 0.9])
@pytest.mark.parametrize("stems", [0, 300])
def test_what_comes_near_is_found(least: float, stems: int) -> None:
    nodes = nodes_of(list(Crisis(stems=stems).tellings(500, 2000)))
    found = list(near_pairs(nodes, least))
    assert len(found) == len(set(found))
    assert set(found) == compared(nodes, least)


@settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(st.lists(tellings(), max_size=20, unique_by=lambda t: t.record.id))
def test_any_records_are_found_alike(told: list[Telling]) -> None:
    nodes = nodes_of(told)
    assert set(near_pairs(nodes, UNSURE)) == compared(nodes, UNSURE)
    half = len(nodes) // 2
    between = {(left, right, score) for left, right, score in compared(nodes, UNSURE) if left < half <= right}
    assert set(near_between(nodes[:half], nodes[half:], UNSURE)) == between


def test_of_what_came_near_the_closest_of_each_thing_is_kept() -> None:
    near = near_of([(0, 2, 0.55), (0, 3, 0.5), (1, 3, 0.5), (1, 2, 0.46)])
    assert list(near.closest(near.left, near.right)) == [(0, 2, 0.55), (0, 3, 0.5), (1, 3, 0.5)]
    assert list(near.closest(near.left // 2, near.right // 2)) == [(0, 2, 0.55)]


ALL_ALIKE = dict.fromkeys([(0, 1), *((low, high) for low in (0, 1) for high in (2, 3, 4, 5))], 0.6)
GROUPED = [
    ("a mean of exactly the threshold joins", {**ALL_ALIKE, (2, 3): 0.9, (4, 5): 0.9, (2, 4): 0.8, (2, 5): 0.8,
        (3, 4): 0.8, (3, 5): 0.8}, 6, True, [[0, 1, 2, 3, 4, 5]]),
    ("a pair that was not compared parts complete groups", {(0, 1): 0.9, (1, 2): 0.8}, 3, True, [[0, 1], [2]]),
    ("and no others", {(0, 1): 0.9, (1, 2): 0.8}, 3, False, [[0, 1, 2]]),
    ("a pair that must stay apart does", {(0, 1): 0.9, (1, 2): 0.8, (0, 2): -inf}, 3, False, [[0, 1], [2]]),
    ("the mean counts", {(0, 1): 0.9, (1, 2): 0.7, (0, 2): 0.4}, 3, True, [[0, 1], [2]]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("scores", "size", "complete", "grouped"), [c[1:] for c in GROUPED], ids=[c[0] for c in GROUPED]
)
def test_groups(scores: dict[Pair, float], size: int, complete: bool, grouped: list[list[int]]) -> None:
    def score(left: int, right: int) -> float | None:
        return scores.get((min(left, right), max(left, right)))

    near = [(*pair, found) for pair, found in scores.items() if found >= UNSURE]
    for pairs in (near, near[::-1]):
        assert Groups(size, near_of(pairs), score, Rule(THRESHOLD, UNSURE, complete)).join_close() == grouped
