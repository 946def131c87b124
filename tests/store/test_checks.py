"""Every way in which a database can be broken is found."""

import pytest
from sqlalchemy import text

from cronistoria.model.judgement import Decision
from cronistoria.store.sql import SqlStore
from tests.store.made import entry_of, made_report

FIRST, SECOND = made_report("Alba calls Borea.", called="03"), made_report("Cerva phones Delta.", called="04")


@pytest.fixture
def full(database: SqlStore) -> SqlStore:
    with database.writing() as writer:
        writer.add_report(FIRST)
        writer.add_report(SECOND)
        writer.replace_entries((), (entry_of(FIRST), entry_of(SECOND)))
        writer.add_decision(Decision(id="d", act="confirm", records=(FIRST.records[0].id,)))
    return database


def test_a_sound_store_has_no_faults(full: SqlStore) -> None:
    assert list(full.faults()) == []


@pytest.mark.parametrize(
    ("change", "check", "message"),
    [
        ("UPDATE reports SET text = text || '!' WHERE document = :first", "text", "is not the hash of its text"),
        ("UPDATE records SET data = replace(data, '0.75', '0.25') WHERE record = :call", "checksum", "was changed"),
        ("UPDATE records SET data = replace(data, '\"end\":17', '\"end\":99') WHERE record = :call", "span", "99"),
        ("UPDATE records SET data = replace(data, 'held', 'dreamt') WHERE record = :call", "record", "dreamt"),
        ("UPDATE records SET type = 'visit' WHERE record = :call", "record", "column type holds 'visit'"),
        ("UPDATE entries SET kind = 'event' WHERE entry = :entry", "entry", "column kind holds 'event'"),
        ("DELETE FROM entry_records WHERE record = :call", "orphan", "has no record"),
        ("UPDATE entry_records SET entry = :entry", "entry", "linked to other records than it names"),
        ("UPDATE decisions SET records = '[\"x\"]'", "decision", "about records that are not there: x"),
    ],
)
def test_faults_are_found(full: SqlStore, change: str, check: str, message: str) -> None:
    names = {"first": FIRST.document.id, "call": FIRST.records[0].id, "entry": entry_of(FIRST).id}
    with full.engine.begin() as connection:
        named = {name: value for name, value in names.items() if f":{name}" in change}
        connection.execute(text(change.replace(":99", "\\:99").replace(":17", "\\:17")), named)
    faults = [fault for fault in full.faults() if fault.check == check]
    assert faults and message in faults[0].message


def test_a_reference_to_nothing_is_found(full: SqlStore) -> None:
    if full.engine.dialect.name != "sqlite":
        pytest.skip("PostgreSQL does not let it come to that")
    with full.engine.connect() as connection:
        connection.exec_driver_sql("COMMIT")
        connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
        connection.exec_driver_sql("DELETE FROM records")
        connection.exec_driver_sql("BEGIN")
    assert {fault.check for fault in full.faults()} >= {"reference", "decision"}
