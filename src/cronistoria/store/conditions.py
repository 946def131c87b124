"""A `Query` as conditions of SQL over records, entries and reports."""

from collections.abc import Iterator

import msgspec
from sqlalchemy import ColumnElement, FromClause, Select, or_, select

from cronistoria.model.query import Query
from cronistoria.store.schema import (
    entries,
    entry_actors,
    entry_records,
    record_actors,
    records,
    reports,
    retellings,
)

Condition = ColumnElement[bool]


def record_conditions(query: Query, *, one_by_one: bool = False) -> Iterator[Condition]:
    """What the query asks of records; ``one_by_one``: its actors are looked up at each record, not listed before."""
    yield from _of_things(records, query)
    if query.actors:
        named = select(record_actors.c.record).where(record_actors.c.actor.in_(query.actors))
        at_record = named.where(record_actors.c.record == records.c.record).exists()
        yield at_record if one_by_one else records.c.record.in_(named)
    if told := tuple(_of_telling(query)):
        yield _told_by(told)


def entry_conditions(query: Query, *, placed: bool = False) -> Iterator[Condition]:
    """What the query asks of entries; one report that fits is enough. ``placed``: undated ones have a place in time."""
    if placed:
        yield from _placed_within(query)
        query = msgspec.structs.replace(query, start=None, end=None)
    yield from _of_things(entries, query)
    if query.statuses:
        yield entries.c.status.in_(query.statuses)
    if query.actors:
        yield entries.c.entry.in_(select(entry_actors.c.entry).where(entry_actors.c.actor.in_(query.actors)))
    if told := tuple(_of_telling(query)):
        kept = select(entry_records.c.entry).join(records, records.c.record == entry_records.c.record)
        yield entries.c.entry.in_(kept.where(_told_by(told)))


def report_conditions(query: Query) -> Iterator[Condition]:
    """What the query asks of reports; of their records, one that fits is enough."""
    yield from _within(reports, query)
    yield from _of_telling(query)
    of_records = Query(
        actors=query.actors, kinds=query.kinds, types=query.types, countries=query.countries, places=query.places,
        confidence=query.confidence,
    )  # fmt: skip
    if of_records != Query():
        yield reports.c.document.in_(select(records.c.document).where(*record_conditions(of_records)))


def _of_things(table: FromClause, query: Query) -> Iterator[Condition]:
    """What records and entries have in common."""
    yield from _within(table, query)
    asked = (("kind", query.kinds), ("type", query.types), ("country", query.countries), ("place", query.places))
    for column, values in asked:
        if values:
            yield table.c[column].in_(values)
    if query.confidence:
        yield table.c.confidence >= query.confidence


def _within(table: FromClause, query: Query) -> Iterator[Condition]:
    if query.end is not None:
        yield table.c.starts < query.end
    if query.start is not None:
        yield table.c.ends > query.start


def _placed_within(query: Query) -> Iterator[Condition]:
    if query.end is not None:
        yield entries.c.since < query.end
    if query.start is not None:
        yield entries.c.until > query.start


def _of_telling(query: Query) -> Iterator[Condition]:
    asked = ((reports.c.language, query.languages), (reports.c.outlet, query.outlets))
    for column, values in (*asked, (reports.c.document, query.documents)):
        if values:
            yield column.in_(values)


def _told_by(told: tuple[Condition, ...]) -> Condition:
    documents: Select[tuple[str]] = select(reports.c.document).where(*told)
    retold = select(retellings.c.record).where(retellings.c.document.in_(documents))
    return or_(records.c.document.in_(documents), records.c.record.in_(retold))
