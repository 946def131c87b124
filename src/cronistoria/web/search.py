"""Search for words in reports, quotes and records, and for actors by name."""

from collections.abc import Iterator

import msgspec
from msgspec.structs import replace
from starlette.requests import Request
from starlette.responses import Response

from cronistoria.errors import InputError
from cronistoria.export.highlights import Piece, cut
from cronistoria.model.query import Query
from cronistoria.model.search import Hit
from cronistoria.model.span import Span
from cronistoria.store.base import Reader
from cronistoria.web.actors import ActorRow, actors_called
from cronistoria.web.asked import asked_of
from cronistoria.web.entry import Origin, origin_of
from cronistoria.web.lines import type_label
from cronistoria.web.paging import asked_page, page_of
from cronistoria.web.rendering import render
from cronistoria.web.visit import Visit, visit_of

_MOST_HITS = 400
_MOST_ACTORS = 6
_ON_A_PAGE = 20


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """A passage with the words marked: where it stands, and the entry of the record that rests on it."""

    origin: Origin
    place: str
    pieces: tuple[Piece, ...]
    kind: str
    type: str
    title: str
    href: str | None


def search(request: Request) -> Response:
    """The page of a search."""
    visit = visit_of(request)
    words = dict(visit.address.params).get("q", "")
    asked = asked_of(visit)
    complaint, hits = "", list[Hit]()
    most = min(max(asked_page(visit.address), 1) * _ON_A_PAGE, _MOST_HITS)
    with request.app.state.desk.reading() as reader:
        try:
            narrowed = replace(asked.query, limit=most + 1)
            hits = list(reader.search(words, narrowed)) if words and not asked.complaints else []
        except InputError:
            complaint = visit.labels.words["search_no_words"]
        paged = page_of(visit.address, hits[:_MOST_HITS], _ON_A_PAGE)
        found = tuple(_found(visit, reader, paged.items))
    return render(
        visit, "search.html", q=words, paged=paged, found=found, actors=_actors(visit, words), complaint=complaint,
        count=len(hits) if len(hits) <= most else None, most=most, asked=asked,
    )  # fmt: skip


def _found(visit: Visit, reader: Reader, hits: tuple[Hit, ...]) -> Iterator[Found]:
    documents = tuple(dict.fromkeys(hit.document for hit in hits))
    sources = {s.document: s for s in reader.sources(Query(documents=documents))} if documents else {}
    for hit in hits:
        origin = origin_of(visit, sources[hit.document])
        entry = visit.book.entry_of(hit.record) if hit.record else None
        text = hit.snippet.text
        marks = [(Span(start, end, text[start:end]), "found") for start, end in hit.snippet.marks]
        yield Found(
            origin=origin,
            place=f"{origin.href}?at={hit.snippet.start}" if hit.record is None else f"{origin.href}#{hit.record}",
            pieces=cut(text, marks),
            kind=entry.kind if entry else "",
            type=type_label(visit, entry) if entry else "",
            title=visit.book.title(entry) if entry else "",
            href=f"/entries/{entry.id}" if entry else None,
        )


def _actors(visit: Visit, words: str) -> tuple[ActorRow, ...]:
    return actors_called(visit, words, _MOST_ACTORS) if words.strip() else ()
