"""The book of a store, opened once and kept while the store stays as it is; anew in the background when it changes.

Whoever asks gets an answer at once: from the book that is there, until the new one is ready.
"""

import gc
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from time import monotonic

from cronistoria.model.holdings import Totals
from cronistoria.store.base import Reader, Store
from cronistoria.view.book import Book, open_book, turn_page
from cronistoria.view.network import ties_of
from cronistoria.view.places import places_of
from cronistoria.view.report_index import ReportIndex

_PAUSE_SECONDS = 0.25
_MOST_DAYS = 4


class _Edition:
    """A book as of a mark of the store, in the languages and on the days that were asked for."""

    def __init__(self, book: Book, reader: Reader) -> None:
        self.book, self.totals, self.reports = book, reader.totals(), ReportIndex(tuple(reader.sources()))
        self.mark, self.reread = reader.mark(), reader.reread_mark()
        self._told: dict[tuple[str, date], Book] = {(book.language, book.now): book}
        self._turn = threading.Lock()

    def told(self, labels: str, now: date | None) -> Book:
        """The book in a language on a day; without one, on that of the latest report."""
        wanted = labels, now or self.book.now
        found = self._told.get(wanted)
        if found is None:
            with self._turn:
                found = self._told.get(wanted) or self._make(*wanted)
                self._told[wanted] = found
        return found

    def _make(self, labels: str, day: date) -> Book:
        of_day = next((book for (_, on), book in self._told.items() if on == day), None)
        if of_day is None:
            others = {on for _, on in self._told} - {self.book.now}
            if len(others) >= _MOST_DAYS:
                self._told = {key: book for key, book in self._told.items() if key[1] == self.book.now}
            of_day = self.book.on(day)
        return of_day.told_in(labels)


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

    def book(self, labels: str, now: date | None = None) -> Book:
        """The book in a language, on a day or on that of the latest report."""
        return self._current().told(labels, now)

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
            with _many_objects():
                if earlier is None or earlier.reread != reread:
                    book = open_book(reader, self._labels)
                else:
                    book = turn_page(earlier.book, reader)
                prepare(book)
                edition = _Edition(book, reader)
            self._edition = edition
            self._looked = monotonic()


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
