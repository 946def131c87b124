"""Packed word lists."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cronistoria.parse.lemma import lemma_script
from cronistoria.parse.word_list import WordList, no_words, pack

FORMS = {"fuochi": "fuoco", "fuoco": "fuoco", "Häuser": "Haus", "andò": "andare", "Андре": "андре"}


def _list(lemmas: dict[str, str]) -> WordList:
    edits = tuple(sorted({lemma_script(form, lemma) for form, lemma in lemmas.items()}))
    return WordList(pack(lemmas, {script: i for i, script in enumerate(edits)}), edits)


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("fuochi", "fuoco"),
        ("Fuochi", "fuoco"),
        ("FUOCHI", "fuoco"),
        ("HÄUSER", "Haus"),
        ("andò", "andare"),
        ("fuocho", None),
        ("", None),
    ],
)
def test_a_listed_form_has_its_lemma_however_it_is_written(form: str, lemma: str | None) -> None:
    assert _list(FORMS).lemma(form) == lemma


def test_a_base_form_is_its_own_lemma() -> None:
    words = _list(FORMS)
    assert [words.is_base(word) for word in ("fuoco", "fuochi", "fuocho")] == [True, False, False]


def test_an_empty_list_knows_nothing() -> None:
    assert no_words().lemma("fuoco") is None
    assert _list({}).lemma("fuoco") is None


def test_forms_of_a_rare_edit_are_left_out() -> None:
    words = WordList(pack(FORMS, {"=": 0}), ("=",))
    assert (words.lemma("fuoco"), words.lemma("fuochi")) == ("fuoco", None)


@settings(deadline=None)
@example(forms=["agc", "bààgafcgb"])  # of one hash, so that one is kept and the bits of one are read
@given(forms=st.lists(st.text("abcdefgàß", min_size=3, max_size=9), max_size=60, unique=True))
def test_all_that_is_packed_is_found(forms: list[str]) -> None:
    lemmas = {form: form[:-1] + "o" for form in forms}
    edits = tuple(dict.fromkeys(lemma_script(form, lemma) for form, lemma in lemmas.items()))
    words = WordList(pack(lemmas, {script: i for i, script in enumerate(edits)}), edits)
    found = [form for form, lemma in lemmas.items() if words.lemma(form) == lemma]
    assert len(found) >= len(forms) - 1
