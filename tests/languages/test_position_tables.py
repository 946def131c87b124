"""The tables of positions and conditions: each loads in every language that has it, in lower case, with examples."""

from typing import get_args

import msgspec
import pytest

from cronistoria.languages.conditions import condition_markers, load_condition_words
from cronistoria.languages.positions import (
    PositionNoun,
    PositionPredicate,
    PositionVerb,
    load_position_words,
    position_nouns,
    position_predicates,
    position_verbs,
)
from cronistoria.languages.tables import available_languages
from cronistoria.model.record import PositionType

LANGUAGES = available_languages("positions", "conditions")


def entries(language: str) -> list[PositionVerb | PositionNoun | PositionPredicate]:
    words = load_position_words(language)
    return [*words.verbs, *words.nouns, *words.predicates]


def test_italian_and_english_are_complete() -> None:
    assert {"it", "en"} <= set(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_entries_are_lower_case(language: str) -> None:
    lemmas = [*position_verbs(language), *position_nouns(language), *position_predicates(language)]
    assert lemmas and all(lemma == lemma.lower() for lemma in lemmas)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_entry_has_an_example(language: str) -> None:
    assert all(entry.examples for entry in entries(language))
    assert load_condition_words(language).examples


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_type_has_a_word(language: str) -> None:
    types = {entry.type for entry in entries(language)}
    assert types == set(get_args(PositionType))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_list_of_speech_is_empty(language: str) -> None:
    speech = msgspec.structs.asdict(load_position_words(language).speech)
    assert [name for name, words in speech.items() if not words] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_long_markers_come_before_short_ones(language: str) -> None:
    by_first = condition_markers(language)
    for first, markers in by_first.items():
        lengths = [len(marker.words) for marker in markers]
        assert lengths == sorted(lengths, reverse=True)
        assert {marker.words[0] for marker in markers} == {first}
    assert {marker.sense for markers in by_first.values() for marker in markers} == {"if", "if_not", "until", "when"}
