"""What settling asks of all entries of a store, kept on disk: their order, and by side what they do, say and arrange.

Every question gives ids of entries that may matter, in order of time; whether they do is for `cronistoria.merge` to
say. The database is SQLite's own temporary one and goes with the object.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from itertools import product

import msgspec

from cronistoria.merge.acts import acts_of
from cronistoria.merge.chapter import Chapter
from cronistoria.merge.keys import FAMILIES
from cronistoria.merge.neighbours import AT
from cronistoria.model.entry import Entry, Link

_TABLES = """
CREATE TABLE entry (place TEXT, id TEXT, judged INTEGER, PRIMARY KEY (place, id)) WITHOUT ROWID;
CREATE TABLE content (id TEXT PRIMARY KEY, data BLOB);
CREATE TABLE member (side TEXT, day INTEGER, id TEXT, strand TEXT, PRIMARY KEY (side, day, id)) WITHOUT ROWID;
CREATE TABLE deed (side TEXT, act TEXT, day INTEGER, id TEXT, PRIMARY KEY (side, act, day, id)) WITHOUT ROWID;
CREATE TABLE point (
    side TEXT, family TEXT, subject TEXT, day INTEGER, id TEXT, PRIMARY KEY (side, family, subject, day, id)
) WITHOUT ROWID;
CREATE TABLE meeting (
    side TEXT, first INTEGER, last INTEGER, told INTEGER, day INTEGER, id TEXT, PRIMARY KEY (side, first, id)
) WITHOUT ROWID;
CREATE TABLE source (id TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE link (id TEXT, type TEXT, entry TEXT, reason TEXT, PRIMARY KEY (id, type, entry, reason)) WITHOUT ROWID;
"""
_LATEST = 400
_ALWAYS = -1
_BLOCK = 1000


class Spool:
    """Takes chapters one by one, then answers."""

    def __init__(self) -> None:
        self._database = sqlite3.connect("", isolation_level=None)
        self._database.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; BEGIN;" + _TABLES)
        self._decoder = msgspec.json.Decoder(Entry)
        self._cutoffs: dict[str, tuple[int, str]] = {}

    def add(self, chapter: Chapter, place: str, judged: bool) -> None:
        """Keeps what is asked of an entry; ``place``: where it stands in time; ``judged``: whether it gets a status."""
        entry, sides = chapter.entry, (*chapter.sides, *(AT + side for side in chapter.targets))
        self._put("entry", [(place, entry.id, judged)])
        self._put("content", [(entry.id, msgspec.json.encode(entry))])
        self._put("source", [(source.document,) for source in entry.sources])
        self._put("member", [(side, chapter.day, entry.id, chapter.strand) for side in sides])
        if chapter.strand == "position":
            family = FAMILIES.get(entry.type or "", "")
            kept = product(sides, (family,), sorted(chapter.content))
            self._put("point", [(*point, chapter.day, entry.id) for point in kept])
        elif chapter.strand in ("event", "deployment"):
            acts = sorted(acts_of(entry.type, entry.plover, chapter.strand))
            self._put("deed", [(*deed, chapter.day, entry.id) for deed in product(sides, acts)])
        elif chapter.strand in ("contact", "appointment") and (window := chapter.window):
            rest = (window.first, window.last, chapter.first, chapter.day, entry.id)
            self._put("meeting", [(side, *rest) for side in sides])

    def has_source(self, document: str) -> bool:
        """Whether a report tells an entry."""
        return self._database.execute("SELECT 1 FROM source WHERE id = ?", (document,)).fetchone() is not None

    def add_link(self, entry: str, link: Link) -> None:
        """Keeps what an entry does to another."""
        self._put("link", [(entry, link.type, link.entry, link.reason or "")])

    def ids(self, *, judged: bool = False) -> Iterator[str]:
        """All entries, or those that get a status, in order of time."""
        place, last = "", ""
        question = "SELECT place, id FROM entry WHERE (place, id) > (?, ?) AND judged >= ? ORDER BY place, id LIMIT ?"
        while rows := self._database.execute(question, (place, last, int(judged), _BLOCK)).fetchall():
            yield from (row[1] for row in rows)
            place, last = rows[-1]

    def entries(self, identities: Sequence[str]) -> list[Entry]:
        """Entries by their ids, as they came."""
        question = f"SELECT id, data FROM content WHERE id IN ({_marks(identities)})"
        found = dict(self._database.execute(question, identities).fetchall())
        return [self._decoder.decode(found[identity]) for identity in identities]

    def deeds(self, side: str, acts: Iterable[str], first: int, last: int) -> list[tuple[int, str]]:
        """What a side did after one day and up to another, as days and ids."""
        wanted = sorted(acts)
        question = (
            f"SELECT DISTINCT day, id FROM deed WHERE side = ? AND act IN ({_marks(wanted)}) AND day > ? AND day <= ?"
        )
        return self._database.execute(question, (side, *wanted, first, last)).fetchall()

    def points(self, side: str, families: Iterable[str], subjects: Iterable[str]) -> list[tuple[int, str]]:
        """Positions of a side, of some families, that share two subjects or more with those given."""
        wanted, about = sorted(families), sorted(subjects)
        question = (
            f"SELECT day, id FROM point WHERE side = ? AND family IN ({_marks(wanted)}) "
            f"AND subject IN ({_marks(about)}) GROUP BY day, id HAVING COUNT(*) > 1 ORDER BY day, id"
        )
        return self._database.execute(question, (side, *wanted, *about)).fetchall()

    def meetings(self, side: str, days: tuple[int, int], told: tuple[int, int]) -> list[tuple[int, str]]:
        """Contacts and appointments of a side that may lie within some days, or are first told within others."""
        question = (
            "SELECT day, id FROM meeting WHERE side = ? AND ((first <= ? AND last >= ?) OR told BETWEEN ? AND ?) "
            "ORDER BY day, id"
        )
        return self._database.execute(question, (side, days[1], days[0], *told)).fetchall()

    def of_strand(self, side: str, strand: str) -> list[tuple[int, str]]:
        """What a side has of a strand among its latest."""
        question = "SELECT day, id FROM member WHERE side = ? AND strand = ? AND (day, id) >= (?, ?) ORDER BY day, id"
        return self._database.execute(question, (side, strand, *self.cutoff(side))).fetchall()

    def cutoff(self, side: str) -> tuple[int, str]:
        """Where the latest of a side begin that links may lead to."""
        if side not in self._cutoffs:
            question = "SELECT day, id FROM member WHERE side = ? ORDER BY day DESC, id DESC LIMIT 1 OFFSET ?"
            self._cutoffs[side] = self._database.execute(question, (side, _LATEST - 1)).fetchone() or (_ALWAYS, "")
        return self._cutoffs[side]

    def links(self, entry: str) -> tuple[Link, ...]:
        """What an entry does to others."""
        question = "SELECT type, entry, reason FROM link WHERE id = ? ORDER BY type, entry, reason"
        return tuple(
            Link(type_, to, reason or None) for type_, to, reason in self._database.execute(question, (entry,))
        )

    def close(self) -> None:
        """Gives back the disk."""
        self._database.close()

    def _put(self, table: str, rows: Iterable[tuple[object, ...]]) -> None:
        kept = list(rows)
        if kept:
            marks = ", ".join("?" * len(kept[0]))
            self._database.executemany(f"INSERT OR IGNORE INTO {table} VALUES ({marks})", kept)


def _marks(values: Sequence[str]) -> str:
    return ", ".join("?" * len(values))
