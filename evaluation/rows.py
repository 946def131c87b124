"""What is compared, and how: one class a row of the table.

A row lists the gold's items and the report's, says what a pair is worth (0: no pair) and how right its slots are
(0..1, ``None`` where there is nothing to compare).
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from cronistoria.model.actor import Actor, ActorMention
from cronistoria.model.dates import TimeExpression
from cronistoria.model.record import Attribution, BaseRecord, Contact, Deployment, Event, Position, Statement
from cronistoria.model.span import Span
from evaluation.answers import clause_right, duration_right, quantity_right, same_phase, status_right
from evaluation.case import Case, closeness
from evaluation.gold import (
    GoldActor,
    GoldAttribution,
    GoldContact,
    GoldDate,
    GoldDeployment,
    GoldEvent,
    GoldPosition,
    GoldQuote,
)
from evaluation.parties import party_f1, same_side
from evaluation.text import overlap, place_of, touches
from evaluation.when import date_score, same_date

Slots = dict[str, float | None]
_CHANNELS = {"document_handover": "handover", "invitation": "message"}
_GROUPS = ({"call", "video_call"}, {"talks", "meeting", "summit"}, {"letter", "handover", "message"}, {"visit"})
_FORMS = {True: "direct", "partial": "partial", False: "indirect"}


@dataclass(frozen=True)
class Row:
    """One row; a row without ``precision`` does not mind what the report has beyond the gold."""

    name: str
    gold: Callable[[Case], list[Any]]
    found: Callable[[Case], list[Any]]
    worth: Callable[[Case, Any, Any], float]
    slots: Callable[[Case, Any, Any], Slots]
    precision: bool = True


def contact_worth(case: Case, gold: GoldContact, found: Contact) -> float:
    """Channels of one group, the same side of now, and a shared party or shared words."""
    channel = _CHANNELS.get(gold.type, gold.type)
    if not any({channel, found.channel} <= group for group in _GROUPS) or not same_phase(gold, found):
        return 0.0
    touching = case.touching(gold.evidence, gold.occurrence, found)
    left, right = case.directory.parties(gold.participants), case.found(found.participants)
    if not touching and not any(same_side(a, b) for a in left for b in right):
        return 0.0
    return 1 + 10 * touching + _sum(contact_slots(case, gold, found))


def contact_slots(case: Case, gold: GoldContact, found: Contact) -> Slots:
    """Status, participants, date, channel, requester, duration."""
    participants = party_f1(case.directory.parties(gold.participants), case.found(found.participants))
    graded = found.channel in _GROUPS[0]
    return {
        "status": float(status_right(gold, found)),
        "participants": participants,
        "date": date_score(gold.date, found.date),
        "channel": float(not graded or found.channel == gold.type),
        "requested_by": float(case.is_source(gold.requested_by, found.requested_by)),
        "duration": float(duration_right(gold.duration, found.duration)),
    }


def quote_worth(case: Case, gold: GoldQuote, found: Statement) -> float:
    """Nearness of the first words."""
    near = max((closeness(case.text, place, place_of(found.content)) for place in case.quote_place(gold)), default=0)
    return near and near + _sum(quote_slots(case, gold, found))


def quote_slots(case: Case, gold: GoldQuote, found: Statement) -> Slots:
    """Speaker, form, relay."""
    return {
        "speaker": float(case.is_source(gold.speaker, found.speaker, found.speaker_label)),
        "form": float(found.form == _FORMS[gold.verbatim]),
        "via": float(case.is_source(gold.via, found.via)),
    }


def position_any_worth(case: Case, gold: GoldPosition, found: Position) -> float:
    """The same sentence, and no other side."""
    if not case.same_sentence(gold.evidence, gold.occurrence, found):
        return 0.0
    by, actors = case.directory.parties(gold.by), case.found(found.actors)
    if by and actors and not any(same_side(a, b) for a in by for b in actors):
        return 0.0
    touching = touches(case.text.find(gold.evidence, gold.occurrence), (found.content,))
    typed = found.type in (gold.kind, gold.alt)
    return 1 + 10 * (typed + touching) + _sum(position_slots(case, gold, found))


def position_worth(case: Case, gold: GoldPosition, found: Position) -> float:
    """The same, and of the same type, or of the other one that the gold allows."""
    return position_any_worth(case, gold, found) if found.type in (gold.kind, gold.alt) else 0.0


def position_slots(case: Case, gold: GoldPosition, found: Position) -> Slots:
    """Who, to whom, on what condition, with what consequence."""
    return {
        "by": party_f1(case.directory.parties(gold.by), case.found(found.actors)),
        "to": party_f1(case.directory.parties(gold.to), case.found(found.recipients)),
        "condition": clause_right(gold.condition, found.condition.span if found.condition else None),
        "consequence": clause_right(gold.consequence, found.consequence),
    }


def deployment_any_worth(case: Case, gold: GoldDeployment, found: Deployment) -> float:
    """Shared words."""
    return case.touching(gold.evidence, gold.occurrence, found) and 1 + _sum(deployment_slots(case, gold, found))


def deployment_worth(case: Case, gold: GoldDeployment, found: Deployment) -> float:
    """Shared words, and actor and quantity right."""
    right = all(deployment_slots(case, gold, found).values())
    return deployment_any_worth(case, gold, found) if right else 0.0


def deployment_slots(case: Case, gold: GoldDeployment, found: Deployment) -> Slots:
    """Whose forces, and how many."""
    return {
        "actor": float(case.is_source(gold.actor, found.actor)),
        "quantity": float(quantity_right(gold.quantity, found.quantity)),
    }


def event_worth(case: Case, gold: GoldEvent, found: Event) -> float:
    """The same PLOVER type in the same sentence."""
    same = found.plover is not None and found.plover.event == gold.plover
    if not same or not case.same_sentence(gold.evidence, gold.occurrence, found):
        return 0.0
    touching = case.touching(gold.evidence, gold.occurrence, found)
    return 1 + 10 * touching + _sum(event_slots(case, gold, found))


def event_slots(case: Case, gold: GoldEvent, found: Event) -> Slots:
    """Who, to whom, when, whether at all."""
    return {
        "by": party_f1(case.directory.parties(gold.by), case.found(found.actors)),
        "to": party_f1(case.directory.parties(gold.to), case.found(found.recipients)),
        "date": date_score(gold.date, found.date) if gold.date else None,
        "polarity": float(gold.negated == (found.polarity == "negated")),
    }


def date_worth(case: Case, gold: GoldDate, found: TimeExpression) -> float:
    """Shared words, better with the right value."""
    places = case.text.find(gold.text, gold.occurrence)
    return float(found.text is not None and touches(places, (found.text,))) and 1 + same_date(gold, found)


def actor_worth(case: Case, gold: GoldActor, found: tuple[Actor, ActorMention]) -> float:
    """Shared words, the right code, persons for persons."""
    actor, mention = found
    same_kind = (gold.kind == "person") == (actor.kind == "person")
    right = same_kind and (gold.iso3 or gold.code) in {actor.country, actor.id}
    here = any(overlap(place, place_of(mention)) for place in case.text.find(gold.mention, gold.occurrence))
    return float(right and here) and 1 + (gold.metonym == mention.metonym)


def source_worth(case: Case, gold: GoldAttribution, found: tuple[str | None, str | None, tuple[Span, ...]]) -> float:
    """The same source on shared words."""
    actor, label, spans = found
    return float(case.is_source(gold.source, actor, label) and touches(case.text.find(gold.phrase), spans))


def found_sources(case: Case) -> list[tuple[str | None, str | None, tuple[Span, ...]]]:
    """Who vouches, from attributions, speakers and relays; each once."""
    records = case.report.records
    layers: list[Attribution] = [layer for record in records for layer in record.attribution]
    sources: list[tuple[str | None, str | None, tuple[Span, ...]]] = [(a.source, a.label, (a.span,)) for a in layers]
    for statement in case.records(Statement):
        sources.append((statement.speaker, statement.speaker_label, statement.evidence))
        sources.append((statement.via, None, statement.evidence))
    return list(dict.fromkeys(sources))


def _sum(slots: Slots) -> float:
    return sum(score for score in slots.values() if score is not None)


def date_slots(case: Case, gold: GoldDate, found: TimeExpression) -> Slots:
    """Whether the value is right."""
    return {"value": float(same_date(gold, found))}


def found_mentions(case: Case) -> list[tuple[Actor, ActorMention]]:
    """Every mention with its actor."""
    return [(actor, mention) for actor in case.report.actors for mention in actor.mentions]


def coded_actors(case: Case) -> list[GoldActor]:
    """The gold's mentions of actors that have a code."""
    return [a for a in case.gold.actors if (a.iso3 or a.code) and a.kind not in ("place", "dateline")]


