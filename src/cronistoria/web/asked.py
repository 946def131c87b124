"""What a visitor asks of the chronicle: the filters of an address as a query, and as words with a way to drop each."""

from collections.abc import Iterable
from datetime import date

import msgspec
import numpy as np

from cronistoria.errors import InputError
from cronistoria.model.edtf import parse_edtf
from cronistoria.model.query import Query
from cronistoria.view.filters import actor_ids
from cronistoria.view.index import Mask, Positions
from cronistoria.web.visit import Visit

_CODE = 3


class Chip(msgspec.Struct, frozen=True):
    """A filter that holds: its name in words, its value, and the address without it."""

    name: str
    value: str
    href: str


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """The query, its actors as ids; the days it begins and ends with; what could not be understood.

    ``together``: actors of whom one must take part as well.
    """

    query: Query
    first: date | None
    last: date | None
    together: tuple[str, ...]
    chips: tuple[Chip, ...]
    complaints: tuple[str, ...]

    def mask(self, visit: Visit) -> Mask:
        """Which entries fit; none if a filter was not understood."""
        index = visit.book.index
        fits = index.mask(self.query)
        if self.together:
            fits &= index.having("actors", self.together)
        return fits & (not self.complaints)

    def positions(self, visit: Visit) -> Positions:
        """Where the entries are that fit."""
        return np.flatnonzero(self.mask(visit))

    @property
    def untimed(self) -> "Asked":
        """The same of all times."""
        return msgspec.structs.replace(self, query=msgspec.structs.replace(self.query, start=None, end=None))


def asked_of(visit: Visit) -> Asked:
    """What the filters of the address say."""
    given: dict[str, list[str]] = {}
    for name, value in visit.address.filters:
        given.setdefault(name, []).append(value)
    complaints: list[str] = []
    start, end = _bound(visit, given.get("from"), 0, complaints), _bound(visit, given.get("to"), 1, complaints)
    places = [_english(visit, place) for place in given.get("place", [])]
    countries = tuple(place for place in places if len(place) == _CODE and place.isupper())
    query = Query(
        start=start, end=end, countries=countries, places=tuple(p for p in places if p not in countries),
        confidence=_certainty(given.get("certainty")),
        actors=tuple(given.get("actor", ())), kinds=tuple(given.get("kind", ())), types=tuple(given.get("type", ())),
        outlets=tuple(given.get("outlet", ())), languages=tuple(given.get("language", ())),
        statuses=tuple(given.get("status", ())),
    )  # fmt: skip
    query = msgspec.structs.replace(query, actors=_actors(visit, query.actors, complaints))
    together = _actors(visit, given.get("with", ()), complaints)
    chips = tuple(_chip(visit, name, value) for name, value in visit.address.filters)
    return Asked(
        query=query, first=_day(start), last=_day(end, 1), together=together, chips=chips, complaints=tuple(complaints)
    )


def _actors(visit: Visit, names: Iterable[str], complaints: list[str]) -> tuple[str, ...]:
    """The ids of actors by name; a complaint for a name that nobody has."""
    found: list[str] = []
    for name in names:
        try:
            found += actor_ids(visit.book, name)
        except InputError:
            complaints.append(visit.labels.words["no_such_actor"].format(name=name))
    return tuple(found)


def _english(visit: Visit, place: str) -> str:
    """A place by the name that entries have, if it was given by the language's own."""
    return visit.book.speaker.place_called(place) or place


def _bound(visit: Visit, given: list[str] | None, side: int, complaints: list[str]) -> str | None:
    if not given:
        return None
    try:
        bound = parse_edtf(given[0])[side]
        _day(bound)
        return bound
    except (ValueError, OverflowError):
        complaints.append(visit.labels.words["no_such_date"].format(date=given[0]))
        return None


def _day(bound: str | None, back: int = 0) -> date | None:
    if bound is None:
        return None
    ordinal = date.fromisoformat(bound[:10]).toordinal() - (back if "T" not in bound else 0)
    return date.fromordinal(max(ordinal, 1))


def _certainty(given: list[str] | None) -> float:
    try:
        return min(max(float(given[0]), 0.0), 1.0) if given else 0.0
    except ValueError:
        return 0.0


def _chip(visit: Visit, name: str, value: str) -> Chip:
    return Chip(
        visit.labels.words[f"filter_{name}"], say_filter(visit, name, value), visit.address.without(name, value)
    )


def say_filter(visit: Visit, name: str, value: str) -> str:
    """A filter's value in words; one that is not known is said as it is."""
    labels, book = visit.book.labels, visit.book
    match name:
        case "kind":
            return visit.kind(value, many=True) if value in visit.book.labels.kinds else value
        case "status":
            return str(book.words.status.get(value, value))  # type: ignore[call-overload]  # what an address says
        case "actor" | "with":
            return visit.name(value) if value in book.actors else value
        case "language":
            return language_name(visit, value)
        case "place":
            return book.speaker.territory(value) or book.speaker.place(value)
        case "type":
            tables = (labels.channel, labels.position, labels.posture, labels.event)
            return next((str(table[value]) for table in tables if value in table), value)  # type: ignore[index]
        case _:
            return value


def language_name(visit: Visit, code: str) -> str:
    """What a language is called."""
    from babel import Locale

    return str(Locale(visit.language).languages.get(code, code))
