"""Dates of the gold against dates of a report."""

import pytest

from cronistoria.model.dates import Date
from cronistoria.model.edtf import parse_edtf
from evaluation.gold import When
from evaluation.when import date_score, same_date


def _date(edtf: str) -> Date:
    start, end, precision = parse_edtf(edtf)
    return Date(edtf=edtf, start=start, end=end, precision=precision, basis="explicit")


@pytest.mark.parametrize(
    ("gold", "found", "worth"),
    [
        (When(iso="2021-12-07"), "2021-12-07", 1),
        (When(iso="2021-12-07"), "2021-12-07T21:00", 1),
        (When(iso="2021-12-07"), "2021-12-06", 0),
        (When(iso="2021-12"), "2021-12", 1),
        (When(iso="2021-12"), "2021-12-07", 0),
        (When(iso="2021-12-07T21:00"), "2021-12-07", 0),
        (When(interval=("2021-12-08", "2021-12-30")), "2021-12-08/2021-12-30", 1),
        (When(interval=("2021-12-08", "2021-12-11")), "2021-12-08/2021-12-15", 0.5),
        (When(interval=("2021-12-08", "2021-12-11")), "2022", 0),
        (When(text="ieri"), "2021-12-07", 0),
        (When(text="ieri"), "2021-12", 1),
    ],
)
def test_dates(gold: When, found: str, worth: float) -> None:
    assert date_score(gold, _date(found)) == worth


def test_a_date_that_is_open_is_right_where_nothing_is_found() -> None:
    assert date_score(When(text="ieri"), None) == 1
    assert date_score(When(iso="2021-12-07"), None) == 0
    unknown = Date(edtf=None, start=None, end=None, precision="unknown", basis="explicit")
    assert same_date(When(text="ieri"), unknown)
    assert not same_date(When(text="ieri"), _date("2021-12-07"))
