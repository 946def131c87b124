"""Actors: a list of all, and a page of each with its contacts over time, its positions and its own words."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby, islice
from math import log2

import msgspec
import numpy as np
from starlette.requests import Request
from starlette.responses import Response

from cronistoria.model.entry import Entry
from cronistoria.reference.names import fold
from cronistoria.view.acquaintance import Partner, partners_of
from cronistoria.view.book import Book
from cronistoria.view.calendar import ticks_of
from cronistoria.view.index import NEVER, Mask
from cronistoria.view.once import once_for_each
from cronistoria.view.phrases import say_when
from cronistoria.web.address import link
from cronistoria.web.asked import asked_of
from cronistoria.web.lines import Line, When, lines_of, when_of
from cronistoria.web.missing import not_found
from cronistoria.web.paging import page_of
from cronistoria.web.rendering import render
from cronistoria.web.visit import Visit, visit_of

_MOST_PARTNERS = 12
_MOST_LINES = 8
_MOST_PEOPLE = 30
_MOST_DOTS = 90
_RADIUS, _LARGEST = 4.5, 7.0


class ActorRow(msgspec.Struct, frozen=True, kw_only=True):
    """An actor in a list."""

    name: str
    href: str
    kind: str
    role: str
    country: str
    entries: str
    contacts: str


class Dot(msgspec.Struct, frozen=True):
    """A contact on a partner's line, at a percentage of the time, or several that lie close together."""

    x: float
    href: str
    title: str
    radius: float


class PartnerRow(msgspec.Struct, frozen=True, kw_only=True):
    """A partner: how many contacts, the latest one, and all of them as dots."""

    name: str
    href: str
    contacts: str
    count: int
    latest: When
    latest_href: str
    dots: tuple[Dot, ...]


class Chart(msgspec.Struct, frozen=True):
    """Contacts with partners over time."""

    rows: tuple[PartnerRow, ...]
    ticks: tuple[tuple[float, str], ...]
    left_out: int


class ActorPage(msgspec.Struct, frozen=True, kw_only=True):
    """All of an actor; of the long lists the latest."""

    row: ActorRow
    wikidata: str | None
    chart: Chart | None
    positions: tuple[Line, ...]
    quotes: tuple[Line, ...]
    others: tuple[Line, ...]
    people: tuple[ActorRow, ...]
    all_href: str
    ledger_href: str


def actors(request: Request) -> Response:
    """The list of all actors, or those whose names have the words asked for."""
    visit = visit_of(request)
    wanted = fold(dict(visit.address.params).get("q", "")).split()
    paged = page_of(visit.address, [actor for actor in _busiest(visit.book) if _is_called(visit.book, actor, wanted)])
    rows = tuple(_row(visit, actor) for actor in paged.items)
    return render(visit, "actors.html", paged=paged, rows=rows, q=dict(visit.address.params).get("q", ""))


def actor(request: Request, name: str) -> Response:
    """The page of an actor."""
    visit = visit_of(request)
    if name not in visit.book.actors:
        return not_found(visit)
    return render(visit, "actor.html", page=make_actor(visit, name), asked=asked_of(visit))


def actors_called(visit: Visit, words: str, most: int) -> tuple[ActorRow, ...]:
    """The busiest actors whose names have all the words."""
    wanted = fold(words).split()
    found = (actor for actor in _busiest(visit.book) if wanted and _is_called(visit.book, actor, wanted))
    return tuple(_row(visit, actor) for actor in islice(found, most))


def make_actor(visit: Visit, name: str) -> ActorPage:
    """What the page of an actor shows."""
    book = visit.book
    seen = asked_of(visit).mask(visit) & book.index.having("actors", (name,))
    return ActorPage(
        row=_row(visit, name),
        wikidata=book.actors[name].wikidata,
        chart=_chart(visit, name, partners_of(book, name, seen)),
        positions=_latest(visit, seen, ("position",), name),
        quotes=_latest(visit, seen, ("statement",), name),
        others=_latest(visit, seen, ("deployment", "event")),
        people=tuple(_row(visit, a) for a in _people(book).get(name, ())[:_MOST_PEOPLE]),
        all_href=visit.address.at("/", actor=name),
        ledger_href=visit.address.at("/ledger", actor=name),
    )


def _latest(visit: Visit, seen: Mask, kinds: Sequence[str], name: str | None = None) -> tuple[Line, ...]:
    """The latest entries of some kinds; of those with a name, that this actor or its people did or said."""
    book = visit.book
    positions = np.flatnonzero(seen & book.index.having("kinds", kinds))[::-1]
    entries = (book.entries[position] for position in positions)
    found = (entry for entry in entries if name is None or name in _who(book, entry))
    return lines_of(visit, tuple(islice(found, _MOST_LINES)))


