"""Files to a store, one transaction a report, so that whatever is finished stays finished.

Files are taken in order. What the store has already costs no reading; what repeats another report is kept as a further
source of its records, and only its own passages are read; everything else goes to the workers.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from functools import partial
from pathlib import Path
from typing import Literal, cast

import msgspec

from cronistoria.build.arrivals import Arrival, Original, find_earlier, find_original, read_arrival
from cronistoria.build.copies import fingerprint, has_own_words, passages
from cronistoria.build.keeping import keep_report, replace_version
from cronistoria.build.reading import Analysed, empty_report, make_worker
from cronistoria.ingest.document import Given, Ingested
from cronistoria.ingest.piece import Kind
from cronistoria.ingest.sources import Intake, Piece, Refusal, pieces
from cronistoria.model.holdings import InputFile
from cronistoria.settings import Settings
from cronistoria.store.base import Store, Writer
from cronistoria.workers import AHEAD, hired

HandOver = Callable[[Ingested], "Future[Analysed]"]


Outcome = Literal["new", "copy", "version", "known", "failed", "aside"]


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """How to read; ``again``: also what the store has, whose old reading then goes. ``versions``: a changed text at a
    known place is a later version of the same report. ``columns``: field -> column of rows.
    """

    settings: Settings
    given: Given
    again: bool = False
    versions: bool = False
    columns: dict[str, str] = {}

    @property
    def intake(self) -> Intake:
        """How files are taken in."""
        return Intake(size=self.settings.size_limit, columns=self.columns)


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """What became of a file or a part of one: a new report, a copy of another, a later version of one, one that was
    there, something that could not be read (``error``), or something that is no report (``kind``).
    """

    place: str
    outcome: Outcome
    records: int = 0
    error: str | None = None
    kind: Kind | None = None


class _Pending(msgspec.Struct, frozen=True):
    """A report under way."""

    arrival: Arrival
    original: Original | None
    earlier: str | None
    analysed: "Future[Analysed]"


def build(store: Store, files: Iterable[str | Path], plan: Plan) -> Iterator[Step]:
    """Reads files, and all that folders and archives hold, into a store; what became of each, as it is known.

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

    def run(self, files: Iterable[str | Path]) -> Iterator[Step]:
        """All that the files hold, one after the other."""
        for found in pieces(files, self._plan.intake):
            yield from self.take(found)
            while len(self._waiting) > self._ahead:
                yield self._finish()
        yield from self.finish()

    def take(self, found: Piece | Refusal) -> Iterator[Step]:
        """Takes one thing in, and ends what must be ended before; `finish` ends the rest."""
        if isinstance(found, Refusal):
            yield self._refuse(found)
        elif (known := self._known(found)) is not None:
            yield known
        elif isinstance(arrival := read_arrival(found, self._plan.given), Refusal):
            yield self._refuse(arrival)
        else:
            yield from self._begin(arrival)

    def finish(self) -> Iterator[Step]:
        """Ends what is under way."""
        while self._waiting:
            yield self._finish()

    def _begin(self, arrival: Arrival) -> Iterator[Step]:
        if self._waits_for(arrival):
            yield from self.finish()
        if step := self._already_there(arrival):
            yield step
        else:
            self._waiting.append(self._start(arrival))

    def _start(self, arrival: Arrival) -> _Pending:
        with self._store.reading() as reader:
            file = self._files.get(_name(arrival.place)) if self._plan.versions else None
            earlier = find_earlier(arrival.document, file.document if file else None, reader)
            original = find_original(arrival.document, arrival.bands, reader, earlier)
        if original and not has_own_words(passages(arrival.document), passages(original.document)):
            nothing: Future[Analysed] = Future()
            nothing.set_result(Analysed(empty_report(arrival.ingested)))
            return _Pending(arrival, original, earlier, nothing)
        return _Pending(arrival, original, earlier, self._hand_over(arrival.ingested))

    def _finish(self) -> Step:
        """Keeps the report that was begun first."""
        pending = self._waiting.popleft()
        arrival, analysed = pending.arrival, pending.analysed.result()
        if analysed.report is None:
            return self._failed(arrival.place, arrival.digest, f"{arrival.place}: {analysed.error}")
        orphans: tuple[str, ...] = ()
        with self._store.writing() as writer:
            records = keep_report(writer, analysed.report, arrival.bands, pending.original)
            if pending.earlier is not None:
                orphans = replace_version(writer, pending.earlier, arrival.document)
            self._keep(writer, arrival)
        self._done.add(arrival.document.id)
        self._waiting.extend(map(self._start, map(self._arrival_of, orphans)))
        outcome: Outcome = "version" if pending.earlier else "copy" if pending.original else "new"
        return Step(place=arrival.place, outcome=outcome, records=records)

    def _arrival_of(self, document: str) -> Arrival:
        """A kept report as it came, to be read for itself."""
        (file, *_) = (file for file in self._files.values() if file.document == document)
        with self._store.reading() as reader:
            ingested = Ingested(reader.report(document).document, ())
        return Arrival(file.path, file.digest or "", ingested, fingerprint(ingested.document))

    def _known(self, piece: Piece) -> Step | None:
        """What is on file of the same bytes at the same place, if that settles it."""
        file = self._files.get(_name(piece.place))
        if file is None or self._plan.again or file.digest != piece.digest:
            return None
        if file.kind is not None:
            return Step(place=piece.place, outcome="aside", kind=cast(Kind, file.kind))
        return Step(place=piece.place, outcome="known") if file.document is not None else None

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
                there = reader.has_report(arrival.document.id) and not reader.replaced_by(arrival.document.id)
            if self._plan.again or not there:
                return None
        with self._store.writing() as writer:
            self._keep(writer, arrival)
        return Step(place=arrival.place, outcome="known")

    def _keep(self, writer: Writer, arrival: Arrival) -> None:
        file = InputFile(path=_name(arrival.place), digest=arrival.digest, document=arrival.document.id)
        writer.keep_file(file)
        self._files[file.path] = file

    def _refuse(self, refusal: Refusal) -> Step:
        """Notes what is no report and what could not be read; files of other formats are only counted."""
        if refusal.is_failure:
            return self._failed(refusal.place, None, refusal.message)
        if refusal.kind != "other-file":
            self._note(refusal.place, refusal.digest, refusal.message, refusal.kind)
        return Step(place=refusal.place, outcome="aside", kind=refusal.kind)

    def _failed(self, place: str, digest: str | None, error: str) -> Step:
        self._note(place, digest, error, None)
        return Step(place=place, outcome="failed", error=error)

    def _note(self, place: str, digest: str | None, error: str, kind: Kind | None) -> None:
        with self._store.writing() as writer:
            writer.keep_file(InputFile(path=_name(place), digest=digest, error=error, kind=kind))


def _name(place: str) -> str:
    """A place, whatever the folder that one stands in."""
    return place if place.startswith("/") or "://" in place.partition("#")[0] else str(Path.cwd()) + "/" + place
