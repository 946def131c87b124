"""The agenda as a calendar (iCalendar, RFC 5545): appointments, and the deadlines of commitments.

What has a clock time stands at it, in no time zone, as the reports have it. A date that is less than a day is a span of
whole days and the description says so first; an appointment without a date is a task without one.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

from cronistoria.errors import CronistoriaError
from cronistoria.export.characters import legible
from cronistoria.export.edition import Edition, Told
from cronistoria.model.dates import Date
from cronistoria.model.record import Contact, Position

_SURE = frozenset(("held", "upcoming"))
_OFF = frozenset(("cancelled", "moved"))
_AGREED = frozenset(("scheduled", "held", "ongoing"))
_DAY = timedelta(days=1)
# what stands in a calendar that would be empty, which RFC 5545 does not allow
_NOTHING = (
    b"BEGIN:VTIMEZONE\r\nTZID:UTC\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:+0000\r\n"
    b"TZOFFSETTO:+0000\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
)


def to_calendar(edition: Edition) -> Iterator[bytes]:
    """The calendar, component by component. Raises `CronistoriaError` without icalendar."""
    try:
        from icalendar import Calendar
    except ImportError as error:
        raise CronistoriaError("calendars need icalendar: pip install 'cronistoria[data]'") from error
    calendar = Calendar()
    calendar.add("prodid", "-//Cronistoria//Agenda//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("x-wr-calname", edition.words.headings["agenda"])
    opening, closing, _ = calendar.to_ical().partition(b"END:VCALENDAR")
    return _components(edition, opening, closing + b"\r\n")


def _components(edition: Edition, opening: bytes, closing: bytes) -> Iterator[bytes]:
    yield opening
    empty = True
    for told in edition.followed():
        if component := _of_entry(edition, told):
            yield component.to_ical()
            empty = False
    yield (_NOTHING if empty else b"") + closing


def _of_entry(edition: Edition, told: Told) -> Any:
    """The component of an appointment or a deadline; ``None`` for what is neither."""
    if told.appointment:
        return _appointment(edition, told)
    deadline = _deadline(told) if told.commitment else None
    return _due(edition, told, deadline) if deadline else None


def _appointment(edition: Edition, told: Told) -> Any:
    entry = told.entry
    component = _component(edition, told, entry.id, entry.date)
    component.add("summary", legible(entry.title or ""))
    component.add("categories", [edition.words.headings["appointments"]])
    if entry.place:
        component.add("location", legible(entry.place.name))
    if component.name == "VEVENT":
        component.add("status", _certainty(told))
    return component


def _due(edition: Edition, told: Told, deadline: Date) -> Any:
    component = _component(edition, told, f"{told.entry.id}/deadline", deadline)
    component.add("summary", legible(f"{edition.words.columns['deadline']}: {told.entry.title}"))
    component.add("categories", [edition.words.columns["deadline"]])
    return component


def _component(edition: Edition, told: Told, identity: str, date_: Date | None) -> Any:
    """An event or, without a date, a task, with what both have."""
    from icalendar import Event, Todo

    days = _days(date_)
    component = Event() if days else Todo()
    component.add("uid", f"{identity}@cronistoria")
    component.add("dtstamp", datetime.combine(edition.issued, datetime.min.time(), UTC))
    if days:
        start, end = days
        component.add("dtstart", start)
        if end is not None:
            component.add("dtend", end)
        component.add("transp", "TRANSPARENT")
    component.add("description", legible("\n".join(_description(edition, told, date_))))
    return component


def _days(date_: Date | None) -> tuple[date, date | None] | None:
    """First day and the day after the last one; or the minute, without an end; of an open date the day that is said."""
    if date_ is None or not (date_.start or date_.end):
        return None
    if date_.precision == "minute" and date_.start:
        return datetime.fromisoformat(date_.start), None
    first = date.fromisoformat((date_.start or "")[:10]) if date_.start else None
    after = _day_after(date_.end) if date_.end else None
    if first is None:
        assert after is not None
        return after - _DAY, after
    return first, max(after or first + _DAY, first + _DAY)


def _day_after(end: str) -> date:
    moment = datetime.fromisoformat(end)
    return moment.date() if moment.time() == datetime.min.time() else moment.date() + _DAY


def _certainty(told: Told) -> str:
    if told.entry.status in _OFF:
        return "CANCELLED"
    agreed = any(isinstance(t.record, Contact) and t.record.status in _AGREED for t in told.tellings)
    return "CONFIRMED" if agreed and told.entry.status in _SURE else "TENTATIVE"


def _description(edition: Edition, told: Told, date_: Date | None) -> Iterator[str]:
    entry = told.entry
    if date_ is None or date_.precision not in ("day", "minute"):
        yield edition.speaker.date(date_) if date_ else edition.when(entry)
    if entry.status:
        yield f"{edition.status(entry)}: {edition.reason(entry)}"
    yield from edition.disagreements(entry)
    yield ", ".join(dict.fromkeys(edition.outlet(source) for source in entry.sources))


def _deadline(told: Told) -> Date | None:
    deadlines = (t.record.deadline for t in told.tellings if isinstance(t.record, Position))
    return next((deadline for deadline in deadlines if deadline), None)
