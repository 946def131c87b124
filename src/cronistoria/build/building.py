"""Files to a store, one transaction a report, so that whatever is finished stays finished.

Files are taken in order. What the store has already costs no reading; what repeats another report is kept as a further
source of its records, and only its own passages are read; everything else goes to the workers.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from functools import partial
from pathlib import Path
from typing import Literal

import msgspec

from cronistoria.build.arrivals import Arrival, Original, find_original, read_arrival
from cronistoria.build.copies import has_own_words, passages
from cronistoria.build.keeping import keep_report
from cronistoria.build.reading import Analysed, empty_report, make_worker
from cronistoria.errors import InputError
from cronistoria.ingest.document import Given, Ingested
from cronistoria.ingest.files import read_file
from cronistoria.model.holdings import InputFile
from cronistoria.model.identity import bytes_id
from cronistoria.settings import Settings
from cronistoria.store.base import Store, Writer
from cronistoria.workers import AHEAD, hired

HandOver = Callable[[Ingested], "Future[Analysed]"]


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """How to read; ``again``: also what the store has, whose old reading then goes."""

    settings: Settings
    given: Given
    again: bool = False


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """What became of a file: a new report, a copy of another, one that was there, or none at all (``error``)."""

    path: Path
    outcome: Literal["new", "copy", "known", "failed"]
    records: int = 0
    error: str | None = None


class _Pending(msgspec.Struct, frozen=True):
    """A report under way."""

    arrival: Arrival
    original: Original | None
    analysed: "Future[Analysed]"


def build(store: Store, files: Iterable[Path], plan: Plan) -> Iterator[Step]:
    """Reads files into a store; what became of each, as it is known.

    Raises `CronistoriaError` for what would come back with every file, such as a missing model.
    """
    with hired(partial(make_worker, plan.settings), plan.settings.jobs) as hand_over:
        ahead = 0 if plan.settings.jobs == 1 else plan.settings.jobs * AHEAD
        yield from Building(store, plan, hand_over, ahead).run(files)


class Building:
    """One run; ``ahead``: how many reports may be under way while an earlier one is waited for."""

    def __init__(self, store: Store, plan: Plan, hand_over: HandOver, ahead: int) -> None:
        self._store, self._plan, self._hand_over, self._ahead = store, plan, hand_over, ahead
        self._waiting: deque[_Pending] = deque()
        self._done: set[str] = set()
        with store.reading() as reader:
            self._files = {file.path: file for file in reader.files()}

    def run(self, files: Iterable[Path]) -> Iterator[Step]:
        """All files, one after the other."""
        for path in files:
            yield from self._begin(path)
            while len(self._waiting) > self._ahead:
                yield self._finish()
        yield from self._finish_all()

    def _begin(self, path: Path) -> Iterator[Step]:
        """Takes a file in, and ends what must be ended before."""
        try:
            data = read_file(path, self._plan.settings.size_limit)
            if self._is_known(path, bytes_id(data)):
                yield Step(path=path, outcome="known")
                return
            arrival = read_arrival(path, data, self._plan.given)
        except InputError as error:
            yield self._failed(path, None, str(error))
            return
        if self._waits_for(arrival):
            yield from self._finish_all()
        if step := self._already_there(arrival):
            yield step
        else:
            self._waiting.append(self._start(arrival))

    def _start(self, arrival: Arrival) -> _Pending:
        with self._store.reading() as reader:
            original = find_original(arrival.document, arrival.bands, reader)
        if original and not has_own_words(passages(arrival.document), passages(original.document)):
            nothing: Future[Analysed] = Future()
            nothing.set_result(Analysed(empty_report(arrival.ingested)))
            return _Pending(arrival, original, nothing)
        return _Pending(arrival, original, self._hand_over(arrival.ingested))

    def _finish_all(self) -> Iterator[Step]:
        while self._waiting:
            yield self._finish()

    def _finish(self) -> Step:
        """Keeps the report that was begun first."""
        pending = self._waiting.popleft()
        arrival, analysed = pending.arrival, pending.analysed.result()
        if analysed.report is None:
            return self._failed(arrival.path, arrival.digest, f"{arrival.path}: {analysed.error}")
        with self._store.writing() as writer:
            records = keep_report(writer, analysed.report, arrival.bands, pending.original)
            self._keep(writer, arrival)
        self._done.add(arrival.document.id)
        outcome: Literal["new", "copy"] = "copy" if pending.original else "new"
        return Step(path=arrival.path, outcome=outcome, records=records)

    def _is_known(self, path: Path, digest: str) -> bool:
        file = self._files.get(_name(path))
        known = file is not None and file.document is not None and file.digest == digest
        return known and not self._plan.again

    def _waits_for(self, arrival: Arrival) -> bool:
        """Whether a report under way may be the same or the original."""
        bands = set(arrival.bands)
        return any(
            pending.arrival.document.id == arrival.document.id or bands.intersection(pending.arrival.bands)
            for pending in self._waiting
        )

    def _already_there(self, arrival: Arrival) -> Step | None:
        """Says so of a text that the store has, and notes that this file holds it as well."""
        if arrival.document.id not in self._done:
            with self._store.reading() as reader:
                if self._plan.again or not reader.has_report(arrival.document.id):
                    return None
        with self._store.writing() as writer:
            self._keep(writer, arrival)
        return Step(path=arrival.path, outcome="known")

    def _keep(self, writer: Writer, arrival: Arrival) -> None:
        file = InputFile(path=_name(arrival.path), digest=arrival.digest, document=arrival.document.id)
        writer.keep_file(file)
        self._files[file.path] = file

    def _failed(self, path: Path, digest: str | None, error: str) -> Step:
        with self._store.writing() as writer:
            writer.keep_file(InputFile(path=_name(path), digest=digest, error=error))
        return Step(path=path, outcome="failed", error=error)


def _name(path: Path) -> str:
    return str(path.absolute())
