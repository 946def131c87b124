"""The date of publication from all that is said about it."""

import pytest

from cronistoria.ingest.dateline import find_dateline
from cronistoria.ingest.published import Stated, make_date, publication_date

NAMELESS = "VIENNA, 30 dicembre - Nulla."
CASES = [
    # what is stated, by the reader?, text, the date, whether something is wrong
    (None, False, "Nulla.", None, False),
    ("2021-12", False, "Nulla.", "2021-12", False),
    ("2021-12-31", False, NAMELESS, "2021-12-30", False),
    ("2022-01-01", False, NAMELESS, "2021-12-30", False),
    ("2021-12-31", True, NAMELESS, "2021-12-31", True),
    ("2021-12", True, NAMELESS, "2021-12-30", False),
    ("2021", True, NAMELESS, "2021-12-30", False),
    ("2022-06-01", False, NAMELESS, "2022-06-01", True),
    (None, False, NAMELESS, None, True),
    (None, False, "VIENNA, 30 dicembre 2021 - Nulla.", "2021-12-30", False),
    ("2022-03-01", False, "VIENNA, 29 febbraio 2022 - Nulla.", "2022-03-01", False),
]


@pytest.mark.parametrize(("stated", "by_reader", "text", "expected", "is_wrong"), CASES)
def test_publication_date(stated: str | None, by_reader: bool, text: str, expected: str | None, is_wrong: bool) -> None:
    given = Stated(stated, None, by_reader) if stated else None
    date, wrong = publication_date(given, find_dateline(text, 0, "it"), None)
    assert (date.edtf if date else None) == expected
    assert (wrong is not None) == is_wrong


def test_a_clock_time_is_cut_to_its_day() -> None:
    date = make_date("2021-12-30T21:35")
    assert (date.edtf, date.start, date.end, date.precision) == ("2021-12-30", "2021-12-30", "2021-12-31", "day")
