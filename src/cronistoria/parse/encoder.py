"""Runs the network on one window: words in, scores of every head out.

Windows go through one at a time and unpadded, on one thread each: no result depends on what else is parsed.
"""

from dataclasses import dataclass

import numpy as np
import onnxruntime

from cronistoria.parse.bundle import Bundle
from cronistoria.parse.decode import Scores
from cronistoria.parse.pieces import BEGIN, END, Pieces
from cronistoria.parse.table import unpack_rows
from cronistoria.parse.tokenise import Word

MOST_PIECES = 510


@dataclass(frozen=True)
class WindowScores:
    """A row a word: (words, columns), (words, scripts), (words,), (words, 1 + words), vectors of heads (the root first)
    and of children, (words, entity tags)."""

    tag: Scores
    script: Scores
    start: Scores
    arc: Scores
    relation_head: Scores
    relation_child: Scores
    entity: Scores


_OUTPUTS = ("tag", "script", "start", "arc", "relation_head", "relation_child", "entity")


class Encoder:
    """The network of a model file; safe to use from several threads."""

    def __init__(self, bundle: Bundle) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(bundle.network, options, providers=["CPUExecutionProvider"])
        self._table = bundle.table
        self._pieces = Pieces(bundle.vocabulary)

    def scores(self, words: list[Word]) -> WindowScores:
        """The scores of a window; words past `MOST_PIECES` pieces are read as empty."""
        ids, pool = self._inputs(words)
        rows = unpack_rows(self._table[ids])[None]
        found = self._session.run(_OUTPUTS, {"rows": rows, "pool": pool[None]})
        return WindowScores(*(array[0] for array in found))

    def fits(self, words: list[Word]) -> bool:
        """Whether all words are within `MOST_PIECES` pieces."""
        return sum(len(self._pieces.of_word(word.form, spaced=word.spaced)) for word in words) <= MOST_PIECES

    def _inputs(self, words: list[Word]) -> tuple[list[int], Scores]:
        ids, spans = [BEGIN], []
        for word in words:
            pieces = self._pieces.of_word(word.form, spaced=word.spaced)[: MOST_PIECES + 1 - len(ids)]
            spans.append((len(ids), len(ids) + len(pieces)))
            ids.extend(pieces)
        ids.append(END)
        pool = np.zeros((len(words), len(ids)), np.float32)
        for row, (start, stop) in enumerate(spans):
            pool[row, start:stop] = 1 / max(1, stop - start)
        return ids, pool
