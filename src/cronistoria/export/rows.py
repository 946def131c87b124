"""A report, a record, an entry as a row: columns with their kind, values as the model has them.

What has several values is a list, spans are their words, dates keep EDTF beside their two bounds (half-open, ISO 8601).
A row leaves out what is not known.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from cronistoria.model.dates import Date
from cronistoria.model.entry import Entry
from cronistoria.model.parts import record_type
from cronistoria.model.record import Contact, Deployment, Event, Place, Plover, Position, Quantity, Statement
from cronistoria.model.source import Source, Telling

Row = dict[str, Any]
Naming = Callable[[str], str]
TEXT, TEXTS, NUMBER, COUNT, MOMENT = "string", "strings", "number", "count", "moment"
WHEN = {"date": TEXT, "start": MOMENT, "end": MOMENT, "precision": TEXT}
_WHERE = {"place": TEXT, "country": TEXT, "latitude": NUMBER, "longitude": NUMBER}
_CODED = {"polarity": TEXT, "modality": TEXT, "plover": TEXT, "plover_mode": TEXT, "confidence": NUMBER}
BY = {"document": TEXT, "outlet": TEXT, "language": TEXT, "published": TEXT}
SOURCE_COLUMNS = {
    "document": TEXT, "language": TEXT, "outlet": TEXT, "title": TEXT, "url": TEXT, **WHEN, "copy_of": TEXT,
}  # fmt: skip
RECORD_COLUMNS = {
    "record": TEXT, **BY, "copies": TEXTS,
    "kind": TEXT, "type": TEXT, **WHEN, "actors": TEXTS, "actor_names": TEXTS, "recipients": TEXTS,
    "recipient_names": TEXTS, **_WHERE, **_CODED,
    "cameo": TEXT, "score": NUMBER, "trigger": TEXT, "evidence": TEXTS, "attribution": TEXTS, "rule": TEXT,
    "participants": TEXTS, "status": TEXT, "requested_by": TEXT, "duration_minutes": NUMBER,
    "duration_bound": TEXT, "speaker": TEXT, "on_behalf_of": TEXT, "form": TEXT, "content": TEXT,
    "condition": TEXT, "condition_sense": TEXT, "deadline": TEXT, "force": TEXT, "quantity_min": NUMBER,
    "quantity_max": NUMBER, "killed_min": NUMBER, "killed_max": NUMBER, "wounded_min": NUMBER, "wounded_max": NUMBER,
}  # fmt: skip
ENTRY_COLUMNS = {
    "entry": TEXT, "kind": TEXT, "type": TEXT, "title": TEXT, **WHEN, "actors": TEXTS, "actor_names": TEXTS,
    "recipients": TEXTS, "recipient_names": TEXTS, **_WHERE, **_CODED, "status": TEXT, "decided_by": TEXT,
    "sources": COUNT, "first_told": TEXT, "last_told": TEXT, "outlets": TEXTS, "languages": TEXTS,
    "disagreements": TEXTS, "records": TEXTS, "documents": TEXTS,
}  # fmt: skip


def source_row(source: Source) -> Row:
    """A report."""
    return {
        "document": source.document, "language": source.language, "outlet": source.outlet, "title": source.title,
        "url": source.url, **date_row(source.published), "copy_of": source.copy_of,
    }  # fmt: skip


def record_row(telling: Telling) -> Row:
    """A record, with the report that tells it; names are the canonical ones."""
    record, source = telling.record, telling.source
    names = {actor.id: actor.name for actor in telling.actors}
    return {
        "record": record.id, "document": source.document, "outlet": source.outlet, "language": source.language,
        "published": source.published.edtf if source.published else None,
        "copies": [copy.document for copy in telling.copies],
        "kind": record.kind, "type": record_type(record), **date_row(record.date), "actors": list(record.actors),
        "actor_names": [names.get(actor, actor) for actor in record.actors], "recipients": list(record.recipients),
        "recipient_names": [names.get(actor, actor) for actor in record.recipients],
        **_where(record.place), **_coded(record.plover),
        "polarity": record.polarity, "modality": record.modality, "confidence": record.confidence,
        "cameo": record.cameo, "score": record.score, "trigger": record.trigger.text,
        "evidence": [span.text for span in record.evidence], "rule": record.rule,
        "attribution": [layer.label for layer in record.attribution], **_own(telling),
    }  # fmt: skip


def entry_row(entry: Entry, name: Naming) -> Row:
    """An entry."""
    sources = entry.sources
    told = [source.published.edtf or source.published.start for source in sources if source.published]
    return {
        "entry": entry.id, "kind": entry.kind, "type": entry.type, "title": entry.title, **date_row(entry.date),
        "actors": list(entry.actors), "actor_names": [name(actor) for actor in entry.actors],
        "recipients": list(entry.recipients), "recipient_names": [name(actor) for actor in entry.recipients],
        **_where(entry.place), **_coded(entry.plover), "polarity": entry.polarity, "modality": entry.modality,
        "confidence": entry.confidence, "status": entry.status, "decided_by": entry.decided_by,
        "sources": len(sources), "first_told": told[0] if told else None, "last_told": told[-1] if told else None,
        "records": list(entry.records), "documents": [source.document for source in sources],
        "outlets": sorted({source.outlet for source in sources if source.outlet}),
        "languages": sorted({source.language for source in sources if source.language}),
        "disagreements": [disagreement.field for disagreement in entry.disagreements],
    }  # fmt: skip


def _own(telling: Telling) -> Row:
    """What only some kinds have."""
    match telling.record:
        case Contact(participants=participants, status=status, requested_by=requested_by, duration=duration):
            lasted = {"duration_minutes": duration.minutes, "duration_bound": duration.bound} if duration else {}
            return {"participants": list(participants), "status": status, "requested_by": requested_by, **lasted}
        case Statement() as said:
            who = {"speaker": said.speaker, "on_behalf_of": said.on_behalf_of}
            return {**who, "form": said.form, "content": said.content.text}
        case Position(content=content, condition=condition, deadline=deadline):
            term = {"condition": condition.span.text, "condition_sense": condition.sense} if condition else {}
            return {"content": content.text, "deadline": deadline.edtf if deadline else None, **term}
        case Deployment(force=force, quantity=quantity):
            return {"force": force.text, **_range("quantity", quantity)}
        case Event(casualties=casualties):
            if casualties is None:
                return {}
            return {**_range("killed", casualties.killed), **_range("wounded", casualties.wounded)}


def date_row(date: Date | None) -> Row:
    """A date's columns, none for no date."""
    if date is None:
        return {}
    return {"date": date.edtf, "start": _moment(date.start), "end": _moment(date.end), "precision": date.precision}


def _moment(bound: str | None) -> datetime | None:
    return datetime.fromisoformat(bound) if bound else None


def _where(place: Place | None) -> Row:
    if place is None:
        return {}
    return {
        "place": place.name, "country": place.country, "latitude": place.latitude, "longitude": place.longitude,
    }  # fmt: skip


def _coded(plover: Plover | None) -> Row:
    return {"plover": plover.event, "plover_mode": plover.mode} if plover else {}


def _range(name: str, quantity: Quantity | None) -> Row:
    return {f"{name}_min": quantity.min, f"{name}_max": quantity.max} if quantity else {}
