"""How the entries of a store stand on a day, found in memory that does not grow with them.

All entries are looked at once, in order of time, and go to a `Spool` on disk; each is then settled with those others
that may matter to it, by the rules of `cronistoria.merge`, so that it comes out as `settle` would have it.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from itertools import groupby, islice

from cronistoria.merge.chapter import Chapter
from cronistoria.merge.readouts import readouts
from cronistoria.model.actor import Actor
from cronistoria.model.source import Telling
from cronistoria.store.base import Reader
from cronistoria.view.book import last_day
from cronistoria.view.settler import Settler, chapters_of, completed, is_followed, left_out_by, standing_decisions
from cronistoria.view.spool import Outcome, Spool

_BATCH = 500
_TIED = ("position", "deployment", "appointment")
_NOTHING = Outcome(None, (), {})


class Standing:
    """The entries of one reader's view: `look` at all of them, `settle` them on a day, then take them one by one."""

    def __init__(self, reader: Reader, *, by_record: bool = False) -> None:
        self._reader, self.spool, self._seen = reader, Spool(by_record=by_record), _Seen()
        self._decisions, self._latest = standing_decisions(reader), last_day(reader)

    def look(self) -> None:
        """Takes in every entry in order of time; what else is asked needs that this was done."""
        left_out = left_out_by(self._reader, self._decisions)
        entries = (entry for entry in self._reader.chronology() if entry.id not in left_out)
        while some := list(islice(entries, _BATCH)):
            for chapter in chapters_of(self._reader, some):
                self.spool.add(chapter, is_followed(chapter))
                for telling in chapter.tellings:
                    self._seen.add(telling)
        self.spool.fold()

    def settle(self, now: date) -> None:
        """Finds statuses on a day, what entries do to others, and accounts of contacts."""
        settler = Settler(self._reader, now, self.spool.chapters_of)
        for _, chapters in self.spool.chapters(strands=_TIED):
            for chapter in chapters:
                settler.keep({chapter.entry.id: chapter})
                verdict = settler.verdict(chapter)
                self.spool.settle(chapter.entry.id, verdict, settler.links(chapter, verdict))
        for _, told in groupby(self.spool.passages(), lambda passage: passage.document):
            self.spool.account(readouts(told))
        self.spool.end()

    def settled(self, *, followed: bool = False) -> Iterator[Chapter]:
        """All entries in time order as they stand; or only those that may have a status."""
        for identities, chapters in self.spool.chapters(followed=followed):
            yield from self._as_they_stand(identities, chapters)

    def at(self, numbers: Sequence[int]) -> list[Chapter]:
        """The entries of some numbers, counted in time order, as they stand."""
        chapters = self.spool.at(numbers)
        return list(self._as_they_stand([chapter.entry.id for chapter in chapters], chapters))

    def _as_they_stand(self, identities: Sequence[str], chapters: Iterable[Chapter]) -> Iterator[Chapter]:
        outcomes = self.spool.outcomes(identities)
        for chapter in chapters:
            found = outcomes.get(chapter.entry.id, _NOTHING)
            chapter.entry = completed(chapter.entry, self._decisions, found.verdict, found.links, found.sides)
            yield chapter

    @property
    def latest(self) -> date:
        """The day of the latest report."""
        return self._latest

    @property
    def actors(self) -> dict[str, Actor]:
        """Everybody whom the entries' records name, as the latest report has them."""
        return self._seen.actors

    def tells(self, document: str) -> bool:
        """Whether a report tells an entry."""
        return self.spool.has_source(document)

    def close(self) -> None:
        """Gives back the disk."""
        self.spool.close()


@contextmanager
def standing_on(reader: Reader, now: date | None = None) -> Iterator[Standing]:
    """All entries of a reader's view, settled on a day; without one, on that of the latest report."""
    standing = Standing(reader)
    try:
        standing.look()
        standing.settle(now or standing.latest)
        yield standing
    finally:
        standing.close()


class _Seen:
    """Who is who by the latest report, and the day of that report."""

    def __init__(self) -> None:
        self._told: dict[str, tuple[tuple[str, str], Actor]] = {}

    def add(self, telling: Telling) -> None:
        published = telling.source.published
        day = (published.start if published else None) or ""
        for actor in telling.actors:
            if actor.id not in self._told or self._told[actor.id][0] <= (day, telling.source.document):
                self._told[actor.id] = (day, telling.source.document), actor

    @property
    def actors(self) -> dict[str, Actor]:
        return {identity: actor for identity, (_, actor) in self._told.items()}
