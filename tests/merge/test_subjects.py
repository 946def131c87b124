"""What words are about, in every language that has a table."""

import pytest

from cronistoria.languages.labels import chronicle_languages, load_labels
from cronistoria.languages.subjects import load_subjects
from cronistoria.languages.tables import available_languages
from cronistoria.merge.subjects import likeness, subjects_of

LANGUAGES = available_languages("subjects")
EXAMPLES = [(code, sentence, keys) for code in LANGUAGES for sentence, keys in load_subjects(code).examples.items()]


@pytest.mark.parametrize(("language", "sentence", "keys"), EXAMPLES)
def test_the_examples_of_the_tables(language: str, sentence: str, keys: frozenset[str]) -> None:
    found = {subject.removeprefix("=") for subject in subjects_of(sentence, language) if subject.startswith("=")}
    assert found == keys


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_languages_have_the_same_subjects(language: str) -> None:
    assert load_subjects(language).subjects.keys() == load_subjects(LANGUAGES[0]).subjects.keys()
    assert all(load_subjects(language).subjects.values())


@pytest.mark.parametrize("language", chronicle_languages())
def test_named_subjects_are_subjects(language: str) -> None:
    words = load_labels(language).chronicle
    assert words is not None
    assert words.subject.keys() <= load_subjects(LANGUAGES[0]).subjects.keys()


def test_a_language_without_a_table_has_stems_and_numbers() -> None:
    assert subjects_of("Konstitusjonen av 1814", "no") == {"kons", "1814"}


@pytest.mark.parametrize(
    ("one", "other", "least", "most"),
    [
        (
            ("Nuove sanzioni se le truppe passano il confine", "it"),
            ("Новые санкции, если войска перейдут границу", "ru"),
            0.6,
            1,
        ),
        (("Neue Sanktionen bei einem Einmarsch", "de"), ("New sanctions in the event of an invasion", "en"), 0.6, 1),
        (("Il ritiro delle truppe", "it"), ("La liberazione degli ostaggi", "it"), 0, 0.1),
        (("", "it"), ("Le truppe", "it"), 0, 0),
        (("Le truppe al confine", "it"), ("Le truppe al confine", "it"), 1, 1),
    ],
)
def test_likeness_across_languages(one: tuple[str, str], other: tuple[str, str], least: float, most: float) -> None:
    assert least <= likeness(subjects_of(*one), subjects_of(*other)) <= most


def test_a_line_without_a_break_is_one_short_word() -> None:
    assert subjects_of("sanctions" * 500_000, "en") == {"=sanctions"}
    assert subjects_of("qu" * 2_500_000, "en") == subjects_of("ququ", "en")
