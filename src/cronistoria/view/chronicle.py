"""The chronicle: entries in time order, with how many reports tell each and where they disagree."""

from collections.abc import Sequence

from cronistoria.model.entry import Entry
from cronistoria.view.book import Book
from cronistoria.view.called import short_id
from cronistoria.view.page import Page, Table
from cronistoria.view.phrases import say_day, say_disagreement, say_sources, say_when


def chronicle_page(book: Book, entries: Sequence[Entry]) -> Page:
    """All entries in one table."""
    columns = book.words.columns
    titles = (columns["entry"], columns["date"], columns["title"], columns["sources"])
    table = Table(None, titles, tuple(_row(book, entry) for entry in entries))
    return page_of(book, "chronicle", (table,))


def page_of(book: Book, heading: str, tables: tuple[Table, ...]) -> Page:
    """A page with its day; what to say if it holds nothing."""
    shown = tuple(table for table in tables if table.rows or table.lines)
    nothing = (Table(None, lines=(book.words.nothing,)),)
    note = book.words.as_of.format(date=say_day(book, book.now.isoformat()))
    return Page(book.words.headings[heading], note, shown or nothing)


def _row(book: Book, entry: Entry) -> tuple[str, ...]:
    said = [book.title(entry), *(say_disagreement(book, entry, d) for d in entry.disagreements)]
    return short_id(entry.id), say_when(book, entry), " · ".join(said), say_sources(book, entry)
