"""Two accounts of one contact, point by point: what both say, what one alone says, where they contradict.

A point is an entry (a statement or a position) that a side holds about the contact. Two sides say the same where both
do the same (demand, promise, warn …) in words that are mostly the same; they contradict where one side refuses, denies
or negates what the other holds; what else is about one subject is told next to each other as that. A point is told
once: where it fits best.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import combinations
from typing import Literal, get_args

import msgspec

from cronistoria.errors import InputError
from cronistoria.merge.chapter import Chapter
from cronistoria.merge.commitments import ALIKE
from cronistoria.merge.keys import FAMILIES
from cronistoria.merge.subjects import is_subject, likeness
from cronistoria.model.edtf import parse_edtf
from cronistoria.model.entry import Entry, entry_order
from cronistoria.model.query import Query
from cronistoria.model.record import Position, Statement
from cronistoria.store.base import Reader
from cronistoria.view.book import Book, last_day
from cronistoria.view.called import entry_called, short_id
from cronistoria.view.chronicle import page_of
from cronistoria.view.page import Page, Table
from cronistoria.view.part import Part, part_of, retold
from cronistoria.view.phrases import outlet, quote, say_disagreement
from cronistoria.view.settler import Settler

_OPPOSITE = {("no", "demand"), ("no", "promise"), ("no", "blame"), ("no", "yes"), ("no", "threat"), ("yes", "blame")}
_MOST_WORDINGS = 3
_SAME, _AGAINST, _SHARED = 0.6, 0.5, 2


class Point(msgspec.Struct, frozen=True):
    """A side's point: the entry, and the words of its tellings (outlet, words), the longest first."""

    side: str
    entry: str
    wordings: tuple[tuple[str, str], ...]


class Accounts(msgspec.Struct, frozen=True, kw_only=True):
    """A contact's accounts: pairs that say the same, pairs that contradict, pairs that say different things on one
    subject, and points of one side alone.
    """

    entry: Entry
    both: tuple[tuple[Point, Point], ...]
    contradicted: tuple[tuple[Point, Point], ...]
    subject: tuple[tuple[Point, Point], ...]
    only: tuple[Point, ...]


Relation = Literal["contradicted", "both", "subject"]
_RELATIONS: tuple[Relation, ...] = get_args(Relation)


class _Pair(msgspec.Struct, frozen=True):
    """Two points of different sides, what they are to each other, and how alike their words are."""

    one: Point
    other: Point
    relation: Relation
    alike: float


def contacts_in(reader: Reader, name: str, labels: str, now: date | None = None) -> tuple[Part, tuple[Entry, ...]]:
    """The contact of an id, or those of a day that have accounts, and a book of them and of what the accounts tell.

    Raises `InputError` for what is neither.
    """
    settler = Settler(reader, now or last_day(reader))
    try:
        start, end, _ = parse_edtf(name)
    except ValueError:
        entry = entry_called(reader, name, settler.left_out)
        if entry.kind != "contact":
            raise InputError(f"entry '{name}': is a {entry.kind}; expected a contact") from None
        found, silent = [entry.id], True
    else:
        found = [entry.id for entry in reader.chronology(Query(start=start, end=end, kinds=("contact",)))]
        silent = False
    told = [retold(chapter, settler.settled(chapter)) for chapter in settler.chapters(found)]
    contacts = tuple(chapter for chapter in told if chapter.entry.sides or silent)
    records = [record for c in contacts for told in c.entry.sides.values() for record in told]
    others = set(reader.entries_of(records).values()).difference(chapter.entry.id for chapter in contacts)
    part = part_of(reader, (*contacts, *settler.chapters(sorted(others))), labels, now)
    return part, tuple(part.entry(chapter.entry.id) for chapter in contacts)


def accounts_of(book: Book, entry: Entry) -> Accounts:
    """The two sides' points, compared."""
    points = [(point, chapter) for side in entry.sides for point, chapter in _points(book, entry, side)]
    told: dict[Relation, list[tuple[Point, Point]]] = {relation: [] for relation in _RELATIONS}
    paired: set[tuple[str, str]] = set()
    for pair in sorted(_pairs(points), key=lambda pair: (_RELATIONS.index(pair.relation), -pair.alike)):
        ends = {(pair.one.side, pair.one.entry), (pair.other.side, pair.other.entry)}
        if not ends & paired:
            told[pair.relation].append((pair.one, pair.other))
            paired |= ends
    only = tuple(point for point, _ in points if (point.side, point.entry) not in paired)
    return Accounts(entry=entry, only=only, **{relation: tuple(pairs) for relation, pairs in told.items()})


