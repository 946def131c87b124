"""Finished batches of made records, without the reports' texts: what `batch merge` and `sql` need of one."""

from collections.abc import Iterable
from pathlib import Path

import pyarrow

from cronistoria.batch.files import FileNote, file_digest, parquet_writer, write_note
from cronistoria.batch.folder import Manifest
from cronistoria.batch.tables import ACTORS, DOCUMENTS, MONTH, RECORDS, Table, month_of, telling_row
from cronistoria.export.arrow import arrow_schema
from cronistoria.export.rows import Row, source_row
from cronistoria.ingest.document import Given
from cronistoria.model.source import Telling


def write_tellings(root: Path, tellings: Iterable[Telling], group: int = RECORDS.group) -> Manifest:
    """A batch that holds these records, their reports and their actors."""
    months: dict[str, list[Telling]] = {}
    for telling in tellings:
        months.setdefault(month_of(telling.source), []).append(telling)
    files: list[FileNote] = []
    for month, told in sorted(months.items()):
        tables = ((DOCUMENTS, _document_rows(told)), (RECORDS, map(telling_row, told)), (ACTORS, _actor_rows(told)))
        files += (_write(root, month, table, list(rows), group) for table, rows in tables)
    records = sum(file.rows for file in files if file.path.startswith(RECORDS.name))
    counts = {"records": records, "documents": 0, "inputs": 0, "failed": 0}
    manifest = Manifest(produced_by=None, given=Given(), actors=None, counts=counts, files=tuple(files))
    write_note(root / "manifest.json", manifest)
    return manifest


def _document_rows(told: Iterable[Telling]) -> Iterable[Row]:
    return {telling.source.document: source_row(telling.source) for telling in told}.values()


def _actor_rows(told: Iterable[Telling]) -> Iterable[Row]:
    rows: dict[tuple[str, str], Row] = {}
    for telling in told:
        for actor in telling.actors:
            named = {"actor": actor.id, "kind": actor.kind, "name": actor.name, "country": actor.country}
            rows[telling.source.document, actor.id] = {"document": telling.source.document, **named, "role": actor.role}
    return rows.values()


def _write(root: Path, month: str, table: Table, rows: list[Row], group: int) -> FileNote:
    schema = arrow_schema(table.columns)
    path = root / table.name / f"{MONTH}={month}" / "part-00000.parquet"
    with parquet_writer(path, schema) as writer:
        for start in range(0, len(rows), group):
            writer.write_table(pyarrow.Table.from_pylist(rows[start : start + group], schema), row_group_size=group)
    return FileNote(path=path.relative_to(root).as_posix(), rows=len(rows), sha256=file_digest(path))
