"""Whether a database is whole: everything that can be computed again is, and compared with what is kept."""

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec
from sqlalchemy import Connection, select, text

from cronistoria.model.entry import Entry
from cronistoria.model.holdings import Fault
from cronistoria.model.identity import text_id
from cronistoria.store.codec import checksum, unpack_record
from cronistoria.store.people import latest_reports
from cronistoria.store.rows import Row, entry_row, record_row
from cronistoria.store.schema import decisions, entries, entry_records, people, records, reports
from cronistoria.store.shelf import BATCH


def find_faults(connection: Connection) -> Iterator[Fault]:
    """All faults of a database."""
    if connection.dialect.name == "sqlite":
        yield from _faults_of_the_file(connection)
    yield from _faults_of_reports(connection)
    yield from _faults_of_people(connection)
    yield from _faults_of_entries(connection)
    yield from _faults_of_decisions(connection)


def _faults_of_the_file(connection: Connection) -> Iterator[Fault]:
    for (message,) in connection.execute(text("PRAGMA integrity_check")):
        if message != "ok":
            yield Fault("file", "integrity_check", message)
    for table, row, parent, _ in connection.execute(text("PRAGMA foreign_key_check")):
        yield Fault("reference", f"{table} {row or ''}".strip(), f"refers to nothing in {parent}")


def _faults_of_reports(connection: Connection) -> Iterator[Fault]:
    kept = select(reports.c.document, reports.c.text, reports.c.data).order_by(reports.c.document)
    for document, words, data in _rows(connection, kept):
        if text_id(words) != document:
            yield Fault("text", document, "is not the hash of its text")
        yield from _faults_of_spans(document, msgspec.json.decode(data), len(words))
        yield from _faults_of_records(connection, document, words)


def _faults_of_records(connection: Connection, document: str, words: str) -> Iterator[Fault]:
    told = select(records).where(records.c.document == document).order_by(records.c.position)
    for position, row in enumerate(connection.execute(told).mappings()):
        identity = row["record"]
        if checksum(row["data"]) != row["checksum"]:
            yield Fault("checksum", identity, "was changed after it was kept")
        yield from _faults_of_spans(identity, msgspec.json.decode(row["data"]), len(words))
        try:
            again = record_row(unpack_record(row["data"], words), document, position)
        except msgspec.ValidationError as error:
            yield Fault("record", identity, str(error))
            continue
        yield from _differences("record", identity, row, {**again, "data": row["data"], "checksum": row["checksum"]})


def _faults_of_spans(subject: str, value: Any, length: int) -> Iterator[Fault]:
    """Spans that lie outside their text."""
    if isinstance(value, dict) and isinstance(value.get("start"), int):
        if not 0 <= value["start"] < value["end"] <= length:
            yield Fault("span", subject, f"[{value['start']}, {value['end']}) lies outside a text of {length}")
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _faults_of_spans(subject, part, length)


def _faults_of_entries(connection: Connection) -> Iterator[Fault]:
    for row in _rows(connection, select(entries).order_by(entries.c.entry)):
        entry = msgspec.json.decode(row.data, type=Entry)
        yield from _differences("entry", row.entry, row._mapping, entry_row(entry))
        asked = select(entry_records.c.record).where(entry_records.c.entry == row.entry)
        linked = set(connection.scalars(asked))
        if not linked:
            yield Fault("orphan", row.entry, "has no record")
        elif linked != set(entry.records):
            yield Fault("entry", row.entry, "is linked to other records than it names")


def _faults_of_people(connection: Connection) -> Iterator[Fault]:
    latest = latest_reports(connection, None, recent=False)
    kept = {row.actor: row.document for row in connection.execute(select(people.c.actor, people.c.document))}
    for actor in sorted(latest.keys() | kept.keys()):
        if latest.get(actor) != kept.get(actor):
            yield Fault("person", actor, f"is as {kept.get(actor)} has it; the latest report is {latest.get(actor)}")


def _faults_of_decisions(connection: Connection) -> Iterator[Fault]:
    for row in connection.execute(select(decisions).where(decisions.c.undone_at.is_(None))):
        named = msgspec.json.decode(row.records)
        found = set(connection.scalars(select(records.c.record).where(records.c.record.in_(named))))
        if missing := [record for record in named if record not in found]:
            yield Fault("decision", row.decision, f"is about records that are not there: {', '.join(missing)}")


def _differences(check: str, subject: str, kept: Mapping[Any, Any], expected: Row) -> Iterator[Fault]:
    for column, value in expected.items():
        if kept[column] != value:
            yield Fault(check, subject, f"column {column} holds {kept[column]!r}; expected {value!r}")


def _rows(connection: Connection, asked: Any) -> Iterator[Any]:
    yield from connection.execute(asked, execution_options={"yield_per": BATCH})