def marked_quotes(case: Case) -> list[GoldQuote]:
    """Quotes in quotation marks."""
    return [quote for quote in case.gold.quotes if quote.verbatim is not False]


def marked_statements(case: Case) -> list[Statement]:
    """Statements in quotation marks."""
    return [statement for statement in case.records(Statement) if statement.form != "indirect"]


def actor_slots(case: Case, gold: GoldActor, found: tuple[Actor, ActorMention]) -> Slots:
    """Whether seat and place are told apart, and whether all spellings of a person, and no other's, share one id."""
    metonym = None if gold.metonym is None else float(gold.metonym == found[1].metonym)
    return {"metonym": metonym, "merge": float(_is_one(case, gold.canonical)) if gold.kind == "person" else None}


def _is_one(case: Case, person: str) -> bool:
    ids: dict[str, set[str]] = {}
    for gold in (actor for actor in case.gold.actors if actor.kind == "person"):
        for place in case.text.find(gold.mention, gold.occurrence):
            here = [
                (mention.end - mention.start, actor.id)
                for actor in case.report.actors
                if actor.kind == "person"
                for mention in actor.mentions
                if overlap(place, place_of(mention))
            ]
            if here:
                ids.setdefault(gold.canonical, set()).add(min(here)[1])
    others = {identity for name, found in ids.items() if name != person for identity in found}
    return len(ids.get(person, ())) == 1 and not ids[person] & others


