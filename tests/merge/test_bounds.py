"""Numbers that can or cannot be one, and the date that sources agree on."""

from typing import Any

import pytest

from cronistoria.merge.agreement import agreed_date
from cronistoria.merge.bounds import are_compatible, bounds_of
from cronistoria.merge.disagreements import read_bounds, write_bounds
from cronistoria.model.record import Quantity
from tests.merge.made import day, minutes, number, span

EXACT = [(50, "exact"), (60, "exact"), (60, "under"), (60, "about"), (100, "about"), (40, "over"), (70, "over")]


@pytest.mark.parametrize(
    ("one", "other", "compatible"),
    [
        ((50, "exact"), (60, "under"), True),
        ((50, "exact"), (60, "exact"), False),
        ((50, "exact"), (60, "about"), True),
        ((40, "exact"), (60, "about"), False),
        ((65, "exact"), (60, "under"), False),
        ((65, "exact"), (60, "over"), True),
        ((60, "under"), (60, "over"), True),
        ((30, "under"), (60, "over"), False),
    ],
)
def test_compatible_durations(one: tuple[float, Any], other: tuple[float, Any], compatible: bool) -> None:
    left, right = bounds_of(minutes(*one)), bounds_of(minutes(*other))
    assert left is not None and right is not None
    assert are_compatible(left, right) is are_compatible(right, left) is compatible


def test_words_without_a_number_have_no_bounds() -> None:
    assert bounds_of(None) is None
    assert bounds_of(Quantity(min=None, max=None, bound="about", text=span("dozens"))) is None
    assert bounds_of(Quantity(min=100.0, max=None, bound="over", text=span("over 100"))) == (100.0, float("inf"))


@pytest.mark.parametrize(
    ("value", "written"),
    [(minutes(50), "50"), (minutes(60, "under"), "<60"), (number(1500, "about"), "~1500"),
     (Quantity(min=1200, max=1500, bound="exact", text=span("x")), "1200..1500"),
     (Quantity(min=None, max=90, bound="exact", text=span("x")), "<90")],
)  # fmt: skip
def test_numbers_are_written_and_read(value: Any, written: str) -> None:
    assert write_bounds(value) == written
    sign, (low, high) = read_bounds(written)
    assert written.startswith(sign)
    assert low <= high


@pytest.mark.parametrize(
    ("dates", "agreed"),
    [
        (["2024-03-02"], ("2024-03-02", "2024-03-03")),
        (["2024-03", "2024-03-02"], ("2024-03-02", "2024-03-03")),
        (["2024-03-02", "2024-03-02T21:35"], ("2024-03-02T21:35", "2024-03-02T21:36")),
        (["2024-03-02/2024-03-05", "2024-03-04/2024-03-09"], ("2024-03-04", "2024-03-06")),
        (["2024-03-02", "2024-03-03", "2024-03-03"], ("2024-03-03", "2024-03-04")),
        (["2024-03-02", "2024-03-03"], ("2024-03-02", "2024-03-03")),
        ([], None),
    ],
)
def test_the_narrowest_date_that_most_agree_on(dates: list[str], agreed: tuple[str, str] | None) -> None:
    found = agreed_date((str(number), date) for number, edtf in enumerate(dates) if (date := day(edtf)))
    assert (found and (found.start, found.end)) == agreed
