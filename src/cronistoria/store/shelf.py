"""Reports at hand while their records are read: text, source and actors, fetched many at a time and kept awhile."""

from collections.abc import Collection, Iterable, Iterator
from itertools import islice
from typing import TypeVar

import msgspec
from sqlalchemy import Connection, select

from cronistoria.model.actor import Actor
from cronistoria.model.dates import Date
from cronistoria.model.parts import named_actors
from cronistoria.model.record import Record
from cronistoria.model.source import Source, Telling
from cronistoria.store.rows import to_actor
from cronistoria.store.schema import actors, reports, retellings

Item = TypeVar("Item")
BATCH = 500
_SPACE = 2_000
_SOURCE = tuple(reports.c[name] for name in ("document", "outlet", "published", "language", "title", "url", "copy_of"))

_ACTOR = tuple(actors.c[name] for name in ("document", "actor", "kind", "name", "country", "role", "wikidata"))


class Shelved(msgspec.Struct, frozen=True):
    """A report at hand; ``actors`` by id."""

    text: str
    source: Source
    actors: dict[str, Actor]

    def telling(self, record: Record, copies: tuple[Source, ...]) -> Telling:
        """A record of this report."""
        named = tuple(self.actors[actor] for actor in named_actors(record) if actor in self.actors)
        return Telling(record=record, source=self.source, actors=named, copies=copies)


class Shelf:
    """Reports of one connection's snapshot."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._kept: dict[str, Shelved] = {}

    def fetch(self, documents: Iterable[str]) -> dict[str, Shelved]:
        """The reports of these ids."""
        wanted = set(documents)
        missing = sorted(wanted - self._kept.keys())
        if len(self._kept) + len(missing) > _SPACE:
            self._kept = {document: self._kept[document] for document in wanted & self._kept.keys()}
        for some in batches(missing):
            self._load(some)
        return {document: self._kept[document] for document in wanted}

    def copies(self, records: Collection[str]) -> dict[str, tuple[Source, ...]]:
        """By record, the reports that repeat it, by id."""
        asked = (
            select(retellings.c.record, *_SOURCE)
            .join(reports, reports.c.document == retellings.c.document)
            .where(retellings.c.record.in_(records))
            .order_by(retellings.c.record, reports.c.document)
        )
        found: dict[str, tuple[Source, ...]] = {}
        for record, *row in self._connection.execute(asked).all():
            found[record] = (*found.get(record, ()), to_source(*row))
        return found

    def _load(self, documents: Collection[str]) -> None:
        named: dict[str, dict[str, Actor]] = {}
        known = select(*_ACTOR).where(actors.c.document.in_(documents))
        for document, identity, *columns in self._connection.execute(known).all():
            named.setdefault(document, {})[identity] = to_actor(identity, *columns)
        asked = select(reports.c.text, *_SOURCE).where(reports.c.document.in_(documents))
        for text, *columns in self._connection.execute(asked).all():
            source = to_source(*columns)
            self._kept[source.document] = Shelved(text, source, named.get(source.document, {}))


def source_columns() -> tuple[object, ...]:
    """The columns that `to_source` takes."""
    return _SOURCE


def to_source(
    document: str, outlet: str | None, published: str | None, language: str | None, *rest: str | None
) -> Source:
    """A report from its columns."""
    title, url, copy_of = rest
    date = msgspec.json.decode(published, type=Date) if published else None
    return Source(
        document=document, outlet=outlet, published=date, language=language, title=title, url=url, copy_of=copy_of
    )


def batches(items: Iterable[Item]) -> Iterator[tuple[Item, ...]]:
    """The items, some hundreds at a time."""
    rest = iter(items)
    while some := tuple(islice(rest, BATCH)):
        yield some
