"""``batch merge``: the entries of a batch, step by step over an engine, equal to what merging all at once would give.

```text
records ─sketch─▶ by signature ─fold─▶ nodes ─┬──────────────────route─▶ neighbourhoods ─merge─▶ entries, judgements
                                              └─▶ blocks ─compare─▶ links ─join─┘
```

No step holds more than its share, except that joining holds a number for each linked node, and settling, which comes
last and can be left out, all entries.
"""

import shutil
from collections import Counter
from pathlib import Path

import msgspec

from cronistoria.batch.engines import Engine
from cronistoria.batch.exchange import stretches
from cronistoria.batch.files import FileNote, file_digest, load_parquet, read_note, write_note
from cronistoria.batch.folder import finished_manifest
from cronistoria.batch.hoods import MERGED, Grouping, GroupNote, Routing, hoods_file, join_linked
from cronistoria.batch.laying import LaidNote, Lay
from cronistoria.batch.nodes import BINS, Counted, Folding, Sketching
from cronistoria.batch.pairs import comparisons
from cronistoria.batch.running import Watch, do_left, files_of
from cronistoria.batch.settling import SETTLED, Settling
from cronistoria.batch.tables import RECORDS
from cronistoria.errors import StoreError
from cronistoria.model.report import ProducedBy

SHARE = 20_000
_TABLES = tuple(table.name for table in (*MERGED, *SETTLED))


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
    """Does what is left of merging. Raises what an engine raises."""
    if folder.merging is None:
        merging = _merge(plan, folder, engine, watch)
        write_note(folder.root / "merged.json", merging)
    shutil.rmtree(folder.work, ignore_errors=True)
    assert folder.merging is not None
    return folder.merging


def _merge(plan: MergePlan, folder: MergeFolder, engine: Engine, watch: Watch) -> Merging:
    work = folder.work
    parts = _parts(folder)
    do_left([Sketching(work, number, *part) for number, part in enumerate(parts)], "sketching", engine, watch)
    count = max(-(-folder.manifest.counts["records"] // plan.share), 1)
    shares = list(enumerate(stretches(count)))
    folding = [Folding(work, *share) for share in shares]
    do_left(folding, "folding", engine, watch)
    bins = Counter[int]()
    for fold in folding:
        bins.update({number: rows for number, rows in enumerate(read_note(fold.note, Counted).bins) if rows})
    do_left(comparisons(work, [bins[number] for number in range(BINS)], plan.share), "comparing", engine, watch)
    if not hoods_file(work).exists():
        join_linked(work)
    do_left([Routing(work, *share) for share in shares], "routing", engine, watch)
    grouping = [Grouping(work, *share, plan.labels) for share in shares]
    do_left(grouping, "merging", engine, watch)
    return _lay([(group.note.with_suffix(""), read_note(group.note, GroupNote)) for group in grouping], plan, folder,
                engine, watch)  # fmt: skip


def _lay(
    shares: list[tuple[Path, GroupNote]], plan: MergePlan, folder: MergeFolder, engine: Engine, watch: Watch
) -> Merging:
    about = _about(folder.manifest.produced_by)
    lays = [
        Lay(
            folder.root, folder.work, table, month,
            tuple(path / f"{table.name}.parquet" for path, note in shares if month in note.months[table.name]), about,
        )
        for table in MERGED
        for month in sorted({month for _, note in shares for month in note.months[table.name]})
    ]  # fmt: skip
    do_left(lays, "writing", engine, watch)
    files = files_of(lays)
    if plan.settle:
        entries = tuple(folder.root / file.path for file in files if file.path.startswith("entries/"))
        settling = Settling(folder.root, folder.work, plan.now, _record_files(folder), entries, about)
        do_left([settling], "settling", engine, watch)
        files += read_note(settling.note, LaidNote).files
    counts: Counter[str] = Counter()
    for _, note in shares:
        counts.update(note.counts)
    return Merging(
        batch=plan.batch, version=plan.version, labels=plan.labels, now=plan.now, counts=dict(sorted(counts.items())),
        files=files,
    )  # fmt: skip


def _record_files(folder: MergeFolder) -> tuple[Path, ...]:
    paths = (file.path for file in folder.manifest.files)
    return tuple(folder.root / path for path in paths if path.startswith(f"{RECORDS.name}/"))


def _parts(folder: MergeFolder) -> list[tuple[Path, int]]:
    """All row groups of all files of records."""
    parquet = load_parquet()
    return [
        (path, group) for path in _record_files(folder) for group in range(parquet.read_metadata(path).num_row_groups)
    ]


def _about(produced_by: ProducedBy | None) -> str:
    return msgspec.json.encode(produced_by).decode()
