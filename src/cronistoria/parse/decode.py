"""From scores to trees: the best tag, the best single-rooted tree, lemmas, entities without loose ends.

In: the arrays that the network gives for one window. Out: plain lists, a value a word. Nothing here knows the network.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from ufal.chu_liu_edmonds import chu_liu_edmonds

from cronistoria.parse.labels import ENTITIES, UPOS, Labels, split_tag
from cronistoria.parse.lemma import apply_script

Scores = NDArray[np.float32]
_NEVER = -1e4


class TagDecoder:
    """Chooses among the combinations of part of speech and features that a language has."""

    def __init__(self, labels: Labels, language: str) -> None:
        columns = list(labels.columns())
        kept, rows = [], []
        for tag in labels.tags[language]:
            parts = split_tag(tag)
            places = [start + values.index(parts.get(name, "")) for name, start, values in columns
                      if parts.get(name, "") in values]  # fmt: skip
            if len(places) == len(columns):
                kept.append(parts)
                rows.append(places)
        self._bounds = [start for _, start, _ in columns]
        self._matrix = np.zeros((labels.width, len(kept)), np.float32)
        for column, places in enumerate(rows):
            self._matrix[places, column] = 1
        self.tags = kept

    def best(self, scores: Scores) -> list[tuple[str, dict[str, str]]]:
        """(words, columns) to parts of speech with features."""
        shifted = scores - np.repeat(np.maximum.reduceat(scores, self._bounds, axis=1), self._widths(scores), axis=1)
        sums = np.add.reduceat(np.exp(shifted), self._bounds, axis=1)
        odds = shifted - np.repeat(np.log(sums), self._widths(scores), axis=1)
        found = (self.tags[i] for i in (odds @ self._matrix).argmax(1))
        return [(tag[UPOS], {name: value for name, value in tag.items() if name != UPOS}) for tag in found]

    def _widths(self, scores: Scores) -> NDArray[np.int64]:
        return np.diff([*self._bounds, scores.shape[1]])


def sentence_bounds(start: Scores, breaks: Sequence[int] = ()) -> list[tuple[int, int]]:
    """Scores of being a first word to half-open ranges of words; the first word and those in ``breaks`` always are."""
    firsts = sorted({0, *breaks, *np.flatnonzero(start > 0).tolist()})
    return list(zip(firsts, [*firsts[1:], len(start)], strict=True))


def best_tree(scores: Scores) -> list[int]:
    """Heads of the best tree with one root: ``scores[child, 0]`` is for the root, ``[child, h + 1]`` for word ``h``.

    A head is the index of a word, -1 for the root. Where each word's best head makes a tree already, it is that.
    """
    count = len(scores)
    own = scores.astype(np.float64)
    own[np.arange(count), np.arange(count) + 1] = -1e9
    heads: list[int] = (own.argmax(1) - 1).tolist()
    if _is_tree(heads):
        return heads
    full = np.full((count + 1, count + 1), 0.0)
    full[1:] = own
    full[1:, 0] -= 1e6
    best, _ = chu_liu_edmonds(full)
    return [head - 1 for head in best[1:]]


def _is_tree(heads: list[int]) -> bool:
    if heads.count(-1) != 1:
        return False
    state = [0] * len(heads)
    for start in range(len(heads)):
        at, path = start, []
        while at >= 0 and state[at] == 0:
            state[at] = 1
            path.append(at)
            at = heads[at]
        if at >= 0 and state[at] == 1:
            return False
        for node in path:
            state[node] = 2
    return True


@dataclass(frozen=True)
class RelationDecoder:
    """Names arcs; ``cube`` is (relations, 1 + width, 1 + width) by child and head, ``allowed`` those of a language."""

    names: tuple[str, ...]
    cube: Scores
    allowed: NDArray[np.bool_]

    def best(self, children: Scores, heads: Scores, is_root: NDArray[np.bool_]) -> list[str]:
        """Vectors of children and of their heads, a row a word, to relations; the root's is ``root``, no other is."""
        width = children.shape[1]
        turned = (children @ self.cube.transpose(1, 0, 2).reshape(width, -1)).reshape(len(children), -1, width)
        scores = np.einsum("nrj,nj->nr", turned, heads)
        scores[:, ~self.allowed] = _NEVER
        root = self.names.index("root")
        scores[:, root] = _NEVER
        best = scores.argmax(1)
        best[is_root] = root
        return [self.names[i] for i in best]


def best_entities(scores: Scores) -> list[str]:
    """IOB2 tags in which an I- always continues a name of its own type."""
    best = scores.argmax(1).tolist()
    if all(_FOLLOWS[before][after] for before, after in zip([0, *best], best, strict=False)):
        return [ENTITIES[i] for i in best]
    odds = scores - np.log(np.exp(scores - scores.max(1, keepdims=True)).sum(1, keepdims=True)) - scores.max(1, keepdims=True)
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


def best_lemma(form: str, upos: str, script: str, lexicon: dict[str, str]) -> str:
    """The lexicon's lemma, else what the script makes of the form; marks are their own lemma."""
    if upos == "PUNCT":
        return form
    known = lexicon.get(f"{form if upos == 'PROPN' else form.lower()}|{upos}")
    return known if known is not None else apply_script(form, script)
