"""Lemmas that are no words give way."""

import pytest

from cronistoria.parse.word_list import WordList


@pytest.mark.parametrize(
    ("language", "form", "upos", "lemma", "checked"),
    [
        ("it", "fuochi", "NOUN", "fuocho", "fuoco"),
        ("it", "partirono", "VERB", "partirore", "partire"),
        ("it", "parlar", "VERB", "parlar", "parlare"),
        ("it", "Fuochi", "PROPN", "Fuochi", "Fuochi"),
        ("it", "zzyzx", "NOUN", "zzyzxo", "zzyzxo"),
        ("en", "condemned", "VERB", "condemne", "condemn"),
        ("en", "talks", "NOUN", "talk", "talk"),
        ("xx", "fuochi", "NOUN", "fuocho", "fuocho"),
    ],
)
def test_a_lemma_is_a_word_if_a_list_knows_better(
    language: str, form: str, upos: str, lemma: str, checked: str
) -> None:
    assert WordList(language).checked(form, upos, lemma) == checked
