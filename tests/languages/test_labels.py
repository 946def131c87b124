"""Every value of the record contract has a label in every language."""

from typing import get_args

import pytest

from cronistoria.languages.labels import load_labels
from cronistoria.languages.tables import available_languages
from cronistoria.model.actor import ActorKind
from cronistoria.model.dates import Basis
from cronistoria.model.entry import EntryKind
from cronistoria.model.record import (
    Bound,
    Channel,
    ConditionSense,
    ContactStatus,
    Modality,
    Polarity,
    PositionType,
    Posture,
    StatementForm,
)
from cronistoria.reference.plover import plover_table

ENUMS = {
    "channel": Channel,
    "status": ContactStatus,
    "form": StatementForm,
    "position": PositionType,
    "condition": ConditionSense,
    "posture": Posture,
    "polarity": Polarity,
    "modality": Modality,
    "bound": Bound,
    "actor_kind": ActorKind,
    "kinds": EntryKind,
    "basis": Basis,
}


@pytest.mark.parametrize("language", available_languages("labels"))
@pytest.mark.parametrize("table", ENUMS)
def test_every_value_has_a_label(language: str, table: str) -> None:
    assert set(getattr(load_labels(language), table)) == set(get_args(ENUMS[table]))


@pytest.mark.parametrize("language", available_languages("labels"))
def test_all_languages_name_the_same_fields(language: str) -> None:
    first = load_labels(available_languages("labels")[0])
    assert set(load_labels(language).fields) == set(first.fields)


@pytest.mark.parametrize("language", available_languages("labels"))
def test_all_languages_name_the_same_modes(language: str) -> None:
    first = load_labels(available_languages("labels")[0])
    assert set(load_labels(language).mode) == set(first.mode)


@pytest.mark.parametrize("language", available_languages("labels"))
def test_every_event_and_mode_of_plover_has_a_label(language: str) -> None:
    events = plover_table().events
    modes = {mode for event in events.values() for mode in event.modes}
    labels = load_labels(language)
    assert set(labels.event) == set(events)
    assert modes - set(labels.mode) == set()