def _who(book: Book, entry: Entry) -> set[str]:
    return {*entry.actors, *(book.side(a) for a in entry.actors)}


@once_for_each
def _busiest(book: Book) -> tuple[str, ...]:
    return tuple(actor for actor in book.index.busiest if actor in book.actors)


@once_for_each
def _people(book: Book) -> dict[str, tuple[str, ...]]:
    """By side, its people, the busiest first."""
    found: dict[str, tuple[str, ...]] = {}
    for actor in _busiest(book):
        if (side := book.side(actor)) != actor:
            found[side] = (*found.get(side, ()), actor)
    return found


@once_for_each
def _folded(book: Book) -> dict[str, str]:
    """By actor, its names as they are compared."""
    return {a: fold(f"{book.naming.named(a)[1]} {book.actors[a].name}") for a in _busiest(book)}


def _is_called(book: Book, actor: str, wanted: Sequence[str]) -> bool:
    return not wanted or all(word in _folded(book)[actor] for word in wanted)


def _row(visit: Visit, name: str) -> ActorRow:
    book = visit.book
    known = book.actors[name]
    shown, full = book.speaker.actor(name), book.speaker.actor(name, full=True)
    return ActorRow(
        name=visit.name(name),
        href=link(f"/actors/{name}"),
        kind=book.labels.actor_kind[known.kind],
        role=full.removeprefix(shown).strip(" ()"),
        country=(book.speaker.body(known.country) or "") if known.country not in (None, name) else "",
        entries=visit.number(len(book.index.actors.get(name, ()))),
        contacts=visit.number(book.index.contact_counts.get(name, 0)),
    )


def _chart(visit: Visit, name: str, partners: Sequence[Partner]) -> Chart | None:
    shown = partners[:_MOST_PARTNERS]
    days = visit.book.index.first_days
    placed = {at: day for partner in shown for at in partner.positions if (day := int(days[at])) != NEVER}
    if not shown:
        return None
    first, last = min(placed.values(), default=1) - 1, max(placed.values(), default=1) + 2
    rows = tuple(_partner(visit, partner, _dots(visit, name, partner, placed)) for partner in shown)
    ticks = ticks_of(date.fromordinal(max(first, 1)), date.fromordinal(last)) if placed else ()
    return Chart(rows, visit.ticks(ticks), len(partners) - len(shown))


def _dots(visit: Visit, name: str, partner: Partner, placed: dict[int, int]) -> Iterator[Dot]:
    """The contacts in order of time, those of neighbouring days as one dot where there are too many for the line."""
    first, last = min(placed.values()) - 1, max(placed.values()) + 2
    slot = max((last - first + 1) / _MOST_DOTS, 1)
    own = [at for at in partner.positions if at in placed]
    for _, close in groupby(own, lambda at: (placed[at] - first) // slot):
        some = tuple(close)
        days = [placed[at] for at in some]
        x = round(100 * ((days[0] + days[-1]) / 2 - first + 0.5) / (last - first + 1), 2)
        radius = round(min(_RADIUS + log2(len(some)) / 2, _LARGEST), 1)
        yield Dot(x, *_close(visit, (name, partner.actor), some, (days[0], days[-1])), radius)


def _close(visit: Visit, both: tuple[str, str], some: Sequence[int], days: tuple[int, int]) -> tuple[str, str]:
    """Where contacts that lie close together lead, and what they are called."""
    if len(some) == 1:
        entry = visit.book.entries[some[0]]
        return link(f"/entries/{entry.id}"), f"{say_when(visit.book, entry)}: {visit.book.title(entry)}"
    first, last = (date.fromordinal(day) for day in days)
    span = visit.day(first) if first == last else f"{visit.day(first)} – {visit.day(last)}"
    one, other = both
    between = {"from_": first.isoformat(), "to": last.isoformat()}
    href = visit.address.at("/", actor=one, with_=other, kind="contact", **between)
    return href, f"{span}: {visit.count(len(some), 'contacts')}"


def _partner(visit: Visit, partner: Partner, dots: Iterator[Dot]) -> PartnerRow:
    latest = visit.book.entries[partner.positions[-1]]
    return PartnerRow(
        name=visit.name(partner.actor),
        href=link(f"/actors/{partner.actor}"),
        contacts=visit.number(len(partner.positions)),
        count=len(partner.positions),
        latest=when_of(visit, latest),
        latest_href=link(f"/entries/{latest.id}"),
        dots=tuple(dots),
    )
