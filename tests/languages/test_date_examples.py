"""The examples of every dates table give the expressions and values that stand beside them."""

import pytest

from cronistoria.compose.dating import anchor
from cronistoria.extract.dates import find_time_expressions
from cronistoria.ingest.published import make_date
from cronistoria.languages.dates import load_date_words
from cronistoria.languages.tables import available_languages
from cronistoria.model.document import make_document
from cronistoria.parse.flat import flat_sentences

EXAMPLES = [
    (language, sentence, values)
    for language in available_languages("dates")
    for sentence, values in load_date_words(language).examples.items()
]


@pytest.mark.parametrize(("language", "sentence", "values"), EXAMPLES)
def test_examples_have_their_values(language: str, sentence: str, values: tuple[str, ...]) -> None:
    document = make_document(sentence, language=language, published=make_date("2021-12-30"))
    sentences = flat_sentences(document)
    found = anchor(document, sentences, find_time_expressions(document, sentences, language=language)).expressions
    assert [f"{e.text.text if e.text else ''}: {e.edtf or e.timex_value}" for e in found] == list(values)
