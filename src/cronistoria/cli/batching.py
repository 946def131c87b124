"""What ``cronistoria batch`` does with its arguments; imported only when it runs."""

import signal
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from time import monotonic
from typing import Any, TextIO

import click
import msgspec

from cronistoria.batch.engines import open_engine
from cronistoria.batch.files import load_parquet
from cronistoria.batch.folder import Folder, Manifest, Plan
from cronistoria.batch.merging import MergeFolder, MergePlan, run_merge
from cronistoria.batch.running import run_batch
from cronistoria.batch.tasks import Done, make_worker
from cronistoria.cli.progress import Progress
from cronistoria.errors import InputError, StoreError, refusal_of
from cronistoria.ingest.document import Given
from cronistoria.ingest.files import read_file
from cronistoria.ingest.rows import parse_columns
from cronistoria.languages.tables import languages_digest
from cronistoria.model.edtf import parse_edtf
from cronistoria.model.identity import bytes_id
from cronistoria.settings import Settings
from cronistoria.version import __version__

_STOPPED = 130


class Watcher:
    """Shows a bar to a terminal, and writes what is done, when and how quickly to a log."""

    def __init__(self, progress: Progress, log: TextIO) -> None:
        self._progress, self._log = progress, log
        self._step, self._done, self._new, self._since = "", 0, 0, 0.0
        self._total: int | None = None

    def begin(self, step: str, total: int | None, done: int, /) -> None:
        """A step begins."""
        self._step, self._total, self._done, self._new, self._since = step, total, done, 0, monotonic()
        self._progress.begin(step, total, done)
        self._write({"total": total, "done": done})

    def advance(self, done: Done, amount: int, /) -> None:
        """A task is done."""
        self._done, self._new = self._done + amount, self._new + amount
        self._progress.advance(amount)
        rate = self._new / max(monotonic() - self._since, 1e-6)
        left = None if self._total is None else round((self._total - self._done) / max(rate, 1e-6))
        took = {"seconds": round(done.seconds, 3), "busy_seconds": round(done.busy, 3), "memory_mib": done.memory}
        ahead = {"done": self._done, "total": self._total, "per_second": round(rate, 2), "remaining_seconds": left}
        self._write({"task": done.task, **took, **done.counts, **ahead})

    def _write(self, fields: Mapping[str, object]) -> None:
        line = {"time": datetime.now(UTC).isoformat(timespec="milliseconds"), "step": self._step, **fields}
        self._log.write(msgspec.json.encode(line).decode() + "\n")
        self._log.flush()


def run_reading(inputs: Sequence[str], root: Path, options: Mapping[str, Any]) -> int:
    """Reads a batch and says what it holds; the number of inputs that could not be read."""
    load_parquet()
    settings = Settings(size_limit=options["size_limit"], threads=options["threads"], actors=options["actors"])
    plan = make_plan(inputs, settings, options)
    folder = Folder.begin(root, plan, resume=options["resume"])
    with watched(root, options["log"]) as watcher, opened(root, settings, options) as engine:
        manifest = run_batch(plan, folder, engine, watcher)
    click.echo(summary(root, manifest))
    return manifest.counts["failed"]


def run_merging(root: Path, options: Mapping[str, Any]) -> None:
    """Merges a batch and says what that made."""
    load_parquet()
    folder = MergeFolder(root)
    plan = MergePlan(
        batch=folder.batch,
        version=__version__,
        labels=options["labels"],
        settle=not options["no_status"],
        now=parse_edtf(options["now"])[0] if options["now"] else None,
    )
    folder.begin(plan, resume=options["resume"], again=options["again"])
    with watched(root, options["log"]) as watcher, opened(root, Settings(), options) as engine:
        merging = run_merge(plan, folder, engine, watcher)
    counts = merging.counts
    copies = f"; reports that repeat another: {counts['copies']:,}" if counts["copies"] else ""
    click.echo(f"{root}: {folder.manifest.counts['records']:,} records, {counts['entries']:,} entries{copies}")


def make_plan(inputs: Sequence[str], settings: Settings, options: Mapping[str, Any]) -> Plan:
    """The plan that the options of the command line describe."""
    actors = bytes_id(read_file(settings.actors, settings.size_limit)) if settings.actors else None
    return Plan(
        inputs=tuple(inputs),
        given=Given(published=options["date"], language=options["language"], publisher=options["outlet"]),
        columns=parse_columns(options["columns"] or ""),
        size_limit=settings.size_limit,
        shard_size=options["shard_size"],
        parser=settings.parser,
        threads=settings.threads,
        actors=actors,
        version=__version__,
        languages=languages_digest(),
    )


@contextmanager
def opened(root: Path, settings: Settings, options: Mapping[str, Any]) -> Iterator[Any]:
    """The engine that the options name. A signal or a full disk ends its workers, and how to go on is said."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    make = partial(make_worker, settings)
    try:
        with open_engine(options["engine"], make, options["jobs"], options["address"]) as engine:
            yield engine
    except KeyboardInterrupt:
        click.echo("Stopped; what is done is kept, and --resume goes on.", err=True)
        raise SystemExit(_STOPPED) from None
    except OSError as error:
        refused = refusal_of(error)
        if refused is None:
            raise
        raise StoreError(f"{root}: {refused}; what is done is kept, and --resume goes on") from error


@contextmanager
def watched(root: Path, log: str | None) -> Iterator[Watcher]:
    """Who looks on: a terminal, and a log beside the folder or elsewhere."""
    with Progress(0) as progress:
        if log == "-":
            yield Watcher(progress, sys.stderr)
            return
        path = Path(log) if log else root.with_name(f"{root.name}.log")
        try:
            stream = path.open("a", encoding="utf-8")
        except OSError as error:
            raise InputError(f"{path}: cannot be written ({(error.strerror or str(error)).lower()})") from error
        with stream:
            yield Watcher(progress, stream)


def summary(root: Path, manifest: Manifest) -> str:
    """What a batch holds, in a line or two."""
    counts = manifest.counts
    left = [f"{kind}: {counts[kind]:,}" for kind in ("duplicates", "refused", "failed") if counts[kind]]
    lines = [f"{root}: {counts['documents']:,} documents, {counts['records']:,} records of {counts['inputs']:,} inputs"]
    if left:
        why = f'; `cronistoria sql {root} "SELECT * FROM problems"` says why'
        lines.append(", ".join(left) + (why if counts["refused"] or counts["failed"] else ""))
    return "\n".join(lines)
