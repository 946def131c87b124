"""A part of a chronicle is what the whole book says of the same entries, whichever way it was found."""

from datetime import date

import pytest

from cronistoria.errors import InputError
from cronistoria.model.entry import Entry
from cronistoria.model.judgement import Decision
from cronistoria.model.query import Query
from cronistoria.store.base import Reader
from cronistoria.view import part
from cronistoria.view.book import Book, open_book
from cronistoria.view.called import short_id
from cronistoria.view.chronicle import chronicle_page
from cronistoria.view.explanation import explain_judgements, explanation_page
from cronistoria.view.filters import actor_ids, resolve
from cronistoria.view.ledger import agenda_page, appointments, commitments, ledger_page
from cronistoria.view.part import Asked, entry_in, found_in
from tests.view.made_book import TELLINGS, select
from tests.view.made_reader import made_reader

NOW = date(2024, 3, 25)
QUERIES = (
    Query(),
    Query(limit=3),
    Query(start="2024-03-02", end="2024-03-03"),
    Query(start="2024-03-03"),
    Query(actors=("Norway",), kinds=("position", "event")),
    Query(actors=("NOR",), limit=2),
    Query(outlets=("voce di lima",)),
    Query(countries=("PER",)),
    Query(languages=("it",), kinds=("contact",)),
    Query(statuses=("open", "lapsed")),
)


@pytest.fixture
def reader() -> Reader:
    away = next(e for e in made_reader(TELLINGS).entries() if e.kind == "deployment")
    return made_reader(TELLINGS, (Decision(id="d1", act="reject", records=away.records),))


def expected(book: Book, asked: Asked) -> tuple[Entry, ...]:
    among = {"ledger": commitments, "agenda": appointments}
    query = resolve(book, asked.query)
    found = select(book, query, among[asked.followed](book) if asked.followed else None)
    who = set(actor_ids(book, asked.who)) if asked.who else set()
    return tuple(entry for entry in found if not who or who & book.sides(entry))


@pytest.mark.parametrize("query", QUERIES)
@pytest.mark.parametrize("followed", [None, "ledger", "agenda"])
@pytest.mark.parametrize("who", [None, "Peru"])
@pytest.mark.parametrize("many", [2_000, 1])
def test_a_part_is_what_the_whole_book_says(
    reader: Reader,
    query: Query,
    followed: part.Followed | None,
    who: str | None,
    many: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(part, "_MANY", many)
    asked = Asked(query=query, labels="en", now=NOW, followed=followed, who=who)
    if query.limit and who:
        return
    book, found = open_book(reader, "en", NOW), found_in(reader, asked)
    assert found.titled(found.entries) == book.titled(expected(book, asked))


@pytest.mark.parametrize("query", QUERIES)
def test_pages_of_a_part_need_no_more_than_statuses(reader: Reader, query: Query) -> None:
    book = open_book(reader, "en", NOW)
    for followed, page in ((None, chronicle_page), ("ledger", ledger_page), ("agenda", agenda_page)):
        asked = Asked(query=query, labels="en", now=NOW, followed=followed, depth="status")  # type: ignore[arg-type]
        some = found_in(reader, asked)
        assert page(some, some.entries) == page(book, expected(book, asked))


@pytest.mark.parametrize("query", QUERIES)
def test_the_chronicle_is_shown_without_statuses(reader: Reader, query: Query) -> None:
    book, told = open_book(reader, "en"), Asked(query=query, labels="en", depth="told")
    some = found_in(reader, told)
    assert chronicle_page(some, some.entries) == chronicle_page(book, expected(book, told))


def test_an_entry_is_explained_with_what_it_is_linked_to(reader: Reader) -> None:
    book = open_book(reader, "en", NOW)
    for entry in book.entries:
        some = entry_in(reader, short_id(entry.id), "en", NOW)
        pages = [explanation_page(b, b.entry(entry.id), explain_judgements(b, entry)) for b in (some, book)]
        assert pages[0] == pages[1]


@pytest.mark.parametrize("depth", ["told", "status", "whole"])
def test_what_is_not_there_is_said(reader: Reader, depth: part.Depth) -> None:
    with pytest.raises(InputError, match="nobody"):
        found_in(reader, Asked(query=Query(actors=("Atlantis",)), labels="en", depth=depth))
    rejected = reader.entries_of(reader.decisions()[0].records).values()
    for name in ("ffffffff", "abc", "", *rejected):
        with pytest.raises(InputError, match="no such entry"):
            entry_in(reader, name, "en").entry(name)
