"""The tables of quotations: each loads in every language that has it, with entries that can match."""

import msgspec
import pytest

from cronistoria.languages.quotes import QuoteWords, load_quote_words
from cronistoria.languages.tables import available_languages

LANGUAGES = available_languages("quotes")


def words_of(table: QuoteWords) -> list[str]:
    """All entries of all lists, except the examples."""
    values = msgspec.structs.asdict(table)
    lists = [v for k, v in values.items() if k not in ("examples", "compounds") and not isinstance(v, bool)]
    return [word for entries in lists for word in entries]


def test_italian_and_english_are_complete() -> None:
    assert {"it", "en"} <= set(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_entries_are_lower_case_and_trimmed(language: str) -> None:
    words = [word for word in words_of(load_quote_words(language)) if not word.startswith("Case=")]
    assert all(word == word.lower().strip() and word for word in words)


@pytest.mark.parametrize("language", LANGUAGES)
def test_lists_of_lemmas_hold_single_words(language: str) -> None:
    table = load_quote_words(language)
    lemmas = table.says | table.acts | table.judges | table.facts | table.beliefs | table.directs | table.commits
    assert not [word for word in lemmas if " " in word]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_reporting_has_words(language: str) -> None:
    table = load_quote_words(language)
    assert table.says and table.judges and table.directs and table.according and table.persons and table.examples


@pytest.mark.parametrize("language", LANGUAGES)
def test_compounds_name_a_cue(language: str) -> None:
    assert all(c.cue and c.lemmas and c.companions for c in load_quote_words(language).compounds)
