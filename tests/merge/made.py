"""Tellings made by hand: a record in few words, with its report."""

from datetime import date, timedelta
from typing import Any

from cronistoria.model.actor import Actor
from cronistoria.model.dates import Date
from cronistoria.model.edtf import parse_edtf
from cronistoria.model.identity import stable_id, text_id
from cronistoria.model.record import (
    Casualties,
    Condition,
    Contact,
    Deployment,
    Duration,
    Event,
    Place,
    Plover,
    Position,
    Quantity,
    Record,
    Statement,
)
from cronistoria.model.source import Source, Telling
from cronistoria.model.span import Span

ACTORS = {
    "NOR": Actor(id="NOR", kind="state", name="Norway", country="NOR"),
    "PER": Actor(id="PER", kind="state", name="Peru", country="PER"),
    "CHL": Actor(id="CHL", kind="state", name="Chile", country="CHL"),
    "Q1": Actor(id="Q1", kind="person", name="Ada Berg", country="NOR", role="prime minister"),
    "Q2": Actor(id="Q2", kind="person", name="Luis Rojas", country="PER", role="president"),
    "Q3": Actor(id="Q3", kind="person", name="Ines Vega", country="CHL", role="president"),
    "Q4": Actor(id="Q4", kind="person", name="Nils Dahl", country="NOR", role="spokesperson"),
}


def span(text: str, start: int = 0) -> Span:
    return Span(start, start + len(text), text)


def day(edtf: str | None) -> Date | None:
    if edtf is None:
        return None
    start, end, precision = parse_edtf(edtf)
    return Date(edtf=edtf, start=start, end=end, precision=precision, basis="explicit")


def source(name: str, published: str = "2024-03-02", language: str = "en") -> Source:
    return Source(document=text_id(name), outlet=name, published=day(published), language=language)


def place(name: str, country: str | None) -> Place:
    return Place(name=name, country=country, latitude=None, longitude=None, span=span(name))


def number(low: float, bound: Any = "exact") -> Quantity:
    return Quantity(min=low, max=low, bound=bound, text=span(str(low)))


def minutes(value: float, bound: Any = "exact") -> Duration:
    return Duration(minutes=value, bound=bound, span=span(str(value)))


def condition(text: str) -> Condition:
    return Condition(span=span(text), sense="if")


def told(record: Record, by: Source) -> Telling:
    named = {*record.actors, *record.recipients}
    if isinstance(record, Contact):
        named |= {*record.participants, record.requested_by or ""}
    if isinstance(record, Statement):
        named |= {record.speaker or "", *record.audience}
    return Telling(record=record, source=by, actors=tuple(ACTORS[a] for a in sorted(named) if a in ACTORS))


def contact(by: Source, *participants: str, when: str | None = None, **fields: Any) -> Telling:
    given = {
        "channel": "call", "status": "held", "participants": participants, "requested_by": None, "duration": None,
        "topics": (), "outcome": None, "actors": participants,
    }  # fmt: skip
    return told(Contact(**_common(by, "contact", when, given | fields)), by)


def statement(by: Source, speaker: str | None, content: str, when: str | None = None, **fields: Any) -> Telling:
    given = {
        "speaker": speaker, "speaker_label": None, "on_behalf_of": None, "form": "direct", "cue": None,
        "cue_span": None, "content": span(content), "audience": (), "via": None,
        "actors": (speaker,) if speaker else (),
    }  # fmt: skip
    return told(Statement(**_common(by, content, when, given | fields)), by)


def position(by: Source, type_: str, who: str, whom: str | None, content: str, **fields: Any) -> Telling:
    when = fields.pop("when", None)
    given = {
        "type": type_, "content": span(content), "condition": None, "consequence": None, "deadline": None,
        "actors": (who,), "recipients": (whom,) if whom else (),
    }  # fmt: skip
    return told(Position(**_common(by, content, when, given | fields)), by)


def deployment(by: Source, who: str, quantity: float | None, when: str | None = None, **fields: Any) -> Telling:
    given = {
        "actor": who, "actors": (who,), "force": span("troops"), "posture": "massed", "direction": None,
        "quantity": None if quantity is None else number(quantity),
    }  # fmt: skip
    return told(Deployment(**_common(by, f"{quantity} troops", when, given | fields)), by)


def event(by: Source, type_: str, who: str | None, whom: str | None, words: str, **fields: Any) -> Telling:
    when, killed = fields.pop("when", None), fields.pop("killed", None)
    given = {
        "plover": Plover(type_), "actors": (who,) if who else (), "recipients": (whom,) if whom else (),
        "casualties": None if killed is None else Casualties(killed=number(killed)),
    }  # fmt: skip
    return told(Event(**_common(by, words, when, given | fields)), by)


def later(published: str, days: int) -> str:
    return (date.fromisoformat(published) + timedelta(days=days)).isoformat()


def _common(by: Source, words: str, when: str | None, fields: dict[str, Any]) -> dict[str, Any]:
    start = fields.pop("start", 0)
    common = {
        "plover": None, "cameo": None, "score": None, "recipients": (), "date": day(when), "place": None,
        "polarity": "affirmed", "modality": "asserted", "attribution": (), "evidence": (span(words, start),),
        "trigger": span(words, start), "confidence": 0.8, "rule": "made",
    } | fields  # fmt: skip
    shown = {key: str(value) for key, value in common.items()}
    return {"id": stable_id("record", by.document, shown), **common}
