"""The ledger and the agenda: what was promised, threatened and planned, and what became of it."""

from collections.abc import Iterable, Sequence

import msgspec
import numpy as np
from starlette.requests import Request
from starlette.responses import Response

from cronistoria.model.dates import Date
from cronistoria.model.entry import Entry
from cronistoria.model.record import Position
from cronistoria.model.source import Telling
from cronistoria.view.index import NEVER, Mask, Positions
from cronistoria.view.phrases import say_day, say_grounds
from cronistoria.web.address import link
from cronistoria.web.asked import asked_of
from cronistoria.web.filterform import filter_form
from cronistoria.web.lines import Line, Quote, When, line_of, machine_date, make_quote
from cronistoria.web.paging import page_of_positions
from cronistoria.web.rendering import render
from cronistoria.web.statuses import APPOINTMENT_STATUSES, COMMITMENT_STATUSES
from cronistoria.web.visit import Visit, visit_of

_SETTLED = ("fulfilled", "broken", "withdrawn", "lapsed")
_COMING = ("upcoming",)


class Decider(msgspec.Struct, frozen=True):
    """The entry that decided a status."""

    title: str
    href: str
    when: When


class Commitment(msgspec.Struct, frozen=True, kw_only=True):
    """A commitment: what it hangs on, what then (``words``), by when, when it was said, and what decided it."""

    line: Line
    condition: Quote | None
    sense: str
    words: Quote | None
    deadline: When | None
    first: When
    last: When
    reason: str
    deciders: tuple[Decider, ...]


class Appointment(msgspec.Struct, frozen=True, kw_only=True):
    """An appointment and what became of it."""

    line: Line
    place: str
    reason: str
    deciders: tuple[Decider, ...]


def ledger(request: Request) -> Response:
    """The page of commitments, the open ones first."""
    visit = visit_of(request)
    asked = asked_of(visit)
    index = visit.book.index
    found, settled = asked.mask(visit) & index.commitments, index.having("statuses", _SETTLED)
    ordered = np.concatenate([_latest_first(visit, found & ~settled), _latest_first(visit, found & settled)])
    paged = page_of_positions(visit.address, ordered)
    told = tuple(_commitment(visit, visit.book.entries[position]) for position in paged.items)
    form = filter_form(visit, kinds=False, statuses=COMMITMENT_STATUSES)
    counts = _counts(visit, found, COMMITMENT_STATUSES)
    return render(visit, "ledger.html", paged=paged, told=told, counts=counts, asked=asked, form=form)


def agenda(request: Request) -> Response:
    """The page of appointments, those to come first, the past ones latest first."""
    visit = visit_of(request)
    asked = asked_of(visit)
    index = visit.book.index
    found, coming = asked.mask(visit) & index.appointments, index.having("statuses", _COMING)
    ordered = np.concatenate([np.flatnonzero(found & coming), _latest_first(visit, found & ~coming)])
    paged = page_of_positions(visit.address, ordered)
    told = tuple(_appointment(visit, visit.book.entries[position]) for position in paged.items)
    form, calendar = filter_form(visit, kinds=False, statuses=APPOINTMENT_STATUSES), visit.export("ics")
    counts = _counts(visit, found, APPOINTMENT_STATUSES)
    return render(
        visit, "agenda.html", paged=paged, told=told, counts=counts, asked=asked, form=form, calendar=calendar
    )  # fmt: skip


def _latest_first(visit: Visit, found: Mask) -> Positions:
    """Where they stand, against the order of time; what nothing dates stays last."""
    dated = visit.book.index.first_days != NEVER
    return np.concatenate([np.flatnonzero(found & dated)[::-1], np.flatnonzero(found & ~dated)])


def _counts(visit: Visit, found: Mask, statuses: Iterable[str]) -> tuple[tuple[str, str, int, str], ...]:
    """By status that occurs: its code, its name, how many, the address of those alone."""
    counted = {status: int((found & visit.book.index.having("statuses", (status,))).sum()) for status in statuses}
    return tuple(
        (status, visit.book.words.status[status], count, visit.address.at(status=status))  # type: ignore[index]
        for status, count in counted.items() if count
    )  # fmt: skip


def _commitment(visit: Visit, entry: Entry) -> Commitment:
    book = visit.book
    tellings = sorted(book.chapter(entry).tellings, key=lambda t: t.source.language != visit.language)
    positions = [(t, t.record) for t in tellings if isinstance(t.record, Position)]
    hinge = next(((t, r.condition) for t, r in positions if r.condition), None)
    then = next(((t, r.consequence) for t, r in positions if r.consequence), None)
    told = sorted(s.published.start[:10] for s in entry.sources if s.published and s.published.start)
    first = min([*told, *([entry.date.start[:10]] if entry.date and entry.date.start else [])], default=None)
    return Commitment(
        line=line_of(visit, entry),
        condition=make_quote(visit, hinge[0], hinge[1].span) if hinge else None,
        sense=book.labels.condition[hinge[1].sense] if hinge else "",
        words=make_quote(visit, then[0], then[1]) if then else _content(visit, positions),
        deadline=_when(visit, next((r.deadline for _, r in positions if r.deadline), None)),
        first=_day(visit, first),
        last=_day(visit, told[-1] if told else None),
        reason=say_grounds(visit.book, entry.grounds),
        deciders=deciders_of(visit, entry),
    )


def _content(visit: Visit, positions: Sequence[tuple[Telling, Position]]) -> Quote | None:
    return make_quote(visit, positions[0][0], positions[0][1].content) if positions else None


def _appointment(visit: Visit, entry: Entry) -> Appointment:
    return Appointment(
        line=line_of(visit, entry),
        place=visit.book.place(entry) or "",
        reason=say_grounds(visit.book, entry.grounds),
        deciders=deciders_of(visit, entry),
    )


def deciders_of(visit: Visit, entry: Entry) -> tuple[Decider, ...]:
    """The entries that an entry's status hangs on."""
    found = [visit.book.entry(ground.entry) for ground in entry.grounds if ground.entry]
    return tuple(
        Decider(visit.book.title(other), link(f"/entries/{other.id}"), line_of(visit, other).when) for other in found
    )


def _when(visit: Visit, value: Date | None) -> When | None:
    return When(visit.book.speaker.date(value), machine_date(value)) if value else None


def _day(visit: Visit, day: str | None) -> When:
    return When(say_day(visit.book, day), day)
