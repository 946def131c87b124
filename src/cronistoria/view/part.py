"""A part of a chronicle as a book, made without holding the rest: what a reader asked for, as it stands on a day.

The store finds the entries; each is settled with those few that may matter to it (`cronistoria.view.settler`). Only
where very many are wanted whole, all are settled one after the other on disk (`cronistoria.view.standing`).
"""

import copy
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from itertools import islice
from typing import Literal

import msgspec

from cronistoria.merge.chapter import Chapter
from cronistoria.merge.entry_keys import may_get_status
from cronistoria.model.actor import Actor
from cronistoria.model.entry import Entry, EntryKind, Link, entry_order
from cronistoria.model.query import Query
from cronistoria.store.base import Reader
from cronistoria.view.book import Book, last_day
from cronistoria.view.called import ids_called
from cronistoria.view.filters import actor_ids, resolve
from cronistoria.view.fitting import fits, is_in_agenda, is_in_ledger
from cronistoria.view.settler import Settler, chapters_of, left_out_by, standing_decisions
from cronistoria.view.standing import standing_on

Followed = Literal["ledger", "agenda"]
Depth = Literal["told", "status", "whole"]

_MANY = 2_000
_FEW, _BATCH = 16, 500


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
    ``followed``, those of the ledger or the agenda. ``labels``: the language; ``now``: the day, by default that of the
    latest report; ``depth``: what is to be found out about them.
    """

    query: Query
    labels: str
    now: date | None = None
    followed: Followed | None = None
    who: str | None = None
    depth: Depth = "whole"


def found_in(reader: Reader, asked: Asked) -> Part:
    """The entries asked for, in time order. Raises `InputError` for an actor that nobody is."""
    part = few_in(reader, asked) if asked.depth == "whole" else _settled_one_by_one(reader, asked)
    return part or _part_of_all(reader, asked)


def few_in(reader: Reader, asked: Asked) -> Part | None:
    """The same where few are asked for; ``None`` where all entries are settled sooner than each of those."""
    among, limit = _Sought(asked, _voice(reader, asked)).among(reader), asked.query.limit
    many = (limit is None or limit > _MANY) and sum(1 for _ in islice(among, _MANY + 1)) > _MANY
    return None if many else _settled_one_by_one(reader, asked)


def _settled_one_by_one(reader: Reader, asked: Asked) -> Part:
    voice = _voice(reader, asked)
    sought = _Sought(asked, voice).found(reader, Settler(reader, voice.now))
    found = tuple(islice(sought, asked.query.limit))
    if voice.actors:
        return _latest(reader, Part(found, voice.actors, asked.labels, voice.now))
    return part_of(reader, found, asked.labels, voice.now)


def _voice(reader: Reader, asked: Asked) -> Part:
    """Who is who, if somebody is asked for."""
    people = reader.people() if asked.query.actors or asked.who else {}
    return Part((), people, asked.labels, asked.now or last_day(reader))


def _latest(reader: Reader, part: Part) -> Part:
    part.latest = last_day(reader)
    return part


def entry_in(reader: Reader, name: str, labels: str, now: date | None = None) -> Part:
    """The entries that an id, or the beginning of what follows its colon, may mean; with a single one what it is linked
    to, of which no more is found out than what it does to that one.
    """
    on = now or last_day(reader)
    settler = Settler(reader, on)
    named = settler.chapters([i for i in ids_called(reader, name) if i not in settler.left_out])
    if len(named) == 1:
        own = retold(named[0], settler.settled(named[0]))
        named = [own, *_linked_to(own, settler.done_to(named[0]), settler)]
    part = part_of(reader, named, labels, on)
    part.versions = reader.versions()
    return part


def _linked_to(own: Chapter, done: Mapping[str, tuple[Link, ...]], settler: Settler) -> Iterator[Chapter]:
    near = {*done, *(link.entry for link in own.entry.links)} - {own.entry.id}
    for chapter in settler.chapters(sorted(near)):
        yield retold(chapter, msgspec.structs.replace(chapter.entry, links=done.get(chapter.entry.id, ())))


def part_with(reader: Reader, identities: Sequence[str], labels: str, now: date | None = None) -> Part:
    """Some entries as they are told, those that people rejected left out."""
    left_out = left_out_by(reader, standing_decisions(reader))
    found = reader.entries_named([identity for identity in identities if identity not in left_out])
    return part_of(reader, tuple(chapters_of(reader, found.values())), labels, now or last_day(reader))


def part_of(reader: Reader, chapters: Sequence[Chapter], labels: str, now: date | None = None) -> Part:
    """Some entries as they are given, and everybody whom they name."""
    named = {actor for c in chapters for actor in (*c.entry.actors, *c.entry.recipients)}
    named |= {actor.id for c in chapters for telling in c.tellings for actor in telling.actors}
    return _latest(reader, Part(chapters, reader.people(named), labels, now or last_day(reader)))


def retold(chapter: Chapter, entry: Entry) -> Chapter:
    """The chapter with its entry as it stands."""
    other = copy.copy(chapter)
    other.entry = entry
    return other


class _Sought:
    """The entries that are asked for, found by a reader one after the other."""

    def __init__(self, asked: Asked, voice: Part) -> None:
        self._asked, self._voice = asked, voice
        self._query = resolve(voice, asked.query)
        self._who = frozenset(actor_ids(voice, asked.who) if asked.who else ())

    def among(self, reader: Reader) -> Iterator[Entry]:
        """Entries that fit, if their status does."""
        left_out = left_out_by(reader, standing_decisions(reader))
        timeless = msgspec.structs.replace(self._query, statuses=())
        for entry in reader.chronology(self._narrowed()):
            if entry.id not in left_out and self._fits(timeless, entry) and self._may_be_followed(entry):
                yield entry

    def found(self, reader: Reader, settler: Settler) -> Iterator[Chapter]:
        """The entries that fit, as they stand."""
        needs_status = self._asked.depth != "told" or bool(self._query.statuses)
        for some in _some(self.among(reader)):
            for chapter in chapters_of(reader, some):
                settler.keep({chapter.entry.id: chapter})
                entry = settler.with_status(chapter) if needs_status else chapter.entry
                if self.is_wanted(retold(chapter, entry)):
                    whole = self._asked.depth == "whole"
                    yield retold(chapter, settler.settled(chapter) if whole else entry)

    def is_wanted(self, chapter: Chapter) -> bool:
        """Whether a settled entry is asked for."""
        followed = self._asked.followed
        return (followed is None or _IS_FOLLOWED[followed](chapter)) and self._fits(self._query, chapter.entry)

    def _fits(self, query: Query, entry: Entry) -> bool:
        sides = self._voice.sides(entry)
        return fits(query, entry, sides) and (not self._who or bool(self._who & sides))

    def _may_be_followed(self, entry: Entry) -> bool:
        followed = self._asked.followed
        return followed is None or (entry.kind == "contact" if followed == "agenda" else may_get_status(entry))

    def _narrowed(self) -> Query:
        """What the store can look for itself."""
        query, followed = self._query, self._asked.followed
        wanted = self._who or frozenset(query.actors)
        who = tuple(actor for actor in self._voice.actors if {actor, self._voice.side(actor)} & wanted)
        kinds = query.kinds or (_KINDS[followed] if followed else ())
        rest: dict[str, object] = {"places": (), "countries": (), "outlets": (), "statuses": (), "limit": None}
        return msgspec.structs.replace(query, actors=who, kinds=kinds, **rest)


def _some(entries: Iterator[Entry]) -> Iterator[tuple[Entry, ...]]:
    """Entries to be looked at together: few at first, as few may be enough."""
    size = _FEW
    while some := tuple(islice(entries, size)):
        yield some
        size = min(size * 2, _BATCH)


def _part_of_all(reader: Reader, asked: Asked) -> Part:
    """The part, found by settling all entries one after the other on disk."""
    with standing_on(reader, asked.now) as standing:
        now = asked.now or standing.latest
        voice = Part((), standing.actors, asked.labels, now)
        sought = _Sought(asked, voice)
        found = filter(sought.is_wanted, standing.settled(followed=asked.followed is not None))
        return _latest(reader, Part(islice(found, asked.query.limit), voice.actors, asked.labels, now))


_KINDS: dict[Followed, tuple[EntryKind, ...]] = {"ledger": ("position",), "agenda": ("contact",)}
_IS_FOLLOWED: dict[Followed, Callable[[Chapter], bool]] = {
    "ledger": lambda chapter: is_in_ledger(chapter.entry),
    "agenda": is_in_agenda,
}
