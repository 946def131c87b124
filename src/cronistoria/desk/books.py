"""The book of a store, opened once and kept while the store stays as it is; anew in the background when it changes.

Whoever asks gets an answer at once: from the book that is there, until the new one is ready. A large chronicle's book
has its entries on disk.
"""

import gc
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic

from cronistoria.model.holdings import Totals
from cronistoria.store.base import Reader, Store
from cronistoria.view.book import Book, open_book, turn_page
from cronistoria.view.network import ties_of
from cronistoria.view.places import places_of
from cronistoria.view.report_index import ReportIndex
from cronistoria.view.spooled_book import SpooledBook

_PAUSE_SECONDS = 0.25
_MOST_HELD = 150_000


class _Edition:
    """A book as of a mark of the store, in the languages that were asked for."""

    def __init__(self, book: Book, totals: Totals, reader: Reader) -> None:
        self.book, self.totals, self.reports = book, totals, ReportIndex(reader.sources())
        self.mark, self.reread = reader.mark(), reader.reread_mark()
        self._told = {book.language: book}
        self._turn = threading.Lock()

    def told(self, labels: str) -> Book:
        """The book in a language."""
        if labels not in self._told:
            with self._turn:
                self._told.setdefault(labels, self.book.told_in(labels))
        return self._told[labels]


class Books:
    """Books of one store, for many threads; ``labels`` is the language that is opened first."""

    def __init__(self, store: Store, labels: str) -> None:
        self._store, self._labels = store, labels
        self._edition: _Edition | None = None
        self._looked = 0.0
        self._turn, self._renewing = threading.Lock(), threading.Lock()

    @property
    def mark(self) -> int:
        """The mark of the book that answers now."""
        return self._current().mark

    @property
    def totals(self) -> Totals:
        """How much there is, as of the book."""
        return self._current().totals

    @property
    def reports(self) -> ReportIndex:
        """All reports, as of the book."""
        return self._current().reports

    def book(self, labels: str) -> Book:
        """The book in a language, on the day of the latest report."""
        return self._current().told(labels)

    def renew(self, wait: float) -> None:
        """Has the book opened anew, and waits for it so many seconds at most."""
        renewal = threading.Thread(target=self._renew, daemon=True)
        renewal.start()
        renewal.join(wait)

    def _current(self) -> _Edition:
        edition = self._edition
        if edition is None:
            with self._turn:
                self._renew()
            assert self._edition is not None
            return self._edition
        if monotonic() - self._looked > _PAUSE_SECONDS and not self._renewing.locked():
            self._looked = monotonic()
            if self._store_mark() != edition.mark:
                self.renew(0)
        return edition

    def _store_mark(self) -> int:
        with self._store.reading() as reader:
            return reader.mark()

    def _renew(self) -> None:
        with self._renewing, self._store.reading() as reader:
            mark, reread, earlier = reader.mark(), reader.reread_mark(), self._edition
            if earlier is not None and earlier.mark == mark:
                return
            totals = reader.totals()
            if totals.entries > _MOST_HELD:
                book: Book = SpooledBook(reader, self._labels)
                prepare(book)
            else:
                with _many_objects():
                    book = self._held(reader, earlier if earlier and earlier.reread == reread else None)
                    prepare(book)
            self._edition = _Edition(book, totals, reader)
            self._looked = monotonic()

    def _held(self, reader: Reader, earlier: _Edition | None) -> Book:
        if earlier is None or isinstance(earlier.book, SpooledBook):
            return open_book(reader, self._labels)
        return turn_page(earlier.book, reader)


def prepare(book: Book) -> None:
    """Makes now what the first questions would have to wait for."""
    book.prepare()
    ties_of(book, persons=False)
    places_of(book)


@contextmanager
def _many_objects() -> Iterator[None]:
    """Keeps the collector from walking again and again over what is made to stay."""
    gc.disable()
    try:
        yield
        gc.freeze()
    finally:
        gc.enable()
