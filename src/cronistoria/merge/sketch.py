"""A telling reduced to what is compared: who, whom, which days, what about; all of it quick to compare.

Days are ordinals of the proleptic calendar (`datetime.date.toordinal`), so that windows are compared as numbers.
"""

from datetime import date
from functools import lru_cache
from typing import Literal

import msgspec

from cronistoria.merge.subjects import subjects_of
from cronistoria.model.actor import Actor
from cronistoria.model.dates import Date
from cronistoria.model.parts import record_type
from cronistoria.model.record import Contact, ContactStatus, Deployment, Event, Position, Record, Statement
from cronistoria.model.source import Telling

Strand = Literal["contact", "appointment", "statement", "position", "deployment", "event"]

COMING: frozenset[ContactStatus] = frozenset(("scheduled", "proposed", "requested", "cancelled", "refused"))
_FINE = 10
_AROUND: dict[Strand, tuple[int, int]] = {
    "contact": (2, 0),
    "appointment": (0, 60),
    "statement": (1, 0),
    "position": (1, 0),
    "deployment": (1, 0),
    "event": (2, 0),
}


class Window(msgspec.Struct, frozen=True, gc=False):
    """First and last day, both inside; ``dated`` is false where only the report's own date speaks for it."""

    first: int
    last: int
    dated: bool

    @property
    def fine(self) -> bool:
        """Whether it is short enough to be looked up day by day."""
        return self.last - self.first < _FINE

    def overlaps(self, other: "Window") -> bool:
        """Whether they share a day."""
        return self.first <= other.last and other.first <= self.last


class Sketch(msgspec.Struct, frozen=True, gc=False, kw_only=True, eq=False):
    """``who`` does it, says it or takes part, ``whom`` it is for; ``sides``, ``targets``: their states and bodies.

    ``published`` is the day of the report, ``type`` what kind of contact, position, posture or event it is.
    """

    record: Record
    document: str
    language: str
    strand: Strand
    type: str
    who: frozenset[str]
    whom: frozenset[str]
    sides: frozenset[str]
    targets: frozenset[str]
    persons: frozenset[str]
    window: Window | None
    published: int | None
    subjects: frozenset[str]

    @property
    def signature(self) -> tuple[object, ...]:
        """What is compared: equal signatures are one thing; a sketch that says too little is equal to none."""
        if not self.subjects and len(self.sides) < 2:
            return (self.record.id,)
        return (
            self.strand, self.type, self.record.polarity, tuple(sorted(self.who)), tuple(sorted(self.whom)),
            self.window and (self.window.first, self.window.last, self.window.dated), self.published,
            tuple(sorted(self.subjects)), detail_of(self.record), self.language,
        )  # fmt: skip


def sketch_of(telling: Telling) -> Sketch:
    """What of a telling is compared."""
    record, source = telling.record, telling.source
    known = {actor.id: actor for actor in telling.actors}
    who, whom = parties_of(record)
    strand = strand_of(record)
    published = day_of(source.published.start) if source.published and source.published.start else None
    return Sketch(
        record=record,
        document=source.document,
        language=source.language or "",
        strand=strand,
        type=record_type(record) or "",
        who=frozenset(who),
        whom=frozenset(whom),
        sides=frozenset(side_of(actor, known) for actor in who),
        targets=frozenset(side_of(actor, known) for actor in whom),
        persons=frozenset(a for a in (*who, *whom) if (actor := known.get(a)) and actor.kind == "person"),
        window=_window(record.date, strand, source.published),
        published=published,
        subjects=subjects_of(_words(record), source.language or ""),
    )


def strand_of(record: Record) -> Strand:
    """The kind of entry that a record belongs to: contacts to come are apart from those that took place."""
    if isinstance(record, Contact):
        return "appointment" if record.status in COMING or record.modality == "planned" else "contact"
    return record.kind  # type: ignore[return-value]  # the other kinds are strands


def parties_of(record: Record) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Who does it, says it or takes part, and whom it is for."""
    match record:
        case Contact():
            return record.participants, ()
        case Statement():
            speakers = (record.speaker, record.on_behalf_of)
            return tuple(dict.fromkeys(s for s in speakers if s)) or record.actors, record.audience
        case Deployment() if record.actor:
            return (record.actor,), record.recipients
        case _:
            return record.actors, record.recipients


def side_of(actor_id: str, known: dict[str, Actor]) -> str:
    """The state of a person or office, otherwise the actor itself."""
    actor = known.get(actor_id)
    return actor.country if actor and actor.country and actor.kind in ("person", "office", "group") else actor_id


def detail_of(record: Record) -> tuple[object, ...]:
    """What else tells two records of a kind apart: place, numbers, who asked."""
    place = record.place.name if record.place else None
    match record:
        case Contact():
            return place, record.requested_by, record.duration and (record.duration.minutes, record.duration.bound)
        case Deployment():
            return place, record.quantity and (record.quantity.min, record.quantity.max)
        case Event():
            killed = record.casualties.killed if record.casualties else None
            return place, record.plover and record.plover.mode, killed and (killed.min, killed.max)
        case Statement():
            return (record.speaker_label,) if record.speaker is None else ()
        case _:
            return ()


@lru_cache(maxsize=4096)
def day_of(moment: str) -> int:
    """The day of an ISO date or time."""
    return date.fromisoformat(moment[:10]).toordinal()


def last_day_of(end: str) -> int:
    """The last day inside a half-open interval that ends there."""
    inside = "T" in end and not end.endswith("T00:00")
    return day_of(end) if inside else day_of(end) - 1


def _window(when: Date | None, strand: Strand, published: Date | None) -> Window | None:
    """The record's days; without any, those around the report's in which news of its kind is told."""
    if when and when.start and when.end:
        return Window(day_of(when.start), max(last_day_of(when.end), day_of(when.start)), True)
    if published is None or not published.start or not published.end:
        return None
    before, after = _AROUND[strand]
    return Window(day_of(published.start) - before, last_day_of(published.end) + after, False)


def _words(record: Record) -> str:
    """The words that say what it is about."""
    match record:
        case Statement():
            return record.content.text
        case Position():
            parts = (record.content, record.condition and record.condition.span, record.consequence)
            return " ".join(part.text for part in parts if part)
        case Contact():
            return " ".join(topic.text for topic in record.topics)
        case _:
            return record.evidence[0].text
