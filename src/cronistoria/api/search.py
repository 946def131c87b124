"""What a search gives: passages with their marks, the reports they stand in, and the entries they belong to."""

from itertools import islice

import msgspec
from msgspec.structs import replace

from cronistoria.api.answers import Page, from_cursor, to_cursor
from cronistoria.api.asked import Searched
from cronistoria.desk.desk import Desk
from cronistoria.model.query import Query
from cronistoria.model.search import Hit
from cronistoria.model.source import Source
from cronistoria.store.base import Reader

_DEEPEST = 2_000


class Found(msgspec.Struct, frozen=True):
    """A hit with its report; ``entry`` is that of the record, if it stands in one."""

    hit: Hit
    source: Source
    entry: str | None


def search(desk: Desk, asked: Searched) -> Page[Found]:
    """A page of what was found. Raises `InputError` for no words."""
    first = min(max(from_cursor(asked.cursor, int) or 0, 0), _DEEPEST)
    last = first + asked.limit
    with desk.reading() as reader:
        hits = list(islice(reader.search(asked.q, replace(asked.query(), limit=last + 1)), first, None))
        items = tuple(_found(reader, hits[: asked.limit]))
    return Page(items, to_cursor(last) if len(hits) > asked.limit and last < _DEEPEST else None)


def _found(reader: Reader, hits: list[Hit]) -> list[Found]:
    documents = tuple(dict.fromkeys(hit.document for hit in hits))
    if not documents:
        return []
    sources = {source.document: source for source in reader.sources(Query(documents=documents))}
    entries = reader.entries_of([hit.record for hit in hits if hit.record])
    return [Found(hit, sources[hit.document], entries.get(hit.record or "")) for hit in hits]
