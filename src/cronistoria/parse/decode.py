"""From scores to trees: the best tag, the best single-rooted tree, lemma scripts, entities without loose ends.

In: the arrays that the network gives for one window. Out: plain lists, a value a word. Nothing here knows the network.
"""

from collections.abc import Container, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from ufal.chu_liu_edmonds import chu_liu_edmonds

from cronistoria.parse.labels import ENTITIES, UPOS, Labels, split_tag
from cronistoria.parse.trees import is_tree

Scores = NDArray[np.float32]
_NEVER = -1e4
_MOST = 1e5
_AT_ONCE = 32
_NEARLY = 2.5


def with_verb_form(upos: str, feats: dict[str, str]) -> dict[str, str]:
    """A verb's features with the form that the others imply, where a treebank left it out.

    >>> with_verb_form("AUX", {"Mood": "Ind"})
    {'Mood': 'Ind', 'VerbForm': 'Fin'}
    """
    if upos not in ("VERB", "AUX") or "VerbForm" in feats:
        return feats
    if "Mood" in feats:
        return feats | {"VerbForm": "Fin"}
    return feats | {"VerbForm": "Part"} if "Tense" in feats and "Person" not in feats else feats


class TagDecoder:
    """Chooses among the combinations of part of speech and features that a language has.

    A combination scores the sum of its values, one for each category. Only what it has is added up: the score of a
    value counts from that of the category's absence, which all combinations without it share.
    """

    def __init__(self, labels: Labels, language: str) -> None:
        columns = list(labels.columns())
        known = {(name, value): start + i for name, start, values in columns for i, value in enumerate(values)}
        empty = labels.width
        kept, rows = [], []
        for tag in labels.tags[language]:
            parts = split_tag(tag)
            places = [known.get(part, empty) for part in parts.items()]
            if empty not in places:
                kept.append((parts.pop(UPOS), parts))
                rows.append(places)
        deepest = max(map(len, rows))
        self.tags = [(upos, with_verb_form(upos, feats)) for upos, feats in kept]
        self._places = np.array([row + [empty] * (deepest - len(row)) for row in rows]).T
        self._absent = np.array([known.get((name, ""), -1) for name, _, values in columns for _ in values])

    def best(self, scores: Scores) -> list[tuple[str, dict[str, str]]]:
        """(words, columns) to parts of speech with features; words of one tag share one dict of them."""
        turned = np.zeros((scores.shape[1] + 1, len(scores)), np.float32)
        turned[:-1] = (scores - np.where(self._absent < 0, 0, scores[:, self._absent])).T
        total = turned[self._places[0]]
        for places in self._places[1:]:
            total += turned[places]
        return [self.tags[i] for i in total.argmax(0)]


def sentence_bounds(start: Scores, breaks: Sequence[int] = (), never: Sequence[int] = ()) -> list[tuple[int, int]]:
    """Scores of being a first word to half-open ranges of words.

    The first word and those in ``breaks`` always are, those in ``never`` only if they are in ``breaks``.
    """
    firsts = sorted({0, *breaks, *(set(np.flatnonzero(start > 0).tolist()) - set(never))})
    return list(zip(firsts, [*firsts[1:], len(start)], strict=True))


def best_tree(scores: Scores) -> list[int]:
    """Heads of the best tree with one root: ``scores[child, 0]`` is for the root, ``[child, h + 1]`` for word ``h``.

    A head is the index of a word, -1 for the root. Where each word's best head makes a tree already, it is that.
    """
    count = len(scores)
    own = np.nan_to_num(scores.astype(np.float64), nan=-_MOST).clip(-_MOST, _MOST)
    own[np.arange(count), np.arange(count) + 1] = -1e9
    heads: list[int] = (own.argmax(1) - 1).tolist()
    if is_tree(heads):
        return heads
    full = np.full((count + 1, count + 1), 0.0)
    full[1:] = own
    full[1:, 0] -= 1e3 * _MOST
    best, _ = chu_liu_edmonds(full)
    return [head - 1 for head in best[1:]]


@dataclass(frozen=True)
class RelationDecoder:
    """Names arcs; ``cube`` is (relations, 1 + width, 1 + width) by child and head.

    Words are scored a few at a time, so that each product is too small for a library to spread it over threads, which
    would cost more than it saves and make sums depend on the machine.
    """

    names: tuple[str, ...]
    cube: Scores

    @classmethod
    def of_language(cls, names: Sequence[str], cube: Scores, allowed: Container[str]) -> "RelationDecoder":
        """One that gives the relations of a language only."""
        kept = [i for i, name in enumerate(names) if name in allowed and name != "root"]
        return cls(tuple(names[i] for i in kept), cube[kept])

    def best(self, children: Scores, heads: Scores, is_root: NDArray[np.bool_]) -> list[str]:
        """Vectors of children and of their heads, a row a word, to relations; the root's is ``root``, no other is."""
        found: list[int] = []
        for i in range(0, len(heads), _AT_ONCE):
            found += self._scores(children[i : i + _AT_ONCE], heads[i : i + _AT_ONCE]).argmax(1).tolist()
        return ["root" if root else self.names[best] for best, root in zip(found, is_root, strict=True)]

    def _scores(self, children: Scores, heads: Scores) -> Scores:
        scores: Scores = np.einsum("rnj,nj->nr", children @ self.cube, heads)
        return scores


def likely_scripts(scores: Scores, names: Sequence[str]) -> list[str]:
    """The likeliest script of a word and those nearly as likely, the best first; ``scores`` are one word's."""
    near = np.flatnonzero(scores >= scores.max() - _NEARLY)
    return [names[i] for i in near[np.argsort(-scores[near], kind="stable")]]


def best_entities(scores: Scores) -> list[str]:
    """IOB2 tags in which an I- always continues a name of its own type."""
    best = scores.argmax(1).tolist()
    if all(_FOLLOWS[before][after] for before, after in zip([0, *best], best, strict=False)):
        return [ENTITIES[i] for i in best]
    odds = (
        scores
        - np.log(np.exp(scores - scores.max(1, keepdims=True)).sum(1, keepdims=True))
        - scores.max(1, keepdims=True)
    )
    total = odds[0] + np.where(_FOLLOWS[0], 0, _NEVER)
    back = []
    for row in odds[1:]:
        steps = total[:, None] + np.where(_FOLLOWS, 0, _NEVER)
        back.append(steps.argmax(0))
        total = steps.max(0) + row
    path = [int(total.argmax())]
    for step in reversed(back):
        path.append(int(step[path[-1]]))
    return [ENTITIES[i] for i in reversed(path)]


_FOLLOWS = np.array([[after[0] != "I" or before[2:] == after[2:] for after in ENTITIES] for before in ENTITIES])
