"""What `export` does with its arguments; imported only when it runs."""

import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import click

from cronistoria.cli.crisis import make_query, opened
from cronistoria.cli.delivery import atomic_file
from cronistoria.export.catalogue import Format, format_named
from cronistoria.view.edition import BookEdition
from cronistoria.view.filters import resolve, select


def export_to(crisis: str, output: str | None, options: Mapping[str, Any]) -> None:
    """Writes an edition of a crisis to a file or to standard output."""
    format_ = format_named(options["format"])
    _refuse(format_, crisis, output)
    with opened(crisis, options) as book:
        edition = BookEdition(book, select(book, resolve(book, make_query(options))))
        _deliver(format_.chunks(edition, options["table"]), output)


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
