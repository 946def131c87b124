"""With whom an actor is in contact."""

from collections.abc import Iterable

import msgspec

from cronistoria.model.entry import Entry
from cronistoria.view.book import Book


class Partner(msgspec.Struct, frozen=True):
    """Another party and the contacts with it, in time order."""

    actor: str
    entries: tuple[Entry, ...]


def partners_of(book: Book, actor: str, entries: Iterable[Entry]) -> tuple[Partner, ...]:
    """Those with whom an actor shares contacts, the most frequent first: people for a person, otherwise states."""
    known = book.actors.get(actor)
    of_person = known is not None and known.kind == "person"
    own = {actor, book.side(actor)}
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        if entry.kind == "contact" and entry.polarity == "affirmed":
            parties = set(book.naming.main(entry.actors)) if of_person else {book.side(a) for a in entry.actors}
            for other in parties - own if actor in parties else ():
                found.setdefault(other, []).append(entry)
    ordered = sorted(found.items(), key=lambda item: (-len(item[1]), item[0]))
    return tuple(Partner(other, tuple(told)) for other, told in ordered)
