"""A store in a database: SQLite for one analyst's file, PostgreSQL for a team."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Engine

from cronistoria.model.holdings import Fault
from cronistoria.store.engine import reading, writing
from cronistoria.store.sql_reader import SqlReader
from cronistoria.store.sql_writer import SqlWriter


class SqlStore:
    """A `store.base.Store`; `store.opening.open_store` makes one."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine

    @contextmanager
    def reading(self) -> Iterator[SqlReader]:
        with reading(self.engine) as connection:
            yield SqlReader(connection)

    @contextmanager
    def writing(self) -> Iterator[SqlWriter]:
        with writing(self.engine) as connection:
            writer = SqlWriter(connection)
            yield writer
            writer.advance_mark()

    def faults(self) -> Iterator[Fault]:
        from cronistoria.store.checks import find_faults

        with reading(self.engine) as connection:
            yield from find_faults(connection)

    def close(self) -> None:
        """Gives back all connections."""
        self.engine.dispose()
