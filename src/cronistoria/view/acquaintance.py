"""With whom an actor is in contact."""

import msgspec
import numpy as np

from cronistoria.view.book import Book
from cronistoria.view.index import Mask
from cronistoria.view.network import ties_of


class Partner(msgspec.Struct, frozen=True):
    """Another party, and where the contacts with it stand, in time order."""

    actor: str
    positions: tuple[int, ...]


def partners_of(book: Book, actor: str, seen: Mask) -> tuple[Partner, ...]:
    """Those with whom an actor shares contacts that are seen, the most frequent first.

    They are people and bodies for a person, otherwise states.
    """
    known = book.actors.get(actor)
    if known is not None and known.kind == "person":
        found = _of_person(book, actor, seen)
    else:
        found = {other: at.tolist() for other, at in ties_of(book, persons=False).partners(actor, seen).items()}
    ordered = sorted(found.items(), key=lambda item: (-len(item[1]), item[0]))
    return tuple(Partner(other, tuple(positions)) for other, positions in ordered)


def _of_person(book: Book, actor: str, seen: Mask) -> dict[str, list[int]]:
    own = {actor, book.side(actor)}
    found: dict[str, list[int]] = {}
    positions = np.flatnonzero(seen & book.index.having("kinds", ("contact",)) & book.index.having("actors", (actor,)))
    for position, entry in zip(positions.tolist(), book.at(positions), strict=True):
        if entry.polarity == "affirmed" and actor in (parties := book.naming.main(entry.actors)):
            for other in set(parties) - own:
                found.setdefault(other, []).append(position)
    return found
