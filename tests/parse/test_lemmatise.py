"""Lemmas come from the lexicon, from an edit that makes a word, or from the word list."""

import pytest

from cronistoria.parse.lemma import lemma_script
from cronistoria.parse.lemmatise import Lemmatiser
from cronistoria.parse.word_list import WordList, no_words, pack

LISTED = {
    "fuochi": "fuoco", "fuoco": "fuoco", "partirono": "partire", "partire": "partire", "parlar": "parlare",
    "parlare": "parlare", "muro": "muro", "chiamata": "chiamata", "chiamate": "chiamare", "tiene": "tenere",
}  # fmt: skip
EDITS = tuple(dict.fromkeys(lemma_script(form, lemma) for form, lemma in LISTED.items()))
WORDS = WordList(pack(LISTED, {script: i for i, script in enumerate(EDITS)}), EDITS)


@pytest.mark.parametrize(
    ("form", "upos", "lemma"),
    [("«", "PUNCT", "«"), ("Paci", "NOUN", "pace"), ("Paci", "PROPN", None), ("muri", "NOUN", None)],
)
def test_some_lemmas_are_certain(form: str, upos: str, lemma: str | None) -> None:
    assert Lemmatiser({"paci|NOUN": "pace"}, no_words()).certain(form, upos) == lemma


@pytest.mark.parametrize(
    ("form", "upos", "scripts", "lemma"),
    [
        ("muri", "NOUN", ["l|0||1|o"], "muro"),
        ("fuochi", "NOUN", ["l|0||1|o", "l|0||2|o"], "fuoco"),
        ("fuochi", "NOUN", ["l|0||1|o"], "fuoco"),
        ("partirono", "VERB", ["l|0||3|re"], "partire"),
        ("parlar", "VERB", ["="], "parlare"),
        ("chiamate", "NOUN", ["l|0||1|a"], "chiamata"),
        ("tiene", "VERB", ["l|0||1|ere"], "tenere"),
        ("zzyzx", "NOUN", ["l|0||0|o"], "zzyzxo"),
        ("fuochi", "NOUN", ["l|0||1|o", "A|muro"], "fuoco"),
        ("Fuochi", "PROPN", ["="], "Fuochi"),
    ],
)
def test_the_likeliest_edit_that_makes_a_word_is_taken(form: str, upos: str, scripts: list[str], lemma: str) -> None:
    assert Lemmatiser({}, WORDS).best(form, upos, scripts) == lemma


def test_without_a_list_the_likeliest_edit_is_taken() -> None:
    assert Lemmatiser({}, no_words()).best("fuochi", "NOUN", ["l|0||1|o", "l|0||2|o"]) == "fuocho"
