"""What two sides are to each other, point by point."""

from datetime import date

import pytest

from cronistoria.model.source import Telling
from cronistoria.view.sides import accounts_of, contacts_in
from tests.merge.made import contact, position, source
from tests.view.made_reader import made_reader

OSLO, LIMA = source("Oslo Courier", "2024-03-02"), source("Lima Voice", "2024-03-03")
CALL = (contact(OSLO, "Q1", "Q2", when="2024-03-01"), contact(LIMA, "Q1", "Q2", when="2024-03-01", start=5))
FLEET = "to withdraw the fleet from the port and to end the sanctions"


def points(*told: Telling) -> dict[str, list[tuple[str, ...]]]:
    """By relation, the kinds and types of what is told."""
    book, (call,) = contacts_in(made_reader((*CALL, *told)), "2024-03-01", "en", date(2024, 3, 10))
    found = accounts_of(book, call)

    def type_of(entry: str) -> str:
        return book.entry(entry).type or book.entry(entry).kind

    pairs = {"both": found.both, "contradicted": found.contradicted, "subject": found.subject}
    named = {name: [tuple(type_of(point.entry) for point in pair) for pair in told] for name, told in pairs.items()}
    named["only"] = [(type_of(point.entry),) for point in found.only]
    return {name: value for name, value in named.items() if value}


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        (("demand", FLEET), ("request", FLEET), {"both": [("demand", "request")]}),
        (("demand", FLEET), ("promise", FLEET), {"subject": [("demand", "promise")]}),
        (("demand", FLEET), ("refusal", FLEET), {"contradicted": [("demand", "refusal")]}),
        (
            ("demand", "to end the sanctions on grain"),
            ("demand", "new sanctions against the port of Callao"),
            {"subject": [("demand", "demand")]},
        ),
        (("demand", "to withdraw the fleet"), ("demand", "fair elections"), {"only": [("demand",), ("demand",)]}),
    ],
)
def test_two_points(one: tuple[str, str], other: tuple[str, str], told: dict[str, list[tuple[str, ...]]]) -> None:
    first = position(OSLO, one[0], "NOR", "PER", one[1], start=100)
    second = position(LIMA, other[0], "PER", "NOR", other[1], start=100)
    assert points(first, second) == told


def test_a_point_is_told_once_where_it_fits_best() -> None:
    told = points(
        position(OSLO, "demand", "NOR", "PER", FLEET, start=100),
        position(LIMA, "demand", "PER", "NOR", FLEET, start=100),
        position(LIMA, "warning", "PER", "NOR", "the fleet and the sanctions", start=300),
    )
    assert told == {"both": [("demand", "demand")], "only": [("warning",)]}
