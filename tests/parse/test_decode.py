"""From scores to tags, trees, relations and entities."""

from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cronistoria.parse.decode import (
    RelationDecoder,
    TagDecoder,
    best_entities,
    best_tree,
    likely_scripts,
    sentence_bounds,
)
from cronistoria.parse.labels import ENTITIES, split_tag
from cronistoria.parse.trees import is_tree
from tests.parse.model import small_labels

SEEDS = st.integers(0, 2**32 - 1)


def _random(seed: int, *shape: int) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    return np.random.default_rng(seed).normal(size=shape).astype(np.float32) * 4


@settings(deadline=None)
@given(seed=SEEDS, count=st.integers(1, 40))
def test_any_scores_give_a_tree_with_one_root(seed: int, count: int) -> None:
    assert is_tree(best_tree(_random(seed, count, count + 1)))


@pytest.mark.parametrize("value", [0.0, -1e30, 1e30, np.nan, -np.inf, np.inf])
def test_scores_that_say_nothing_give_a_tree(value: float) -> None:
    assert is_tree(best_tree(np.full((5, 6), value, np.float32)))


@settings(deadline=None, max_examples=30)
@given(seed=SEEDS, count=st.integers(1, 4))
def test_no_tree_is_better_than_the_best(seed: int, count: int) -> None:
    scores = _random(seed, count, count + 1)
    trees = [heads for heads in product(range(-1, count), repeat=count) if is_tree(heads)]
    weights = [sum(scores[word, head + 1] for word, head in enumerate(heads)) for heads in trees]
    assert tuple(best_tree(scores)) == trees[int(np.argmax(weights))]


def test_two_words_that_want_to_be_the_root_are_put_right() -> None:
    scores = np.array([[9, 0, 1], [8, 7, 0]], np.float32)
    assert best_tree(scores) == [-1, 0]


@pytest.mark.parametrize(
    ("heads", "answer"),
    [([-1], True), ([1, -1, 1], True), ([-1, -1], False), ([1, 0, -1], False), ([0, -1], False), ([], False),
     ([-1, 7], False), ([-1, -2], False)],
)  # fmt: skip
def test_what_is_a_tree(heads: list[int], answer: bool) -> None:
    assert is_tree(heads) is answer


def test_a_long_chain_is_a_tree() -> None:
    assert is_tree(list(range(-1, 50_000)))


def test_sentences_begin_where_scores_or_breaks_say() -> None:
    start = np.array([-3, -1, 2, -1, -1, 0.5], np.float32)
    assert sentence_bounds(start) == [(0, 2), (2, 5), (5, 6)]
    assert sentence_bounds(start, (4,)) == [(0, 2), (2, 4), (4, 5), (5, 6)]


@settings(deadline=None)
@given(seed=SEEDS)
def test_the_best_tag_is_the_best_sum_over_the_tags_of_the_language(seed: int) -> None:
    labels = small_labels()
    scores = _random(seed, 5, labels.width)
    places = {(name, value): start + i for name, start, values in labels.columns() for i, value in enumerate(values)}
    for row, (upos, feats) in zip(scores, TagDecoder(labels, "it").best(scores), strict=True):
        sums = {}
        for tag in labels.tags["it"]:
            parts = split_tag(tag)
            sums[tag] = sum(row[places[name, parts.get(name, "")]] for name, _, _ in labels.columns())
        assert "|".join([upos, *(f"{k}={v}" for k, v in feats.items())]) == max(sums, key=lambda tag: sums[tag])


def test_relations_are_allowed_and_only_the_root_is_root() -> None:
    names = ("dep", "nsubj", "root")
    cube = _random(1, 3, 5, 5)
    cube[2] += 100
    decoder = RelationDecoder.of_language(names, cube, {"dep", "root"})
    words = _random(2, 70, 5)
    is_root = np.arange(70) == 3
    assert decoder.best(words, words, is_root) == ["root" if i == 3 else "dep" for i in range(70)]


def test_relations_score_child_by_head_whatever_their_number() -> None:
    names, cube = ("a", "b", "root"), _random(3, 3, 5, 5)
    decoder = RelationDecoder.of_language(names, cube, names)
    children, heads = _random(4, 80, 5), _random(5, 80, 5)
    expected = [names[int(np.argmax([c @ cube[0] @ h, c @ cube[1] @ h]))] for c, h in zip(children, heads, strict=True)]
    assert decoder.best(children, heads, np.zeros(80, np.bool_)) == expected
    alone = [decoder.best(children[i : i + 1], heads[i : i + 1], np.zeros(1, np.bool_))[0] for i in range(80)]
    assert alone == expected


@settings(deadline=None)
@given(seed=SEEDS, count=st.integers(1, 30))
def test_a_name_never_goes_on_with_another_kind(seed: int, count: int) -> None:
    tags = best_entities(_random(seed, count, len(ENTITIES)))
    assert not tags[0].startswith("I-")
    assert all(after[0] != "I" or before[2:] == after[2:] for before, after in pairwise(tags))


def test_entities_that_fit_are_left_alone() -> None:
    wanted = ["B-PER", "I-PER", "O", "B-LOC"]
    scores = np.array([[9.0 * (tag == name) for name in ENTITIES] for tag in wanted], np.float32)
    assert best_entities(scores) == wanted


def test_scripts_nearly_as_likely_as_the_best_are_kept_in_order() -> None:
    scores = np.array([0.0, 4.0, 2.0, 1.0, 4.0], np.float32)
    assert likely_scripts(scores, "abcde") == ["b", "e", "c"]
