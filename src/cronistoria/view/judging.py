"""What people decide about entries: a decision made from names of entries and records, and the list of decisions."""

from collections.abc import Sequence
from datetime import date
from typing import get_args

from cronistoria.errors import InputError
from cronistoria.merge.commitments import is_commitment
from cronistoria.model.entry import AppointmentStatus, CommitmentStatus, Entry
from cronistoria.model.identity import stable_id
from cronistoria.model.judgement import Act, Decision
from cronistoria.store.base import Reader
from cronistoria.view.book import Book, last_day
from cronistoria.view.called import entry_called, record_called, short_id
from cronistoria.view.chronicle import page_of
from cronistoria.view.fitting import is_in_agenda
from cronistoria.view.page import Page, Table
from cronistoria.view.part import Part, part_with
from cronistoria.view.settler import Settler

PAIRS: frozenset[Act] = frozenset(("same", "different"))


def make_decision(
    reader: Reader, act: Act, names: Sequence[str], *, by: str | None, at: str, why: str | None
) -> Decision:
    """A decision about named entries or records; of an act ``status`` the last name is the status.

    Raises `InputError` for names that are not there, and for a status that the entry cannot have.
    """
    value = names[-1] if act == "status" else None
    named = names[: len(names) - (value is not None)]
    if len(named) != (2 if act in PAIRS else 1):
        raise InputError(f"judge {act}: {len(named)} names; expected {'two' if act in PAIRS else 'one'}")
    settler = Settler(reader, last_day(reader))
    if act in PAIRS:
        records = _pair(reader, settler.left_out, *named)
    else:
        entry = entry_called(reader, named[0], settler.left_out)
        records = entry.records
        _check_status(settler, entry, value)
    parts = (act, records, value, by, at, why)
    return Decision(id=stable_id("decision", *parts), act=act, records=records, value=value, by=by, at=at, why=why)


def decided_in(reader: Reader, labels: str, now: date | None = None) -> Part:
    """All decisions, and the entries that they are about."""
    decisions = reader.decisions()
    entries = reader.entries_of([record for decision in decisions for record in decision.records])
    part = part_with(reader, sorted(set(entries.values())), labels, now)
    part.decisions = decisions
    return part


def decisions_page(book: Book) -> Page:
    """All decisions in order of time, also those undone."""
    words = book.words
    names = ("entry", "act", "title", "by", "when", "why")
    rows = tuple(_row(book, decision) for decision in book.decisions)
    return page_of(book, "judge", (Table(None, tuple(words.columns[name] for name in names), rows),))


def standing(reader: Reader, name: str) -> Decision:
    """The decision of an id or of its beginning that is not undone. Raises `InputError`."""
    tail = name.rpartition(":")[2]
    found = [d for d in reader.decisions() if d.undone_at is None and d.id.rpartition(":")[2].startswith(tail)]
    if len(found) != 1 or not tail:
        raise InputError(f"decision '{name}': {len(found)} stand that begin so; `judge list` shows them")
    return found[0]


def _pair(reader: Reader, left_out: frozenset[str], one: str, other: str) -> tuple[str, ...]:
    """A record of each; of an entry the one that tells most surely, which speaks for all of it."""
    left, right = (_record(reader, left_out, name) for name in (one, other))
    if left == right:
        raise InputError(f"judge: '{one}' and '{other}' are one record; expected two")
    return tuple(sorted((left, right)))


def _record(reader: Reader, left_out: frozenset[str], name: str) -> str:
    if record := record_called(reader, name):
        return record
    told = reader.tellings_of(entry_called(reader, name, left_out).records)
    return max(told, key=lambda telling: (telling.record.confidence, telling.record.id)).record.id


def _check_status(settler: Settler, entry: Entry, value: str | None) -> None:
    if value is None:
        return
    (chapter,) = settler.chapters((entry.id,))
    statuses: tuple[str, ...] = ()
    if is_commitment(settler.with_status(chapter)):
        statuses = get_args(CommitmentStatus)
    elif is_in_agenda(chapter):
        statuses = get_args(AppointmentStatus)
    if value not in statuses:
        expected = ", ".join(statuses) or "a commitment or an appointment"
        raise InputError(f"status '{value}' of {short_id(entry.id)}: expected {expected}")


def _row(book: Book, decision: Decision) -> tuple[str, ...]:
    act = book.words.acts[decision.act]
    said = f"{act} {decision.value}" if decision.value else act
    undone = f" (✗ {decision.undone_at} {decision.undone_by or ''})".rstrip() if decision.undone_at else ""
    titles = dict.fromkeys(book.title(entry) for r in decision.records if (entry := book.entry_of(r)))
    about, when = " ↔ ".join(titles), decision.at or ""
    return short_id(decision.id), said + undone, about, decision.by or "", when, decision.why or ""
