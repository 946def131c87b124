"""What pages and interface ask: a chronicle at hand, reports read aside, reports added and decisions kept.

All methods may be called from many threads. What is asked of the book comes from memory; `reading` opens the store.
"""

from collections.abc import Callable
from concurrent.futures import Future
from contextlib import AbstractContextManager

from cronistoria.build.keeping import add_report
from cronistoria.desk.analysis import Analysis, Pasted
from cronistoria.desk.books import Books
from cronistoria.desk.deciding import Motion, decide, right_now, undo
from cronistoria.errors import BusyError
from cronistoria.ingest.document import Given
from cronistoria.languages.labels import chronicle_languages
from cronistoria.model.holdings import Totals
from cronistoria.model.judgement import Decision
from cronistoria.model.report import Report
from cronistoria.store.base import Reader, Store
from cronistoria.view.book import Book
from cronistoria.view.report_index import ReportIndex

_PATIENCE_SECONDS = 5.0


class Desk:
    """A chronicle kept at hand; without an analysis, reports cannot be read.

    ``clock`` gives the time of a person's act, ISO 8601.
    """

    def __init__(self, store: Store, analysis: Analysis | None = None, clock: Callable[[], str] = right_now) -> None:
        self._store, self._analysis, self._clock = store, analysis, clock
        self._books = Books(store, chronicle_languages()[0])

    def open(self) -> None:
        """Opens the book, so that the first question does not wait for it."""
        self.book(chronicle_languages()[0])

    @property
    def mark(self) -> str:
        """Changes with every change of what `book` gives."""
        return str(self._books.mark)

    def book(self, labels: str) -> Book:
        """The whole chronicle, told in a language of `chronicle_languages`, as of the day of the latest report."""
        return self._books.book(labels)

    @property
    def totals(self) -> Totals:
        """How much the chronicle holds."""
        return self._books.totals

    @property
    def reports(self) -> ReportIndex:
        """All reports without their text, by date of publication."""
        return self._books.reports

    def reading(self) -> AbstractContextManager[Reader]:
        """The store, for what no book holds: reports with their text, problems, search."""
        return self._store.reading()

    def read(self, text: str, given: Given | None = None) -> "Future[Report]":
        """The report of a text, to come; it fails with an `InputError` for what is no report.

        Raises `BusyError` if too many wait already.
        """
        if self._analysis is None:
            raise BusyError("no reports are read here", 0)
        return self._analysis.submit(Pasted(text, given or Given()))

    def add(self, report: Report) -> bool:
        """Keeps a report and merges it; ``False`` if the same text is there already."""
        added = add_report(self._store, report)
        self._books.renew(_PATIENCE_SECONDS)
        return added

    def judge(self, motion: Motion) -> Decision:
        """Keeps a decision. Raises `InputError` for names that are not there, and for a status that cannot be."""
        with self._store.writing() as writer:
            decision = decide(writer, motion, self._clock())
        self._books.renew(_PATIENCE_SECONDS)
        return decision

    def undo(self, name: str, by: str | None = None) -> Decision:
        """Takes back a decision, named by its id or the beginning of it. Raises `InputError` if none stands."""
        with self._store.writing() as writer:
            decision = undo(writer, name, by=by, at=self._clock())
        self._books.renew(_PATIENCE_SECONDS)
        return decision

    def close(self) -> None:
        """Ends the reading of reports; the store stays open."""
        if self._analysis is not None:
            self._analysis.close()
