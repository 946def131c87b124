"""The tables of an edition, whatever their format: one row a thing, rows as `cronistoria.export.rows` makes them."""

from collections.abc import Callable, Iterable, Iterator
from itertools import combinations

import msgspec

from cronistoria.errors import InputError
from cronistoria.export.edition import Edition, Told
from cronistoria.export.rows import (
    BY,
    COUNT,
    ENTRY_COLUMNS,
    NUMBER,
    RECORD_COLUMNS,
    SOURCE_COLUMNS,
    TEXT,
    TEXTS,
    WHEN,
    Row,
    entry_row,
    record_row,
    source_row,
)
from cronistoria.model.entry import EntryKind
from cronistoria.model.record import Position, Statement

CONTACT_COLUMNS = {
    "entry": TEXT, "channel": TEXT, **WHEN, "first": TEXT, "first_name": TEXT, "second": TEXT, "second_name": TEXT,
    "place": TEXT, "country": TEXT, "polarity": TEXT, "modality": TEXT, "status": TEXT, "confidence": NUMBER,
    "sources": COUNT, "title": TEXT,
}  # fmt: skip
STATEMENT_COLUMNS = {
    "entry": TEXT, **WHEN, "speaker": TEXT, "speaker_name": TEXT, "speaker_words": TEXT, "on_behalf_of": TEXT,
    "form": TEXT, "content": TEXT, "audience": TEXTS, "confidence": NUMBER, "record": TEXT, **BY, "url": TEXT,
}  # fmt: skip
POSITION_COLUMNS = {
    "entry": TEXT, "type": TEXT, **WHEN, "actors": TEXTS, "actor_names": TEXTS, "recipients": TEXTS,
    "recipient_names": TEXTS, "content": TEXT, "condition": TEXT, "condition_sense": TEXT, "consequence": TEXT,
    "deadline": TEXT, "polarity": TEXT, "status": TEXT, "reason": TEXT, "decided_by": TEXT, "sources": COUNT,
    "first_told": TEXT, "last_told": TEXT, "confidence": NUMBER, "title": TEXT,
}  # fmt: skip
DISAGREEMENT_COLUMNS = {
    "entry": TEXT, "title": TEXT, "field": TEXT, "value": TEXT, "sources": COUNT, "outlets": TEXTS, "documents": TEXTS,
}  # fmt: skip
ACTOR_COLUMNS = {
    "actor": TEXT, "kind": TEXT, "name": TEXT, "shown_name": TEXT, "country": TEXT, "role": TEXT, "wikidata": TEXT,
}  # fmt: skip
HEADINGS: dict[EntryKind, str] = {
    "contact": "contacts", "statement": "statements", "position": "positions", "deployment": "deployments",
    "event": "events",
}  # fmt: skip


class Table(msgspec.Struct, frozen=True):
    """A table of an edition: columns with the kind of their values, and the rows of one entry or of the whole."""

    name: str
    columns: dict[str, str]
    of_entry: Callable[[Edition, Told], Iterable[Row]] | None = None
    of_all: Callable[[Edition], Iterable[Row]] | None = None

    def rows(self, edition: Edition) -> Iterator[Row]:
        """All rows, in order."""
        if self.of_entry is not None:
            for told in edition.entries():
                yield from self.of_entry(edition, told)
        if self.of_all is not None:
            yield from self.of_all(edition)


def _entry(edition: Edition, told: Told) -> Iterator[Row]:
    """One row an entry."""
    yield entry_row(told.entry, edition.speaker.actor)


def _records(edition: Edition, told: Told) -> Iterator[Row]:
    """One row a record."""
    return ({**record_row(telling), "entry": told.entry.id} for telling in told.tellings)


