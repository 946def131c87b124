"""Files and addresses, new, old, foreign and missing."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect, text

from cronistoria.errors import StoreError
from cronistoria.store.engine import writing
from cronistoria.store.opening import migrations, newest_revision, open_store, revision
from cronistoria.store.schema import metadata
from cronistoria.store.sql import SqlStore
from tests.sample import sample_report


def test_migrations_make_the_tables_of_the_schema(database: SqlStore) -> None:
    with database.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_name": _is_not_of_the_search})
        assert compare_metadata(context, metadata) == []
        assert revision(connection) == newest_revision()


def _is_not_of_the_search(name: str | None, *_: object) -> bool:
    """Whether a table is not the index of words, which each database makes in its own way."""
    return not (name or "").startswith("search")


def test_what_an_older_version_kept_is_made_findable(place: str) -> None:
    configuration = migrations()
    with closing(open_store(place, create=True)) as store:
        with store.writing() as writer:
            writer.add_report(sample_report())
        with writing(store.engine) as connection:
            configuration.attributes["connection"] = connection
            command.downgrade(configuration, "0002")
    with closing(open_store(place)) as store, store.reading() as reader:
        assert [hit.document for hit in reader.search("offerta")] == [sample_report().document.id] * 2
        assert list(store.faults()) == []


def test_a_store_is_kept_and_opened_again(place: str) -> None:
    with closing(open_store(place, create=True)) as store, store.writing() as writer:
        writer.keep_note("n", "v")
    with closing(open_store(place)) as store, store.reading() as reader:
        assert reader.note("n") == "v"


def test_tables_of_a_newer_version_are_refused(place: str) -> None:
    with closing(open_store(place, create=True)) as store, store.engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(StoreError, match="newer version of cronistoria"):
        open_store(place)


def test_a_database_of_something_else_is_left_alone(place: str) -> None:
    with closing(open_store(place, create=True)) as store, store.engine.begin() as connection:
        connection.execute(text("DROP TABLE alembic_version"))
    with pytest.raises(StoreError, match="database of something else"):
        open_store(place, create=True)


def test_migrations_can_be_taken_back(place: str) -> None:
    configuration = migrations()
    with closing(open_store(place, create=True)) as store, writing(store.engine) as connection:
        configuration.attributes["connection"] = connection
        command.downgrade(configuration, "base")
        assert inspect(connection).get_table_names() == ["alembic_version"]


@pytest.mark.parametrize(
    ("make", "create", "reason"),
    [
        (lambda path: None, False, "no such chronicle; `cronistoria build .*crisis.db REPORTS` makes one"),
        (lambda path: path.mkdir(), True, "is a directory; expected a chronicle's file"),
        (lambda path: path.write_text("Ada met Bea."), True, "is not a chronicle but some other file"),
        (lambda path: path.write_bytes(b""), False, "holds no chronicle; `cronistoria build` makes one"),
        (lambda path: sqlite3.connect(path).close(), False, "holds no chronicle"),
    ],
)
def test_what_is_no_chronicle_is_told_in_one_line(tmp_path: Path, make: object, create: bool, reason: str) -> None:
    path = tmp_path / "crisis.db"
    make(path)  # type: ignore[operator]
    with pytest.raises(StoreError, match=reason) as told:
        open_store(str(path), create=create)
    assert "\n" not in str(told.value)


@pytest.mark.parametrize(
    ("place", "reason"),
    [
        ("mysql://host/x", "expected a file, or an address such as postgresql://"),
        ("postgresql://nobody@/x?host=/nowhere", "postgresql://nobody@/x"),
        ("://", "expected a file, or an address"),
        ("/nowhere/at/all.db", "no such folder as /nowhere/at"),
    ],
)
def test_what_cannot_be_reached_is_told_in_one_line(place: str, reason: str) -> None:
    with pytest.raises(StoreError, match=reason) as told:
        open_store(place, create=True)
    assert "\n" not in str(told.value)


def test_a_damaged_file_is_told_in_one_line(tmp_path: Path) -> None:
    path = tmp_path / "crisis.db"
    open_store(str(path), create=True).close()
    path.write_bytes(path.read_bytes()[:16] + b"\xff" * 5000)
    with pytest.raises(StoreError, match="not a database"):
        open_store(str(path))
