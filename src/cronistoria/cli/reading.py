"""What ``cronistoria read`` does with its arguments; imported only when it runs."""

import sys
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Any

import click

from cronistoria.cli.delivery import deliver, make_destination
from cronistoria.cli.jobs import STANDARD_INPUT, STDIN, Outcome, Source, Task, run_tasks
from cronistoria.cli.options import terminal_labels, terminal_width, wants_colour
from cronistoria.cli.progress import Progress
from cronistoria.export.exporters import exporter_named
from cronistoria.ingest.document import Given
from cronistoria.ingest.opened import Opened
from cronistoria.ingest.paths import files_named
from cronistoria.ingest.rows import parse_columns
from cronistoria.ingest.sources import Intake, Piece, Refusal, pieces, pieces_of
from cronistoria.settings import Settings


def read_reports(files: tuple[str, ...], output: str | None, options: Mapping[str, Any]) -> int:
    """Reads the named files and writes the results; the number of files that failed."""
    task = make_task(options, to_terminal=output is None)
    names = names_of(files)
    intake = Intake(size=task.settings.size_limit, columns=parse_columns(options["columns"] or ""))
    sources = find_sources(names, intake)
    first = next(sources, None)
    several = len(names) > 1 or (first is not None and not first.is_whole)
    destination = make_destination(exporter_named(task.format), names, output, several=several)
    outcomes = run_tasks(task, chain(() if first is None else (first,), sources))
    total = sum(1 for _ in files_named(names))
    return deliver(_with_progress(outcomes, total, to_stream=output is None), destination)


def make_task(options: Mapping[str, Any], *, to_terminal: bool) -> Task:
    """The task that the options of the command line describe."""
    settings = Settings(
        size_limit=options["size_limit"],
        threads=options["threads"],
        jobs=options["jobs"],
        actors=options["actors"],
        parser=options["parser"],
    )
    given = Given(
        published=options["date"],
        language=options["language"],
        title=options["title"],
        url=options["url"],
        publisher=options["outlet"],
    )
    return Task(
        settings=settings,
        given=given,
        format=options["format"],
        labels=options["labels"] or terminal_labels(),
        width=terminal_width(),
        colour=wants_colour(to_terminal),
        explain=options["explain"],
    )


def names_of(files: tuple[str, ...]) -> tuple[str, ...]:
    """What the user names, each once; standard input if nothing is."""
    if not files and sys.stdin.isatty():
        raise click.UsageError("expected a FILE, or a report on standard input")
    return tuple(dict.fromkeys(files or (STDIN,)))


def find_sources(names: Iterable[str], intake: Intake) -> Iterator[Source]:
    """The inputs that the names stand for, in the order given, each once."""
    seen: set[str] = set()
    for name in names:
        for found in _found(name, intake):
            if found.place not in seen:
                seen.add(found.place)
                yield Source(name, found)


def _found(name: str, intake: Intake) -> Iterator[Piece | Refusal]:
    if name == STDIN:
        return pieces_of(Opened(sys.stdin.buffer, STANDARD_INPUT, ""), intake)
    return (found for found in pieces((name,), intake) if not _is_other(found, name))


def _is_other(found: Piece | Refusal, name: str) -> bool:
    """Whether something in a folder is in no format that is read."""
    return isinstance(found, Refusal) and found.kind == "other-file" and found.place != name


def _with_progress(outcomes: Iterable[Outcome], total: int, *, to_stream: bool) -> Iterator[Outcome]:
    """The outcomes, counted by a bar on standard error if that is a terminal which nothing else is written to."""
    if total < 2 or not sys.stderr.isatty() or (to_stream and sys.stdout.isatty()):
        yield from outcomes
        return
    with Progress(total) as progress:
        for outcome in outcomes:
            yield outcome
            progress.advance()
