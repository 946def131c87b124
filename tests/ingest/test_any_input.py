"""Whatever comes in: a document that keeps its promises or an `InputError`."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cronistoria.errors import InputError
from cronistoria.ingest.document import Given, ingest_bytes, ingest_text

PIECES = st.sampled_from(
    [
        "Data: ", "Title: ", "date ", "2021-12", "2021-12-30", "2021-99", "30 dicembre", "Dec. 31, 2021", "3/4/21",
        "MOSCA", "Vienna", ", ", " - ", " – ", "(ANSA)", "(", ")", "\n", "\r\n", " ", ":", "«Sì»", "è", "The call",
        "Il ministro ha parlato.", "\u2028", "\x0c", "🙂", "٣", "²", "İ",
    ]
)  # fmt: skip


@given(st.lists(PIECES, max_size=25).map("".join))
@settings(max_examples=300, deadline=None, derandomize=True)
def test_any_text_becomes_a_document_or_an_input_error(text: str) -> None:
    try:
        document = ingest_text(text, "a.txt", Given(language="it")).document
    except InputError:
        assert not text.strip()
        return
    assert document.text == text
    assert 0 <= document.body_start <= len(text)
    spans = [document.dateline, document.published.text if document.published else None]
    assert all(span.text == text[span.start : span.end] for span in spans if span)


@given(st.binary(max_size=60))
@settings(max_examples=300, deadline=None, derandomize=True)
def test_any_bytes_become_a_document_or_an_input_error(data: bytes) -> None:
    try:
        assert ingest_bytes(data, "a.txt", Given(language="en")).document.text
    except InputError as error:
        assert str(error).startswith("a.txt: ")


@pytest.mark.parametrize("piece", ["A", "Aa ", "(", "MOSCA, ", "1 ", "Data: 2021-12 ", "x\n", "30 dic ", "- "])
def test_long_and_strange_texts_are_read_too(piece: str) -> None:
    """Anything but linear time would keep this test for minutes."""
    text = piece * (400_000 // len(piece))
    assert ingest_text(text, "a.txt", Given(language="it")).document.text == text
