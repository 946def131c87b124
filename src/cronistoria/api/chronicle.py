"""The chronicle: entries, the two sides of a contact, ledger, agenda, and who takes part."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from cronistoria.api.answers import json_of, not_found
from cronistoria.api.asked import Labelled, Name, NamedActors, NarrowedEntryList
from cronistoria.api.people import page_of_actors, portrait_of
from cronistoria.api.specification import documented
from cronistoria.api.telling import detail_of, page_of_accounts, page_of_entries
from cronistoria.errors import InputError
from cronistoria.model.entry import Entry
from cronistoria.view.book import Book
from cronistoria.view.sides import accounts_of

router = APIRouter()
Asked = Annotated[NarrowedEntryList, Query()]
Told = Annotated[Labelled, Query()]


@router.get("/entries", **documented("Page_Entry_"))
def list_entries(request: Request, asked: Asked) -> Response:
    """Entries in the order of time: each thing once, however many reports tell it."""
    book = _book(request, asked)
    return json_of(page_of_entries(book, asked))


@router.get("/entries/{entry:path}", **documented("EntryDetail", refuses=(404, 422)))
def get_entry(request: Request, entry: Name, asked: Told) -> Response:
    """An entry with the records that tell it, their words and reports, and why they are together."""
    book = _book(request, asked)
    return json_of(detail_of(book, _entry(book, entry)))


@router.get("/ledger", **documented("Page_Entry_"))
def ledger(request: Request, asked: Asked) -> Response:
    """Threats, warnings, demands, promises, offers and preconditions, and what became of each."""
    book = _book(request, asked)
    return json_of(page_of_entries(book, asked, book.index.commitments))


@router.get("/agenda", **documented("Page_Entry_"))
def agenda(request: Request, asked: Asked) -> Response:
    """Contacts that were planned, proposed or asked for, and what became of each."""
    book = _book(request, asked)
    return json_of(page_of_entries(book, asked, book.index.appointments))


@router.get("/sides", **documented("Page_Accounts_"))
def list_sides(request: Request, asked: Asked) -> Response:
    """Contacts with each side's own account: what both say, what one alone says, where they contradict."""
    return json_of(page_of_accounts(_book(request, asked), asked))


@router.get("/sides/{entry:path}", **documented("Accounts", refuses=(404, 422)))
def get_sides(request: Request, entry: Name, asked: Told) -> Response:
    """The accounts of one contact."""
    book = _book(request, asked)
    contact = _entry(book, entry)
    if contact.kind != "contact":
        raise InputError(f"entry '{entry}': is a {contact.kind}; expected a contact")
    return json_of(accounts_of(book, contact))


@router.get("/actors", **documented("Page_ActorCount_"))
def list_actors(request: Request, asked: Annotated[NamedActors, Query()]) -> Response:
    """Everybody in the chronicle with the number of their entries, those in most first."""
    return json_of(page_of_actors(_book(request, asked), asked))


@router.get("/actors/{actor:path}", **documented("Portrait", refuses=(404, 422)))
def get_actor(request: Request, actor: Name, asked: Told) -> Response:
    """An actor: entries by kind, and with whom there were contacts."""
    book = _book(request, asked)
    if actor not in book.actors:
        raise not_found("actor", actor)
    return json_of(portrait_of(book, actor))


def _book(request: Request, asked: Labelled) -> Book:
    book: Book = request.app.state.desk.book(asked.told_in())
    return book


def _entry(book: Book, name: str) -> Entry:
    try:
        return book.entry(name)
    except InputError as error:
        raise not_found("entry", name) from error
