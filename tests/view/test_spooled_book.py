"""A book on disk says what a book in memory says."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from cronistoria.errors import InputError
from cronistoria.model.judgement import Decision
from cronistoria.model.query import Query
from cronistoria.view.book import Book, open_book
from cronistoria.view.called import short_id
from cronistoria.view.edition import BookEdition
from cronistoria.view.network import network_of
from cronistoria.view.places import map_of
from cronistoria.view.spooled_book import SpooledBook
from cronistoria.view.timeline import timeline_of
from tests.view.made_book import TELLINGS
from tests.view.made_reader import made_reader
from tests.view.test_stored_edition import made_tellings


@pytest.fixture(params=["small", "made"])
def books(request: pytest.FixtureRequest) -> tuple[Book, SpooledBook]:
    tellings = TELLINGS if request.param == "small" else made_tellings(7)
    away = next(e for e in made_reader(tellings).entries() if e.kind == "deployment")
    reader = made_reader(tellings, (Decision(id="d1", act="reject", records=away.records),))
    return open_book(reader, "en"), SpooledBook(reader, "en")


def test_entries_are_the_same_however_they_are_asked_for(books: tuple[Book, SpooledBook]) -> None:
    held, spooled = books
    assert list(spooled.entries) == list(held.entries) and len(spooled.entries) == len(held.entries)
    assert list(spooled.entries[1:4]) == list(held.entries[1:4]) and spooled.entries[-1] == held.entries[-1]
    assert (spooled.now, spooled.latest, spooled.decisions) == (held.now, held.latest, held.decisions)
    assert dict(sorted(spooled.actors.items())) == dict(sorted(held.actors.items()))
    for entry in held.entries:
        assert spooled.entry(entry.id) == spooled.entry(short_id(entry.id)) == entry
        assert spooled.position(entry) == held.position(entry)
        assert spooled.chapter(entry).tellings == held.chapter(entry).tellings
        assert spooled.links_to(entry) == held.links_to(entry)
        assert (spooled.title(entry), spooled.place(entry)) == (held.title(entry), held.place(entry))
        assert spooled.told_in("it").title(entry) == held.told_in("it").title(entry)
        for record in entry.records:
            assert spooled.entry_of(record) == entry and spooled.telling(record) == held.telling(record)


def test_what_was_rejected_or_never_was_is_not_there(books: tuple[Book, SpooledBook]) -> None:
    held, spooled = books
    (rejected,) = (decision.records for decision in held.decisions)
    assert [spooled.entry_of(record) for record in (*rejected, "nothing")] == [None] * (len(rejected) + 1)
    for name in ("ffffffff", "abc", ""):
        with pytest.raises(InputError, match="no such entry"):
            spooled.entry(name)


@pytest.mark.parametrize(
    "query",
    [
        Query(),
        Query(kinds=("contact", "position"), start="2024-03-02"),
        Query(actors=("NOR",), end="2024-03-20"),
        Query(statuses=("open",), languages=("it",)),
    ],
)
def test_columns_and_drawings_are_the_same(books: tuple[Book, SpooledBook], query: Query) -> None:
    held, spooled = books
    seen = held.index.mask(query)
    assert spooled.index.mask(query).tolist() == seen.tolist()
    positions = held.index.positions(query)
    assert list(spooled.at(positions)) == list(held.at(positions))
    for persons in (True, False):
        assert network_of(spooled, seen, persons=persons, most=9) == network_of(held, seen, persons=persons, most=9)
    assert map_of(spooled, seen) == map_of(held, seen)
    assert timeline_of(spooled, seen, None, None) == timeline_of(held, seen, None, None)
    told, expected = (BookEdition(book, book.at(positions)) for book in (spooled, held))
    assert list(told.entries()) == list(expected.entries()) and list(told.reports()) == list(expected.reports())


def test_many_threads_may_ask(books: tuple[Book, SpooledBook]) -> None:
    held, spooled = books
    names = [entry.id for entry in held.entries] * 3
    with ThreadPoolExecutor(8) as threads:
        assert list(threads.map(spooled.entry, names)) == [held.entry(name) for name in names]
