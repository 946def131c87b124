"""Actors, durations and quantities for readers."""

import re
from pathlib import Path

import msgspec
import pytest

import cronistoria
from cronistoria.export.phrases import make_speaker
from cronistoria.languages.labels import load_labels
from cronistoria.languages.tables import available_languages
from cronistoria.model.actor import Actor, ActorKind
from cronistoria.model.record import Bound, Duration, Quantity
from tests.sample import sample_report, words

SOURCE = Path(cronistoria.__file__).parent
SPEAKER = make_speaker(sample_report(), "it")


@pytest.mark.parametrize(
    ("minutes", "bound", "said"),
    [
        (50, "exact", "50 minuti"),
        (60, "under", "meno di 60 minuti"),
        (450, "about", "circa 7,5 ore"),
        (1, "exact", "1 minuto"),
    ],
)
def test_durations(minutes: float, bound: Bound, said: str) -> None:
    assert SPEAKER.duration(Duration(minutes=minutes, bound=bound, span=words("un'ora"))) == said


@pytest.mark.parametrize(
    ("low", "high", "bound", "said"),
    [
        (100_000, None, "over", "più di 100.000"),
        (None, 500, "under", "meno di 500"),
        (1200, 1500, "exact", "1.200–1.500"),
        (20, 20, "about", "circa 20"),
        (20, None, "exact", "almeno 20"),
        (None, 20, "about", "al massimo 20"),
        (None, None, "about", "più di 2.000"),
    ],
)
def test_quantities(low: float | None, high: float | None, bound: Bound, said: str) -> None:
    assert SPEAKER.quantity(Quantity(min=low, max=high, bound=bound, text=words("più di 2.000"))) == said


def test_actors_are_called_by_name_or_by_name_role_and_country() -> None:
    assert SPEAKER.actor("AUT") == "Austria"
    assert SPEAKER.actor("CHE", full=True) == "Svizzera"
    assert SPEAKER.actor("person:huber") == "Anton Huber"
    assert SPEAKER.actor("person:huber", full=True) == "Anton Huber (presidente, Austria)"
    assert SPEAKER.actor(None) == "non detto chi"


@pytest.mark.parametrize(
    ("actor_id", "said"),
    [
        ("group:AUT/diplomats", "diplomatici (Austria)"),
        ("group:state-media", "media di Stato"),
        ("group:NATO/officials", "funzionari (Nato)"),
        ("office:AUT/foreign-minister", "ministro degli Esteri (Austria)"),
        ("group:AUT/beekeepers", "in English"),
    ],
)
def test_unnamed_people_are_called_by_what_they_are(actor_id: str, said: str) -> None:
    kind: ActorKind = "office" if actor_id.startswith("office") else "group"
    actor = Actor(id=actor_id, kind=kind, name="in English", country="AUT")
    speaker = msgspec.structs.replace(SPEAKER, actors={actor_id: actor})
    assert speaker.actor(actor_id) == said


@pytest.mark.parametrize(("code", "name"), [("ITA", "Italia"), ("XKX", "Kosovo"), ("NATO", None), ("EU", None)])
def test_territories_are_named_by_their_three_letters(code: str, name: str | None) -> None:
    assert SPEAKER.territory(code) == name


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("the report has no sentence", "il testo non ha frasi"),
        ("the weekday contradicts the date 2021-12-07", "il giorno della settimana contraddice la data 2021-12-07"),
        ("not UTF-8 (byte 7): read as windows-1252", "non è UTF-8 (byte 7): letto come windows-1252"),
        ("something new", "something new"),
    ],
)
def test_problems_are_told_in_the_readers_language(message: str, said: str) -> None:
    assert SPEAKER.problem(message) == said


@pytest.mark.parametrize("language", available_languages("labels"))
def test_every_problem_that_has_a_label_is_one_that_the_program_tells(language: str) -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in SOURCE.rglob("*.py"))
    parts = [part for template in load_labels(language).problem for part in re.split(r"\{\w+\}", template)]
    assert [part for part in parts if part not in source] == []


@pytest.mark.parametrize(
    ("role", "country", "said"),
    [
        ("foreign minister", "AUT", "ministro degli Esteri, Austria"),
        ("leader", "LBY", "leader, Libia"),
        ("president", "EU", "presidente, Unione europea"),
        ("lighthouse keeper", "AUT", "Austria"),
        ("leader", "BODY", "leader"),
    ],
)
def test_what_has_no_word_in_the_language_is_not_said(role: str, country: str, said: str) -> None:
    assert SPEAKER.role(Actor(id="Q1", kind="person", name="A", role=role, country=country)) == said


@pytest.mark.parametrize(("name", "said"), [("Moscow", "Mosca"), ("Kyiv", "Kiev"), ("Yelnya", "Yelnya")])
def test_places_are_called_as_the_language_calls_them(name: str, said: str) -> None:
    assert SPEAKER.place(name) == said
    assert SPEAKER.place_called(said.lower()) in (name, None)
