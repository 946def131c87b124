"""What became of commitments and appointments, what links entries, and each side's account of contacts.

Statuses and links hold all entries but statements in memory, in one worker; accounts are found report by report.
"""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import msgspec

from cronistoria.batch.chapters import PASSAGES, Remaining
from cronistoria.batch.exchange import SUFFIX, Row, Stretch, exchanged, place_in_order, read_rows, stretches, write_rows
from cronistoria.batch.files import FileNote, file_digest, parquet_writer, write_note
from cronistoria.batch.laying import LaidNote
from cronistoria.batch.nodes import Counted
from cronistoria.batch.tables import Table
from cronistoria.export.arrow import arrow_schema, record_batches
from cronistoria.export.rows import Row as TableRow
from cronistoria.merge.neighbours import Neighbours, by_side
from cronistoria.merge.readouts import Passage, readouts
from cronistoria.merge.settling import verdicts_on
from cronistoria.reader import Reader

STATUSES = Table("statuses", {"entry": "string", "status": "string", "reason": "string", "deciding_entry": "string"})
LINKS = Table("links", {"entry": "string", "type": "string", "other": "string", "reason": "string"})
SIDES = Table("sides", {"entry": "string", "side": "string", "record": "string"})
SETTLED = (STATUSES, LINKS, SIDES)
_passage = msgspec.msgpack.Decoder(Passage)
_account = msgspec.msgpack.Decoder(tuple[str, str, str])


class Settling(msgspec.Struct, frozen=True):
    """Settles the entries of a batch on a day."""

    root: Path
    work: Path
    now: str
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
        """Leaves statuses and links in their place in the result."""
        remaining = Remaining(self.work)
        acting = by_side(remaining.chapters)
        others = Neighbours(acting, remaining.since(acting))
        verdicts, links = verdicts_on(remaining.chapters, others, date.fromisoformat(self.now[:10]).toordinal())
        statuses = [
            {
                "entry": entry,
                "status": verdict.status,
                "reason": verdict.ground.reason,
                "deciding_entry": verdict.ground.entry,
            }
            for entry, verdict in sorted(verdicts.items())
        ]
        linked = [
            {"entry": entry, "type": link.type, "other": link.entry, "reason": link.reason}
            for entry, found in sorted(links.items())
            for link in found
        ]
        files = _write(self, STATUSES, statuses), _write(self, LINKS, linked)
        write_note(self.note, LaidNote(files))
        return {"statuses": len(statuses), "links": len(linked)}


class Accounting(msgspec.Struct, frozen=True):
    """Finds the accounts of contacts in the reports of a stretch."""

    work: Path
    number: int
    stretch: Stretch

    @property
    def name(self) -> str:
        """The stretch."""
        return f"accounts {self.number}"

    @property
    def note(self) -> Path:
        """The file that says that it is done."""
        return self.work / "accounts" / f"{self.number:06}.json"

    def do(self, reader: Reader, /) -> dict[str, int]:
        """Leaves whose account of which contact each record belongs to."""
        rows = read_rows(exchanged(self.work, PASSAGES), self.stretch)
        found = readouts(_passage.decode(data) for _, data in rows)
        made: list[Row] = [
            (place_in_order(entry), msgspec.msgpack.encode((entry, side, record)))
            for entry, sides in found.items()
            for side, records in sides.items()
            for record in records
        ]
        write_rows(self.note.with_suffix(SUFFIX), made)
        write_note(self.note, Counted(len(made)))
        return {"accounts": len(made)}


class Siding(msgspec.Struct, frozen=True):
    """Brings the accounts of all reports together."""

    root: Path
    work: Path
    about: str

    @property
    def name(self) -> str:
        """What it is."""
        return "sides"

    @property
    def note(self) -> Path:
        """The file that says that it is done."""
        return self.work / "sided.json"

    def do(self, reader: Reader, /) -> dict[str, int]:
        """Leaves the table in its place in the result."""
        rows = read_rows(exchanged(self.work, "accounts"), stretches(1)[0])
        accounts = sorted(_account.decode(data) for _, data in rows)
        table = [{"entry": entry, "side": side, "record": record} for entry, side, record in accounts]
        write_note(self.note, LaidNote((_write(self, SIDES, table),)))
        return {"accounts": len(table)}


def _write(task: Settling | Siding, table: Table, rows: Iterable[TableRow]) -> FileNote:
    import pyarrow

    told = list(rows)
    made, path = task.work / f"{table.name}.parquet", task.root / table.name / "part-00000.parquet"
    schema: Any = arrow_schema(table.columns)
    with parquet_writer(made, schema, task.about) as writer:
        writer.write_table(
            pyarrow.Table.from_batches(record_batches(told, table.columns), schema), row_group_size=table.group
        )
    path.parent.mkdir(exist_ok=True)
    made.replace(path)
    return FileNote(path=path.relative_to(task.root).as_posix(), rows=len(told), sha256=file_digest(path))
