"""Connections to SQLite and PostgreSQL that keep the promises of `store.base`.

SQLite runs with a write-ahead log, so that readers and the one writer do not wait for each other; its transactions are
begun here, because Python's driver begins them too late. PostgreSQL's readers see one snapshot, its writers take turns.
"""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError

from cronistoria.errors import StoreError

_WAIT_MILLISECONDS = 120_000
_CACHE_KIBIBYTES = 65_536
_TURN = 0x43524F4E


def make_engine(url: URL) -> Engine:
    """An engine for one of the two databases. Raises `StoreError` for another, or if its driver is missing."""
    if url.get_backend_name() == "sqlite":
        engine = create_engine(url)
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
        return engine
    if url.get_backend_name() == "postgresql":
        try:
            return create_engine(url.set(drivername="postgresql+psycopg"), pool_pre_ping=True)
        except ImportError as error:
            raise StoreError("PostgreSQL needs a driver: pip install 'cronistoria[postgres]'") from error
    raise StoreError(f"{url.render_as_string()}: expected a file, or an address such as postgresql://host/database")


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A connection that sees one snapshot."""
    with told_plainly(engine), engine.connect() as connection:
        if engine.dialect.name == "postgresql":
            connection = connection.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
        with connection.begin():
            connection.execute(text("SELECT 1 FROM alembic_version"))
            yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A connection that alone may write; everything is kept at the end of the block, nothing if it fails."""
    with told_plainly(engine), engine.connect().execution_options(writes=True) as connection, connection.begin():
        if engine.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:turn)"), {"turn": _TURN})
        yield connection


def keep_log(engine: Engine) -> None:
    """Has a file of SQLite written through a log, from now on."""
    with told_plainly(engine), closing(engine.raw_connection()) as connection:
        connection.cursor().execute("PRAGMA journal_mode=WAL")


@contextmanager
def told_plainly(engine: Engine) -> Iterator[None]:
    """Turns what a database reports into one line. Raises `StoreError`."""
    try:
        yield
    except DBAPIError as error:
        reason = str(error.orig).strip().partition("\n")[0]
        raise StoreError(f"{place_of(engine)}: {reason}") from error


def place_of(engine: Engine) -> str:
    """What a user calls the store: its file, or its address without the password."""
    if engine.dialect.name == "sqlite":
        return engine.url.database or ":memory:"
    return engine.url.set(drivername="postgresql").render_as_string()


def _prepare_sqlite(connection: Any, record: object) -> None:
    connection.isolation_level = None
    waits, cache = f"busy_timeout={_WAIT_MILLISECONDS}", f"cache_size=-{_CACHE_KIBIBYTES}"
    for pragma in (waits, cache, "synchronous=NORMAL", "foreign_keys=ON", "temp_store=MEMORY"):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
