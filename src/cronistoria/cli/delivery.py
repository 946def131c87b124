"""Where results go: standard output, one file, or a directory with a file for each input."""

import os
import re
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import click
import msgspec

from cronistoria.cli.jobs import STDIN, Outcome
from cronistoria.errors import InputError
from cronistoria.export.exporters import Exporter
from cronistoria.model.identity import text_id

_UNSAFE = re.compile(r"[^\w.]+")
_LONGEST_NAME = 100


class Destination(msgspec.Struct, frozen=True):
    """Output paths by input name, in a folder that also takes what lies within the inputs; or one path for all; or,
    with neither, standard output.
    """

    exporter: Exporter
    several: bool
    file: Path | None = None
    folder: Path | None = None
    files: dict[str, Path] = {}

    def path_for(self, source: str) -> Path:
        """The path of an input's result; that of a part is made of its place within what was named."""
        if source in self.files:
            return self.files[source]
        assert self.folder is not None
        origin = max((name for name in self.files if source.startswith(name)), key=len, default="")
        within = source.removeprefix(origin).lstrip("/!@#")
        stem = "" if Path(origin).is_dir() else Path(origin).stem
        words = _UNSAFE.sub("-", f"{stem}-{within}" if stem else within).strip("-.")
        words = words if len(words) <= _LONGEST_NAME else f"{words[:_LONGEST_NAME]}-{text_id(source)[:8]}"
        return self.folder / f"{words}{self.exporter.suffix}"


def make_destination(
    exporter: Exporter, names: Sequence[str], output: str | None, *, several: bool | None = None
) -> Destination:
    """Where the results of the named inputs go; ``several``: whether there are more than one, though one was named.

    A directory gets one file an input, with its stem and the format's suffix; it is a path that ends with a slash, one
    that is a directory, and for several inputs also one without a suffix. Raises `InputError` where two inputs would
    write one file, or a result would overwrite an input.
    """
    several = len(names) > 1 if several is None else several
    if output is None:
        return Destination(exporter, _fits_one(exporter, several))
    place = Path(output)
    if not (place.is_dir() or output.endswith(("/", os.sep)) or (several and not place.suffix)):
        _refuse_overwriting(names, place)
        return Destination(exporter, _fits_one(exporter, several), place)
    files: dict[str, Path] = {}
    for name in names:
        path = place / f"{'stdin' if name == STDIN else Path(name).stem}{exporter.suffix}"
        _refuse_overwriting(names, path)
        if path in files.values():
            raise InputError(f"{name}: another input would also write {path}")
        files[name] = path
    return Destination(exporter, several, folder=place, files=files)


def deliver(outcomes: Iterable[Outcome], destination: Destination) -> int:
    """Writes results as they come and reports failures on standard error; the number of failures."""
    if destination.folder is not None:
        return _deliver_to_directory(outcomes, destination)
    if destination.file is None:
        return _deliver_in_a_row(outcomes, destination, _standard_output(destination.exporter))
    with atomic_writer(destination.file) as write:
        return _deliver_in_a_row(outcomes, destination, write)


@contextmanager
def atomic_writer(path: Path) -> Iterator[Callable[[str], object]]:
    """Writes text into a file as `atomic_file` does."""
    with atomic_file(path, empty=False) as file:
        yield lambda text: file.write(text.encode())


@contextmanager
def atomic_file(path: Path, *, empty: bool = True) -> Iterator[IO[bytes]]:
    """Writes a file whole or, if the block fails, not at all; with nothing in it only if it may be ``empty``.

    Raises `InputError` naming the path if it cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=path.parent, prefix=f".{path.name}.") as folder:
            part = Path(folder, path.name)
            with part.open("wb") as file:
                yield file
            if empty or part.stat().st_size:
                part.replace(path)
    except OSError as error:
        raise InputError(f"{path}: cannot be written ({(error.strerror or str(error)).lower()})") from error


def _standard_output(exporter: Exporter) -> Callable[[str], object]:
    """Writes UTF-8 for machines and, for eyes, what the terminal can show."""
    if not exporter.for_eyes:
        return lambda text: click.echo(text.encode(), nl=False)
    encoding = sys.stdout.encoding or "utf-8"
    return lambda text: click.echo(text.encode(encoding, "replace").decode(encoding), nl=False)


def _deliver_in_a_row(outcomes: Iterable[Outcome], destination: Destination, write: Callable[[str], object]) -> int:
    exporter, failed, written = destination.exporter, 0, 0
    for outcome in outcomes:
        failed += _report_failure(outcome)
        if outcome.text is not None:
            lead = (exporter.between if written else exporter.opening) if destination.several else ""
            write(lead + outcome.text)
            written += 1
    if destination.several:
        write(exporter.closing if written else exporter.opening + exporter.closing)
    return failed


def _deliver_to_directory(outcomes: Iterable[Outcome], destination: Destination) -> int:
    failed, written = 0, set[Path]()
    for outcome in outcomes:
        failed += _report_failure(outcome)
        if outcome.text is not None:
            path = destination.path_for(outcome.source)
            if path in written:
                raise InputError(f"{outcome.source}: another input would also write {path}")
            written.add(path)
            with atomic_writer(path) as write:
                write(outcome.text)
    return failed


def _report_failure(outcome: Outcome) -> int:
    if outcome.error is None:
        return 0
    click.echo(f"{'Left aside' if outcome.aside else 'Error'}: {outcome.error}", err=True)
    return 0 if outcome.aside else 1


def _fits_one(exporter: Exporter, several: bool) -> bool:
    """Whether there are several, which one stream must then be able to hold."""
    if several and exporter.alone:
        raise InputError(f"{exporter.name}: one file holds one report; for several name a folder: -o pages/")
    return several


def _refuse_overwriting(names: Sequence[str], path: Path) -> None:
    if path.exists() and any(name != STDIN and Path(name).exists() and path.samefile(name) for name in names):
        raise InputError(f"{path}: is an input and would be overwritten; choose another output with -o")
