"""Reports read aside, in a process of its own: one after the other, few in waiting, none for too long.

The process is started before it is needed and again if it was ended; whoever asks gets a future at once.
"""

import queue
import signal
import threading
from collections.abc import Callable
from concurrent.futures import Future
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from typing import Protocol

import msgspec

from cronistoria.errors import BusyError, CronistoriaError, InputError
from cronistoria.ingest.document import Given
from cronistoria.model.report import Report
from cronistoria.reader import Reader
from cronistoria.settings import Settings
from cronistoria.workers import defect

_RETRY_SECONDS = 10


class Pasted(msgspec.Struct, frozen=True):
    """A text to read, and what is said about it."""

    text: str
    given: Given


MakeWorker = Callable[[], Callable[[Pasted], Report]]


class Analysis(Protocol):
    """What reads reports."""

    def submit(self, pasted: Pasted) -> "Future[Report]":
        """The report to come, or the `InputError` that tells why there is none. Raises `BusyError`."""

    def close(self) -> None:
        """Ends what was started."""


class AtOnce:
    """An `Analysis` in this process, for tests and for those who have time."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def submit(self, pasted: Pasted) -> "Future[Report]":
        """The report, read before this returns."""
        done: Future[Report] = Future()
        try:
            done.set_result(self._reader.read_text(pasted.text, pasted.given).report)
        except CronistoriaError as error:
            done.set_exception(error)
        return done

    def close(self) -> None:
        """Nothing was started."""


class Aside:
    """An `Analysis` in another process; ``waiting``: how many reports may wait, ``seconds``: how long one may take."""

    def __init__(self, make_worker: MakeWorker, *, waiting: int = 8, seconds: float = 60) -> None:
        self._make_worker, self._seconds = make_worker, seconds
        self._jobs: queue.Queue[tuple[Pasted, Future[Report]] | None] = queue.Queue(waiting)
        self._connection, self._process = _start(make_worker)
        self._ready = False
        threading.Thread(target=self._run, daemon=True).start()

    def submit(self, pasted: Pasted) -> "Future[Report]":
        """The report to come."""
        report: Future[Report] = Future()
        try:
            self._jobs.put_nowait((pasted, report))
        except queue.Full as error:
            raise BusyError("too many reports wait to be read", _RETRY_SECONDS) from error
        return report

    def close(self) -> None:
        """Ends the process, whatever it does."""
        self._process.kill()
        self._process.join()

    def _run(self) -> None:
        while job := self._jobs.get():
            pasted, report = job
            if report.set_running_or_notify_cancel():
                answer = self._ask(pasted)
                report.set_exception(answer) if isinstance(answer, Exception) else report.set_result(answer)

    def _ask(self, pasted: Pasted) -> Report | Exception:
        try:
            if fault := self._wait_until_ready():
                return fault
            self._connection.send(pasted)
            if self._connection.poll(self._seconds):
                answer: Report | Exception = self._connection.recv()
                return answer
            reason = f"text: reading it takes more than {self._seconds:g} seconds; expected a shorter one"
        except (EOFError, OSError):
            reason = "text: the reading process was ended, perhaps for want of memory; expected a shorter text"
        self._restart()
        return InputError(reason)

    def _wait_until_ready(self) -> Exception | None:
        """Until the process has loaded what it needs; what it says if it cannot."""
        if self._ready:
            return None
        fault: Exception | None = self._connection.recv()
        self._ready = fault is None
        if fault is not None:
            self._restart()
        return fault

    def _restart(self) -> None:
        self.close()
        self._connection, self._process = _start(self._make_worker)
        self._ready = False


def make_reader(settings: Settings) -> Callable[[Pasted], Report]:
    """What reads in the process, with the model loaded."""
    reader = Reader(settings)
    reader.analyser  # noqa: B018  # loads it
    return lambda pasted: reader.read_text(pasted.text, pasted.given).report


def _start(make_worker: MakeWorker) -> tuple[Connection, SpawnProcess]:
    context = get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_work, args=(theirs, make_worker), daemon=True)
    process.start()
    theirs.close()
    return ours, process


def _work(connection: Connection, make_worker: MakeWorker) -> None:
    """Says that it is ready (or why it cannot be), then answers until nobody asks."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        work = make_worker()
    except CronistoriaError as error:
        connection.send(error)
        return
    connection.send(None)
    while True:
        try:
            pasted: Pasted = connection.recv()
        except EOFError:
            return
        connection.send(_answer(work, pasted))


def _answer(work: Callable[[Pasted], Report], pasted: Pasted) -> Report | Exception:
    try:
        return work(pasted)
    except CronistoriaError as error:
        return error
    except Exception as error:
        return CronistoriaError(f"internal error, please report it: {defect(error)}")
