"""Event records from mentions: whose they are, what is left out, what is told already."""

from collections.abc import Sequence

import msgspec

from cronistoria.compose.context import Context
from cronistoria.compose.events import compose_events
from cronistoria.model.mention import EventMention, Phrase, QuantityMention
from cronistoria.model.record import Event, Position, Record
from cronistoria.model.span import Span
from tests.compose.small import context, phrase, span

ATTACK = EventMention(
    sentence=0,
    head=1,
    trigger=span("attacca"),
    evidence=(span("Oslo attacca Lima"),),
    rule="event.assault.attaccare",
    confidence=0.75,
    event="ASSAULT",
    mode=None,
    context=("military",),
    actors=(phrase("Oslo"),),
    recipients=(phrase("Lima"),),
)


def events(*mentions: EventMention, told: Sequence[Record] = (), ground: Context | None = None) -> list[Event]:
    return compose_events(mentions, ground or context(), told)


def changed(**fields: object) -> EventMention:
    return msgspec.structs.replace(ATTACK, **fields)


def test_actors_and_recipients_are_resolved() -> None:
    (record,) = events(ATTACK)
    assert (record.actors, record.recipients) == (("NOR",), ("PER",))
    assert record.plover and record.plover.event == "ASSAULT"


def test_an_event_told_twice_is_one_record() -> None:
    (record,) = events(ATTACK, changed(evidence=(span("ieri"),)))
    assert len(record.evidence) == 2


def test_deeds_of_outlets_are_left_out() -> None:
    assert events(changed(actors=(phrase("Gazzetta"),), recipients=())) == []


def test_nobody_known_makes_no_event_unless_victims_are_counted() -> None:
    nobody: dict[str, tuple[Phrase, ...]] = {"actors": (), "recipients": ()}
    dead = QuantityMention(min=4, max=4, bound="exact", span=span("ieri"))
    assert events(changed(**nobody, event="SANCTION")) == []
    (record,) = events(changed(**nobody, killed=dead))
    assert record.casualties and record.casualties.killed and record.casualties.killed.min == 4


def test_aid_needs_somebody_who_gets_it() -> None:
    assert events(changed(event="AID", recipients=())) == []
    assert len(events(changed(event="AID"))) == 1


def test_what_a_contact_or_position_tells_is_not_told_again() -> None:
    (position,) = events(ATTACK)
    fields = {name: getattr(position, name) for name in position.__struct_fields__ if name != "casualties"}
    whole = Span(0, 17, "Oslo attacca Lima")
    threat = Position(**fields, type="threat", content=whole, condition=None, consequence=None, deadline=None)
    other = msgspec.structs.replace(threat, trigger=span("ieri"))
    assert events(ATTACK, told=[threat]) == []
    assert len(events(ATTACK, told=[other])) == 1
    assert events(changed(modality="planned"), told=[other]) == []
    assert events(changed(event="SUPPORT"), told=[other]) == []


def test_a_toll_and_its_attack_in_one_clause_are_one_event() -> None:
    fallen = QuantityMention(min=7, max=7, bound="exact", span=span("ieri"))
    counted = changed(actors=(), killed=fallen, trigger=span("Lima"))
    (record,) = events(changed(), counted)
    assert record.casualties is not None and record.actors == ("NOR",)


def test_a_truce_of_nobody_named_is_that_of_the_one_told_of_before() -> None:
    truce = changed(event="RETREAT", mode="ceasefire", recipients=(), actors=(phrase("Oslo"), phrase("Lima")))
    again = changed(event="RETREAT", mode="ceasefire", recipients=(), actors=(), modality="planned")
    assert [e.actors for e in events(truce, again)] == [("NOR", "PER"), ("NOR", "PER")]
    assert events(changed(event="RETREAT", mode="disarm", recipients=(), actors=(), modality="planned")) == []
