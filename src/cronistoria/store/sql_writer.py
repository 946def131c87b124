"""Changes to a database, within one transaction that no other writer shares."""

from collections.abc import Collection, Iterable, Mapping, Sequence

import msgspec
from sqlalchemy import Table, and_, delete, insert, or_, select, update

from cronistoria.model.entry import Entry
from cronistoria.model.holdings import InputFile
from cronistoria.model.judgement import Decision, Judgement
from cronistoria.model.report import Report
from cronistoria.model.source import Copy
from cronistoria.store import rows, schema
from cronistoria.store.codec import bounds
from cronistoria.store.people import find_again, keep_people, told_last_by
from cronistoria.store.searching import forget_report, index_report
from cronistoria.store.shelf import batches
from cronistoria.store.sql_reader import MARK, REREAD, SqlReader


class SqlWriter(SqlReader):
    """A `store.base.Writer`."""

    def add_report(self, report: Report, copy: Copy | None = None) -> bool:
        document = report.document.id
        if self.has_report(document):
            return False
        self._insert(schema.reports, [rows.report_row(report)])
        self._insert(schema.actors, named := rows.actor_rows(report))
        keep_people(self._connection, named, bounds(report.document.published)["starts"])
        self._insert(schema.problems, rows.problem_rows(report))
        told = [rows.record_row(record, document, position) for position, record in enumerate(report.records)]
        self._insert(schema.records, told)
        self._insert(schema.record_actors, [row for record in report.records for row in rows.record_actor_rows(record)])
        index_report(self._connection, report)
        if copy is not None:
            self.keep_copy(document, copy)
        return True

    def remove_report(self, document: str) -> None:
        if not self.has_report(document):
            raise KeyError(document)
        forget_report(self._connection, document)
        told = select(schema.records.c.record).where(schema.records.c.document == document)
        people = told_last_by(self._connection, document)
        touched = select(schema.entry_records.c.entry).where(schema.entry_records.c.record.in_(told))
        self._connection.execute(delete(schema.entries).where(schema.entries.c.entry.in_(touched)))
        self._connection.execute(delete(schema.reports).where(schema.reports.c.document == document))
        find_again(self._connection, people)
        self.keep_note(REREAD, str(self.mark() + 1))

    def keep_copy(self, document: str, copy: Copy) -> None:
        table, told = schema.reports, schema.retellings
        changed = update(table).where(table.c.document == document)
        self._connection.execute(changed.values(copy_of=copy.original, similarity=copy.similarity))
        self._connection.execute(delete(told).where(told.c.document == document))
        self._insert(told, [{"record": record, "document": document} for record in copy.records])

    def keep_version(self, document: str, replaced_by: str) -> None:
        self._connection.execute(delete(schema.versions).where(schema.versions.c.document == document))
        self._insert(schema.versions, [{"document": document, "replaced_by": replaced_by}])

    def keep_keys(self, keys: Mapping[str, Iterable[str]]) -> None:
        for some in batches(keys):
            self._connection.execute(delete(schema.record_keys).where(schema.record_keys.c.record.in_(some)))
            pairs = [{"key": key, "record": record} for record in some for key in dict.fromkeys(keys[record])]
            self._insert(schema.record_keys, pairs)

    def replace_entries(self, old: Iterable[str], new: Iterable[Entry]) -> None:
        for some in batches(old):
            self._connection.execute(delete(schema.entries).where(schema.entries.c.entry.in_(some)))
        for kept in batches(new):
            self._insert(schema.entries, [rows.entry_row(entry) for entry in kept])
            who = [(e.id, actor) for e in kept for actor in dict.fromkeys((*e.actors, *e.recipients))]
            self._insert(schema.entry_actors, [{"entry": entry, "actor": actor} for entry, actor in who])
            told = [{"record": record, "entry": entry.id} for entry in kept for record in entry.records]
            self._insert(schema.entry_records, told)

    def keep_entry_keys(self, keys: Mapping[str, Iterable[tuple[str, int]]]) -> None:
        for some in batches(keys):
            self._connection.execute(delete(schema.entry_keys).where(schema.entry_keys.c.entry.in_(some)))
            own = [{"key": k, "day": day, "entry": entry} for entry in some for k, day in dict.fromkeys(keys[entry])]
            self._insert(schema.entry_keys, own)

    def replace_judgements(self, records: Collection[str], new: Iterable[Judgement]) -> None:
        table, within = schema.judgements, set(records)
        for some in batches(sorted(within)):
            asked = select(table.c.left, table.c.right).where(table.c.left.in_(some))
            inside = [pair for pair in self._connection.execute(asked) if pair.right in within]
            for pairs in batches(inside):
                gone = or_(*(and_(table.c.left == pair.left, table.c.right == pair.right) for pair in pairs))
                self._connection.execute(delete(table).where(gone))
        for kept in batches(new):
            self._insert(table, [rows.judgement_row(judgement) for judgement in kept])

    def add_decision(self, decision: Decision) -> None:
        self._insert(schema.decisions, [rows.decision_row(decision)])

    def undo_decision(self, decision: str, *, at: str | None, by: str | None) -> None:
        table = schema.decisions
        stands = and_(table.c.decision == decision, table.c.undone_at.is_(None))
        if self._connection.execute(update(table).where(stands).values(undone_at=at, undone_by=by)).rowcount == 0:
            raise KeyError(decision)

    def keep_file(self, file: InputFile) -> None:
        self._connection.execute(delete(schema.files).where(schema.files.c.path == file.path))
        self._insert(schema.files, [msgspec.structs.asdict(file)])

    def keep_bands(self, document: str, bands: Iterable[str]) -> None:
        self._connection.execute(delete(schema.bands).where(schema.bands.c.document == document))
        self._insert(schema.bands, [{"band": band, "document": document} for band in dict.fromkeys(bands)])

    def keep_note(self, name: str, value: str) -> None:
        self._connection.execute(delete(schema.notes).where(schema.notes.c.name == name))
        self._insert(schema.notes, [{"name": name, "value": value}])

    def advance_mark(self) -> None:
        """Says that something was written."""
        self.keep_note(MARK, str(self.mark() + 1))

    def _insert(self, table: Table, new: Sequence[rows.Row]) -> None:
        if new:
            self._connection.execute(insert(table), new)