def _pairs(points: Sequence[tuple[Point, Chapter]]) -> Iterator[_Pair]:
    """The points of two sides that are about one subject."""
    for (one, first), (other, second) in combinations(points, 2):
        alike = likeness(first.content, second.content)
        if one.side != other.side and one.entry != other.entry and alike >= ALIKE:
            relation = _relation(first, second, alike)
            if relation is not None:
                yield _Pair(one, other, relation, alike)


def sides_page(book: Book, accounts: Iterable[Accounts]) -> Page:
    """All accounts, contact by contact."""
    return page_of(book, "sides", tuple(table for account in accounts for table in _tables(book, account)))


def _points(book: Book, entry: Entry, side: str) -> list[tuple[Point, Chapter]]:
    """The entries that a side's account belongs to, with the words that are about this contact."""
    told = set(entry.sides[side])
    all_told = {record for records in entry.sides.values() for record in records}
    about = {e.id: e for record in told if (e := book.entry_of(record))}
    found = []
    for candidate in sorted(about.values(), key=entry_order):
        if not _is_repeated(book, candidate, all_told):
            chapter = book.chapter(candidate)
            wordings = {(outlet(book, t.source), _words(t.record)) for t in chapter.tellings if t.record.id in told}
            ordered = sorted(wordings, key=lambda pair: (-len(pair[1]), pair))
            found.append((Point(side, candidate.id, tuple(ordered[:_MOST_WORDINGS])), chapter))
    return found


def _is_repeated(book: Book, entry: Entry, told: set[str]) -> bool:
    """Whether a statement only carries the words of a position that is told anyway."""
    if entry.kind != "statement":
        return False
    positions = [r for record in told if isinstance(r := book.telling(record).record, Position)]
    documents = {
        record: book.telling(record).source.document for record in (*entry.records, *(p.id for p in positions))
    }
    own = [book.telling(record).record for record in entry.records]
    return any(
        isinstance(record, Statement) and position.content.overlaps(record.content)
        for record in own for position in positions if documents[record.id] == documents[position.id]
    )  # fmt: skip


def _relation(one: Chapter, other: Chapter, alike: float) -> Relation | None:
    shared = one.content & other.content
    if len(shared) >= _SHARED and alike >= _AGAINST and _contradict(one, other):
        return "contradicted"
    if len(shared) >= _SHARED and alike >= _SAME and _act(one) == _act(other):
        return "both"
    return "subject" if any(is_subject(word) for word in shared) else None


def _act(chapter: Chapter) -> str:
    """What is done with words: a demand, a promise, or no more than saying."""
    return FAMILIES[chapter.entry.type or ""] if chapter.strand == "position" else ""


def _contradict(one: Chapter, other: Chapter) -> bool:
    if one.strand != "position" or other.strand != "position":
        return one.entry.polarity != other.entry.polarity
    families = FAMILIES[one.entry.type or ""], FAMILIES[other.entry.type or ""]
    return families in _OPPOSITE or families[::-1] in _OPPOSITE or one.entry.polarity != other.entry.polarity


def _words(record: object) -> str:
    return record.content.text if isinstance(record, Statement | Position) else ""


def _tables(book: Book, accounts: Accounts) -> Sequence[Table]:
    entry, words = accounts.entry, book.words
    head = [
        f"[{short_id(entry.id)}] {book.title(entry)}",
        *(say_disagreement(book, entry, d) for d in entry.disagreements),
    ]
    tables = [Table(head[0], lines=tuple(head[1:]) or (book.speaker.date(entry.date),) if entry.date else ())]
    tables += [Table(words.both, lines=tuple(_pair(book, pair) for pair in accounts.both))]
    tables += [Table(words.contradicted, lines=tuple(_pair(book, pair) for pair in accounts.contradicted))]
    tables += [Table(words.subject_shared, lines=tuple(_pair(book, pair) for pair in accounts.subject))]
    for side in entry.sides:
        lines = tuple(_line(book, point) for point in accounts.only if point.side == side)
        tables.append(Table(words.only.format(who=book.naming.noun(side)), lines=lines))
    return tables


def _pair(book: Book, pair: tuple[Point, Point]) -> str:
    return book.words.against.format(first=_line(book, pair[0]), second=_line(book, pair[1]))


def _line(book: Book, point: Point) -> str:
    said = "; ".join(f"{quote(book, words, 160)} ({name})" for name, words in point.wordings)
    return f"[{short_id(point.entry)}] {book.title(book.entry(point.entry))}: {said}"
