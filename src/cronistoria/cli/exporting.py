"""What `export` does with its arguments; imported only when it runs."""

import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import click

from cronistoria.build.opening import open_chronicle
from cronistoria.cli.crisis import day_of, labels_of, make_query
from cronistoria.cli.delivery import atomic_file
from cronistoria.export.catalogue import Format, format_named
from cronistoria.view.stored_edition import stored_edition


def export_to(crisis: str, output: str | None, options: Mapping[str, Any]) -> None:
    """Writes an edition of a crisis to a file or to standard output."""
    format_ = format_named(options["format"])
    _refuse(format_, crisis, output)
    store = open_chronicle(crisis)
    try:
        labels, now = labels_of(options["labels"]), day_of(options["now"])
        with store.reading() as reader, stored_edition(reader, make_query(options), labels, now) as edition:
            _deliver(format_.chunks(edition, options["table"]), output)
    finally:
        store.close()


def _deliver(chunks: Iterable[bytes], output: str | None) -> None:
    if output is None:
        for chunk in chunks:
            click.echo(chunk, nl=False)
        return
    with atomic_file(Path(output)) as file:
        for chunk in chunks:
            file.write(chunk)


def _refuse(format_: Format, crisis: str, output: str | None) -> None:
    if output is None and format_.binary and sys.stdout.isatty():
        raise click.UsageError(f"--format {format_.name} is nothing for a terminal; name a file with -o")
    if output is not None and Path(output).exists() and Path(crisis).exists() and Path(output).samefile(crisis):
        raise click.UsageError(f"{output} is the chronicle itself; name another file")
