"""Label sets out of training sentences, and the encoder's file."""

from pathlib import Path

import pytest

from cronistoria.parse.labels import UPOS
from models.prepare import make_labels
from models.source import load_source
from models.treebank import Sample

LEAST = {"least_feature": 2, "least_relation": 2, "least_script": 2, "least_lexicon": 2}


def _sample(language: str, *words: tuple[str, str, str, str]) -> Sample:
    forms, tags, lemmas, relations = (list(column) for column in zip(*words, strict=True))
    return Sample(language, forms, [True] * len(words), tags=tags, lemmas=lemmas, relations=relations)


SAMPLES = [
    _sample("it", ("Paci", "NOUN|Number=Plur", "pace", "root"), ("muri", "NOUN|Number=Plur", "muro", "obj")),
    _sample("it", ("paci", "NOUN|Number=Plur", "pace", "root"), ("muri", "NOUN|Number=Plur", "mura", "obj")),
    _sample("it", ("nord", "NOUN|Case=Nom", "nord", "root"), ("Roma", "PROPN", "Roma", "dep")),
    _sample("en", ("walls", "NOUN|Number=Plur", "wall", "root")),
]


def test_values_relations_and_scripts_need_to_be_seen_often_enough() -> None:
    labels = make_labels(SAMPLES, LEAST)
    assert labels.categories == ((UPOS, ("NOUN", "PROPN")), ("Number", ("", "Plur")))
    assert labels.relations == ("obj", "root")
    assert labels.scripts == ("l|0||1|e", "=")


def test_each_language_has_its_own_tags_relations_and_lexicon() -> None:
    labels = make_labels(SAMPLES, LEAST)
    assert labels.tags == {"en": ("NOUN|Number=Plur",), "it": ("NOUN|Case=Nom", "NOUN|Number=Plur", "PROPN")}
    assert labels.allowed == {"en": ("root",), "it": ("obj", "root")}
    assert labels.lexicon == {"en": {}, "it": {"paci|NOUN": "pace"}}


def test_another_encoder_than_the_pinned_one_is_refused(tmp_path: Path) -> None:
    (tmp_path / "other.bin").write_bytes(b"E5S1 but not this one")
    with pytest.raises(ValueError, match=r"other\.bin: SHA-256 \w{12}, expected 1571fc982750"):
        load_source(tmp_path / "other.bin")
