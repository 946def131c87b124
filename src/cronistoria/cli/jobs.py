"""Many inputs to many results, in input order, in this process or in several.

A `Task` says what is to be made of each input; an `Outcome` is the text made, or the one line that says why not.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from functools import partial
from itertools import chain, islice
from pathlib import Path

import msgspec

from cronistoria.errors import CronistoriaError, InputError
from cronistoria.export.exporters import exporter_named
from cronistoria.export.style import Style
from cronistoria.export.trees import explain_records
from cronistoria.ingest.document import Given
from cronistoria.ingest.sources import Piece, Refusal, ingest_piece
from cronistoria.languages.tables import available_languages
from cronistoria.reader import Reader, Reading
from cronistoria.settings import Settings
from cronistoria.workers import AHEAD, defect, hired

STDIN = "-"
STANDARD_INPUT = "standard input"


class Task(msgspec.Struct, frozen=True, kw_only=True):
    """What to make of each input. ``labels``: their language, ``None`` for the report's own."""

    settings: Settings
    given: Given
    format: str
    labels: str | None
    width: int
    colour: bool
    explain: bool


class Source(msgspec.Struct, frozen=True):
    """What was found at the path, or in the archive, that a user named (``origin``)."""

    origin: str
    found: Piece | Refusal

    @property
    def name(self) -> str:
        """What was named, or the place below or within it."""
        return self.origin if self.is_whole else self.found.place

    @property
    def is_whole(self) -> bool:
        """Whether it is all that was named."""
        return self.found.place in (STANDARD_INPUT, str(Path(self.origin)))


class Outcome(msgspec.Struct, frozen=True):
    """What became of an input: ``text``, or the ``error`` that says why there is none.

    ``aside``: that is no failure, because it was no report among others.
    """

    source: str
    text: str | None
    error: str | None = None
    aside: bool = False


def run_task(reader: Reader, task: Task, source: Source) -> Outcome:
    """Reads one input and writes it in the task's format; what goes wrong with this input is told in the outcome.

    Raises `ModelError` and `DataError`, which would come back with every input.
    """
    found = source.found
    try:
        made = found if isinstance(found, Refusal) else ingest_piece(found, task.given)
        if isinstance(made, Refusal):
            return Outcome(source.name, None, made.message, not (made.is_failure or source.is_whole))
        return Outcome(source.name, render(reader.read_ingested(made), task))
    except InputError as error:
        return Outcome(source.name, None, str(error))
    except CronistoriaError:
        raise
    except Exception as error:  # a defect met in one report must not end the reading of the others
        return Outcome(source.name, None, f"{found.place}: internal error, please report it: {defect(error)}")


def run_tasks(task: Task, sources: Iterable[Source], reader: Reader | None = None) -> Iterator[Outcome]:
    """The outcomes of all inputs, in their order; ``reader`` serves where one process is enough."""
    first = tuple(islice(waiting := iter(sources), 2))
    sources = chain(first, waiting)
    if task.settings.jobs > 1 and len(first) > 1:
        yield from _run_in_processes(task, sources, task.settings.jobs)
        return
    reader = reader or Reader(task.settings)
    for source in sources:
        yield run_task(reader, task, source)


def render(reading: Reading, task: Task) -> str:
    """A report in the task's format."""
    own = reading.report.document.language
    labelled = available_languages("labels")
    labels = task.labels or (own if own in labelled else labelled[0])
    explained = explain_records(reading.report, reading.sentences, labels) if task.explain else {}
    style = Style(labels=labels, width=task.width, colour=task.colour, explanations=explained)
    return exporter_named(task.format).write(reading.report, style)


def _run_in_processes(task: Task, sources: Iterable[Source], jobs: int) -> Iterator[Outcome]:
    with hired(partial(make_worker, task), jobs) as hand_over:
        waiting: deque[Future[Outcome]] = deque()
        for source in sources:
            waiting.append(hand_over(source))
            if len(waiting) >= jobs * AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def make_worker(task: Task) -> Callable[[Source], Outcome]:
    """A worker with a reader of its own."""
    return partial(run_task, Reader(task.settings), task)