def _gold(section: str) -> Callable[[Case], list[Any]]:
    return lambda case: list(getattr(case.gold, section))


def _of(kind: type[BaseRecord]) -> Callable[[Case], list[Any]]:
    return lambda case: case.records(kind)


def _no_slots(case: Case, gold: Any, found: Any) -> Slots:
    return {}


_POSITIONS, _DEPLOYMENTS = (_gold("positions"), _of(Position)), (_gold("deployments"), _of(Deployment))
ROWS = (
    Row("contacts", _gold("contacts"), _of(Contact), contact_worth, contact_slots),
    Row("quotes", _gold("quotes"), _of(Statement), quote_worth, quote_slots),
    Row("quotes_marked", marked_quotes, marked_statements, quote_worth, quote_slots),
    Row("positions", *_POSITIONS, position_worth, position_slots),
    Row("positions_any", *_POSITIONS, position_any_worth, position_slots),
    Row("deployments", *_DEPLOYMENTS, deployment_worth, deployment_slots),
    Row("deployments_any", *_DEPLOYMENTS, deployment_any_worth, deployment_slots),
    Row("events", _gold("events"), _of(Event), event_worth, event_slots, precision=False),
    Row("dates", lambda c: [d for d in c.gold.dates if d.value], lambda c: [d for d in c.report.dates if d.text],
        date_worth, date_slots, precision=False),
    Row("actors", coded_actors, found_mentions, actor_worth, actor_slots, precision=False),
    Row("attributions", _gold("attributions"), found_sources, source_worth, _no_slots, precision=False),
)  # fmt: skip
