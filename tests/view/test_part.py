"""A part of a chronicle is what the whole book says of the same entries, whichever way it was found."""

from collections.abc import Iterator
from datetime import date

import pytest

from cronistoria.errors import InputError
from cronistoria.merge.merging import update
from cronistoria.model.entry import Entry
from cronistoria.model.judgement import Decision
from cronistoria.model.query import Query
from cronistoria.store.base import Reader
from cronistoria.store.memory import MemoryStore
from cronistoria.view import part
from cronistoria.view.book import short_id
from cronistoria.view.chronicle import chronicle_page
from cronistoria.view.explanation import explain_judgements, explanation_page
from cronistoria.view.part import Asked, entry_in, found_in, glance
from tests.view.made_book import TELLINGS
from tests.view.test_stored_edition import HeldReader

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
)


@pytest.fixture
def reader() -> Iterator[Reader]:
    store, held = MemoryStore(), HeldReader(TELLINGS, ())
    with store.writing() as writer:
        for document in sorted({telling.source.document for telling in TELLINGS}):
            writer.add_report(held.report(document))
        update(writer)
        away = next(entry for entry in writer.entries() if entry.kind == "deployment")
        writer.add_decision(Decision(id="d1", act="reject", records=away.records))
    with store.reading() as view:
        yield view


def found(reader: Reader, asked: Asked) -> tuple[Entry, ...]:
    with found_in(reader, asked) as (book, entries):
        return book.titled(entries)


@pytest.mark.parametrize("query", QUERIES)
@pytest.mark.parametrize("followed", [None, "ledger", "agenda"])
@pytest.mark.parametrize("who", [None, "Peru"])
def test_large_and_small_chronicles_have_the_same_parts(
    reader: Reader, query: Query, followed: part.Followed | None, who: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = Asked(query=query, labels="en", now=NOW, followed=followed, who=who)
    held = found(reader, asked)
    monkeypatch.setattr(part, "_SMALL", 0)
    assert found(reader, asked) == held


@pytest.mark.parametrize("query", QUERIES)
def test_a_glance_shows_the_same_chronicle(reader: Reader, query: Query) -> None:
    glanced = glance(reader, Asked(query=query, labels="en"))
    with found_in(reader, Asked(query=query, labels="en")) as (book, entries):
        assert chronicle_page(glanced, glanced.entries) == chronicle_page(book, entries)


def test_an_entry_is_explained_with_what_it_is_linked_to(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = Asked(query=Query(), labels="en", now=NOW)
    for entry in found(reader, asked):
        pages = []
        for small in (20_000, 0):
            monkeypatch.setattr(part, "_SMALL", small)
            with entry_in(reader, short_id(entry.id), asked) as (book, same):
                pages.append(explanation_page(book, same, explain_judgements(book, same)))
        assert pages[0] == pages[1]


@pytest.mark.parametrize("small", [20_000, 0])
def test_what_is_not_there_is_said(reader: Reader, small: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(part, "_SMALL", small)
    for settled in (True, False):
        asked = Asked(query=Query(actors=("Atlantis",)), labels="en", settled=settled)
        with pytest.raises(InputError, match="nobody"), found_in(reader, asked):
            pass
    with pytest.raises(InputError, match="no such entry"), entry_in(reader, "ffffffff", asked):
        pass
