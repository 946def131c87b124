"""Text to document."""

import pytest

from cronistoria.errors import InputError, LanguageError
from cronistoria.examples import example_languages, load_example
from cronistoria.ingest.document import Given, ingest_bytes, ingest_text

BODY = "Il ministro ha incontrato la collega a Vienna per parlare del confine."


def test_the_text_is_kept_to_the_letter_and_the_body_begins_after_head_and_dateline() -> None:
    text = f"Titolo: Un incontro\nData: 2022-03-04\n\nVIENNA, 3 marzo (Alfa) - {BODY}\r\n"
    document = ingest_text(text, "a.txt", Given()).document
    assert document.text == text
    assert document.text[document.body_start :].startswith(BODY)
    assert (document.title, document.publisher, document.language) == ("Un incontro", "Alfa", "it")
    assert document.dateline is not None and document.dateline.text.startswith("VIENNA")
    assert document.published is not None and document.published.edtf == "2022-03-03"


def test_a_headline_before_the_dateline_is_kept_in_the_body() -> None:
    document = ingest_text(f"Un incontro al confine\nVIENNA, 3 marzo 2022 - {BODY}", "a.txt", Given()).document
    assert document.body_start == 0
    assert document.title == "Un incontro al confine"
    assert document.dateline is not None and document.text[document.dateline.end :] == BODY


def test_the_reader_wins() -> None:
    given = Given(published="2022-05", language="en", title="T", url="u", publisher="P")
    document = ingest_text(f"Titolo: X\nData: 2022-03-04\nURL: y\n{BODY}", "a.txt", given).document
    assert (document.title, document.url, document.publisher, document.language) == ("T", "u", "P", "en")
    assert document.published is not None and document.published.edtf == "2022-05"


def test_a_header_without_a_date_is_a_problem() -> None:
    ingested = ingest_text(f"Data: ieri\n{BODY}", "a.txt", Given())
    assert [(p.span.text, p.stage) for p in ingested.problems if p.span] == [("ieri", "read")]


def test_problems_of_the_bytes_come_first() -> None:
    data = f"VIENNA, 3 marzo - Così: {BODY}".encode("windows-1252")
    assert [p.message.split()[0] for p in ingest_bytes(data, "a.txt", Given()).problems] == ["not", "the"]


@pytest.mark.parametrize(
    ("text", "error", "reason"),
    [
        ("", InputError, "a.txt: holds no text"),
        ("Nulla \ud83d di fatto.", InputError, "half of a surrogate pair"),
        ("12345", LanguageError, "cannot be told"),
        ("Başbakan dün akşam komşu ülkenin dışişleri bakanıyla uzun bir görüşme yaptı.", LanguageError, "'tr'"),
    ],
)
def test_what_cannot_be_read_as_a_report(text: str, error: type[Exception], reason: str) -> None:
    with pytest.raises(error, match=reason):
        ingest_text(text, "a.txt", Given())


def test_given_values_are_checked() -> None:
    with pytest.raises(InputError, match="expected a date such as"):
        Given(published="ieri")
    with pytest.raises(LanguageError, match="'tr' is not supported"):
        ingest_text(BODY, "a.txt", Given(language="tr"))


@pytest.mark.parametrize("language", example_languages())
def test_languages_of_the_examples_are_detected(language: str) -> None:
    document = ingest_text(load_example(language), "example", Given()).document
    assert document.language == language
    assert document.published is not None and document.published.precision == "day"
    assert document.dateline is not None and document.body_start == document.dateline.end
