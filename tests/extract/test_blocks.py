"""Paragraphs that somebody says without marks, behind a line that ends in a colon."""

import msgspec
import pytest

from cronistoria.extract.quotes import find_quotes
from cronistoria.model.document import Document
from cronistoria.model.sentence import Sentence
from tests.rows import sentences_from_rows

WROTE = "Keller/Keller/PROPN/2/nsubj//B-PER wrote/write/VERB/0/root/Mood=Ind|Tense=Past|VerbForm=Fin :/:/PUNCT/2/punct"
HELD = WROTE.replace("wrote/write", "held/hold")
STAY = (
    "We/we/PRON/2/nsubj stay/stay/VERB/0/root/Mood=Ind|VerbForm=Fin in/in/ADP/5/case the/the/DET/5/det "
    "harbour/harbour/NOUN/2/obl ././PUNCT/2/punct"
)


def _report(*rows: str) -> tuple[Document, tuple[Sentence, ...]]:
    """Sentences on lines of their own."""
    document, sentences = sentences_from_rows(*rows, language="en")
    text = document.text
    for sentence in sentences[1:]:
        text = f"{text[: sentence.start - 1]}\n{text[sentence.start :]}"
    return msgspec.structs.replace(document, text=text), sentences


def _said(document: Document, sentences: tuple[Sentence, ...]) -> list[tuple[str, str, str]]:
    found = find_quotes(document, sentences, language="en")
    return [(q.form, q.speaker.span.text if q.speaker else "", q.content.text) for q in found]


def test_the_paragraph_behind_the_colon_is_what_was_written() -> None:
    document, sentences = _report(WROTE, STAY)
    assert _said(document, sentences) == [("direct", "Keller", "We stay in the harbour .")]


def test_it_ends_with_its_line() -> None:
    document, sentences = _report(WROTE, STAY, STAY)
    assert [content for *_, content in _said(document, sentences)] == ["We stay in the harbour ."]


@pytest.mark.parametrize(("before", "after"), [(HELD, STAY), (WROTE, STAY.replace("We/we", "we/we"))])
def test_other_colons_and_lines_in_small_letters_open_none(before: str, after: str) -> None:
    document, sentences = _report(before, after)
    assert not [form for form, *_ in _said(document, sentences) if form == "direct"]
