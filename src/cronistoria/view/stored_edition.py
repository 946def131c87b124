"""What exporters are given of a store of any size: few entries as a part of it has them; many are settled and told one
after the other, and none of them is kept.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from functools import cached_property
from itertools import islice

from cronistoria.export.edition import Edition, Told, is_followed
from cronistoria.merge.chapter import Chapter
from cronistoria.model.actor import Actor
from cronistoria.model.query import EVERYTHING, Query
from cronistoria.model.source import Source
from cronistoria.store.base import Reader
from cronistoria.view.edition import FIRST_DAY, BookEdition, SpokenEdition, in_order, named, tell
from cronistoria.view.filters import resolve
from cronistoria.view.fitting import fits
from cronistoria.view.part import Asked, Part, few_in
from cronistoria.view.standing import Standing, standing_on
from cronistoria.view.titles import Titles


class StoredEdition(SpokenEdition):
    """An `export.edition.Edition` of what a query leaves of a store.

    What it holds in memory grows with the actors, not with the entries; those are looked at once when it is made, and
    again each time that they are asked for.
    """

    def __init__(self, reader: Reader, standing: Standing, query: Query, voice: Part) -> None:
        super().__init__(voice)
        self._reader, self._standing, self._voice = reader, standing, voice
        self._query = resolve(voice, query)
        self.issued = max(standing.latest, FIRST_DAY)

    @cached_property
    def actors(self) -> Mapping[str, Actor]:
        return self._voice.actors if self._query == EVERYTHING else named(self.entries(), self._voice.actors)

    def entries(self) -> Iterator[Told]:
        return self._told(self._standing.settled())

    def followed(self) -> Iterator[Told]:
        if self._query.limit is not None:
            return filter(is_followed, self.entries())
        return filter(is_followed, self._told(self._standing.settled(followed=True)))

    def _told(self, settled: Iterator[Chapter]) -> Iterator[Told]:
        titles = Titles(self._voice.naming, self._voice.labels)
        found = (
            tell(chapter, chapter.entry, titles.title(chapter))
            for chapter in settled
            if fits(self._query, chapter.entry, self._voice.sides(chapter.entry))
        )
        return islice(found, self._query.limit)

    def reports(self) -> Iterator[Source]:
        if self._query == EVERYTHING:
            return (source for source in self._reader.sources() if self._standing.tells(source.document))
        return in_order(source for told in self.entries() for source in told.entry.sources)


@contextmanager
def stored_edition(reader: Reader, query: Query, labels: str, now: date | None = None) -> Iterator[Edition]:
    """The edition; without a day, that of the latest report. Raises `InputError` for an actor that nobody is."""
    part = few_in(reader, Asked(query=query, labels=labels, now=now))
    if part is not None:
        yield BookEdition(part)
        return
    with standing_on(reader, now) as standing:
        voice = Part((), standing.actors, labels, now or standing.latest)
        yield StoredEdition(reader, standing, query, voice)
