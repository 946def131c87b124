"""What became of commitments and appointments, and what links entries: held against each other, all at once.

Unlike merging this holds all entries in memory, in one worker.
"""

from collections.abc import Hashable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from cronistoria.batch.exchange import read_column
from cronistoria.batch.files import FileNote, file_digest, parquet_writer, write_note
from cronistoria.batch.laying import LaidNote
from cronistoria.batch.nodes import dealt_records
from cronistoria.batch.tables import Table
from cronistoria.export.arrow import arrow_schema, record_batches
from cronistoria.export.rows import Row
from cronistoria.merge.chapter import Chapter
from cronistoria.merge.settling import settle
from cronistoria.merge.sketch import Sketch
from cronistoria.model.entry import Entry
from cronistoria.model.source import Telling
from cronistoria.reader import Reader

STATUSES = Table("statuses", {"entry": "string", "status": "string", "reason": "string", "deciding_entry": "string"})
LINKS = Table("links", {"entry": "string", "type": "string", "other": "string", "reason": "string"})
SIDES = Table("sides", {"entry": "string", "side": "string", "record": "string"})
SETTLED = (STATUSES, LINKS, SIDES)
_SETS = ("who", "whom", "sides", "targets", "persons", "window")
_entry = msgspec.json.Decoder(Entry)
Held = TypeVar("Held", bound=Hashable)


class Settling(msgspec.Struct, frozen=True):
    """Settles the entries of a batch on a day; without one, on that of the latest report."""

    root: Path
    work: Path
    now: str | None
    entries: tuple[Path, ...]
    about: str

    @property
    def name(self) -> str:
        """What it is."""
        return "statuses"

    @property
    def note(self) -> Path:
        """The file that says that it is done."""
        return self.work / "settled.json"

    def do(self, reader: Reader, /) -> dict[str, int]:
        """Leaves the tables in their place in the result."""
        known = _Known(self.work)
        chapters = [
            Chapter(entry, [known.told[record] for record in entry.records], known.sketches)
            for entry in known.entries(self.entries)
        ]
        days = (s.published.start for c in chapters for s in c.entry.sources if s.published and s.published.start)
        now = self.now or max(days, default=date.min.isoformat())
        settled = sorted(settle(chapters, (), date.fromisoformat(now[:10]).toordinal()), key=lambda entry: entry.id)
        files = tuple(
            self._write(table, list(rows))
            for table, rows in (
                (STATUSES, _status_rows(settled)), (LINKS, _link_rows(settled)), (SIDES, _side_rows(settled))
            )
        )  # fmt: skip
        write_note(self.note, LaidNote(files))
        return {"entries": len(settled)}

    def _write(self, table: Table, rows: list[Row]) -> FileNote:
        import pyarrow

        made, path = self.work / f"{table.name}.parquet", self.root / table.name / "part-00000.parquet"
        schema: Any = arrow_schema(table.columns)
        with parquet_writer(made, schema, self.about) as writer:
            writer.write_table(
                pyarrow.Table.from_batches(record_batches(rows, table.columns), schema), row_group_size=table.group
            )
        path.parent.mkdir(exist_ok=True)
        made.replace(path)
        return FileNote(path=path.relative_to(self.root).as_posix(), rows=len(rows), sha256=file_digest(path))


class _Known:
    """All records and their sketches by id; what is equal is held once: reports, actors, and what is compared."""

    def __init__(self, work: Path) -> None:
        self._held: dict[Hashable, Any] = {}
        self.told: dict[str, Telling] = {}
        self.sketches: dict[str, Sketch] = {}
        for found in dealt_records(work):
            sketch = found.sketch
            sets = {name: self._one(getattr(sketch, name)) for name in _SETS}
            source, actors, copies = self._one(found.source), self._one(found.actors), self._one(found.copies)
            telling = Telling(record=sketch.record, source=source, actors=actors, copies=copies)
            self.told[sketch.record.id] = telling
            self.sketches[sketch.record.id] = msgspec.structs.replace(sketch, **sets, document=source.document)

    def entries(self, files: Sequence[Path]) -> Iterator[Entry]:
        """The entries of some files, whose reports are those of the records."""
        for entry in map(_entry.decode, read_column(files, "data")):
            yield msgspec.structs.replace(entry, sources=tuple(map(self._one, entry.sources)))

    def _one(self, value: Held) -> Held:
        held: Held = self._held.setdefault(value, value)
        return held


def _status_rows(entries: list[Entry]) -> Iterator[Row]:
    for entry in entries:
        if entry.status is not None:
            (ground,) = entry.grounds
            yield {"entry": entry.id, "status": entry.status, "reason": ground.reason, "deciding_entry": ground.entry}


def _link_rows(entries: list[Entry]) -> Iterator[Row]:
    for entry in entries:
        for link in entry.links:
            yield {"entry": entry.id, "type": link.type, "other": link.entry, "reason": link.reason}


def _side_rows(entries: list[Entry]) -> Iterator[Row]:
    for entry in entries:
        for side, records in sorted(entry.sides.items()):
            yield from ({"entry": entry.id, "side": side, "record": record} for record in records)
