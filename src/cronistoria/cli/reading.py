"""What ``cronistoria read`` does with its arguments; imported only when it runs."""

import sys
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import click

from cronistoria.cli.delivery import deliver, make_destination
from cronistoria.cli.jobs import STDIN, Outcome, Source, Task, run_tasks
from cronistoria.cli.options import terminal_labels, terminal_width, wants_colour
from cronistoria.export.exporters import exporter_named
from cronistoria.ingest.document import Given
from cronistoria.ingest.files import read_stream
from cronistoria.settings import Settings


def read_reports(files: tuple[str, ...], output: str | None, options: Mapping[str, Any]) -> int:
    """Reads the named files and writes the results; the number of files that failed."""
    task = make_task(options, to_terminal=output is None)
    sources = make_sources(files, task.settings.size_limit)
    destination = make_destination(exporter_named(task.format), [source.name for source in sources], output)
    outcomes = run_tasks(task, sources)
    return deliver(_with_progress(outcomes, len(sources), to_stream=output is None), destination)


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


def make_sources(files: tuple[str, ...], limit: int) -> tuple[Source, ...]:
    """The inputs in the order given; standard input is read here, once."""
    if not files and sys.stdin.isatty():
        raise click.UsageError("expected a FILE, or a report on standard input")
    names = dict.fromkeys(files or (STDIN,))
    return tuple(Source(name, _stdin(limit) if name == STDIN else None) for name in names)


def _stdin(limit: int) -> bytes:
    return read_stream(sys.stdin.buffer, "standard input", limit)


def _with_progress(outcomes: Iterable[Outcome], total: int, *, to_stream: bool) -> Iterator[Outcome]:
    """The outcomes, counted by a bar on standard error if that is a terminal which nothing else is written to."""
    if total < 2 or not sys.stderr.isatty() or (to_stream and sys.stdout.isatty()):
        yield from outcomes
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(outcomes, total=total, description="", console=Console(stderr=True), transient=True)
