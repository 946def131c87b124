"""Actors: a list of all, and a page of each with its contacts over time, its positions and its own words."""

from collections.abc import Sequence
from datetime import date
from itertools import islice

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from cronistoria.model.entry import Entry
from cronistoria.reference.names import fold
from cronistoria.view.acquaintance import Partner, partners_of
from cronistoria.view.calendar import ticks_of
from cronistoria.view.index import NEVER
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
_MOST_DOTS = 60
_OWN = ("position", "statement")


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
    """A contact on a partner's line, at a percentage of the time."""

    x: float
    href: str
    title: str


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
    paged = page_of(visit.address, [actor for actor in _busiest(visit) if _is_called(visit, actor, wanted)])
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
    found = (actor for actor in _busiest(visit) if wanted and _is_called(visit, actor, wanted))
    return tuple(_row(visit, actor) for actor in islice(found, most))


def make_actor(visit: Visit, name: str) -> ActorPage:
    """What the page of an actor shows."""
    book = visit.book
    own = set(book.index.actors.get(name, ()))
    entries = [book.entries[p] for p in asked_of(visit).positions(visit).tolist() if p in own]
    latest = {kind: [e for e in reversed(entries) if e.kind == kind and name in _who(visit, e)] for kind in _OWN}
    others = [e for e in reversed(entries) if e.kind in ("deployment", "event")]
    people = [a for a in _busiest(visit) if a != name and book.side(a) == name]
    return ActorPage(
        row=_row(visit, name),
        wikidata=book.actors[name].wikidata,
        chart=_chart(visit, partners_of(book, name, entries)),
        positions=lines_of(visit, latest["position"][:_MOST_LINES]),
        quotes=lines_of(visit, latest["statement"][:_MOST_LINES]),
        others=lines_of(visit, others[:_MOST_LINES]),
        people=tuple(_row(visit, a) for a in people[:_MOST_PEOPLE]),
        all_href=visit.address.at("/", actor=name),
        ledger_href=visit.address.at("/ledger", actor=name),
    )


def _who(visit: Visit, entry: Entry) -> set[str]:
    return {*entry.actors, *(visit.book.side(a) for a in entry.actors)}


def _busiest(visit: Visit) -> list[str]:
    index, known = visit.book.index.actors, visit.book.actors
    return sorted((actor for actor in index if actor in known), key=lambda actor: (-len(index[actor]), actor))


def _is_called(visit: Visit, actor: str, wanted: Sequence[str]) -> bool:
    name = fold(f"{visit.name(actor)} {visit.book.actors[actor].name}")
    return all(word in name for word in wanted)


def _row(visit: Visit, name: str) -> ActorRow:
    book = visit.book
    known, positions = book.actors[name], book.index.actors.get(name, ())
    shown, full = book.speaker.actor(name), book.speaker.actor(name, full=True)
    contacts = len(book.index.contacts.intersection(positions))
    return ActorRow(
        name=visit.name(name),
        href=link(f"/actors/{name}"),
        kind=book.labels.actor_kind[known.kind],
        role=full.removeprefix(shown).strip(" ()"),
        country=(book.speaker.territory(known.country) or known.country) if known.country else "",
        entries=visit.number(len(positions)),
        contacts=visit.number(contacts),
    )


def _chart(visit: Visit, partners: Sequence[Partner]) -> Chart | None:
    shown = partners[:_MOST_PARTNERS]
    index, book = visit.book.index, visit.book
    placed = {e.id: day for p in shown for e in p.entries if (day := int(index.first_days[book.position(e)])) != NEVER}
    if not shown:
        return None
    first, last = min(placed.values(), default=1) - 1, max(placed.values(), default=1) + 2
    rows = tuple(_partner(visit, partner, placed, first, last) for partner in shown)
    ticks = ticks_of(date.fromordinal(max(first, 1)), date.fromordinal(last)) if placed else ()
    return Chart(rows, tuple((tick.x, visit.tick(tick.day, tick.unit)) for tick in ticks), len(partners) - len(shown))


def _partner(visit: Visit, partner: Partner, placed: dict[str, int], first: int, last: int) -> PartnerRow:
    book, latest = visit.book, partner.entries[-1]
    dots = tuple(
        Dot(
            round(100 * (placed[e.id] - first + 0.5) / (last - first + 1), 2), link(f"/entries/{e.id}"),
            f"{say_when(book, e)}: {book.title(e)}",
        )
        for e in partner.entries[-_MOST_DOTS:] if e.id in placed
    )  # fmt: skip
    return PartnerRow(
        name=visit.name(partner.actor),
        href=link(f"/actors/{partner.actor}"),
        contacts=visit.number(len(partner.entries)),
        count=len(partner.entries),
        latest=when_of(visit, latest),
        latest_href=link(f"/entries/{latest.id}"),
        dots=dots,
    )
