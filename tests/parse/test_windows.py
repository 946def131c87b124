"""Windows of text."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cronistoria.languages.words import load_words
from cronistoria.parse.tokenise import Word, tokenise
from cronistoria.parse.windows import MOST_WORDS, TurnLabels, Window, windows

WORDS = load_words("it")


def parts(text: str) -> list[list[str]]:
    """The stretches between forced breaks, as their words."""
    found = []
    for window in windows(text, WORDS):
        bounds = [0, *window.breaks, len(window.words)]
        found += [[w.form for w in window.words[a:b]] for a, b in pairwise(bounds)]
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vertice a Vienna\n\nKiev tace.", 2),
        ("Vertice a Vienna\nIl presidente ha detto che la trattativa va avanti e che nessuno la vuole rompere.", 2),
        ("Il presidente ha detto che la trattativa\nva avanti e che nessuno la vuole rompere.", 1),
        ("Il presidente ha incontrato ieri il ministro\nRossi e gli ha detto che nessuno vuole rompere.", 1),
        ("Kiev tace.\r\n\r\nMosca parla.", 2),
        ("Kiev tace.\rMosca parla.", 2),
        ("Kiev tace.\fMosca parla.", 2),
        ("Kiev tace.\u2028Mosca parla.", 2),
        ("Kiev tace.\n   \n\t\nMosca parla.", 2),
    ],
)
def test_headings_and_paragraphs_end_sentences_and_wrapped_lines_do_not(text: str, expected: int) -> None:
    assert len(parts(text)) == expected


def test_short_paragraphs_share_a_window() -> None:
    (window,) = windows("Uno tace.\n\nDue parla.\n\nTre dorme.", WORDS)
    assert window.breaks == (3, 6)


def test_a_long_paragraph_is_cut_at_sentence_ends() -> None:
    sentence = "Il gen. Rossi disse: «Nessuno si muova di qui». "
    found = list(windows(sentence * 40, WORDS))
    assert len(found) > 3
    assert {window.words[-1].form for window in found} == {"."}
    assert {window.words[0].form for window in found} == {"Il"}


def test_a_long_sentence_is_cut_at_a_comma_or_anywhere_but_not_in_a_contraction() -> None:
    commas = list(windows("la nave va, " * 100, WORDS))
    assert {window.words[-1].form for window in commas} == {","}
    plain = list(windows("della " * 2500, WORDS))
    assert all(len(window.words) <= MOST_WORDS and window.words[0].form == "di" for window in plain)


def test_the_head_of_a_text_is_left_out() -> None:
    (window,) = windows("Data: ieri\nKiev tace.", WORDS, start=11)
    assert (window.words[0].start, len(window.words)) == (11, 3)


def test_a_text_without_words_has_no_window() -> None:
    assert list(windows(" \n\n\0\n", WORDS)) == []


@settings(deadline=None, max_examples=60)
@given(
    text=st.lists(st.sampled_from(["Uno", "due", ".", "\n", "\n\n", " ", "«", "»", "della ", "\r\n", "a" * 70])).map(
        "".join
    )
)
def test_windows_hold_all_words_once_in_order(text: str) -> None:
    found = list(windows(text, WORDS))
    assert all(0 < len(window.words) <= MOST_WORDS for window in found)
    assert all(0 < at < len(window.words) for window in found for at in window.breaks)
    spelt = "".join(text[word.start : word.end] for word in tokenise(text, WORDS))
    assert "".join(text[word.start : word.end] for window in found for word in window.words) == spelt


def test_a_window_is_halved_at_its_middle_break() -> None:
    words = [Word(str(i), i, i + 1, True) for i in range(10)]
    first, second = Window(words, (2, 6, 8)).halves()
    assert (len(first.words), first.breaks, len(second.words), second.breaks) == (6, (2,), 4, (2,))
    first, second = Window(words).halves()
    assert (len(first.words), len(second.words)) == (5, 5)


def test_the_label_of_a_turn_is_apart_from_its_words_where_there_are_questions_and_answers() -> None:
    labels = TurnLabels(frozenset({"d"}), frozenset({"r"}))
    (window,) = windows("D. Kiev cede?\nR. Kiev tace.", WORDS, labels=labels)
    starts = (0, *window.breaks)
    assert [window.words[at].form for at in starts] == ["D.", "Kiev", "R.", "Kiev"]
    (alone,) = windows("Uno tace.\nR. Kiev tace.", WORDS, labels=labels)
    assert len(alone.breaks) == 1
