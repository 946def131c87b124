"""Questions in SQL to a finished batch, over DuckDB: only its own files can be read, and nothing can be written."""

import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from typing import Any

import msgspec

from cronistoria.batch.copies import COPIES
from cronistoria.batch.files import load_parquet
from cronistoria.batch.folder import finished_manifest
from cronistoria.batch.hoods import MERGED
from cronistoria.batch.settling import SETTLED
from cronistoria.batch.tables import MONTH, TABLES, Table
from cronistoria.errors import CronistoriaError, InputError
from cronistoria.export.arrow import arrow_schema

_RENAMED = {"entries": "entries_as_merged"}
_PARTED = frozenset(table.name for table in (*TABLES, COPIES, *MERGED))
_SAFE = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "allow_community_extensions": "false",
    "python_enable_replacements": "false",
    "enable_progress_bar": "false",
}
_LOCKED = ("SET enable_external_access = false", "SET lock_configuration = true")
_BATCH = 1000


class Answer(msgspec.Struct, frozen=True):
    """The names of an answer's columns, and its rows as they come."""

    columns: tuple[str, ...]
    rows: Iterator[tuple[Any, ...]]


class Views(msgspec.Struct, frozen=True):
    """What can be asked: by name, the columns."""

    columns: dict[str, tuple[str, ...]]


class Archive:
    """An open batch."""

    def __init__(self, connection: Any, duckdb: Any) -> None:
        self._connection, self._duckdb = connection, duckdb

    def ask(self, query: str) -> Answer:
        """The answer to one question. Raises `InputError` with the place where the question is wrong."""
        try:
            statements = self._connection.extract_statements(query)
            kinds = [statement.type.name for statement in statements]
            if kinds not in (["SELECT"], ["EXPLAIN"]):
                found = ", ".join(kinds) or "nothing"
                raise InputError(f"sql: expected one SELECT (a PIVOT with its values: ON x IN (…)), found {found}")
            cursor = self._connection.execute(statements[0])
        except self._duckdb.Error as error:
            raise InputError(f"sql: {error}") from error
        return Answer(tuple(column[0] for column in cursor.description), self._rows(cursor))

    def views(self) -> Views:
        """Tables and views with their columns."""
        query = "SELECT table_name, list(column_name ORDER BY column_index) FROM duckdb_columns() "
        query += "WHERE NOT internal GROUP BY table_name ORDER BY table_name"
        found = self._connection.execute(query).fetchall()
        return Views({name: tuple(columns) for name, columns in found if name not in _RENAMED.values()})

    def _rows(self, cursor: Any) -> Iterator[tuple[Any, ...]]:
        try:
            while rows := cursor.fetchmany(_BATCH):
                yield from rows
        except self._duckdb.Error as error:
            raise InputError(f"sql: {error}") from error


@contextmanager
def open_archive(root: Path, memory: str) -> Iterator[Archive]:
    """A finished batch, ready to be asked; ``memory``: how much questions may use, such as ``4GB``.

    Raises `StoreError` if it is none, `CronistoriaError` without DuckDB.
    """
    load_parquet()
    try:
        import duckdb
    except ImportError as error:
        raise CronistoriaError("`cronistoria sql` needs DuckDB: pip install 'cronistoria[data]'") from error
    finished_manifest(root)
    with tempfile.TemporaryDirectory() as spill, duckdb.connect(":memory:") as connection:
        try:
            for name, value in _settings(root, memory, spill).items():
                connection.execute(f"SET {name} = {value}")
            _make_views(connection, root)
            for statement in _LOCKED:
                connection.execute(statement)
        except duckdb.Error as error:
            raise InputError(f"{root}: {error}") from error
        yield Archive(connection, duckdb)


def _settings(root: Path, memory: str, spill: str) -> dict[str, str]:
    return {
        **_SAFE, "memory_limit": _quoted(memory), "temp_directory": _quoted(spill),
        "allowed_directories": f"[{_quoted(str(root.absolute()))}]",
    }  # fmt: skip


def _make_views(connection: Any, root: Path) -> None:
    for table in (*TABLES, COPIES, *MERGED, *SETTLED):
        name = _RENAMED.get(table.name, table.name)
        if any((root / table.name).rglob("*.parquet")):
            connection.execute(f"CREATE VIEW {name} AS SELECT * FROM {_scan(root, table)}")
        else:
            connection.execute(f"CREATE TABLE {name} ({', '.join(_columns(table))})")
    connection.execute(files("cronistoria.batch").joinpath("views.sql").read_text(encoding="utf-8"))


def _scan(root: Path, table: Table) -> str:
    depth = "*/*.parquet" if table.name in _PARTED else "*.parquet"
    options = f"hive_partitioning = true, hive_types = {{{_quoted(MONTH)}: VARCHAR}}" if table.name in _PARTED else ""
    place = _quoted(str(root.absolute() / table.name / depth))
    return f"read_parquet({', '.join(filter(None, (place, options)))})"


def _columns(table: Table) -> Iterable[str]:
    """The columns of a table without a row, for DuckDB."""
    kinds = {"string": "VARCHAR", "list<item: string>": "VARCHAR[]", "double": "DOUBLE", "int64": "BIGINT",
             "timestamp[s]": "TIMESTAMP"}  # fmt: skip
    for field in arrow_schema(table.columns):
        kind = next(kind for shown, kind in kinds.items() if str(field.type).startswith(shown[:6]))
        yield f'"{field.name}" {kind}'
    if table.name in _PARTED:
        yield f"{MONTH} VARCHAR"


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
