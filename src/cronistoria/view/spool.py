"""All entries of a store on disk: their chapters in order of time, and what settling found.

The database is SQLite's own temporary one and goes with the object. What is added is answered for once `fold` was
called.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import msgspec

from cronistoria.merge.chapter import Chapter
from cronistoria.merge.readouts import Passage, passages_of
from cronistoria.merge.sketch import Window
from cronistoria.merge.verdict import Verdict
from cronistoria.model.entry import Link, LinkType
from cronistoria.view.packing import Packer

_TABLES = """
CREATE TABLE told (number INTEGER PRIMARY KEY, id TEXT, strand TEXT, followed INTEGER, entry BLOB, tellings BLOB);
CREATE TABLE source (id TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE record (id TEXT PRIMARY KEY, number INTEGER) WITHOUT ROWID;
CREATE TABLE passage (
    document TEXT, start INTEGER, contact INTEGER, entry TEXT, record TEXT, sides TEXT, first INTEGER, last INTEGER,
    dated INTEGER
);
CREATE TABLE verdict (id TEXT PRIMARY KEY, data BLOB) WITHOUT ROWID;
CREATE TABLE link (id TEXT, type TEXT, entry TEXT, reason TEXT, PRIMARY KEY (id, type, entry, reason)) WITHOUT ROWID;
CREATE TABLE account (id TEXT, side TEXT, record TEXT, PRIMARY KEY (id, side, record)) WITHOUT ROWID;
"""
_INDEXES = """
CREATE UNIQUE INDEX told_by_id ON told (id);
CREATE INDEX told_followed ON told (number) WHERE followed;
CREATE INDEX told_by_strand ON told (strand, number);
CREATE INDEX passage_by_document ON passage (document);
"""
_CONTACTS = "SELECT document FROM passage WHERE contact"
_BLOCK = 500
_APART = "\n"
_PENDING = 2_000

Sides = dict[str, tuple[str, ...]]
Block = tuple[list[str], Iterator[Chapter]]


class Outcome(msgspec.Struct, frozen=True):
    """What settling found of an entry."""

    verdict: Verdict | None
    links: tuple[Link, ...]
    sides: Sides


class Spool:
    """Takes chapters in order of time, then answers, one thread at a time; they are numbered from 0 on.

    ``by_record``: also by what entry a record is told in, and what is done to an entry.
    """

    def __init__(self, *, by_record: bool = False) -> None:
        self._database = sqlite3.connect("", isolation_level=None, check_same_thread=False)
        self._by_record, self._number = by_record, 0
        self._database.executescript(
            "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-32768; BEGIN;" + _TABLES
        )
        self._packer = Packer()
        self._pending: dict[str, list[tuple[object, ...]]] = {}

    def add(self, chapter: Chapter, followed: bool) -> None:
        """Keeps the next chapter in order of time; ``followed``: whether it may get a status."""
        entry = chapter.entry
        packed = self._packer.pack_entry(entry), self._packer.pack_tellings(chapter)
        self._put("told", [(self._number, entry.id, chapter.strand, followed, *packed)])
        self._put("source", [(source.document,) for source in entry.sources])
        self._put("passage", map(_passage_row, passages_of(chapter)))
        if self._by_record:
            self._put("record", [(record, self._number) for record in entry.records])
        self._number += 1

    def fold(self) -> None:
        """Ends the adding."""
        self._flush()
        self._database.executescript(_INDEXES)

    def has_source(self, document: str) -> bool:
        """Whether a report tells an entry."""
        return self._database.execute("SELECT 1 FROM source WHERE id = ?", (document,)).fetchone() is not None

    def settle(self, entry: str, verdict: Verdict | None, links: Iterable[tuple[str, Link]]) -> None:
        """Keeps the status of an entry, and what entries do to others."""
        if verdict is not None:
            self._put("verdict", [(entry, msgspec.msgpack.encode(verdict))])
        self._put("link", [(doer, link.type, link.entry, link.reason or "") for doer, link in links])

    def account(self, accounts: Mapping[str, Sides]) -> None:
        """Keeps what each side says of contacts."""
        for entry, sides in accounts.items():
            self._put("account", ((entry, side, record) for side, told in sides.items() for record in told))

    def chapters(self, *, followed: bool = False, strands: Sequence[str] = ()) -> Iterator[Block]:
        """All chapters in order of time, some hundreds at a time; or those that may get a status; or some strands."""
        asked = "followed" if followed else f"strand IN ({_marks(strands)})" if strands else "1"
        question = (
            f"SELECT number, id, entry, tellings FROM told WHERE number > ? AND {asked} ORDER BY number LIMIT {_BLOCK}"
        )
        last = -1
        while rows := self._database.execute(question, (last, *strands)).fetchall():
            last = rows[-1][0]
            yield [row[1] for row in rows], (self._packer.unpack(entry, told) for *_, entry, told in rows)

    def chapters_of(self, identities: Sequence[str]) -> dict[str, Chapter]:
        """Chapters by id."""
        question = f"SELECT id, entry, tellings FROM told WHERE id IN ({_marks(identities)})"
        rows = self._database.execute(question, identities)
        return {identity: self._packer.unpack(entry, told) for identity, entry, told in rows}

    def __len__(self) -> int:
        return self._number

    def at(self, numbers: Sequence[int]) -> list[Chapter]:
        """Chapters by their numbers, in that order."""
        found: dict[int, Chapter] = {}
        for start in range(0, len(numbers), _BLOCK):
            some = numbers[start : start + _BLOCK]
            rows = self._ask(f"SELECT number, entry, tellings FROM told WHERE number IN ({_marks(some)})", some)
            found |= {number: self._packer.unpack(entry, told) for number, entry, told in rows}
        return [found[number] for number in numbers]

    def number_of(self, identity: str) -> int | None:
        """The number of an entry."""
        rows = self._ask("SELECT number FROM told WHERE id = ?", (identity,))
        return rows[0][0] if rows else None

    def number_telling(self, record: str) -> int | None:
        """The number of the entry that a record is told in."""
        rows = self._ask("SELECT number FROM record WHERE id = ?", (record,))
        return rows[0][0] if rows else None

    def ids_beginning(self, letters: str) -> list[str]:
        """Ids that begin so."""
        question = "SELECT id FROM told WHERE id >= ? AND id < ? ORDER BY id"
        return [row[0] for row in self._ask(question, (letters, letters + "\U0010ffff"))]

    def links_to(self, identity: str) -> list[tuple[LinkType, str]]:
        """What others do to an entry, those first that come first in time."""
        question = (
            "SELECT link.type, link.id FROM link JOIN told ON told.id = link.id WHERE link.entry = ? "
            "ORDER BY told.number, link.type, link.reason"
        )
        return self._ask(question, (identity,))

    def passages(self) -> Iterator[Passage]:
        """Those of the reports that tell a contact, report by report."""
        rows = self._database.cursor().execute(
            f"SELECT * FROM passage WHERE document IN ({_CONTACTS}) ORDER BY document"
        )
        return map(_to_passage, rows)

    def outcomes(self, identities: Sequence[str]) -> dict[str, Outcome]:
        """What settling found of entries, by id; those of which it found nothing are left out."""
        self._flush()
        among = f"WHERE id IN ({_marks(identities)})"
        verdicts = dict(self._database.execute(f"SELECT id, data FROM verdict {among}", identities))
        sides: dict[str, Sides] = {}
        for identity, side, record in self._database.execute(
            f"SELECT * FROM account {among} ORDER BY id, side, record", identities
        ):
            told = sides.setdefault(identity, {})
            told[side] = (*told.get(side, ()), record)
        links: dict[str, list[Link]] = {}
        for identity, *link in self._database.execute(f"SELECT * FROM link {among} ORDER BY type, entry", identities):
            links.setdefault(identity, []).append(Link(link[0], link[1], link[2] or None))
        return {
            identity: Outcome(
                msgspec.msgpack.decode(verdicts[identity], type=Verdict) if identity in verdicts else None,
                tuple(links.get(identity, ())),
                sides.get(identity, {}),
            )
            for identity in {*verdicts, *sides, *links}
        }

    def end(self) -> None:
        """Ends the settling."""
        self._flush()
        if self._by_record:
            self._database.executescript("CREATE INDEX link_by_entry ON link (entry);")

    def close(self) -> None:
        """Gives back the disk."""
        self._database.close()

    def _ask(self, question: str, values: Sequence[object]) -> list[Any]:
        return self._database.execute(question, tuple(values)).fetchall()

    def _put(self, table: str, rows: Iterable[tuple[object, ...]]) -> None:
        pending = self._pending.setdefault(table, [])
        pending.extend(rows)
        if len(pending) >= _PENDING:
            self._write(table)

    def _flush(self) -> None:
        for table in self._pending:
            self._write(table)

    def _write(self, table: str) -> None:
        if rows := self._pending[table]:
            marks = ", ".join("?" * len(rows[0]))
            self._database.executemany(f"INSERT OR IGNORE INTO {table} VALUES ({marks})", rows)
            rows.clear()


def _passage_row(passage: Passage) -> tuple[object, ...]:
    window = passage.window
    days = (window.first, window.last, window.dated) if window else (None, None, None)
    sides = _APART.join(sorted(passage.sides))
    return passage.document, passage.start, passage.is_contact, passage.entry, passage.record, sides, *days


def _to_passage(row: tuple[str, int, int, str, str, str, int | None, int, int]) -> Passage:
    document, start, contact, entry, record, sides, first, last, dated = row
    window = Window(first, last, bool(dated)) if first is not None else None
    among = frozenset(sides.split(_APART)) if sides else frozenset[str]()
    return Passage(document, start, bool(contact), entry, record, among, window)


def _marks(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))
