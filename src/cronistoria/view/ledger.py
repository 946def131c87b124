"""The ledger of commitments and the agenda of appointments, each with its status and what decided it."""

from collections.abc import Sequence

from cronistoria.model.dates import Date
from cronistoria.model.entry import Entry
from cronistoria.model.record import Position
from cronistoria.view.book import Book
from cronistoria.view.called import short_id
from cronistoria.view.chronicle import page_of
from cronistoria.view.page import Page, Table
from cronistoria.view.phrases import quote, say_day, say_grounds, say_sources, say_status, say_when


def commitments(book: Book) -> Sequence[Entry]:
    """The entries of the ledger."""
    return book.at(book.index.commitments.nonzero()[0])


def appointments(book: Book) -> Sequence[Entry]:
    """The entries of the agenda."""
    return book.at(book.index.appointments.nonzero()[0])


def ledger_page(book: Book, entries: Sequence[Entry]) -> Page:
    """Commitments with their words, condition, deadline, when they were stated, status and reason."""
    columns = book.words.columns
    names = ("entry", "status", "title", "condition", "deadline", "first", "last", "reason")
    rows = tuple(_commitment(book, entry) for entry in entries)
    return page_of(book, "ledger", (Table(None, tuple(columns[name] for name in names), rows),))


def agenda_page(book: Book, entries: Sequence[Entry]) -> Page:
    """Appointments with date, status and reason."""
    columns = book.words.columns
    names = ("entry", "date", "status", "title", "sources", "reason")
    rows = tuple(
        (
            short_id(entry.id), say_when(book, entry), say_status(book, entry), book.title(entry),
            say_sources(book, entry), reason(book, entry),
        )
        for entry in entries
    )  # fmt: skip
    return page_of(book, "agenda", (Table(None, tuple(columns[name] for name in names), rows),))


def reason(book: Book, entry: Entry) -> str:
    """Why a status was given, and by which entry."""
    deciding = " ".join(f"[{short_id(ground.entry)}]" for ground in entry.grounds if ground.entry)
    return f"{say_grounds(book, entry.grounds)} {deciding}".strip()


def _commitment(book: Book, entry: Entry) -> tuple[str, ...]:
    tellings = sorted(book.chapter(entry).tellings, key=lambda t: t.source.language != book.language)
    records = [t.record for t in tellings if isinstance(t.record, Position)]
    condition = next((r.condition.span.text for r in records if r.condition), None)
    deadline = next((r.deadline for r in records if r.deadline), None)
    told = [s.published.start for s in entry.sources if s.published and s.published.start]
    first = min((*told, *((entry.date.start,) if entry.date and entry.date.start else ())), default=None)
    words = quote(book, records[0].content.text, 120) if records else ""
    return (
        short_id(entry.id),
        say_status(book, entry),
        f"{book.title(entry)} {words}",
        quote(book, condition, 80) if condition else "",
        _say(book, deadline),
        say_day(book, first and first[:10]),
        say_day(book, max(told)[:10]) if told else "",
        reason(book, entry),
    )


def _say(book: Book, date: Date | None) -> str:
    return book.speaker.date(date) if date else ""
