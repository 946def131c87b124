"""Clock times of zones: which may name one moment."""

import pytest

from cronistoria.model.moments import days_around, may_be_one, moments_of
from tests.merge.made import day


@pytest.mark.parametrize(
    ("one", "other", "same_clock"),
    [
        ("2024-03-01T20:35Z", "2024-03-01T21:35+01:00", True),
        ("2024-03-01T23:35+01:00", "2024-03-02T01:35+03:00", False),
        ("2024-03-01T20:35Z", "2024-03-01T22:35", True),
        ("2024-03-01T20:35", "2024-03-01T23:35", False),
        ("2024-03-01T20:35", "2024-03-01T20:35", True),
        ("2024-03-01T22:35Z", "2024-03-02", False),
        ("2024-03-01T22:35Z", "2024-03-01", False),
        ("2024-03-01T20:35", "2024-03-01", True),
        ("2024-03-01/2024-03-02", "2024-03-02", True),
    ],
)
def test_one_moment_has_many_names(one: str, other: str, same_clock: bool) -> None:
    first, second = day(one), day(other)
    assert first is not None
    assert second is not None
    assert may_be_one(first, second, same_clock=same_clock)
    assert may_be_one(second, first, same_clock=same_clock)


@pytest.mark.parametrize(
    ("one", "other", "same_clock"),
    [
        ("2024-03-01T20:35Z", "2024-03-01T20:35+01:00", False),
        ("2024-03-01T20:35", "2024-03-01T21:35", True),
        ("2024-03-01T20:35", "2024-03-01T21:40", False),
        ("2024-03-01T20:35Z", "2024-03-02T20:35", False),
        ("2024-03-01T10:00Z", "2024-03-02", False),
        ("2024-03-01T20:35", "2024-03-02", False),
        ("2024-03-01", "2024-03-02", False),
    ],
)
def test_two_moments_are_not_one(one: str, other: str, same_clock: bool) -> None:
    first, second = day(one), day(other)
    assert first is not None
    assert second is not None
    assert not may_be_one(first, second, same_clock=same_clock)


def test_a_moment_is_told_in_universal_time() -> None:
    date = day("2024-03-02T00:35+03:00")
    assert date is not None
    assert [moment.isoformat() for moment in moments_of(date) or ()] == ["2024-03-01T21:35:00", "2024-03-01T21:36:00"]
    assert [moment.date().isoformat() for moment in days_around(date) or ()] == ["2024-03-01", "2024-03-02"]
