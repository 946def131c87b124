"""A chronicle of made reports, kept in a store as `cronistoria build` would have it: records, keys, merged entries.

The records are those of `benchmarks.merge`; what one outlet publishes on one day is one report. A larger one is the
same year over and over, under other ids and each time four years later, so that its days are no fuller.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Any

import msgspec
from sqlalchemy import Connection, delete, insert, select

from benchmarks.merge import Crisis
from cronistoria.merge.keys import own_keys
from cronistoria.merge.merging import keep_keys_of, merge
from cronistoria.merge.sketch import sketch_of
from cronistoria.model.document import make_document
from cronistoria.model.record import Record
from cronistoria.model.report import ProducedBy, Report
from cronistoria.model.source import Telling
from cronistoria.store.base import Store
from cronistoria.store.schema import metadata, people
from cronistoria.store.sql import SqlStore

PER_DAY = 500
_MADE = ProducedBy(version="0", models={}, languages="0")
_IN_ONE_GO = 500
_ROWS = 5_000
_YEARS, _DAYS = 4, 1461
_ID = re.compile(r"\b(?:[a-z]+:[0-9a-f]{16}|[0-9a-f]{64})\b")
_YEAR = re.compile(r"\b(20\d\d)-")
_IDS = frozenset(("document", "record", "entry"))
_DATES = frozenset(("starts", "ends", "published", "since", "until", "key"))
_REPEATED = (
    "reports", "actors", "records", "record_actors", "entries", "entry_actors", "entry_records",
    "entry_keys",
)  # fmt: skip


def fill(store: Store, records: int, per_day: int = PER_DAY) -> None:
    """Made reports with so many records, merged."""
    reports = make_reports(Crisis().tellings(records, per_day))
    while some := tuple(islice(reports, _IN_ONE_GO)):
        with store.writing() as writer:
            for report in some:
                writer.add_report(report)
    with store.writing() as writer:
        tellings = tuple(writer.tellings())
        merged = merge(tellings)
        writer.keep_keys({t.record.id: sorted(own_keys(sketch_of(t))) for t in tellings})
        writer.replace_entries((), merged.entries)
        keep_keys_of(writer, merged.entries, {t.record.id: t for t in tellings})
        writer.replace_judgements((), merged.judgements)


def repeat(store: SqlStore, times: int) -> None:
    """Everything so many times in all; what only merging and searching ask for stays as it is."""
    originals = store.engine.connect()
    with originals:
        for time_ in range(1, times):
            with store.engine.connect().execution_options(writes=True) as connection, connection.begin():
                for table in (metadata.tables[name] for name in _REPEATED):
                    of = next(column for column in table.primary_key if column.name in _IDS)
                    rows = originals.execute(
                        select(table).where(~of.contains("+")), execution_options={"yield_per": _ROWS}
                    )
                    for some in rows.mappings().partitions(_ROWS):
                        connection.execute(insert(table), [_later(row, time_) for row in some])
                if time_ == times - 1:
                    _have_told_last(connection, time_)


def _have_told_last(connection: Connection, time_: int) -> None:
    """Everybody as the reports of a time have them."""
    everybody = connection.execute(select(people)).mappings().all()
    connection.execute(delete(people))
    connection.execute(insert(people), [_later(row, time_) for row in everybody])


def _later(row: Any, time_: int) -> dict[str, Any]:
    """A row of another time."""

    def dated(text: str) -> str:
        return _YEAR.sub(lambda year: f"{int(year[1]) + _YEARS * time_}-", text)

    def named(text: str) -> str:
        return _ID.sub(lambda name: f"{name[0]}+{time_}", text)

    told: dict[str, Callable[[str], str]] = {**dict.fromkeys(_IDS, named), **dict.fromkeys(_DATES, dated)}
    told["data"] = lambda text: dated(named(text))
    later = {name: told[name](value) if name in told and value else value for name, value in row.items()}
    return {**later, "day": row["day"] + _DAYS * time_} if "day" in row else later


def make_reports(tellings: Iterable[Telling]) -> Iterator[Report]:
    """Reports, each of what one outlet told on one day."""
    told: dict[tuple[str, str], list[Telling]] = {}
    for telling in tellings:
        published = telling.source.published
        told.setdefault((published.edtf or "" if published else "", telling.source.outlet or ""), []).append(telling)
    for _, group in sorted(told.items()):
        yield _report(group)


def _report(tellings: list[Telling]) -> Report:
    source = tellings[0].source
    text, starts = "", []
    for telling in tellings:
        starts.append(len(text))
        text += f"{telling.record.trigger.text}. [{telling.record.id}]\n"
    document = make_document(text, language=source.language or "", published=source.published)
    actors = {actor.id: actor for telling in tellings for actor in telling.actors}
    return Report(
        document=msgspec.structs.replace(document, publisher=source.outlet, title=f"Report of {source.outlet}"),
        actors=tuple(actors.values()),
        dates=(),
        records=tuple(_moved(t.record, start) for t, start in zip(tellings, starts, strict=True)),
        problems=(),
        produced_by=_MADE,
    )


def _moved(record: Record, by: int) -> Record:
    """The record with all its spans so many characters later."""
    moved: Record = msgspec.convert(_shift(msgspec.to_builtins(record), by), Record)
    return moved


def _shift(value: Any, by: int) -> Any:
    if isinstance(value, dict) and isinstance(value.get("start"), int):
        return {**value, "start": value["start"] + by, "end": value["end"] + by}
    if isinstance(value, dict):
        return {key: _shift(part, by) for key, part in value.items()}
    return [_shift(part, by) for part in value] if isinstance(value, list | tuple) else value
