"""The examples of the coding tables: each sentence tells an act of its entry's kind, read by the shipped model."""

import pytest

from cronistoria.extract.relations import find_acts
from cronistoria.ingest.document import Given, ingest_text
from cronistoria.languages.coding import Frame, Turning, load_coding_words
from cronistoria.languages.tables import available_languages
from cronistoria.reader import Reader
from cronistoria.reference.cameo import root_of
from cronistoria.settings import Settings


@pytest.fixture(scope="module")
def reader() -> Reader:
    """One for all languages."""
    return Reader(Settings(threads=1))


@pytest.mark.parametrize("language", available_languages("coding"))
def test_examples_tell_what_their_entry_says(language: str, reader: Reader) -> None:
    words = load_coding_words(language)
    told: list[Frame | Turning] = [*words.turnings, *words.frames]
    entries = [(entry, example) for entry in told for example in entry.examples]
    assert len(entries) > 100
    assert [example for entry, example in entries if not _is_told(entry, _roots(example, language, reader))] == []


def _roots(example: str, language: str, reader: Reader) -> set[str]:
    document = ingest_text(example, "example", Given(language=language)).document
    return {root_of(r.act.code) for s in reader.parse(document) for r in find_acts(s, language=language)}


def _is_told(entry: Frame | Turning, roots: set[str]) -> bool:
    """What an entry turns is told by the act below it, of whatever kind that is."""
    return root_of(entry.code) in roots if isinstance(entry, Frame) else bool(roots)
