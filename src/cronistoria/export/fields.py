"""What a record says, field by field, each with the words it rests on."""

from collections.abc import Iterator

import msgspec

from cronistoria.export.phrases import Speaker
from cronistoria.languages.labels import Labels
from cronistoria.model.record import Contact, Deployment, Event, Position, Record, Statement
from cronistoria.model.span import Span


class Field(msgspec.Struct, frozen=True):
    """A field's name in the contract, its value as readers say it, and its words if it has some of its own."""

    name: str
    value: str
    span: Span | None = None


def fields_of(record: Record, say: Speaker) -> tuple[Field, ...]:
    """The fields that the text fills, the most telling first; people are left to the title."""
    return tuple(field for field in (*_own(record, say), *_common(record, say)) if field.value.strip())


def field_label(labels: Labels, name: str) -> str:
    """What a field of the contract is called."""
    return labels.fields.get(name) or str(getattr(labels.facts, name))


def _own(record: Record, say: Speaker) -> Iterator[Field]:
    match record:
        case Contact():
            return _contact(record, say)
        case Statement():
            return _statement(record, say)
        case Position():
            return _position(record, say)
        case Deployment():
            return _deployment(record, say)
        case Event():
            return _event(record, say)


def _contact(record: Contact, say: Speaker) -> Iterator[Field]:
    yield Field("channel", say.labels.channel[record.channel], record.trigger)
    if record.requested_by:
        yield Field("requested_by", say.actor(record.requested_by))
    if record.duration:
        yield Field("duration", say.duration(record.duration), record.duration.span)
    for topic in record.topics:
        yield Field("topics", topic.text, topic)
    if record.outcome:
        yield Field("outcome", record.outcome.text, record.outcome)


def _statement(record: Statement, say: Speaker) -> Iterator[Field]:
    yield Field("content", record.content.text, record.content)
    yield Field("form", say.labels.form[record.form], record.cue_span)
    for name in ("via", "on_behalf_of"):
        if actor := getattr(record, name):
            yield Field(name, say.actor(actor))
    if record.audience:
        yield Field("audience", say.parties(record.audience))


def _position(record: Position, say: Speaker) -> Iterator[Field]:
    yield Field("type", say.labels.position[record.type], record.trigger)
    yield Field("content", record.content.text, record.content)
    if record.condition:
        yield Field("condition", record.condition.span.text, record.condition.span)
    if record.consequence:
        yield Field("consequence", record.consequence.text, record.consequence)
    if record.deadline:
        yield Field("deadline", say.date(record.deadline), record.deadline.text)


def _deployment(record: Deployment, say: Speaker) -> Iterator[Field]:
    yield Field("posture", say.labels.posture[record.posture], record.trigger)
    yield Field("force", record.force.text, record.force)
    if record.quantity:
        yield Field("quantity", say.quantity(record.quantity), record.quantity.text)
    yield Field("direction", record.direction or "")


def _event(record: Event, say: Speaker) -> Iterator[Field]:
    if code := record.plover:
        kind = say.labels.event.get(code.event, code.event)
        mode = say.labels.mode.get(code.mode, code.mode) if code.mode else ""
        yield Field("event", f"{kind} ({mode})" if mode else kind, record.trigger)
    if losses := record.casualties:
        for name in ("killed", "wounded", "missing"):
            if count := getattr(losses, name):
                yield Field(name, say.quantity(count), count.text)


def _common(record: Record, say: Speaker) -> Iterator[Field]:
    if record.date:
        yield Field("date", say.date(record.date), record.date.text)
    if place := record.place:
        country = say.territory(place.country) if place.country else None
        yield Field("place", place.name if country in (None, place.name) else f"{place.name} ({country})", place.span)
    yield Field("modality", say.labels.modality[record.modality])
    yield Field("polarity", say.labels.polarity[record.polarity])
    for layer in record.attribution:
        yield Field("attribution", layer.label, layer.span)
