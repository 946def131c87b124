"""Columns of a book find what looking at each entry would."""

import pytest

from cronistoria.model.query import Query
from tests.view.made_book import made_book, select


@pytest.mark.parametrize(
    ("query", "found"),
    [
        (Query(), 8),
        (Query(kinds=("contact",)), 2),
        (Query(kinds=("contact", "event")), 3),
        (Query(types=("nothing",)), 0),
        (Query(actors=("CHL",)), 0),
        (Query(languages=("it",)), 3),
        (Query(kinds=("contact",), languages=("it",)), 1),
        (Query(outlets=("oslo courier",), kinds=("position",)), 1),
        (Query(countries=("ECU",)), 1),
        (Query(places=("callao", "Quito")), 2),
        (Query(confidence=0.81), 1),
        (Query(statuses=("open",)), 2),
        (Query(start="2024-04-01"), 1),
        (Query(end="2024-03-02"), 1),
    ],
)
def test_entries_are_found(query: Query, found: int) -> None:
    book = made_book()
    assert len(select(book, query)) == len(book.index.positions(query)) == found
