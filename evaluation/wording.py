"""Gold items and records in a line of words, for those who look for mistakes."""

from typing import Any

from cronistoria.model.record import BaseRecord, Contact, Deployment, Position, Statement

_SHOWN = ("type", "status", "kind", "participants", "speaker", "verbatim", "by", "to", "actor", "iso", "interval")
_SHOWN_LATER = ("canonical", "iso3", "code", "source")
_WORDS = ("evidence", "first6", "phrase", "mention", "text")


def gold_words(gold: Any) -> str:
    """What a gold item says, and its words in the text."""
    values = [getattr(gold, name, None) for name in (*_SHOWN, *_SHOWN_LATER)]
    words = next(getattr(gold, name) for name in _WORDS if getattr(gold, name, None))
    return f"[{' | '.join(_plain(value) for value in values if value not in (None, ()))}] “{words}”"


def found_words(record: BaseRecord) -> str:
    """What a record says, and its words."""
    said: tuple[object, ...]
    match record:
        case Contact():
            said = (record.channel, record.status, record.participants)
        case Statement():
            said = (record.speaker or record.speaker_label, record.form, record.via)
        case Position():
            said = (record.type, record.actors, record.recipients)
        case Deployment():
            quantity = record.quantity
            said = (record.actor, quantity and f"{quantity.bound} {quantity.min}-{quantity.max}", record.posture)
        case _:
            said = (record.plover and record.plover.event, record.actors, record.recipients)
    words = record.content if isinstance(record, Statement | Position) else record.evidence[0]
    shown = " | ".join(_plain(value) for value in said if value not in (None, ()))
    return f"[{shown}] “{' '.join(words.text.split())}”  ({record.rule})"


def _plain(value: object) -> str:
    return "+".join(str(part) for part in value) if isinstance(value, tuple) else str(value)
