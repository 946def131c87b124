"""Which entries a reader asked for: a query held against entries, and names resolved to actors."""

from collections.abc import Iterable

import msgspec

from cronistoria.errors import InputError
from cronistoria.model.entry import Entry
from cronistoria.model.query import Query
from cronistoria.reference.names import fold
from cronistoria.view.book import Book, entry_order


def select(book: Book, query: Query, entries: Iterable[Entry] | None = None) -> tuple[Entry, ...]:
    """The entries that fit a query whose actors are ids, in time order."""
    fitting = [entry for entry in (book.entries if entries is None else entries) if _fits(book, query, entry)]
    return tuple(fitting[: query.limit])


def resolve(book: Book, query: Query) -> Query:
    """The query with the actors' names, in any language or script, turned into ids."""
    return msgspec.structs.replace(query, actors=tuple(i for name in query.actors for i in actor_ids(book, name)))


def actor_ids(book: Book, name: str) -> tuple[str, ...]:
    """The actors that a name or an id means. Raises `InputError` for one that nobody in the chronicle has."""
    if name in book.actors:
        return (name,)
    wanted = frozenset(fold(name).split())
    names = {actor: _words(book, actor) for actor in book.actors}
    same = [actor for actor, words in names.items() if wanted and wanted == words]
    found = same or [actor for actor, words in names.items() if wanted and wanted <= words]
    if not found:
        raise InputError(f"actor '{name}': nobody in this chronicle is called so")
    return tuple(sorted(found))


def _words(book: Book, actor_id: str) -> frozenset[str]:
    actor = book.actors[actor_id]
    shown = book.speaker.actor(actor_id)
    return frozenset(fold(f"{actor.name} {shown}").split()) if shown == actor.name else frozenset(fold(shown).split())


def _fits(book: Book, query: Query, entry: Entry) -> bool:
    return (
        _in_time(query, entry)
        and (not query.actors or bool(book.sides(entry) & set(query.actors)))
        and (not query.kinds or entry.kind in query.kinds)
        and (not query.types or entry.type in query.types)
        and (not query.statuses or entry.status in query.statuses)
        and entry.confidence >= query.confidence
        and _in_place(query, entry)
        and _from_sources(query, entry)
    )


def _in_time(query: Query, entry: Entry) -> bool:
    if query.start is None and query.end is None:
        return True
    start = (entry.date.start if entry.date else None) or entry_order(entry)[0]
    end = (entry.date.end if entry.date else None) or start
    return (query.end is None or start < query.end) and (query.start is None or max(start, end) > query.start)


def _in_place(query: Query, entry: Entry) -> bool:
    if not (query.countries or query.places):
        return True
    place = entry.place
    if place is None:
        return False
    names = {fold(place.name), fold(place.span.text)}
    return place.country in query.countries or bool(names & {fold(name) for name in query.places})


def _from_sources(query: Query, entry: Entry) -> bool:
    outlets = {fold(name) for name in query.outlets}
    fits_outlet = not outlets or any(fold(source.outlet or "") in outlets for source in entry.sources)
    fits_language = not query.languages or any(source.language in query.languages for source in entry.sources)
    return fits_outlet and fits_language
