"""Questions to a record of any kind: who takes part, who is named, what type it is of."""

from collections.abc import Iterator

from cronistoria.model.record import Contact, Deployment, Event, Position, Record, Statement


def parties(record: Record) -> tuple[str, ...]:
    """Ids of all who take part, each once: who does or says it, to whom, for whom; not who merely told of it."""
    return tuple(dict.fromkeys(party for party in _parties(record) if party))


def named_actors(record: Record) -> tuple[str, ...]:
    """Ids of all actors in the record, the sources of its attribution among them, each once."""
    sources = (layer.source for layer in record.attribution if layer.source)
    return tuple(dict.fromkeys((*parties(record), *sources)))


def record_type(record: Record) -> str | None:
    """Channel, type of position, posture or PLOVER event; ``None`` for statements and uncoded events."""
    match record:
        case Contact():
            return record.channel
        case Position():
            return record.type
        case Deployment():
            return record.posture
        case Event():
            return record.plover.event if record.plover else None
        case Statement():
            return None


def _parties(record: Record) -> Iterator[str | None]:
    yield from record.actors
    yield from record.recipients
    match record:
        case Contact():
            yield from record.participants
            yield record.requested_by
        case Statement():
            yield from (record.speaker, record.on_behalf_of, record.via, *record.audience)
        case Deployment():
            yield record.actor
        case _:
            pass
