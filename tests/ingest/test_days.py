"""Dates as the heads of reports write them."""

import pytest

from cronistoria.ingest.days import find_day, match_day, match_either, match_iso
from cronistoria.reference.date_order import DateOrder

WRITTEN = [
    ("it", "30 dicembre 2021", (2021, 12, 30)),
    ("it", "30 DIC", (None, 12, 30)),
    ("it", "giovedì 30 dic. 2021, ore 12:05", (2021, 12, 30)),
    ("it", "1° apr.", (None, 4, 1)),
    ("it", "30 dicembre del 2021", (2021, 12, 30)),
    ("it", "3/4/2021", (2021, 4, 3)),
    ("it", "dicembre 2021", (2021, 12, None)),
    ("en", "Dec. 30", (None, 12, 30)),
    ("en", "Sept. 26, 2016", (2016, 9, 26)),
    ("en", "Thursday, December 30th, 2021 at 10:05 pm", (2021, 12, 30)),
    ("en", "30 December 2021", (2021, 12, 30)),
    ("en", "12/30/2021", (2021, 12, 30)),
]


@pytest.mark.parametrize(("language", "text", "expected"), WRITTEN)
def test_written_days(language: str, text: str, expected: tuple[int | None, int, int | None]) -> None:
    found = match_day(text, 0, language)
    assert found is not None
    assert (found.year, found.month, found.day) == expected
    assert found.end >= len(text.rstrip("."))


@pytest.mark.parametrize(
    ("language", "text"), [("en", "3/4/2021"), ("en", "may"), ("it", "31 febbraio 2021"), ("it", "il primo")]
)
def test_what_is_no_day(language: str, text: str) -> None:
    assert match_day(text, 0, language) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2021-12 Dopo", ("2021-12", 7)),
        ("2021-12-30T10:00:00+01:00 x", ("2021-12-30", 25)),
        ("2021-12-08/2021-12-30 x", ("2021-12-08/2021-12-30", 21)),
        ("2021-13 x", None),
        ("20211230", None),
    ],
)
def test_iso_days(text: str, expected: tuple[str, int] | None) -> None:
    assert match_iso(text, 0) == expected


@pytest.mark.parametrize(
    ("language", "text", "order", "expected"),
    [
        ("en", "3/4/2021 x", None, ("2021-03-04/2021-04-03", 8)),
        ("en", "3/4/2021 x", "dmy", ("2021-04-03", 8)),
        ("en", "3/4/2021 x", "mdy", ("2021-03-04", 8)),
        ("en", "4/4/2021", None, ("2021-04-04", 8)),
        ("en", "25/4/2021", None, None),
        ("en", "April 3, 2021", "dmy", None),
        ("it", "3/4/2021", None, None),
    ],
)
def test_days_in_numbers_that_may_be_read_in_two_ways(
    language: str, text: str, order: DateOrder | None, expected: tuple[str, int] | None
) -> None:
    assert match_either(text, 0, language, order) == expected


def test_a_found_day_has_day_and_year() -> None:
    text = "dicembre 2021, poi 7 gennaio, poi 8 gennaio 2022"
    found = find_day(text, 0, len(text), "it")
    assert found is not None
    assert (found[0], found[1].edtf) == (34, "2022-01-08")
