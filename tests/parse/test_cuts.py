"""Words as the treebanks of each language cut them."""

import pytest

from cronistoria.languages.tables import available_languages
from cronistoria.languages.words import load_words
from cronistoria.parse.tokenise import tokenise
from tests.parse.cuts import CUTS

LANGUAGES = available_languages("words")
EXAMPLES = [(code, text, words) for code in LANGUAGES for text, words in load_words(code).examples.items()]


def test_every_language_has_rows() -> None:
    assert set(CUTS) == set(LANGUAGES)
    assert all(len(rows) >= 8 for rows in CUTS.values())


@pytest.mark.parametrize(("language", "text", "words"), [(code, *row) for code, rows in CUTS.items() for row in rows])
def test_words_of_a_sentence(language: str, text: str, words: str) -> None:
    assert " ".join(word.form.replace(" ", "_") for word in tokenise(text, load_words(language))) == words


@pytest.mark.parametrize(("language", "text", "words"), EXAMPLES)
def test_examples_of_the_tables(language: str, text: str, words: tuple[str, ...]) -> None:
    assert tuple(word.form for word in tokenise(text, load_words(language))) == words


@pytest.mark.parametrize(("language", "text", "words"), [(code, *row) for code, rows in CUTS.items() for row in rows])
def test_every_visible_character_belongs_to_a_word(language: str, text: str, words: str) -> None:
    found = tokenise(text, load_words(language))
    covered = {at for word in found for at in range(word.start, word.end)}
    assert [text[at] for at in range(len(text)) if at not in covered and not text[at].isspace()] == []
    assert [word.start for word in found] == sorted(word.start for word in found)
