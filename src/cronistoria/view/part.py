"""A part of a chronicle as a book, made without holding the rest: what a reader asked for, as it stands on a day.

What shows no status is found by the store alone (`glance`). For all else, all entries of a large chronicle are settled
one after the other on disk (`cronistoria.view.standing`), and those asked for are kept.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from functools import cached_property
from itertools import islice
from typing import Literal

import msgspec

from cronistoria.merge.chapter import Chapter
from cronistoria.model.actor import Actor
from cronistoria.model.entry import Entry, entry_order
from cronistoria.model.query import Query
from cronistoria.store.base import Reader
from cronistoria.view.book import Book, open_book
from cronistoria.view.filters import actor_ids, resolve, select
from cronistoria.view.fitting import fits, is_in_agenda, is_in_ledger
from cronistoria.view.ledger import appointments, commitments
from cronistoria.view.standing import Standing, chapters_of, left_out_by, standing_on

Followed = Literal["ledger", "agenda"]

_SMALL = 20_000
_NEVER = "0001-01-01"
_DAY = 10


class Part(Book):
    """Some entries as they are given, and everybody who is named anywhere: it says things about entries that it does
    not hold.
    """

    def __init__(self, chapters: Iterable[Chapter], actors: Mapping[str, Actor], labels: str, now: date) -> None:
        self._known, held = dict(actors), tuple(chapters)
        super().__init__(held, (telling for chapter in held for telling in chapter.tellings), (), labels, now)

    def _settle(self) -> None:
        self.entries = tuple(sorted((chapter.entry for chapter in self._chapters.values()), key=entry_order))
        self._by_id = {entry.id: entry for entry in self.entries}

    @cached_property
    def actors(self) -> dict[str, Actor]:
        """All that the reports name."""
        return self._known


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """What part: the entries that fit a query and in which ``who`` takes part, a name or an id; of them, with
    ``followed``, those of the ledger or the agenda. Without ``settled`` they need no statuses, links and accounts.
    ``labels``: the language; ``now``: the day, by default that of the latest report.
    """

    query: Query
    labels: str
    now: date | None = None
    followed: Followed | None = None
    who: str | None = None
    settled: bool = True


@contextmanager
def found_in(reader: Reader, asked: Asked) -> Iterator[tuple[Book, tuple[Entry, ...]]]:
    """The entries asked for, in time order, and a book that has at least these.

    Raises `InputError` for an actor that nobody is.
    """
    if not asked.settled and not asked.query.statuses:
        part = glance(reader, asked)
        yield part, part.entries
    elif is_small(reader):
        book = open_book(reader, asked.labels, asked.now)
        ids = frozenset(actor_ids(book, asked.who) if asked.who else ())
        query = msgspec.structs.replace(resolve(book, asked.query), limit=None)
        among = _FOLLOWED[asked.followed](book) if asked.followed else None
        entries = (entry for entry in select(book, query, among) if not ids or ids & book.sides(entry))
        yield book, tuple(islice(entries, asked.query.limit))
    else:
        with standing_on(reader, asked.now) as standing:
            part = part_of(standing, asked)
        yield part, part.entries


@contextmanager
def entry_in(reader: Reader, name: str, asked: Asked) -> Iterator[tuple[Book, Entry]]:
    """The entry of an id, or of the beginning of what follows its colon, and a book that has what it is linked to.

    Raises `InputError` for none or several.
    """
    if is_small(reader):
        book = open_book(reader, asked.labels, asked.now)
    else:
        with standing_on(reader, asked.now) as standing:
            book = entry_and_near(reader, standing, name, asked)
    yield book, book.entry(name)


def is_small(reader: Reader) -> bool:
    """Whether a chronicle is soon read and held."""
    return sum(1 for _ in islice(reader.chronology(), _SMALL + 1)) <= _SMALL


def glance(reader: Reader, asked: Asked) -> Part:
    """The part without statuses, links and accounts. Raises `InputError` for an actor that nobody is."""
    now = asked.now or date.fromisoformat((reader.last_published() or _NEVER)[:_DAY])
    voice = Part((), reader.people() if asked.query.actors else {}, asked.labels, now)
    query = resolve(voice, asked.query)
    who = tuple(actor for actor in voice.actors if {actor, voice.side(actor)} & set(query.actors))
    rest = msgspec.structs.replace(query, actors=who, places=(), countries=(), outlets=(), limit=None)
    left_out = left_out_by(reader, (d for d in reader.decisions() if d.undone_at is None))
    entries = (e for e in reader.chronology(rest) if e.id not in left_out and fits(query, e, voice.sides(e)))
    chapters = tuple(chapters_of(reader, tuple(islice(entries, query.limit))))
    named = {actor for c in chapters for actor in (*c.entry.actors, *c.entry.recipients)}
    named |= {actor.id for c in chapters for telling in c.tellings for actor in telling.actors}
    return Part(chapters, reader.people(named), asked.labels, now)


def part_of(standing: Standing, asked: Asked) -> Part:
    """The part, settled. Raises `InputError` for an actor that nobody is."""
    now = asked.now or standing.latest
    voice = Part((), standing.actors, asked.labels, now)
    query, ids = resolve(voice, asked.query), frozenset(actor_ids(voice, asked.who) if asked.who else ())
    is_wanted = _IS_FOLLOWED[asked.followed] if asked.followed else None
    found = (
        chapter
        for chapter in standing.settled(followed=asked.followed is not None)
        if (is_wanted is None or is_wanted(chapter))
        and fits(query, chapter.entry, sides := voice.sides(chapter.entry))
        and (not ids or ids & sides)
    )
    return Part(islice(found, query.limit), voice.actors, asked.labels, now)


def entry_and_near(reader: Reader, standing: Standing, name: str, asked: Asked) -> Part:
    """The entries that a name may mean, and those that they are linked to or that are linked to them."""
    chapters = standing.chapters(standing.beginning_with(name.rpartition(":")[2]) if name else ())
    part = Part(chapters, standing.actors, asked.labels, asked.now or standing.latest)
    part.versions = reader.versions()
    return part


_IS_FOLLOWED: dict[Followed, Callable[[Chapter], bool]] = {
    "ledger": lambda chapter: is_in_ledger(chapter.entry),
    "agenda": is_in_agenda,
}
_FOLLOWED: dict[Followed, Callable[[Book], tuple[Entry, ...]]] = {"ledger": commitments, "agenda": appointments}
