"""What ``cronistoria code`` does with its arguments; imported only when it runs."""

import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

import click

from cronistoria.cli.delivery import atomic_file
from cronistoria.cli.jobs import STDIN
from cronistoria.coder import Coder
from cronistoria.errors import InputError
from cronistoria.export.coded import CODED_FORMATS
from cronistoria.ingest.document import Given
from cronistoria.ingest.pairs import LONGEST, read_pairs
from cronistoria.model.coded import BadLine, Coded
from cronistoria.reader import Reader
from cronistoria.settings import Settings


def code_file(name: str, output: str | None, options: Mapping[str, Any]) -> int:
    """Codes the lines of a file, or of standard input, as they come; the number of lines that could not be coded."""
    if options["format"] == "parquet" and output is None and sys.stdout.isatty():
        raise click.UsageError("--format parquet is nothing for a terminal; name a file with -o")
    if output is not None and Path(output).exists() and name != STDIN and Path(output).samefile(name):
        raise click.UsageError(f"{output} is the input itself; name another file")
    actors = Path(options["actors"]) if options["actors"] else None
    coder = Coder(Reader(Settings(actors=actors)), Given(published=options["date"], language=options["language"]))
    bad: list[int] = []
    with _opened(name) as lines:
        rows = _told(coder.code_all(read_pairs(_lines(lines))), name, bad)
        _deliver(CODED_FORMATS[options["format"]](rows, options["columns"]), output)
    if bad:
        click.echo(f"{len(bad)} line{'s' if len(bad) > 1 else ''} not coded", err=True)
    return len(bad)


def _told(found: Iterable[Coded | BadLine], name: str, bad: list[int]) -> Iterator[Coded]:
    """The coded rows; each line that could not be coded is told on standard error."""
    for coded in found:
        if isinstance(coded, BadLine):
            bad.append(coded.number)
            click.echo(f"{'standard input' if name == STDIN else name}: line {coded.number}: {coded.message}", err=True)
        else:
            yield coded


@contextmanager
def _opened(name: str) -> Iterator[IO[bytes]]:
    if name == STDIN:
        yield sys.stdin.buffer
        return
    try:
        with Path(name).open("rb") as file:
            yield file
    except OSError as error:
        raise InputError(f"{name}: {error.strerror}") from error


def _lines(file: IO[bytes]) -> Iterator[bytes]:
    """Lines; one that is too long comes cut, and the rest of it is passed over."""
    while line := file.readline(LONGEST + 2):
        if not line.endswith(b"\n"):
            while (rest := file.readline(1 << 16)) and not rest.endswith(b"\n"):
                pass
        yield line


def _deliver(chunks: Iterable[bytes], output: str | None) -> None:
    if output is None:
        for chunk in chunks:
            sys.stdout.buffer.write(chunk)
            sys.stdout.buffer.flush()
        return
    with atomic_file(Path(output)) as file:
        for chunk in chunks:
            file.write(chunk)
