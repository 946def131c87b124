"""``batch merge``: the entries of a batch, step by step over an engine, equal to what merging all at once would give.

```text
documents ─find copies─▶ what becomes of records
records ─sketch─▶ by signature ─fold─▶ nodes ─┬──────────────────route─▶ neighbourhoods ─merge─▶ entries, judgements
                                              └─▶ blocks ─compare─▶ links ─join─┘
```

No step holds more than its share, except that joining holds a number for each linked node or report, that a family of
copies and a neighbourhood are each in one worker, and that settling, which comes last and can be left out, holds all
entries but statements.
"""

import shutil
from collections import Counter
from collections.abc import Iterable
from datetime import date
from itertools import accumulate
from pathlib import Path

import msgspec

from cronistoria.batch.copies import COPIES, MetNote, find_copies
from cronistoria.batch.engines import Engine
from cronistoria.batch.exchange import Stretch, exchanged, stretches
from cronistoria.batch.files import FileNote, file_digest, read_note, row_groups, write_note
from cronistoria.batch.folder import alone_in, finished_manifest
from cronistoria.batch.hoods import MERGED, Grouping, GroupNote, Routing, hoods_file
from cronistoria.batch.joining import join_linked
from cronistoria.batch.laying import LaidNote, Lay
from cronistoria.batch.nodes import Folding, Sketching, bin_of, rows_by_bin
from cronistoria.batch.pairs import comparisons
from cronistoria.batch.running import Watch, do_left, files_of
from cronistoria.batch.settling import SETTLED, Accounting, Settling, Siding
from cronistoria.batch.tables import DOCUMENTS, RECORDS, Table
from cronistoria.errors import StoreError
from cronistoria.model.report import ProducedBy

SHARE = 20_000
_NODES = 2
_TABLES = tuple(table.name for table in (COPIES, *MERGED, *SETTLED))


class MergePlan(msgspec.Struct, frozen=True, kw_only=True):
    """All that the result depends on; ``batch`` is the digest of the batch's manifest.

    ``labels``: the language of titles. ``now``: the day of statuses, by default that of the latest report; ``settle``:
    whether there are any. ``share`` is about how many records a worker holds, and changes no result.
    """

    batch: str
    version: str
    labels: str
    settle: bool
    now: str | None
    share: int = SHARE


class Merging(msgspec.Struct, frozen=True, kw_only=True):
    """What merging made: ``merged.json`` beside the batch's manifest."""

    schema: str = "cronistoria.merged/1"
    batch: str
    version: str
    labels: str
    now: str | None
    counts: dict[str, int]
    files: tuple[FileNote, ...]


class MergeFolder:
    """A finished batch, and what is made of it."""

    def __init__(self, root: Path) -> None:
        self.manifest = finished_manifest(root)
        self.root, self.work = root, root / ".merge"
        self.batch = file_digest(root / "manifest.json")

    @property
    def merging(self) -> Merging | None:
        """What merging made, if it has."""
        found: Merging | None = read_note(self.root / "merged.json", Merging)
        return found

    def begin(self, plan: MergePlan, *, resume: bool, again: bool) -> None:
        """Makes ready for merging. Raises `StoreError` if that was begun or done already, and not meant."""
        if again:
            self._clear()
        begun = read_note(self.work / "plan.json", MergePlan)
        if self.merging is not None and not resume:
            raise StoreError(f"{self.root}: is merged already; --again does it anew")
        if begun is not None and not resume:
            raise StoreError(f"{self.root}: was not merged to the end; go on with --resume, or begin with --again")
        if begun is not None and begun != plan:
            raise StoreError(f"{self.root}: merging was begun with other options or versions; begin with --again")
        if self.merging is None:
            write_note(self.work / "plan.json", plan)

    def _clear(self) -> None:
        for name in (".merge", *_TABLES):
            shutil.rmtree(self.root / name, ignore_errors=True)
        (self.root / "merged.json").unlink(missing_ok=True)


def run_merge(plan: MergePlan, folder: MergeFolder, engine: Engine, watch: Watch) -> Merging:
    """Does what is left of merging. Raises what an engine raises, and `StoreError` if another program is at it."""
    with alone_in(folder.work):
        if folder.merging is None:
            merging = _merge(plan, folder, engine, watch)
            write_note(folder.root / "merged.json", merging)
        shutil.rmtree(folder.work, ignore_errors=True)
    assert folder.merging is not None
    return folder.merging


