"""Where words stand, glued text, invisible characters, and time in any text."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cronistoria.languages.tables import available_languages
from cronistoria.languages.words import load_words
from cronistoria.parse.tokenise import LONGEST, Word, tokenise

WORDS = load_words("it")


def forms(text: str, language: str = "it") -> list[str]:
    return [word.form for word in tokenise(text, load_words(language))]


def test_a_contraction_shares_letters_and_a_cut_word_has_its_own() -> None:
    assert tokenise("Della pace", WORDS)[:2] == [Word("Di", 0, 5, True), Word("la", 0, 5, False)]
    assert tokenise("parlarsi", WORDS) == [Word("parlar", 0, 6, True), Word("si", 6, 8, False)]
    assert tokenise("dagli amici", WORDS)[:2] == [Word("da", 0, 2, True), Word("gli", 2, 5, False)]


def test_capitals_stay_in_a_contraction() -> None:
    assert forms("NELLA SEDE DELL'ONU") == ["IN", "LA", "SEDE", "DI", "L'", "ONU"]


def test_offsets_count_from_the_start_of_the_text() -> None:
    assert tokenise("xx Kiev tace", WORDS, start=3, end=7) == [Word("Kiev", 3, 7, True)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ha chiamato.Kim tace", ["Ha", "chiamato", ".", "Kim", "tace"]),
        ("«Basta»ha detto", ["«", "Basta", "»", "ha", "detto"]),
        ("riporta l'Ansa– alla fine", ["riporta", "l'", "Ansa", "–", "a", "la", "fine"]),
        ("Pronti!Chi viene?Nessuno", ["Pronti", "!", "Chi", "viene", "?", "Nessuno"]),
        ("vedi https://example.org/a?b=1, poi", ["vedi", "https://example.org/a?b=1", ",", "poi"]),
        ("scrive @una-nota e #tregua", ["scrive", "@una-nota", "e", "#tregua"]),
        ("redazione@example.org tace", ["redazione@example.org", "tace"]),
    ],
)
def test_glued_text_and_addresses(text: str, expected: list[str]) -> None:
    assert forms(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("pa\u00adce", [("pace", 0, 5)]),
        ("\u200fpace\u200f", [("pace", 1, 5)]),
        ("due\0tre", [("due", 0, 3), ("tre", 4, 7)]),
        ("\ufeffpace", [("pace", 1, 5)]),
        ("perche\u0301", [("perch\u00e9", 0, 7)]),
        ("\U0001f54a\ufe0f!", [("\U0001f54a\ufe0f", 0, 2), ("!", 2, 3)]),
        ("\u041cosca", [("\u041cosca", 0, 5)]),
    ],
)
def test_what_cannot_be_seen_is_no_word_and_in_no_form(text: str, expected: list[tuple[str, int, int]]) -> None:
    assert [(word.form, word.start, word.end) for word in tokenise(text, WORDS)] == expected


def test_a_text_without_words() -> None:
    assert tokenise(" \n\u200b\0\u202e ", WORDS) == []


def test_a_run_without_a_break_becomes_words_of_limited_length() -> None:
    found = tokenise("a" * 5000, WORDS)
    assert {len(word.form) for word in found} == {LONGEST}
    assert found[-1].end == 5000


@pytest.mark.parametrize("language", available_languages("words"))
@settings(deadline=None, max_examples=40)
@given(text=st.text(max_size=80) | st.text("aà'’ -.1,\"«»\u00ad\u0301\u200bЙ", max_size=60))
def test_any_text_has_words_in_order_within_it(language: str, text: str) -> None:
    words = tokenise(text, load_words(language))
    assert all(0 <= word.start < word.end <= len(text) and word.form for word in words)
    assert all(a.start <= b.start and a.end <= b.end for a, b in pairwise(words))


@pytest.mark.parametrize(
    "unit",
    ["a", '"', "'", "l'", "a-", "parola.", "a.", "A.", "http://", ".+-", "@", "\u200d", "\u0301", "\U0001f1ee", "1.",
     "_", ":(", ")", "100 ", "\0", "\u202e\u200f", "Мosca ", "'s", "-le", "(", "a,b", "=", "\U0001f54a"],
)  # fmt: skip
def test_long_and_strange_texts_have_words_in_order(unit: str) -> None:
    """Anything but linear time would keep this test for minutes."""
    text = unit * (60_000 // len(unit))
    words = tokenise(text, load_words("fr"))
    assert all(a.end <= b.end <= len(text) for a, b in pairwise(words))
