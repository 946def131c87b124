"""From what a user calls a crisis, a file or an address, to its store, with the tables of this version.

A database of an older version is brought up to date when it is opened; one of a newer version is refused.
"""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect, make_url, text
from sqlalchemy.engine import URL
from sqlalchemy.exc import ArgumentError

from cronistoria.errors import StoreError
from cronistoria.store.engine import keep_log, make_engine, place_of, told_plainly, writing
from cronistoria.store.sql import SqlStore


def open_store(place: str, *, create: bool = False) -> SqlStore:
    """The store in a file or at ``postgresql://…``; with ``create`` it may be new.

    Raises `StoreError` if there is none, if it cannot be reached, or if it is something else.
    """
    url = _url(place)
    if url.get_backend_name() == "sqlite":
        _check_file(Path(url.database or ""), create)
    store = SqlStore(make_engine(url))
    try:
        _bring_up_to_date(store, create)
    except BaseException:
        store.close()
        raise
    return store


def migrations() -> Config:
    """Alembic's configuration; it takes its connection from ``attributes``."""
    configuration = Config()
    configuration.set_main_option("script_location", "cronistoria.store:migrations")
    return configuration


def revision(connection: Connection) -> str | None:
    """The version of the tables, ``None`` if there are none."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def newest_revision() -> str:
    """The version of the tables that this program knows."""
    head = _script().get_current_head()
    assert head is not None
    return head


def _bring_up_to_date(store: SqlStore, create: bool) -> None:
    engine, place = store.engine, place_of(store.engine)
    with told_plainly(engine), engine.connect() as connection:
        now = revision(connection)
        if now is None and not create:
            raise StoreError(f"{place}: holds no chronicle; `cronistoria build` makes one")
        if now is None and inspect(connection).get_table_names():
            raise StoreError(f"{place}: is a database of something else; expected an empty one, or a chronicle")
    if now == newest_revision():
        return
    if now is not None and now not in {script.revision for script in _script().walk_revisions()}:
        raise StoreError(f"{place}: was made by a newer version of cronistoria (tables {now})")
    if engine.dialect.name == "sqlite":
        keep_log(engine)
    with writing(engine) as connection:
        configuration = migrations()
        configuration.attributes["connection"] = connection
        command.upgrade(configuration, "head")


def _url(place: str) -> URL:
    if "://" not in place:
        return URL.create("sqlite", database=place)
    try:
        return make_url(place)
    except ArgumentError as error:
        raise StoreError(f"{place}: expected a file, or an address such as postgresql://host/database") from error


def _check_file(path: Path, create: bool) -> None:
    if path.is_dir():
        raise StoreError(f"{path}: is a directory; expected a chronicle's file, such as crisis.db")
    if not path.exists() and not create:
        raise StoreError(f"{path}: no such chronicle; `cronistoria build {path} REPORTS` makes one")
    if path.exists() and not _may_be_database(path):
        raise StoreError(f"{path}: is not a chronicle but some other file")
    if not path.parent.is_dir():
        raise StoreError(f"{path}: no such folder as {path.parent}")


def _may_be_database(path: Path) -> bool:
    """Whether a file is empty or begins as SQLite's do."""
    try:
        with path.open("rb") as stream:
            return stream.read(16) in (b"", b"SQLite format 3\0")
    except OSError as error:
        raise StoreError(f"{path}: cannot be read ({(error.strerror or str(error)).lower()})") from error


def _script() -> ScriptDirectory:
    return ScriptDirectory.from_config(migrations())
