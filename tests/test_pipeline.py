"""The whole way with trees made by hand: no model."""

from collections.abc import Sequence

import pytest

from cronistoria.ingest.document import Given
from cronistoria.model.document import Document
from cronistoria.model.report import Report
from cronistoria.model.sentence import Sentence
from cronistoria.pipeline import Analyser
from cronistoria.reader import Reader
from tests.rows import sentences_from_rows

ROW = (
    "I/il/DET/2/det ministri/ministro/NOUN/5/nsubj si/si/PRON/5/expl sono/essere/AUX/5/aux "
    "incontrati/incontrare/VERB/0/root/Tense=Past|VerbForm=Part ieri/ieri/ADV/5/advmod ././PUNCT/5/punct"
)


class HandMade:
    """A parser that knows one sentence."""

    name, digest = "hand", "0"

    def parse(self, document: Document) -> tuple[Sentence, ...]:
        return sentences_from_rows(ROW)[1]

    def parse_batch(self, documents: Sequence[Document]) -> list[tuple[Sentence, ...]]:
        return [self.parse(document) for document in documents]


def _read(published: str | None = None) -> Report:
    text = sentences_from_rows(ROW)[0].text
    return Reader(analyser=Analyser(HandMade())).read_text(text, Given(published=published, language="it")).report


def test_without_a_date_relative_expressions_stay_unresolved_and_the_report_says_so() -> None:
    report = _read()
    (yesterday,) = (date for date in report.dates if date.text and date.text.text == "ieri")
    assert (yesterday.start, yesterday.end, yesterday.edtf) == (None, None, None)
    assert [problem.message for problem in report.problems].count(
        "no publication date: relative expressions stay unresolved"
    ) == 1


@pytest.mark.parametrize(("published", "day"), [("2021-12-31", "2021-12-30"), ("2022-01-01", "2021-12-31")])
def test_with_a_date_they_are_resolved(published: str, day: str) -> None:
    report = _read(published)
    assert [date.edtf for date in report.dates if date.text and date.text.text == "ieri"] == [day]
    assert report.problems == ()


def test_what_made_the_report_is_told() -> None:
    assert _read().produced_by.models == {"hand": "0"}
