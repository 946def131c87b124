"""The coding tables: each loads, speaks CAMEO, and knows the same kinds of act in every language."""

import pytest

from cronistoria.languages.coding import coding_lexicon, load_coding_words
from cronistoria.languages.tables import available_languages
from cronistoria.reference.cameo import plover_of, root_of

LANGUAGES = available_languages("coding")


@pytest.mark.parametrize("language", LANGUAGES)
def test_codes_are_cameo_and_words_lower_case(language: str) -> None:
    words = load_coding_words(language)
    codes = [frame.code for frame in words.frames] + [t.alone for t in words.turnings if t.alone]
    assert all(plover_of(code).event and root_of(code) for code in codes)
    entries = {w for frame in words.frames for w in frame.words} | {
        w for turning in words.turnings for w in turning.words
    }
    assert all(word == word.lower() and word.strip() == word for word in entries)


@pytest.mark.parametrize("language", LANGUAGES)
def test_groups_that_frames_name_are_there(language: str) -> None:
    words = load_coding_words(language)
    assert {group for frame in words.frames for group in frame.groups} <= set(words.groups)
    assert coding_lexicon(language).turnings


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_root_has_words(language: str) -> None:
    words = load_coding_words(language)
    told = {root_of(frame.code) for frame in words.frames} | {root_of(t.alone) for t in words.turnings if t.alone}
    roots = "AGREE CONSULT SUPPORT COOPERATE AID YIELD REQUEST ACCUSE REJECT THREATEN PROTEST MOBILIZE SANCTION COERCE"
    assert set(roots.split()) | {"ASSAULT"} <= told


@pytest.mark.parametrize(
    ("noun", "head", "front"),
    [
        ("panzerangriff", "angriff", "panzer"),
        ("raketenbeschuss", "beschuss", "raketen"),
        ("anschlag", None, None),
        ("parteichefin", None, "partei"),
    ],
)
def test_compounds_are_taken_apart_by_listed_words(noun: str, head: str | None, front: str | None) -> None:
    lexicon = coding_lexicon("de")
    assert (lexicon.head(noun), lexicon.front(noun)) == (head, front)
    assert coding_lexicon("en").head("drohnenangriff") is None