def _contacts(edition: Edition, told: Told) -> Iterator[Row]:
    """One row for each two who were, or would be, in touch: the edges of a network."""
    entry = told.entry
    if entry.kind != "contact":
        return
    row = _pick(entry_row(entry, edition.speaker.actor), CONTACT_COLUMNS)
    for first, second in combinations(dict.fromkeys((*entry.actors, *entry.recipients)), 2):
        names = {"first_name": edition.speaker.actor(first), "second_name": edition.speaker.actor(second)}
        yield {**row, "channel": entry.type, "first": first, "second": second, **names}


def _statements(edition: Edition, told: Told) -> Iterator[Row]:
    """One row for each time that somebody's words are told."""
    for telling in told.tellings:
        if isinstance(said := telling.record, Statement):
            row = _pick(record_row(telling), STATEMENT_COLUMNS)
            yield {
                **row, "entry": told.entry.id, "url": telling.source.url, "speaker_words": said.speaker_label,
                "speaker_name": edition.speaker.actor(said.speaker) if said.speaker else None,
                "audience": list(said.audience),
            }  # fmt: skip


def _positions(edition: Edition, told: Told) -> Iterator[Row]:
    """One row for each threat, demand, offer …, with what became of it."""
    if told.entry.kind == "position":
        row = _pick(entry_row(told.entry, edition.speaker.actor), POSITION_COLUMNS)
        yield {**row, **_terms(told), "reason": edition.reason(told.entry) or None}


def _disagreements(edition: Edition, told: Told) -> Iterator[Row]:
    """One row for each value that reports give for one field in ways that cannot all be true."""
    entry = told.entry
    for disagreement in entry.disagreements:
        for value in disagreement.values:
            outlets = {s.outlet for s in entry.sources if s.document in value.sources and s.outlet}
            yield {
                "entry": entry.id, "title": entry.title, "field": disagreement.field, "value": str(value.value),
                "sources": len(value.sources), "outlets": sorted(outlets), "documents": list(value.sources),
            }  # fmt: skip


def _reports(edition: Edition) -> Iterator[Row]:
    """One row a report."""
    return map(source_row, edition.reports())


def _actors(edition: Edition) -> Iterator[Row]:
    """One row for each actor whom the records name, as the latest report has it."""
    for identity in sorted(edition.actors):
        actor = edition.actors[identity]
        yield {
            "actor": actor.id, "kind": actor.kind, "name": actor.name, "shown_name": edition.speaker.actor(actor.id),
            "country": actor.country, "role": actor.role, "wikidata": actor.wikidata,
        }  # fmt: skip


TABLES = (
    Table("entries", ENTRY_COLUMNS, of_entry=_entry),
    Table("contacts", CONTACT_COLUMNS, of_entry=_contacts),
    Table("statements", STATEMENT_COLUMNS, of_entry=_statements),
    Table("positions", POSITION_COLUMNS, of_entry=_positions),
    Table("disagreements", DISAGREEMENT_COLUMNS, of_entry=_disagreements),
    Table("records", {"entry": TEXT, **RECORD_COLUMNS}, of_entry=_records),
    Table("reports", SOURCE_COLUMNS, of_all=_reports),
    Table("actors", ACTOR_COLUMNS, of_all=_actors),
)


def table_named(name: str) -> Table:
    """The table of a name. Raises `InputError` for one that is none."""
    for table in TABLES:
        if table.name == name:
            return table
    raise InputError(f"table '{name}': expected {', '.join(table.name for table in TABLES)}")


def _terms(told: Told) -> Row:
    """What a position wants and hangs on: the first words for each."""
    records = [telling.record for telling in told.tellings if isinstance(telling.record, Position)]
    condition = next((r.condition for r in records if r.condition), None)
    deadline = next((r.deadline for r in records if r.deadline), None)
    return {
        "content": next((r.content.text for r in records), None),
        "condition": condition.span.text if condition else None,
        "condition_sense": condition.sense if condition else None,
        "consequence": next((r.consequence.text for r in records if r.consequence), None),
        "deadline": deadline.edtf if deadline else None,
    }


def _pick(row: Row, columns: dict[str, str]) -> Row:
    return {name: row[name] for name in columns if name in row}
