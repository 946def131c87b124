"""A dossier: who an actor is, and all that the chronicle has of them, kind by kind."""

from collections.abc import Sequence

from cronistoria.model.entry import Entry
from cronistoria.view.book import Book
from cronistoria.view.called import short_id
from cronistoria.view.chronicle import page_of
from cronistoria.view.ledger import appointments, commitments
from cronistoria.view.page import Page, Table
from cronistoria.view.phrases import say_sources, say_status, say_when

_KINDS = {"statements": "statement", "positions": "position", "deployments": "deployment", "events": "event"}


def dossier_page(book: Book, actors: Sequence[str], entries: Sequence[Entry]) -> Page:
    """Roles, contacts, appointments, commitments, and everything else in time order."""
    planned, pledged = {e.id for e in appointments(book)}, {e.id for e in commitments(book)}
    groups = {
        "contacts": [e for e in entries if e.kind == "contact" and e.id not in planned],
        "appointments": [e for e in entries if e.id in planned],
        "commitments": [e for e in entries if e.id in pledged],
    }
    for heading, kind in _KINDS.items():
        groups[heading] = [e for e in entries if e.kind == kind and e.id not in pledged]
    roles = tuple(f"{book.speaker.actor(actor, full=True)} [{actor}]" for actor in actors)
    tables = [Table(book.words.headings["roles"], lines=roles)]
    tables += [_table(book, heading, group) for heading, group in groups.items() if group]
    return page_of(book, "who", tuple(tables))


def _table(book: Book, heading: str, entries: Sequence[Entry]) -> Table:
    columns = book.words.columns
    titles = (columns["entry"], columns["date"], columns["title"], columns["status"], columns["sources"])
    rows = tuple(
        (short_id(e.id), say_when(book, e), book.title(e), say_status(book, e), say_sources(book, e)) for e in entries
    )
    return Table(book.words.headings[heading], titles, rows)
