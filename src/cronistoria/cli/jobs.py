"""Many inputs to many results, in input order, in this process or in several.

A `Task` says what is to be made of each input; an `Outcome` is the text made, or the one line that says why not.
"""

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from functools import partial
from pathlib import Path

import msgspec

from cronistoria.errors import CronistoriaError, InputError
from cronistoria.export.exporters import exporter_named
from cronistoria.export.style import Style
from cronistoria.export.trees import explain_records
from cronistoria.ingest.document import Given
from cronistoria.languages.labels import load_labels
from cronistoria.languages.tables import available_languages
from cronistoria.reader import Reader, Reading
from cronistoria.settings import Settings
from cronistoria.workers import AHEAD, defect, hired

STDIN = "-"


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
    """An input: its name, and its bytes where they did not come from a file."""

    name: str
    data: bytes | None = None

    @property
    def label(self) -> str:
        """What errors call it."""
        return "standard input" if self.name == STDIN else self.name


class Outcome(msgspec.Struct, frozen=True):
    """What became of an input: ``text``, or the ``error`` that says why there is none."""

    source: str
    text: str | None
    error: str | None = None


def run_task(reader: Reader, task: Task, source: Source) -> Outcome:
    """Reads one input and writes it in the task's format; what goes wrong with this input is told in the outcome.

    Raises `ModelError` and `DataError`, which would come back with every input.
    """
    try:
        if source.data is None:
            reading = reader.read_file(Path(source.name), task.given)
        else:
            reading = reader.read_bytes(source.data, task.given, name=source.label)
        return Outcome(source.name, render(reading, task))
    except InputError as error:
        return Outcome(source.name, None, str(error))
    except CronistoriaError:
        raise
    except Exception as error:  # a defect met in one report must not end the reading of the others
        return Outcome(source.name, None, f"{source.label}: internal error, please report it: {defect(error)}")


def run_tasks(task: Task, sources: Sequence[Source], reader: Reader | None = None) -> Iterator[Outcome]:
    """The outcomes of all inputs, in their order; ``reader`` serves where one process is enough."""
    jobs = min(task.settings.jobs, len(sources))
    if jobs > 1:
        yield from _run_in_processes(task, sources, jobs)
        return
    reader = reader or Reader(task.settings)
    for source in sources:
        yield run_task(reader, task, source)


def render(reading: Reading, task: Task) -> str:
    """A report in the task's format."""
    own = reading.report.document.language
    labelled = available_languages("labels")
    labels = task.labels or (own if own in labelled else labelled[0])
    explained = explain_records(reading.report, reading.sentences, load_labels(labels)) if task.explain else {}
    style = Style(labels=labels, width=task.width, colour=task.colour, explanations=explained)
    return exporter_named(task.format).write(reading.report, style)


def _run_in_processes(task: Task, sources: Sequence[Source], jobs: int) -> Iterator[Outcome]:
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
