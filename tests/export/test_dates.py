"""Dates for readers."""

import pytest

from cronistoria.export.dates import say_date, say_publication
from cronistoria.languages.labels import load_labels
from cronistoria.model.dates import Date
from cronistoria.model.edtf import parse_edtf
from cronistoria.model.span import Span

CASES = [
    ("it", "2021-12-07", "martedì 7 dicembre 2021"),
    ("en", "2021-12-07", "Tuesday, December 7, 2021"),
    ("it", "2022-01", "gennaio 2022"),
    ("it", "2022-01~", "circa gennaio 2022"),
    ("en", "2022?", "perhaps 2022"),
    ("it", "2021-24", "inverno 2021"),
    ("it", "2021-12-08/2021-12-30", "tra l'8 e il 30 dicembre 2021"),
    ("en", "2021-12-08/2021-12-30", "between December 8 and December 30, 2021"),
    ("it", "2021-11-28/2021-12-11", "tra il 28 novembre e l'11 dicembre 2021"),
    ("it", "2021-12-28/2022-01-03", "tra il 28 dicembre 2021 e il 3 gennaio 2022"),
    ("it", "2021-10/2021-12", "tra ottobre 2021 e dicembre 2021"),
    ("it", "2019/2021", "tra 2019 e 2021"),
    ("it", "2021-12-08/2021-12-08", "mercoledì 8 dicembre 2021"),
    ("it", "2021-12-08/..", "8 dicembre 2021 o dopo"),
    ("en", "../2021-12-08", "December 8, 2021 or earlier"),
    ("it", "2021-12-30T21:35", "giovedì 30 dicembre 2021, ore 21:35"),
]


@pytest.mark.parametrize(("language", "edtf", "said"), CASES)
def test_dates_are_said_as_they_are_known(language: str, edtf: str, said: str) -> None:
    start, end, precision = parse_edtf(edtf)
    date = Date(edtf=edtf, start=start, end=end, precision=precision, basis="explicit")
    assert say_date(date, load_labels(language).dates, language) == said


def test_a_week_and_a_date_without_a_place_in_time() -> None:
    labels = load_labels("it").dates
    week = Date(edtf=None, start="2021-12-06", end="2021-12-13", precision="week", basis="inferred")
    lost = Date(
        edtf=None, start=None, end=None, precision="unknown", basis="relative-to-document", text=Span(0, 4, "ieri")
    )
    assert say_date(week, labels, "it") == "settimana 6 – 12 dicembre 2021"
    assert say_date(lost, labels, "it") == "data incerta: “ieri”"


def test_a_report_dated_to_its_month_says_that_the_day_is_uncertain() -> None:
    labels = load_labels("it").dates
    month = Date(edtf="2021-12", start="2021-12-01", end="2022-01-01", precision="month", basis="document")
    assert say_publication(month, labels, "it") == "dicembre 2021 (giorno incerto)"
    assert say_publication(None, labels, "it") == "senza data"
