"""Batches of careless writing. They need torch, which only the ``train`` extra brings."""

import random
from pathlib import Path
from typing import Any

import pytest

from cronistoria.parse.labels import ENTITIES, Labels
from cronistoria.parse.pieces import BEGIN, END, SPACE, Pieces, Vocabulary
from models.treebank import Sample

batches = pytest.importorskip("models.batches")
packed = pytest.importorskip("models.packed")

IGNORE = packed.IGNORE
NOTHING = {"quotes": 0.0, "final_mark": 0.0, "upper": 0.0, "title": 0.0, "space": 0.0}
WORDS = ("Nessuno", "NESSUNO", "attacca", "ATTACCA", "dice", "DICE", "Kiev", "KIEV", ".", '"', "“", "”", "«", "»", "„")
PIECES = ("<pad>", "<s>", "</s>", "<unk>", *(SPACE + word for word in WORDS), *WORDS)
LABELS = Labels(categories=(("UPOS", ("PROPN", "VERB", "X")),), scripts=("=",), relations=("dep", "root"), tags={},
                allowed={}, lexicon={})  # fmt: skip


def _pieces() -> Pieces:
    return Pieces(Vocabulary(PIECES, tuple([0.0] * 4 + [-1.0] * (len(PIECES) - 4)), {}))


def _tree() -> Sample:
    forms = ['"', "Nessuno", "attacca", '"', "dice", "."]
    return Sample(
        "it", forms, [True, False, True, False, True, False], tags=["X", "X", "VERB", "X", "VERB", "X"],
        lemmas=list(forms), heads=[3, 3, 5, 3, 0, 5], relations=["dep", "dep", "dep", "dep", "root", "dep"],
    )  # fmt: skip


def _names() -> Sample:
    return Sample("it", ["Kiev", "attacca"], [True, True], entities=["B-LOC", "O"], complete=False)


def _packed() -> Any:
    packer = packed.Packer(_pieces(), LABELS)
    packer.add("trees", [_tree(), _tree()])
    packer.add("names", [_names()])
    return packer.packed()


def _words(batch: Any, row: int) -> list[str]:
    """What the pieces of a row say, in order of their words."""
    pairs = zip(batch.ids[row].tolist(), batch.word[row].tolist(), strict=True)
    return [PIECES[piece] for piece, word in pairs if word >= 0]


def _batch(noise: dict[str, float] | None, *windows: Any) -> Any:
    return batches.Batcher(_packed(), noise, seed=1).batch(list(windows))


def test_two_sentences_of_a_window_keep_their_trees() -> None:
    batch = _batch(None, batches.Window("trees", 0, 2), batches.Window("names", 0, 1))
    assert batch.gold["head"][0].tolist() == [3, 3, 5, 3, 0, 5, 9, 9, 11, 9, 0, 11]
    assert batch.gold["start"][0].tolist() == [1, 0, 0, 0, 0, 0] * 2
    assert [ENTITIES[i] for i in batch.gold["entity"][1, :2].tolist()] == ["B-LOC", "O"]
    assert set(batch.gold["head"][1].tolist()) == {IGNORE} == set(batch.gold["entity"][0].tolist())
    assert batch.gold["complete"].tolist() == [[1] * 12, [0] * 12]


def test_pieces_stand_between_begin_and_end_with_the_spaces_of_the_text() -> None:
    batch = _batch(None, batches.Window("trees", 0, 1), batches.Window("names", 0, 1))
    assert _words(batch, 0) == [SPACE + '"', f"{SPACE}Nessuno", f"{SPACE}attacca", '"', f"{SPACE}dice", "."]
    assert batch.word[1].tolist() == [-1, 0, 1, -1, -1, -1, -1, -1]
    assert (batch.ids[1, 0], batch.ids[1, 3]) == (BEGIN, END)


def test_a_final_mark_goes_with_all_its_labels() -> None:
    batch = _batch(NOTHING | {"final_mark": 1.0}, batches.Window("trees", 0, 2))
    assert {tuple(gold.shape) for gold in batch.gold.values()} == {(1, 10)}
    assert batch.gold["head"][0].tolist() == [3, 3, 5, 3, 0, 8, 8, 10, 8, 0]


def test_capitals_and_quotation_marks_change_forms_only() -> None:
    plain = _batch(None, batches.Window("trees", 0, 1))
    loud = _batch(NOTHING, batches.Window("trees", 0, 1, case=1))
    assert _words(loud, 0)[1:3] == [f"{SPACE}NESSUNO", f"{SPACE}ATTACCA"]
    marked = _batch(NOTHING | {"quotes": 1.0}, batches.Window("trees", 0, 2))
    marks = [word.removeprefix(SPACE) for word in _words(marked, 0)]
    assert (marks[0], marks[3]) == (marks[6], marks[9])
    assert (marks[0], marks[3]) in packed.STYLES
    assert (loud.gold["tag"] == plain.gold["tag"]).all()


def test_each_source_has_its_share_of_the_words() -> None:
    config = {"training": {"pieces": 40, "window_words": 90}, "noise": NOTHING}
    drawn = batches.mixture(_packed(), {"trees": 0.75, "names": 0.25}, random.Random(1), config)
    windows = [window for _ in range(60) for window in next(drawn)]
    words = {name: sum((w.end - w.first) * size for w in windows if w.source == name) for name, size in
             (("trees", 6), ("names", 2))}  # fmt: skip
    assert words["trees"] / (words["trees"] + words["names"]) == pytest.approx(0.75, abs=0.05)


def test_packed_sentences_are_read_as_they_were_written(tmp_path: Path) -> None:
    whole = _packed()
    whole.save(tmp_path / "corpora.npz")
    again = packed.Packed.load(tmp_path / "corpora.npz")
    assert (again.sources["trees"].head == whole.sources["trees"].head).all()
    assert (again.forms.pieces == whole.forms.pieces).all() and (again.tags == whole.tags).all()
