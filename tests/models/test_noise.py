"""Sentences as careless writers have them. It needs torch, which only the ``train`` extra brings."""

import random

import pytest

from models.treebank import Sample

with_noise = pytest.importorskip("models.batches").with_noise

NOTHING = {"quotes": 0.0, "final_mark": 0.0, "upper": 0.0, "title": 0.0, "space": 0.0}


def _sample() -> Sample:
    forms = ['"', "Nessuno", "attacca", '"', "dice", "."]
    return Sample(
        "it", forms, [True, False, True, False, True, False], tags=["X"] * 6, lemmas=list(forms),
        heads=[3, 3, 0, 3, 3, 3], relations=["dep"] * 6, entities=["O"] * 6,
    )  # fmt: skip


def test_without_noise_nothing_changes() -> None:
    assert with_noise([_sample()], random.Random(1), NOTHING) == [_sample()]


def test_a_final_mark_goes_with_all_its_labels() -> None:
    (noisy,) = with_noise([_sample()], random.Random(1), NOTHING | {"final_mark": 1.0})
    columns = (noisy.forms, noisy.spaced, noisy.tags, noisy.lemmas, noisy.heads, noisy.relations, noisy.entities)
    assert {len(column) for column in columns} == {5}


def test_capitals_and_quotation_marks_change_forms_only() -> None:
    (loud,) = with_noise([_sample()], random.Random(1), NOTHING | {"upper": 1.0})
    assert loud.forms == ['"', "NESSUNO", "ATTACCA", '"', "DICE", "."]
    (marked,) = with_noise([_sample()], random.Random(2), NOTHING | {"quotes": 1.0})
    assert (marked.forms[0], marked.forms[3]) in {('"', '"'), ("“", "”"), ("«", "»"), ("„", "“")}
    assert marked.lemmas == _sample().lemmas
