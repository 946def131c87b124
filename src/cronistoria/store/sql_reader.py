"""Questions to a database, within one transaction."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, Select, Table, and_, func, or_, select, tuple_

from cronistoria.model.actor import Actor
from cronistoria.model.entry import Entry
from cronistoria.model.holdings import FileProblem, InputFile, Totals
from cronistoria.model.judgement import Decision, Judgement
from cronistoria.model.problem import Problem
from cronistoria.model.query import EVERYTHING, Query
from cronistoria.model.report import Report
from cronistoria.model.search import Hit
from cronistoria.model.source import Source, Telling
from cronistoria.store.codec import unpack, unpack_record
from cronistoria.store.conditions import entry_conditions, record_conditions, report_conditions
from cronistoria.store.counting import count_everything
from cronistoria.store.people import find_people
from cronistoria.store.rows import to_decision, to_file, to_judgement, to_problem
from cronistoria.store.schema import (
    bands,
    decisions,
    entries,
    entry_keys,
    entry_records,
    files,
    judgements,
    notes,
    problems,
    record_actors,
    record_keys,
    records,
    reports,
    versions,
)
from cronistoria.store.searching import find_words
from cronistoria.store.shelf import BATCH, Shelf, batches, source_columns, to_source
from cronistoria.store.words import terms_of

MARK, REREAD = "mark", "reread"
_RECORD = (records.c.record, records.c.document, records.c.data)
_OFTEN = 3000
_LAST = "\U0010ffff"


class SqlReader:
    """A `store.base.Reader`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._shelf = Shelf(connection)

    def sources(self, query: Query = EVERYTHING) -> Iterator[Source]:
        asked: Select[Any] = select(*source_columns()).where(*report_conditions(query))  # type: ignore[call-overload]
        for row in self._in_order_of_time(asked, reports, query):
            yield to_source(*row)

    def report(self, document: str) -> Report:
        asked = select(reports.c.text, reports.c.data).where(reports.c.document == document)
        row = self._connection.execute(asked).one_or_none()
        if row is None:
            raise KeyError(document)
        kept = unpack(row.data, row.text, Report)
        told = select(records.c.data).where(records.c.document == document).order_by(records.c.position)
        return msgspec.structs.replace(
            kept,
            document=msgspec.structs.replace(kept.document, text=row.text),
            records=tuple(unpack_record(data, row.text) for data in self._connection.scalars(told)),
            problems=tuple(to_problem(found, row.text) for found in self._problems_of(document)),
        )

    def text(self, document: str) -> str:
        text = self._connection.scalar(select(reports.c.text).where(reports.c.document == document))
        if text is None:
            raise KeyError(document)
        return str(text)

    def has_report(self, document: str) -> bool:
        asked = select(reports.c.document).where(reports.c.document == document)
        return self._connection.scalar(asked) is not None

    def last_published(self) -> str | None:
        return self._connection.scalar(select(func.max(reports.c.starts))) or None

    def people(self, among: Collection[str] | None = None) -> dict[str, Actor]:
        return find_people(self._connection, among)

    def copies(self, document: str) -> dict[str, float]:
        asked = select(reports.c.document, reports.c.similarity).where(reports.c.copy_of == document)
        rows = self._connection.execute(asked.order_by(reports.c.document))
        return {row.document: row.similarity for row in rows}

    def replaced_by(self, document: str) -> str | None:
        return self._connection.scalar(select(versions.c.replaced_by).where(versions.c.document == document))

    def versions(self) -> dict[str, str]:
        asked = select(versions.c.document, versions.c.replaced_by).order_by(versions.c.document)
        return {row.document: row.replaced_by for row in self._connection.execute(asked)}

    def tellings(self, query: Query = EVERYTHING) -> Iterator[Telling]:
        asked = select(*_RECORD).where(*record_conditions(query, one_by_one=self._are_told_often(query)))
        for some in batches(self._in_order_of_time(asked, records, query)):
            yield from self._tellings(some)

    def tellings_of(self, records_: Collection[str]) -> tuple[Telling, ...]:
        found: dict[str, Telling] = {}
        for some in batches(dict.fromkeys(records_)):
            rows = self._connection.execute(select(*_RECORD).where(records.c.record.in_(some))).all()
            found |= {telling.record.id: telling for telling in self._tellings(rows)}
        return tuple(found[record] for record in records_)

    def records_of(self, documents: Collection[str]) -> tuple[str, ...]:
        found: list[str] = []
        for some in batches(dict.fromkeys(documents)):
            found += self._connection.scalars(select(records.c.record).where(records.c.document.in_(some)))
        return tuple(sorted(found))

    def unmerged(self) -> tuple[str, ...]:
        placed = select(entry_records.c.record).where(entry_records.c.record == records.c.record)
        return tuple(self._connection.scalars(select(records.c.record).where(~placed.exists()).order_by("record")))

    def records_by_key(self, keys: Collection[str]) -> dict[str, tuple[str, ...]]:
        found: dict[str, list[str]] = {}
        for some in batches(dict.fromkeys(keys)):
            asked = select(record_keys.c.key, record_keys.c.record).where(record_keys.c.key.in_(some))
            for key, record in self._connection.execute(asked.order_by(*record_keys.c)):
                found.setdefault(key, []).append(record)
        return {key: tuple(kept) for key, kept in found.items()}

    def entries(self, query: Query = EVERYTHING) -> Iterator[Entry]:
        asked = select(entries.c.data).where(*entry_conditions(query))
        for (data,) in self._in_order_of_time(asked, entries, query):
            yield msgspec.json.decode(data, type=Entry)

    def chronology(self, query: Query = EVERYTHING) -> Iterator[Entry]:
        asked = select(entries.c.data).where(*entry_conditions(query, placed=True))
        ordered = asked.order_by(entries.c.since, entries.c.entry).limit(query.limit)
        for data in self._connection.scalars(ordered, execution_options={"yield_per": BATCH}):
            yield msgspec.json.decode(data, type=Entry)

    def entry(self, entry: str) -> Entry:
        data = self._connection.scalar(select(entries.c.data).where(entries.c.entry == entry))
        if data is None:
            raise KeyError(entry)
        return msgspec.json.decode(data, type=Entry)

    def entries_named(self, entries_: Collection[str]) -> dict[str, Entry]:
        found: dict[str, Entry] = {}
        for some in batches(dict.fromkeys(entries_)):
            asked = select(entries.c.entry, entries.c.data).where(entries.c.entry.in_(some))
            found |= {i: msgspec.json.decode(data, type=Entry) for i, data in self._connection.execute(asked)}
        return found

    def ids_beginning(self, letters: str, most: int) -> tuple[str, ...]:
        found: list[str] = []
        for column in (entries.c.entry, records.c.record):
            within = select(column).where(column >= letters, column < letters + _LAST)
            found += self._connection.scalars(within.order_by(column).limit(most))
        return tuple(sorted(found))

    def entries_by_key(
        self, keys: Collection[str], days: tuple[int, int] | None = None, least: int = 1
    ) -> tuple[tuple[int, str], ...]:
        found: Counter[tuple[int, str]] = Counter()
        for some in batches(dict.fromkeys(keys)):
            asked = select(entry_keys.c.day, entry_keys.c.entry, func.count()).where(entry_keys.c.key.in_(some))
            if days is not None:
                asked = asked.where(entry_keys.c.day.between(*days))
            for day, entry, count in self._connection.execute(asked.group_by(entry_keys.c.day, entry_keys.c.entry)):
                found[day, entry] += count
        return tuple(sorted(place for place, count in found.items() if count >= least))

    def latest_by_key(self, key: str, most: int) -> tuple[tuple[int, str], ...]:
        asked = select(entry_keys.c.day, entry_keys.c.entry).where(entry_keys.c.key == key)
        latest = asked.order_by(entry_keys.c.day.desc(), entry_keys.c.entry.desc()).limit(most)
        return tuple((row.day, row.entry) for row in self._connection.execute(latest))[::-1]

    def keys_of(self, entry: str) -> tuple[tuple[str, int], ...]:
        asked = select(entry_keys.c.key, entry_keys.c.day).where(entry_keys.c.entry == entry)
        rows = self._connection.execute(asked.order_by(entry_keys.c.key, entry_keys.c.day))
        return tuple((row.key, row.day) for row in rows)

    def entries_of(self, records_: Collection[str]) -> dict[str, str]:
        found: dict[str, str] = {}
        for some in batches(dict.fromkeys(records_)):
            asked = select(entry_records.c.record, entry_records.c.entry).where(entry_records.c.record.in_(some))
            found.update((row.record, row.entry) for row in self._connection.execute(asked))
        return found

    def judgements(self, records_: Collection[str]) -> tuple[Judgement, ...]:
        found: dict[tuple[str, str], Judgement] = {}
        for some in batches(dict.fromkeys(records_)):
            either = or_(judgements.c.left.in_(some), judgements.c.right.in_(some))
            for row in self._connection.execute(select(judgements).where(either)):
                found[row.left, row.right] = to_judgement(row)
        return tuple(found[pair] for pair in sorted(found))

    def decisions(self) -> tuple[Decision, ...]:
        rows = self._connection.execute(select(decisions).order_by(decisions.c.number))
        return tuple(to_decision(row) for row in rows)

    def files(self) -> Iterator[InputFile]:
        for row in self._connection.execute(select(files).order_by(files.c.path)):
            yield to_file(row)

    def problems(self) -> Iterator[FileProblem]:
        paths: dict[str | None, tuple[str, ...]] = {}
        for file in self.files():
            if file.error is not None:
                problem = Problem(None, "read", file.error)
                yield FileProblem(files=(file.path,), document=None, problem=problem, kind=file.kind)
            else:
                paths[file.document] = (*paths.get(file.document, ()), file.path)
        asked = select(problems, reports.c.text).join(reports).order_by(problems.c.document, problems.c.position)
        for row in self._connection.execute(asked):
            found = to_problem(row, row.text)
            yield FileProblem(files=paths.get(row.document, ()), document=row.document, problem=found)

    def documents_by_band(self, bands_: Collection[str]) -> tuple[str, ...]:
        asked = select(bands.c.document).distinct().where(bands.c.band.in_(bands_)).order_by(bands.c.document)
        return tuple(self._connection.scalars(asked))

    def search(self, words: str, query: Query = EVERYTHING) -> Iterator[Hit]:
        return find_words(self._connection, terms_of(words), query)

    def note(self, name: str) -> str | None:
        return self._connection.scalar(select(notes.c.value).where(notes.c.name == name))

    def totals(self) -> Totals:
        return count_everything(self._connection)

    def mark(self) -> int:
        return int(self.note(MARK) or 0)

    def reread_mark(self) -> int:
        return int(self.note(REREAD) or 0)

    def _in_order_of_time(self, asked: Select[Any], table: Table, query: Query) -> Iterator[Sequence[Any]]:
        """Rows by the bounds of their date and their id: first those with a date, each half along its index."""
        left, (identity, *_), after = query.limit, table.primary_key, query.after
        parts: list[tuple[ColumnElement[bool], tuple[Any, ...]]] = []
        if after is None or after.starts is not None:
            dated: ColumnElement[bool] = table.c.starts.is_not(None)
            order = (table.c.starts, table.c.ends, identity)
            if after is not None:
                dated = and_(table.c.starts >= after.starts, tuple_(*order) > (after.starts, after.ends, after.id))
            parts.append((dated, order))
        if query.start is None and query.end is None:
            undated: ColumnElement[bool] = table.c.starts.is_(None)
            if after is not None and after.starts is None:
                undated = and_(undated, identity > after.id)
            parts.append((undated, (identity,)))
        for half, order in parts:
            part = asked.where(half).order_by(*order).limit(left)
            for row in self._connection.execute(part, execution_options={"yield_per": BATCH}):
                yield row
                left = left - 1 if left is not None else None

    def _are_told_often(self, query: Query) -> bool:
        """Whether the first records of the actors are found sooner along the index of time than among all of theirs."""
        if not query.actors or query.limit is None:
            return False
        told = select(record_actors.c.record).where(record_actors.c.actor.in_(query.actors)).limit(_OFTEN)
        return len(self._connection.execute(told).all()) == _OFTEN

    def _tellings(self, rows: Sequence[Sequence[Any]]) -> Iterator[Telling]:
        shelved = self._shelf.fetch(row[1] for row in rows)
        copies = self._shelf.copies([row[0] for row in rows])
        for identity, document, data in rows:
            report = shelved[document]
            yield report.telling(unpack_record(data, report.text), copies.get(identity, ()))

    def _problems_of(self, document: str) -> Sequence[Any]:
        asked = select(problems).where(problems.c.document == document).order_by(problems.c.position)
        return self._connection.execute(asked).all()
