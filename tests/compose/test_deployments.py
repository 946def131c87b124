"""Deployment records from mentions: whose forces they are, and which are told twice."""

import msgspec

from cronistoria.compose.deployments import compose_deployments
from cronistoria.model.mention import DeploymentMention, QuantityMention
from cronistoria.model.record import Deployment
from tests.compose.small import context, phrase, span

TROOPS = DeploymentMention(
    sentence=0,
    head=1,
    trigger=span("attacca"),
    evidence=(span("Oslo attacca Lima"),),
    rule="deployment.moved.inviare",
    confidence=0.85,
    owner=phrase("Oslo"),
    force=phrase("combattenti"),
    quantity=None,
    posture="moved",
    direction=None,
)
FIFTY = QuantityMention(min=50, max=50, bound="exact", span=span("ieri"))
NINETY = QuantityMention(min=90, max=90, bound="exact", span=span("ieri"))


def deployments(*mentions: DeploymentMention) -> list[Deployment]:
    return compose_deployments(mentions, context())


def changed(**fields: object) -> DeploymentMention:
    return msgspec.structs.replace(TROOPS, **fields)


def test_forces_of_a_kind_are_those_of_who_sends_them() -> None:
    (record,) = deployments(TROOPS)
    assert (record.actor, record.posture) == ("NOR", "moved")
    assert record.plover and record.plover.event == "MOBILIZE"


def test_a_commander_stands_for_a_known_state() -> None:
    (record,) = deployments(changed(owner=phrase("Lund")))
    assert record.actor == "NOR"


def test_forces_of_nobody_known_are_told_only_if_counted() -> None:
    assert deployments(changed(owner=None)) == []
    (record,) = deployments(changed(owner=None, quantity=FIFTY))
    assert record.actor is None and record.quantity and record.quantity.min == 50


def test_government_forces_are_of_nobody_known() -> None:
    assert deployments(changed(owner=None, force=phrase("governative"))) == []


def test_a_service_names_its_state() -> None:
    (record,) = deployments(changed(owner=None, force=phrase("RAF")))
    assert record.actor == "GBR"


def test_two_forces_of_one_verb_are_two_records() -> None:
    first, second = deployments(changed(quantity=FIFTY), changed(force=phrase("RAF"), quantity=NINETY))
    assert first.id != second.id


def test_the_same_forces_told_again_are_one_record() -> None:
    (record,) = deployments(TROOPS, changed(trigger=span("ieri"), evidence=(span("ieri"),), quantity=FIFTY))
    assert len(record.evidence) == 2 and record.quantity and record.quantity.min == 50


def test_an_owner_that_is_no_power_gives_way_to_who_places_the_forces() -> None:
    (record,) = deployments(changed(owner=phrase("combattenti"), placer=phrase("Oslo")))
    assert record.actor == "NOR"


def test_forces_beside_others_are_a_record_of_their_own() -> None:
    first, second = deployments(changed(force=phrase("RAF"), quantity=FIFTY), changed(quantity=NINETY))
    assert first.id != second.id
