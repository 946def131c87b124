"""The words of the pages: the same ones in each language, each used, each with the same places."""

import re
from importlib import resources

import pytest

from cronistoria.languages.labels import load_labels, page_languages
from cronistoria.languages.page_labels import PageLabels

PACKAGE = resources.files("cronistoria.web")
CODE = "\n".join(f.read_text(encoding="utf-8") for f in PACKAGE.iterdir() if f.name.endswith(".py"))
TEMPLATES = "\n".join(f.read_text(encoding="utf-8") for f in (PACKAGE / "templates").iterdir())


def pages(language: str) -> PageLabels:
    found = load_labels(language).pages
    assert found is not None
    return found


@pytest.mark.parametrize("language", page_languages())
def test_all_languages_have_the_same_words_with_the_same_places(language: str) -> None:
    first, own = pages(page_languages()[0]), pages(language)
    for table in ("words", "counts"):
        assert set(getattr(own, table)) == set(getattr(first, table))
    places = {name: set(re.findall(r"\{(\w+)\}", words)) for name, words in own.words.items()}
    assert places == {name: set(re.findall(r"\{(\w+)\}", words)) for name, words in first.words.items()}


def test_every_word_is_used_and_every_one_asked_for_is_there() -> None:
    words = set(pages(page_languages()[0]).words)
    asked = set(re.findall(r"\bt\.(\w+)", TEMPLATES)) | set(re.findall(r"words\[\"(\w+)\"\]", CODE))
    assert asked - words == set()
    named = {word for word in words if word.startswith(("filter_", "zoom_")) or f'"{word}"' in CODE}
    assert words - asked - named == set()
