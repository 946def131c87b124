"""Contacts that were planned, proposed or asked for: what became of each by a day, and by which later entry."""

from cronistoria.merge.chapter import Chapter
from cronistoria.merge.compare import VETO, channel, participants
from cronistoria.merge.neighbours import Neighbours
from cronistoria.merge.verdict import Verdict
from cronistoria.model.entry import Ground
from cronistoria.model.record import Contact

_CALLED_OFF = frozenset(("cancelled", "refused"))
_PATIENCE = 60


def is_appointment(chapter: Chapter) -> bool:
    """Whether a chapter stands in the agenda."""
    return chapter.strand == "appointment" and chapter.entry.polarity == "affirmed"


def judge_appointment(appointment: Chapter, others: Neighbours, now: int) -> Verdict | None:
    """The status of an appointment on a day; ``None`` where it has no date and too much time has gone by to tell."""
    near = _near(appointment, others)
    for contact in near:
        if contact.strand == "contact" and contact.is_real and _keeps(contact, appointment):
            return Verdict("held", Ground("took_place", contact.entry.id), "fulfils")
    if _latest_status(appointment) in _CALLED_OFF:
        return Verdict("cancelled", Ground("called_off"))
    for other in near:
        if other.strand == "appointment" and _replaces(other, appointment):
            return Verdict("moved", Ground("new_date", other.entry.id), "moves")
    window = appointment.window
    if window is not None and window.dated:
        return Verdict("missed", Ground("day_passed")) if window.last < now else Verdict("upcoming", Ground("to_come"))
    told = appointment.last
    return None if told is None or told + _PATIENCE < now else Verdict("upcoming", Ground("to_come"))


def _near(appointment: Chapter, others: Neighbours) -> list[Chapter]:
    """Contacts and appointments with the same parties, by time."""
    found = others.meetings(appointment.sides)
    return [other for other in found if other is not appointment and _same_people(appointment, other)]


def _same_people(one: Chapter, other: Chapter) -> bool:
    kind = channel(one.sketches[0], other.sketches[0])
    if len(one.sides) < 2:
        return one.sides <= other.sides and kind not in (VETO, -1.0) and _same_place(one, other)
    value = participants(one.sketches[0], other.sketches[0])
    return value is not None and value > 0 and kind is not None and kind not in (VETO, -1.0)


def _same_place(one: Chapter, other: Chapter) -> bool:
    """Whether both are at one place: a council that is to meet met there, whoever else is named."""
    first, second = one.entry.place, other.entry.place
    return first is not None and second is not None and first.name == second.name


def _keeps(contact: Chapter, appointment: Chapter) -> bool:
    planned, held = appointment.window, contact.window
    if planned is None or held is None or appointment.first is None:
        return False
    if planned.dated:
        return held.overlaps(planned) and held.dated
    return held.dated and held.fine and 0 <= held.first - appointment.first <= _PATIENCE


def _replaces(other: Chapter, appointment: Chapter) -> bool:
    """Whether another appointment of the same people, told later, gives another day."""
    old, new = appointment.window, other.window
    if old is None or new is None or not (old.dated and new.dated) or old.overlaps(new):
        return False
    told, told_later = appointment.last, other.first
    return told is not None and told_later is not None and told < told_later <= old.last + 1 < new.first + 1


def _latest_status(appointment: Chapter) -> str:
    """What the latest report says of it; of one day's reports, a cancellation counts."""
    last = appointment.last
    status = [
        sketch.record.status
        for sketch in appointment.sketches
        if isinstance(sketch.record, Contact) and (sketch.published or last) == last
    ]
    return next((s for s in status if s in _CALLED_OFF), status[-1] if status else "scheduled")
