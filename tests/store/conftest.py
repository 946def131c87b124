"""Every kind of store, each test with an empty one."""

import itertools
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import create_engine, make_url, text

from cronistoria.store.memory import MemoryStore
from cronistoria.store.opening import open_store
from cronistoria.store.schema import metadata
from cronistoria.store.sql import SqlStore
from tests.postgres import programs, server

NewPlace = Callable[[], str]
_numbers = itertools.count()


@pytest.fixture(scope="session")
def postgresql() -> Iterator[NewPlace]:
    """Makes an empty database in a server that runs as long as the tests, and gives its address."""
    if programs() is None:
        pytest.skip("PostgreSQL is not installed (Debian: apt-get install postgresql)")
    with server(Path(tempfile.gettempdir())) as address:
        url = make_url(address.format("postgres")).set(drivername="postgresql+psycopg")
        engine = create_engine(url, isolation_level="AUTOCOMMIT")

        def new() -> str:
            name = f"crisis{next(_numbers)}"
            with engine.connect() as connection:
                connection.execute(text(f"CREATE DATABASE {name}"))
            return address.format(name)

        yield new
        engine.dispose()


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a new database may be made."""
    if request.param == "postgresql":
        return str(request.getfixturevalue("postgresql")())
    return str(tmp_path / "crisis.db")


@pytest.fixture(scope="session")
def emptied(postgresql: NewPlace) -> Iterator[Callable[[], SqlStore]]:
    """Gives one database of the server again and again, emptied."""
    with closing(open_store(postgresql(), create=True)) as opened:

        def empty() -> SqlStore:
            with opened.engine.begin() as connection:
                for table in reversed(metadata.sorted_tables):
                    connection.execute(table.delete())
            return opened

        yield empty


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with empty tables."""
    path = tmp_path_factory.mktemp("template") / "empty.db"
    open_store(str(path), create=True).close()
    return path


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[SqlStore]:
    """An empty store in each kind of database."""
    yield from _empty(request, tmp_path)


@pytest.fixture(params=["memory", "sqlite", "postgresql"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[MemoryStore | SqlStore]:
    """An empty store of each kind."""
    if request.param == "memory":
        yield MemoryStore()
    else:
        yield from _empty(request, tmp_path)


def _empty(request: pytest.FixtureRequest, folder: Path) -> Iterator[SqlStore]:
    if request.param == "postgresql":
        yield request.getfixturevalue("emptied")()
        return
    file = shutil.copy(request.getfixturevalue("template"), folder / "crisis.db")
    with closing(open_store(str(file))) as opened:
        yield opened
