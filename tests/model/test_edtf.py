"""EDTF dates."""

import pytest

from cronistoria.model.edtf import parse_edtf

CASES = [
    ("2021", "2021-01-01", "2022-01-01", "year"),
    ("2021-12", "2021-12-01", "2022-01-01", "month"),
    ("2020-02", "2020-02-01", "2020-03-01", "month"),
    ("2021-12-30", "2021-12-30", "2021-12-31", "day"),
    ("2021-12-31", "2021-12-31", "2022-01-01", "day"),
    ("2021-12-30T21", "2021-12-30T21:00", "2021-12-30T22:00", "hour"),
    ("2021-12-30T23:59", "2021-12-30T23:59", "2021-12-31T00:00", "minute"),
    ("2021-21", "2021-03-01", "2021-06-01", "season"),
    ("2021-24", "2021-12-01", "2022-03-01", "season"),
    ("202X", "2020-01-01", "2030-01-01", "interval"),
    ("2021-12-XX", "2021-12-01", "2022-01-01", "month"),
    ("2021-XX", "2021-01-01", "2022-01-01", "year"),
    ("2022-01~", "2022-01-01", "2022-02-01", "month"),
    ("2021-12-08/2021-12-30", "2021-12-08", "2021-12-31", "interval"),
    ("2021-12/2022-01", "2021-12-01", "2022-02-01", "interval"),
    ("2021-12-08/..", "2021-12-08", None, "interval"),
    ("../2021", None, "2022-01-01", "interval"),
]


@pytest.mark.parametrize(("text", "start", "end", "precision"), CASES)
def test_bounds_and_precision(text: str, start: str | None, end: str | None, precision: str) -> None:
    assert parse_edtf(text) == (start, end, precision)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "/",
        "../..",
        "ieri",
        "2021-13",
        "2021-02-29",
        "21-12-30",
        "30/12/2021",
        "2021-12-30/2021-12-08",
        "2021-12-30T25:00",
        "9999",
    ],
)
def test_what_is_no_date_is_told_what_was_expected(text: str) -> None:
    with pytest.raises(ValueError, match="expected a date such as 2021-12-30"):
        parse_edtf(text)
