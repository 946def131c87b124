"""Which entries a reader asked for: a query held against entries, and names resolved to actors."""

import msgspec

from cronistoria.errors import InputError
from cronistoria.model.query import Query
from cronistoria.reference.names import fold
from cronistoria.view.book import Book


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
