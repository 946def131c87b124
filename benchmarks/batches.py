"""Finished batches of made records, without reports: what `batch merge` and `sql` need of one."""

from collections.abc import Iterable
from pathlib import Path

import msgspec
import pyarrow

from cronistoria.batch.files import FileNote, file_digest, parquet_writer, write_note
from cronistoria.batch.folder import Manifest
from cronistoria.batch.tables import MONTH, RECORDS, month_of
from cronistoria.export.arrow import arrow_schema, record_row
from cronistoria.ingest.document import Given
from cronistoria.model.source import Telling


def write_tellings(root: Path, tellings: Iterable[Telling], group: int = RECORDS.group) -> Manifest:
    """A batch that holds these records alone."""
    months: dict[str, list[Telling]] = {}
    for telling in tellings:
        months.setdefault(month_of(telling.source), []).append(telling)
    files = tuple(_write(root, month, told, group) for month, told in sorted(months.items()))
    counts = {"records": sum(file.rows for file in files), "documents": 0, "inputs": 0, "failed": 0}
    manifest = Manifest(produced_by=None, given=Given(), actors=None, counts=counts, files=files)
    write_note(root / "manifest.json", manifest)
    return manifest


def _write(root: Path, month: str, told: list[Telling], group: int) -> FileNote:
    schema = arrow_schema(RECORDS.columns)
    path = root / RECORDS.name / f"{MONTH}={month}" / "part-00000.parquet"
    with parquet_writer(path, schema) as writer:
        for start in range(0, len(told), group):
            rows = [
                {**record_row(telling), "data": msgspec.json.encode(telling).decode()}
                for telling in told[start : start + group]
            ]
            writer.write_table(pyarrow.Table.from_pylist(rows, schema), row_group_size=group)
    return FileNote(path=path.relative_to(root).as_posix(), rows=len(told), sha256=file_digest(path))
