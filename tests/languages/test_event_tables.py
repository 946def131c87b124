"""The tables of contacts, forces, quantities and events: each loads wherever it exists, in PLOVER's terms."""

import pytest

from cronistoria.languages.contacts import ContactNoun, ContactVerb, contact_nouns, contact_verbs, load_contact_words
from cronistoria.languages.events import EventNoun, EventVerb, event_nouns, event_verbs, load_event_words
from cronistoria.languages.forces import PostureNoun, PostureVerb, load_force_words, posture_nouns, posture_verbs
from cronistoria.languages.quantities import load_quantity_words
from cronistoria.languages.tables import available_languages
from cronistoria.reference.plover import plover_table

Entry = ContactVerb | ContactNoun | EventVerb | EventNoun | PostureVerb | PostureNoun
LANGUAGES = available_languages("contacts", "forces", "events", "quantities")


def test_italian_and_english_are_complete() -> None:
    assert {"it", "en"} <= set(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_tables_load_and_are_lower_case(language: str) -> None:
    assert contact_verbs(language) and contact_nouns(language) and posture_verbs(language) and posture_nouns(language)
    lemmas = [*contact_verbs(language), *contact_nouns(language), *posture_verbs(language), *event_verbs(language)]
    assert all(lemma == lemma.lower() for lemma in lemmas)
    assert load_quantity_words(language).scales
    assert load_force_words(language).forces


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_entry_has_an_example(language: str) -> None:
    words, events, forces = load_contact_words(language), load_event_words(language), load_force_words(language)
    entries: list[Entry] = [*words.verbs, *words.nouns]
    entries += [*events.verbs, *events.nouns, *forces.verbs, *forces.nouns]
    assert all(entry.examples for entry in entries)


@pytest.mark.parametrize("language", LANGUAGES)
def test_events_are_plover_codes(language: str) -> None:
    table = plover_table()
    entries: list[EventVerb | EventNoun] = [e for found in event_verbs(language).values() for e in found]
    entries += [e for found in event_nouns(language).values() for e in found]
    for entry in entries:
        assert entry.event in table.events
        assert entry.mode is None or entry.mode in table.events[entry.event].modes
        assert set(entry.context) <= table.contexts
