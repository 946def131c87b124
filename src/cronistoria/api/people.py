"""Who takes part, as the interface gives them."""

from itertools import islice

import msgspec

from cronistoria.api.answers import Page, from_cursor, page_of
from cronistoria.api.asked import NamedActors
from cronistoria.errors import InputError
from cronistoria.model.actor import Actor
from cronistoria.view.book import Book
from cronistoria.view.filters import actor_ids

_MOST_PARTNERS = 100


class ActorCount(msgspec.Struct, frozen=True):
    """An actor and the number of entries it is in; of a state also those of its people."""

    actor: Actor
    entries: int


class Partner(msgspec.Struct, frozen=True):
    """With whom, by id, and in how many contacts."""

    actor: str
    contacts: int


class Portrait(msgspec.Struct, frozen=True):
    """An actor, its entries by kind, and its partners in contacts, the most frequent first."""

    actor: Actor
    entries: dict[str, int]
    partners: tuple[Partner, ...]


def page_of_actors(book: Book, asked: NamedActors) -> Page[ActorCount]:
    """A page of everybody, or of those whose name holds some words."""
    wanted = book.actors.keys() if asked.name is None else _named(book, asked.name)
    counted = [ActorCount(book.actors[actor], len(book.index.actors.get(actor, ()))) for actor in wanted]
    counted.sort(key=_order)
    after = from_cursor(asked.cursor, tuple[int, str])
    left = (count for count in counted if after is None or _order(count) > after)
    return page_of(left, asked.limit, _order)


def portrait_of(book: Book, actor: str) -> Portrait:
    """Who an actor is."""
    index = book.index
    own = index.having("actors", (actor,))
    contacts = index.counts(own & index.having("kinds", ("contact",)))
    partners = ((other, count) for other, count in contacts.items() if count and other != actor)
    ordered = sorted(partners, key=lambda item: (-item[1], item[0]))
    kinds = {kind: int(own[positions].sum()) for kind, positions in index.kinds.items()}
    return Portrait(
        actor=book.actors[actor],
        entries={kind: count for kind, count in kinds.items() if count},
        partners=tuple(Partner(other, count) for other, count in islice(ordered, _MOST_PARTNERS)),
    )


def _named(book: Book, name: str) -> tuple[str, ...]:
    try:
        return actor_ids(book, name)
    except InputError:
        return ()


def _order(count: ActorCount) -> tuple[int, str]:
    return -count.entries, count.actor.id
