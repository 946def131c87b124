"""Reports, records and entries as Arrow tables, for pandas, polars, Parquet and DuckDB (extra ``data``)."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from cronistoria.errors import CronistoriaError
from cronistoria.export.characters import encodable
from cronistoria.export.rows import (
    COUNT,
    ENTRY_COLUMNS,
    MOMENT,
    NUMBER,
    RECORD_COLUMNS,
    SOURCE_COLUMNS,
    TEXT,
    TEXTS,
    Naming,
    Row,
    entry_row,
    record_row,
    source_row,
)
from cronistoria.model.entry import Entry
from cronistoria.model.source import Source, Telling

_BATCH = 10_000


def sources_table(sources: Iterable[Source]) -> Any:
    """A ``pyarrow.Table`` of reports. Raises `CronistoriaError` without pyarrow."""
    return _table(map(source_row, sources), SOURCE_COLUMNS)


def records_table(tellings: Iterable[Telling]) -> Any:
    """A ``pyarrow.Table`` of records. Raises `CronistoriaError` without pyarrow."""
    return _table(map(record_row, tellings), RECORD_COLUMNS)


def entries_table(entries: Iterable[Entry], name: Naming = str) -> Any:
    """A ``pyarrow.Table`` of entries; ``name``: how an actor is called. Raises `CronistoriaError` without pyarrow."""
    return _table((entry_row(entry, name) for entry in entries), ENTRY_COLUMNS)


def arrow_schema(columns: dict[str, str]) -> Any:
    """The ``pyarrow.Schema`` of some columns. Raises `CronistoriaError` without pyarrow."""
    try:
        import pyarrow
    except ImportError as error:
        raise CronistoriaError("Arrow tables need pyarrow: pip install 'cronistoria[data]'") from error
    kinds = {
        TEXT: pyarrow.string(), TEXTS: pyarrow.list_(pyarrow.string()), NUMBER: pyarrow.float64(),
        COUNT: pyarrow.int64(), MOMENT: pyarrow.timestamp("s"),
    }  # fmt: skip
    return pyarrow.schema([(name, kinds[kind]) for name, kind in columns.items()])


def record_batches(rows: Iterable[Row], columns: dict[str, str]) -> Iterator[Any]:
    """The rows as ``pyarrow.RecordBatch``es of some thousands; columns that a row leaves out are null."""
    schema = arrow_schema(columns)
    import pyarrow

    rest = iter(rows)
    while some := list(islice(rest, _BATCH)):
        try:
            yield pyarrow.RecordBatch.from_pylist(some, schema)
        except UnicodeEncodeError:
            yield pyarrow.RecordBatch.from_pylist([_encodable(row) for row in some], schema)


def _table(rows: Iterable[Row], columns: dict[str, str]) -> Any:
    schema = arrow_schema(columns)
    import pyarrow

    return pyarrow.Table.from_batches(record_batches(rows, columns), schema)


def _encodable(row: Row) -> Row:
    """The row without lone surrogates, which UTF-8 cannot hold."""
    return {name: _cleaned(value) for name, value in row.items()}


def _cleaned(value: Any) -> Any:
    if isinstance(value, list):
        return [encodable(text) for text in value]
    return encodable(value) if isinstance(value, str) else value