def _merge(plan: MergePlan, folder: MergeFolder, engine: Engine, watch: Watch) -> Merging:
    work = folder.work
    finding = find_copies(work, _files(folder, DOCUMENTS), plan.share, engine, watch)
    parts = row_groups(_files(folder, RECORDS))
    do_left([Sketching(work, number, *part) for number, part in enumerate(parts)], "sketching", engine, watch)
    shares = _shares(plan, folder)
    folding = [Folding(work, *share) for share in shares]
    do_left(folding, "folding", engine, watch)
    held = rows_by_bin(fold.note for fold in folding)
    do_left(comparisons(work, held, _NODES * plan.share), "comparing", engine, watch)
    if not hoods_file(work).exists():
        join_linked(exchanged(work, "links"), hoods_file(work))
    routing = [Routing(work, *share) for share in shares]
    do_left(routing, "routing", engine, watch)
    grouping = [Grouping(work, *share, plan.labels) for share in shares]
    do_left(_largest_first(grouping, rows_by_bin(route.note for route in routing)), "merging", engine, watch)
    copies = [(found.note, read_note(found.note, MetNote).months) for found in finding]
    groups = {group.note: read_note(group.note, GroupNote) for group in grouping}
    lays = _lays(folder, (COPIES,), copies)
    lays += _lays(folder, MERGED, [(path, note.months) for path, note in groups.items()])
    do_left(lays, "writing", engine, watch)
    counts = Counter(copies=sum(sum(months[COPIES.name].values()) for _, months in copies))
    for note in groups.values():
        counts.update(note.counts)
    return Merging(
        batch=plan.batch, version=plan.version, labels=plan.labels, now=plan.now, counts=dict(sorted(counts.items())),
        files=(*files_of(lays), *_settled(plan, _now(plan, groups.values()), folder, engine, watch)),
    )  # fmt: skip


def _largest_first(grouping: list[Grouping], rows: list[int]) -> list[Grouping]:
    """So that nobody waits at the end for whoever has the largest neighbourhood; ``rows``: by bin."""
    upto = [0, *accumulate(rows)]

    def size(group: Grouping) -> int:
        return upto[bin_of(group.stretch[1]) + 1] - upto[bin_of(group.stretch[0])]

    return sorted(grouping, key=size, reverse=True)


def _lays(
    folder: MergeFolder, tables: tuple[Table, ...], shares: list[tuple[Path, dict[str, dict[str, int]]]]
) -> list[Lay]:
    """What writes the files of some tables; the shares are notes, with their months by table."""
    about = _about(folder.manifest.produced_by)
    return [
        Lay(
            folder.root, folder.work, table, month,
            tuple(
                note.with_suffix("") / f"{table.name}.parquet" for note, found in shares if month in found[table.name]
            ), about,
        )
        for table in tables
        for month in sorted({month for _, found in shares for month in found[table.name]})
    ]  # fmt: skip


def _now(plan: MergePlan, groups: Iterable[GroupNote]) -> str:
    """The day of statuses."""
    return plan.now or max((note.latest for note in groups), default="") or date.min.isoformat()


def _settled(plan: MergePlan, now: str, folder: MergeFolder, engine: Engine, watch: Watch) -> tuple[FileNote, ...]:
    """The files that say what entries are to each other, if that is wanted."""
    if not plan.settle:
        return ()
    root, work, about = folder.root, folder.work, _about(folder.manifest.produced_by)
    settling, siding = Settling(root, work, now, about), Siding(root, work, about)
    accounting = [Accounting(work, *share) for share in _shares(plan, folder)]
    deciding: list[Settling | Accounting] = [settling, *accounting]
    do_left(deciding, "settling", engine, watch)
    do_left([siding], "sides", engine, watch)
    noted: list[LaidNote] = [read_note(task.note, LaidNote) for task in (settling, siding)]
    return tuple(file for note in noted for file in note.files)


def _shares(plan: MergePlan, folder: MergeFolder) -> list[tuple[int, Stretch]]:
    """Equal stretches for about as many records as a worker is to hold."""
    return list(enumerate(stretches(max(-(-folder.manifest.counts["records"] // plan.share), 1))))


def _files(folder: MergeFolder, table: Table) -> tuple[Path, ...]:
    paths = (file.path for file in folder.manifest.files)
    return tuple(folder.root / path for path in paths if path.startswith(f"{table.name}/"))


def _about(produced_by: ProducedBy | None) -> str:
    return msgspec.json.encode(produced_by).decode()
