"""The tables of a batch: what rows a report becomes. Columns that the export of a chronicle has too are the same."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import msgspec

from cronistoria.batch.files import parquet_writer
from cronistoria.export.arrow import arrow_schema, record_batches
from cronistoria.export.rows import RECORD_COLUMNS, SOURCE_COLUMNS, WHEN, Row, date_row, record_row, source_row
from cronistoria.model.parts import named_actors
from cronistoria.model.problem import Problem
from cronistoria.model.report import Report
from cronistoria.model.source import Source, Telling, make_source

_GROUP = 500
UNKNOWN = "unknown"
MONTH = "month"
_MONTH = len("2022-03")


class Table(msgspec.Struct, frozen=True):
    """A table: its name, its columns (`export.rows` says of what kinds), and how many rows are written at a time."""

    name: str
    columns: dict[str, str]
    group: int = 10_000


DOCUMENTS = Table("documents", {
    **{name: kind for name, kind in SOURCE_COLUMNS.items() if name != "copy_of"}, "input": "string",
    "retrieved": "string", "characters": "count", "records": "count", "body_start": "count", "text": "string",
    "data": "string",
}, 1_000)  # fmt: skip
RECORDS = Table("records", {**RECORD_COLUMNS, "data": "string"})
ACTORS = Table("actors", {
    "document": "string", "actor": "string", "kind": "string", "name": "string", "country": "string",
    "role": "string", "wikidata": "string", "mentions": "count",
})  # fmt: skip
DATES = Table("dates", {
    "document": "string", "offset": "count", "text": "string", **WHEN, "basis": "string", "timex": "string",
    "timex_value": "string",
})  # fmt: skip
PROBLEMS = Table("problems", {
    "document": "string", "input": "string", "stage": "string", "kind": "string", "message": "string",
    "offset": "count", "text": "string",
})  # fmt: skip
TABLES = (DOCUMENTS, RECORDS, ACTORS, DATES, PROBLEMS)


def month_of(source: Source) -> str:
    """The month of publication, or that there is none.

    >>> month_of(Source(document="a"))
    'unknown'
    """
    published = source.published
    return published.start[:_MONTH] if published is not None and published.start else UNKNOWN


def write_by_month(path: Path, table: Table, rows: list[Row]) -> dict[str, int]:
    """Writes rows that say their month, in order of months and otherwise as they are; how many each month has."""
    import pyarrow

    rows.sort(key=lambda row: str(row[MONTH]))
    columns = {MONTH: "string", **table.columns}
    with parquet_writer(path, arrow_schema(columns)) as writer:
        batches = record_batches(rows, columns)
        writer.write_table(pyarrow.Table.from_batches(batches, arrow_schema(columns)), row_group_size=_GROUP)
    return dict(sorted(Counter(row[MONTH] for row in rows).items()))


def rows_of(report: Report, found_at: str, retrieved: str | None) -> dict[str, list[Row]]:
    """By table, the rows of a report in a fixed order."""
    source = make_source(report.document)
    return {
        "documents": [_document_row(report, source, found_at, retrieved)],
        "records": [telling_row(telling) for telling in tellings_of(report, source)],
        "actors": [_actor_row(report, number) for number in range(len(report.actors))],
        "dates": [_date_row(report, number) for number in range(len(report.dates))],
        "problems": [problem_row(problem, found_at, report.document.id) for problem in report.problems],
    }


def tellings_of(report: Report, source: Source) -> Iterator[Telling]:
    """The records of a report, each with the actors that it names."""
    known = {actor.id: msgspec.structs.replace(actor, mentions=()) for actor in report.actors}
    for record in report.records:
        yield Telling(record=record, source=source, actors=tuple(known[a] for a in named_actors(record) if a in known))


def telling_row(telling: Telling) -> Row:
    """A record's row, with all there is to it as JSON: what merging reads."""
    return {**record_row(telling), "data": msgspec.json.encode(telling).decode()}


def problem_row(problem: Problem, found_at: str, document: str | None = None, kind: str | None = None) -> Row:
    """The row of a problem; ``kind`` is what an input was instead of a report."""
    span = problem.span
    where = {"offset": span.start, "text": span.text} if span else {}
    said = {"stage": problem.stage, "kind": kind, "message": problem.message}
    return {"document": document, "input": found_at, **said, **where}


def _document_row(report: Report, source: Source, found_at: str, retrieved: str | None) -> Row:
    document = report.document
    row = source_row(source)
    del row["copy_of"]
    return {
        **row, "input": found_at, "retrieved": retrieved, "characters": len(document.text),
        "records": len(report.records), "body_start": document.body_start, "text": document.text,
        "data": msgspec.json.encode(source).decode(),
    }  # fmt: skip


def _actor_row(report: Report, number: int) -> Row:
    actor = report.actors[number]
    return {
        "document": report.document.id, "actor": actor.id, "kind": actor.kind, "name": actor.name,
        "country": actor.country, "role": actor.role, "wikidata": actor.wikidata, "mentions": len(actor.mentions),
    }  # fmt: skip


def _date_row(report: Report, number: int) -> Row:
    date = report.dates[number]
    words = {"offset": date.text.start, "text": date.text.text} if date.text else {}
    timex = {"basis": date.basis, "timex": date.timex, "timex_value": date.timex_value}
    return {"document": report.document.id, **words, **date_row(date), **timex}
