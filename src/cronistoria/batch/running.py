"""A batch from its inputs to its manifest: three steps, each of which does what is not done yet."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Protocol, TypeVar

import msgspec

from cronistoria.batch.engines import Engine
from cronistoria.batch.exchange import stretches
from cronistoria.batch.files import FileNote, read_note, write_note
from cronistoria.batch.folder import Folder, Manifest, Plan, alone_in
from cronistoria.batch.gathering import LotNote, lots
from cronistoria.batch.laying import LaidNote, Lay
from cronistoria.batch.reading import Read, ShardNote
from cronistoria.batch.tables import TABLES
from cronistoria.batch.tasks import Done, Task
from cronistoria.errors import StoreError
from cronistoria.ingest.sources import Intake, pieces
from cronistoria.model.report import ProducedBy


class Noted(Task, Protocol):
    """A task that leaves a note when it is done."""

    @property
    def note(self) -> Path:
        """Where."""


NotedTask = TypeVar("NotedTask", bound=Noted)


class Watch(Protocol):
    """Who looks on."""

    def begin(self, step: str, total: int | None, done: int, /) -> None:
        """A step begins; ``total``: how many inputs or tasks it has, if that is known, ``done`` so many already."""

    def advance(self, done: Done, amount: int, /) -> None:
        """A task is done, and so much of the total with it."""


class Gathering(msgspec.Struct, frozen=True):
    """The first step is over: how many lots, and how many inputs in them."""

    lots: int
    inputs: int


def run_batch(plan: Plan, folder: Folder, engine: Engine, watch: Watch) -> Manifest:
    """Does what is left of a batch.

    Raises what an engine raises, and `StoreError` if inputs or versions changed or another program is at work on it.
    """
    with alone_in(folder.work):
        if folder.manifest is None:
            gathering = _gather(plan, folder, engine, watch)
            shards = _read(gathering, plan, folder, engine, watch)
            folder.finish(_lay(shards, plan, folder, engine, watch))
        folder.clear()
    assert folder.manifest is not None
    return folder.manifest


def _gather(plan: Plan, folder: Folder, engine: Engine, watch: Watch) -> Gathering:
    note = folder.work / "gathered.json"
    known: Gathering | None = read_note(note, Gathering)
    if known is not None:
        return known
    watch.begin("gathering", None, 0)
    count = 0

    def left() -> Iterator[Task]:
        nonlocal count
        intake = Intake(size=plan.size_limit, columns=plan.columns)
        for lot in lots(pieces(plan.inputs, intake), folder.work, plan.given):
            count += 1
            if not lot.is_done():
                yield lot

    for done in engine.run(left()):
        watch.advance(done, done.counts["inputs"])
    notes = [read_note(path, LotNote) for path in sorted((folder.work / "gathered").glob("*.json"))]
    if len(notes) != count:
        raise StoreError(f"{folder.root}: the inputs have changed since the batch was begun; begin anew")
    gathering = Gathering(count, sum(lot.inputs for lot in notes))
    write_note(note, gathering)
    return gathering


def _read(
    gathering: Gathering, plan: Plan, folder: Folder, engine: Engine, watch: Watch
) -> list[tuple[Path, ShardNote]]:
    """The shards that were read: where the files of each are, and what they hold."""
    count = max(-(-gathering.inputs // plan.shard_size), 1)
    shards = [Read(folder.work, number, stretch) for number, stretch in enumerate(stretches(count))]
    known = {shard.number: read_note(shard.note, ShardNote) for shard in shards}
    done = sum(note.counts["inputs"] for note in known.values() if note is not None)
    watch.begin("reading", gathering.inputs, done)
    for did in engine.run(shard for shard in shards if known[shard.number] is None):
        watch.advance(did, did.counts["inputs"])
    return [(shard.note.with_suffix(""), read_note(shard.note, ShardNote)) for shard in shards]


def _lay(
    shards: Sequence[tuple[Path, ShardNote]], plan: Plan, folder: Folder, engine: Engine, watch: Watch
) -> Manifest:
    produced_by = _produced_by(shards)
    about = msgspec.json.encode(produced_by).decode()
    lays = [
        Lay(
            folder.root, folder.work, table, month,
            tuple(path / f"{table.name}.parquet" for path, note in shards if month in note.months[table.name]), about,
        )
        for table in TABLES
        for month in sorted({month for _, note in shards for month in note.months[table.name]})
    ]  # fmt: skip
    do_left(lays, "writing", engine, watch)
    counts: Counter[str] = Counter()
    for _, note in shards:
        counts.update(note.counts)
    return Manifest(
        produced_by=produced_by, given=plan.given, actors=plan.actors, counts=dict(sorted(counts.items())),
        files=files_of(lays),
    )  # fmt: skip


def do_left(tasks: Iterable[NotedTask], step: str, engine: Engine, watch: Watch) -> None:
    """Does those tasks that have left no note yet."""
    known = list(tasks)
    left = [task for task in known if not task.note.exists()]
    watch.begin(step, len(known), len(known) - len(left))
    for done in engine.run(left):
        watch.advance(done, 1)


def files_of(lays: Iterable[Lay]) -> tuple[FileNote, ...]:
    """The files that were laid."""
    return tuple(file for lay in lays for file in read_note(lay.note, LaidNote).files)


def _produced_by(shards: Iterable[tuple[Path, ShardNote]]) -> ProducedBy | None:
    """What read all shards. Raises `StoreError` if that is not one version."""
    known = {msgspec.json.encode(note.produced_by): path for path, note in shards if note.produced_by}
    if len(known) > 1:
        (one, here), (other, there), *_ = known.items()
        raise StoreError(f"{here} was read by {one.decode()}, {there} by {other.decode()}; begin anew with one version")
    return next((note.produced_by for _, note in shards if note.produced_by), None)
