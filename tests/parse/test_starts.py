"""Where no sentence begins."""

import numpy as np
import pytest

from cronistoria.languages.tables import available_languages
from cronistoria.languages.words import load_words
from cronistoria.parse.decode import sentence_bounds
from cronistoria.parse.starts import behind_small_letters, moved_by_marks, never_first
from cronistoria.parse.tokenise import tokenise


@pytest.mark.parametrize(
    ("language", "text", "inside"),
    [
        ("it", "Il gen. Rossi parla. Kiev tace.", ["Rossi", ".", "."]),
        ("it", "Della pace parlarsi, l'Onu", ["la", "si", ","]),
        ("it", "«Basta» (ieri) 20%", ["Basta", "ieri", ")", "%"]),
        ("fr", "Il part. « Nous restons », dit-elle.", [".", "Nous", ",", "-elle", "."]),
        ("de", "Er ging. »Wir bleiben«, so der Sprecher.", [".", "Wir", ",", "."]),
        ("en", "He can't wait. Dr. Lee's team cannot.", ["n't", ".", "Lee", "'s", "not", "."]),
        ("en", 'Mr. "X" left at 5 p.m. Then', ["X"]),
        ("en", 'She said. "We left." "Why?"', [".", "We", ".", "Why", "?"]),
        ("it", "Si apre. 3. Tregua a Kiev. 4. Aiuti", [".", ".", "Tregua", ".", ".", "Aiuti"]),
        ("en", "1. Aid came in 2014. Then 3.5 percent left.", [".", "Aid", ".", "."]),
        ("uk", "Приїхав проф. Бондар.", [".", "Бондар", "."]),
    ],
)
def test_words_that_begin_no_sentence(language: str, text: str, inside: list[str]) -> None:
    words = tokenise(text, load_words(language))
    assert [words[i].form for i in never_first(words, load_words(language))] == inside


def test_scores_give_way_to_the_rule_and_the_rule_to_a_break() -> None:
    start = np.array([1, 1, -1, 1], np.float32)
    assert sentence_bounds(start, (), (1, 3)) == [(0, 4)]
    assert sentence_bounds(start, (3,), (1, 3)) == [(0, 3), (3, 4)]


def test_a_sentence_begins_with_its_opening_mark() -> None:
    words = tokenise("Il part. « Nous restons »", load_words("fr"))
    start = np.array([1 if word.form == "Nous" else -1 for word in words], np.float32)
    begun = [words[i].form for i in np.flatnonzero(moved_by_marks(start, words) > 0)]
    assert begun == ["«", "Nous"]


def test_a_paragraph_begins_with_its_number() -> None:
    words = tokenise("Si apre. 3. Tregua a Kiev.", load_words("it"))
    start = np.array([1 if word.form == "Tregua" else -1 for word in words], np.float32)
    assert [words[i].form for i in np.flatnonzero(moved_by_marks(start, words) > 0)] == ["3", "Tregua"]


@pytest.mark.parametrize("language", available_languages("words"))
def test_titles_keep_their_stop(language: str) -> None:
    table = load_words(language)
    assert table.titles
    if table.abbreviations:
        assert table.titles <= table.abbreviations


def test_no_sentence_begins_behind_a_small_letter() -> None:
    words = tokenise("Prime Minister Diallo rang Orlo. GMT Then 5 left", load_words("en"))
    inside = {words[i].form for i in behind_small_letters(words)}
    assert inside == {"Minister", "Diallo", "rang", "Orlo", ".", "5"}


@pytest.mark.parametrize(
    ("text", "begun"),
    [
        ("On Monday (4 March) Doe rang.", []),
        ("On Monday [4 March] Doe rang.", []),
        ("He left. (Reuters) Doe rang.", ["Doe"]),
        ("He left (at last!) Doe rang.", ["Doe"]),
        ("(Reuters) Doe rang.", ["Doe"]),
    ],
)
def test_behind_brackets_inside_a_sentence_a_new_one_is_less_likely(text: str, begun: list[str]) -> None:
    words = tokenise(text, load_words("en"))
    start = np.array([1.5 if word.form == "Doe" else -1 for word in words], np.float32)
    assert [words[i].form for i in np.flatnonzero(moved_by_marks(start, words) > 0)] == begun
