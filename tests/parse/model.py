"""A model small enough to write by hand: labels, vocabulary and table are real, the network is arithmetic on its input.

`StubSession` takes the place of ONNX Runtime's session. Its scores depend on the pieces of each word and on nothing
else, so that trees are arbitrary but always the same.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cronistoria.languages.tables import available_languages
from cronistoria.parse.bundle import FORMAT, About, Bundle
from cronistoria.parse.labels import ENTITIES, UPOS, Labels
from cronistoria.parse.pieces import SPACE, Vocabulary
from cronistoria.parse.word_list import pack

LETTERS = "abcdefghijklmnopqrstuvwxyz"
WIDTH = 32
RELATIONS = ("dep", "nsubj", "obj", "punct", "root")
EDITS = ("=", "l|0||2|o", "l|0||1|a")
_ROWS = 1 + len(RELATIONS)


def small_labels() -> Labels:
    """Four parts of speech, one feature, three scripts, for every language."""
    languages = available_languages("words")
    return Labels(
        categories=((UPOS, ("NOUN", "PUNCT", "VERB")), ("Number", ("", "Plur", "Sing"))),
        scripts=("=", "l|0||1|o", "A|essere"),
        relations=RELATIONS,
        tags=dict.fromkeys(languages, ("NOUN|Number=Plur", "NOUN|Number=Sing", "PUNCT", "VERB")),
        allowed=dict.fromkeys(languages, RELATIONS),
        lexicon={"it": {"paci|NOUN": "pace"}},
    )


def small_vocabulary() -> Vocabulary:
    """Single letters and the space."""
    pieces = ("<pad>", "<s>", "</s>", "<unk>", SPACE, *LETTERS)
    return Vocabulary(pieces, (0.0,) * 4 + (-2.0,) * (len(pieces) - 4), {"é": "e"})


def small_list() -> bytes:
    """Fires and flames."""
    words = {"fuoco": "fuoco", "fuochi": "fuoco", "fiamma": "fiamma", "fiamme": "fiamma"}
    return pack(words, {script: i for i, script in enumerate(EDITS)})


def small_bundle() -> Bundle:
    """All parts, with a network that no runtime would take."""
    random = np.random.default_rng(7)
    blocks = random.integers(0, 256, (len(small_vocabulary().pieces), WIDTH // 32 * 18), np.uint8)
    blocks[:, :2] = np.frombuffer(np.float16(0.1).tobytes(), np.uint8)
    relations = random.normal(size=(len(RELATIONS), 9, 9)).astype(np.float32)
    return Bundle(
        About(FORMAT, "small", 1, 0),
        "",
        b"no network",
        blocks,
        relations,
        small_vocabulary(),
        small_labels(),
        EDITS,
        {language: small_list() for language in small_labels().tags},
    )


class StubSession:
    """Scores from a fixed projection of the mean of a word's embedding rows."""

    def __init__(self, network: bytes, options: Any, providers: Sequence[str]) -> None:
        random = np.random.default_rng(3)
        shapes = {"tag": 6, "script": 3, "start": 1, "arc": 8, "relation_child": 9, "entity": len(ENTITIES)}
        self._weights = {name: random.normal(size=(WIDTH, n)).astype(np.float32) for name, n in shapes.items()}
        self.lengths: list[int] = []

    def run(self, names: Sequence[str], inputs: dict[str, NDArray[np.float32]]) -> list[NDArray[np.float32]]:
        words = inputs["pool"][0] @ inputs["rows"][0]
        self.lengths.append(inputs["rows"].shape[1])
        found = {name: words @ weights for name, weights in self._weights.items()}
        nodes = np.concatenate([np.ones((1, 8), np.float32), found["arc"]])
        found["arc"] = found["arc"] @ np.roll(nodes, 1, axis=1).T
        found["start"] = found["start"][:, 0]
        found["relation_head"] = np.concatenate([np.zeros((1, 9), np.float32), found["relation_child"]])
        return [found[name][None] for name in names]
