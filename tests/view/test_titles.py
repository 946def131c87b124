"""Titles are sentences in the reader's language, with articles where a language has them."""

import re
from datetime import date
from typing import Any, get_args

import pytest

from cronistoria.languages.labels import chronicle_languages, load_labels
from cronistoria.merge.features import FEATURES
from cronistoria.merge.merging import merge
from cronistoria.model.record import Channel, PositionType, Posture
from cronistoria.model.source import Telling
from cronistoria.reference.plover import plover_table
from cronistoria.view.book import Book
from tests.merge.made import condition, contact, deployment, event, place, position, source, statement
from tests.view.made_book import made_book

A = source("a", "2024-03-02")
TITLES: list[tuple[Telling, str, str]] = [
    (
        contact(A, "USA", "bloc:west", channel="letter"),
        "Gli Stati Uniti hanno inviato una lettera all'Occidente",
        "The United States sent a letter to the West",
    ),
    (
        contact(A, "group:rebels", channel="talks"),
        "I ribelli hanno avuto colloqui",
        "The rebels held talks",
    ),
    (
        event(A, "AID", "UN", "office:PER/ambassador", "aid"),
        "L'Onu ha dato aiuto all'ambasciatore",
        "The United Nations gave aid to the ambassador",
    ),
    (
        contact(A, "Q1", "Q2"),
        "Ada Berg e Luis Rojas hanno avuto una telefonata",
        "Ada Berg and Luis Rojas held a phone call",
    ),
    (
        contact(A, "NOR", "PER", channel="meeting", place=place("Quito", "ECU")),
        "La Norvegia e il Perù hanno avuto un incontro (Quito, Ecuador)",
        "Norway and Peru met (Quito, Ecuador)",
    ),
    (
        contact(A, "Q1", "NOR", "Q2", "PER", requested_by="PER"),
        "Ada Berg e Luis Rojas hanno avuto una telefonata, su richiesta del Perù",
        "Ada Berg and Luis Rojas held a phone call, at the request of Peru",
    ),
    (
        contact(A, "USA", "GBR", status="scheduled", channel="talks"),
        "Gli Stati Uniti e il Regno Unito hanno in programma dei colloqui",
        "The United States and the United Kingdom are due to hold talks",
    ),
    (
        contact(A, "USA", "ISR", status="proposed", channel="summit"),
        "Proposta di vertice tra gli Stati Uniti e Israele",
        "Proposal of a summit between the United States and Israel",
    ),
    (
        contact(A, "Q1", "Q2", channel="letter"),
        "Ada Berg ha inviato una lettera a Luis Rojas",
        "Ada Berg sent a letter to Luis Rojas",
    ),
    (
        contact(A, "Q1", "Q2", polarity="negated"),
        "Smentito: Ada Berg e Luis Rojas hanno avuto una telefonata",
        "Denied: Ada Berg and Luis Rojas held a phone call",
    ),
    (
        position(A, "threat", "USA", "RUS", "new sanctions", condition=condition("in the event of an invasion")),
        "Gli Stati Uniti hanno rivolto una minaccia alla Russia: sanzioni, condizione: invasione",
        "The United States made a threat to Russia: sanctions, condition: invasion",
    ),
    (
        position(A, "demand", "Q1", "UKR", "withdraw the troops"),
        "Ada Berg ha avanzato una pretesa nei confronti dell'Ucraina: ritiro, truppe",
        "Ada Berg made a demand to Ukraine: troops, withdrawal",
    ),
    (
        position(A, "promise", "YEM", None, "elections"),
        "Lo Yemen ha fatto una promessa: elezioni",
        "Yemen made a promise: elections",
    ),
    (deployment(A, "NLD", 8000), "I Paesi Bassi hanno ammassato forze: 8.000", "The Netherlands massed forces: 8,000"),
    (
        event(A, "SANCTION", "NOR", "CUB", "sanctions"),
        "La Norvegia ha adottato misure contro Cuba",
        "Norway took measures against Cuba",
    ),
    (
        event(A, "ASSAULT", None, "PER", "an attack", killed=12, place=place("Callao", "PER")),
        "Attacco nei confronti del Perù, 12 morti (Callao, Perù)",
        "Assault towards Peru, 12 dead (Callao, Peru)",
    ),
    (
        event(A, "AID", "NOR", "PER", "aid", modality="planned"),
        "La Norvegia ha dato aiuto al Perù [in programma]",
        "Norway gave aid to Peru [planned]",
    ),
    (
        statement(A, "Q4", "the call was about the ceasefire"),
        "Nils Dahl ha rilasciato una dichiarazione: cessate il fuoco, telefonate",
        "Nils Dahl made a statement: ceasefire, phone calls",
    ),
]


@pytest.mark.parametrize(
    ("telling", "italian", "english"), TITLES, ids=lambda value: value if isinstance(value, str) else ""
)
def test_titles(telling: Telling, italian: str, english: str) -> None:
    for labels, title in (("it", italian), ("en", english)):
        book = Book(merge([telling]).entries, [telling], (), labels, date(2024, 3, 10))
        assert book.title(book.entries[0]) == title


def test_a_disputed_asker_is_not_named_in_the_title() -> None:
    book = made_book()
    (call,) = (entry for entry in book.entries if entry.type == "call")
    assert book.title(call) == "Ada Berg and Luis Rojas held a phone call, at the request of Norway"


@pytest.mark.parametrize("language", chronicle_languages())
def test_every_sentence_fills_only_what_there_is(language: str) -> None:
    words = load_labels(language).chronicle
    assert words is not None
    known = {"who", "first", "noun", "bare", "word"}
    known |= {f"{preposition}:{whom}" for preposition in words.prepositions for whom in ("whom", "rest")}
    places = {name for forms in words.sentences.values() for form in forms for name in re.findall(r"\{([^}]*)\}", form)}
    assert places <= known


@pytest.mark.parametrize("language", chronicle_languages())
def test_every_article_merges_with_every_preposition(language: str) -> None:
    words = load_labels(language).chronicle
    assert words is not None
    articles = {*words.articles.values(), *words.article_rules.values(), ""}
    assert all(articles <= merged.keys() for merged in words.prepositions.values())


def test_all_languages_have_the_same_words() -> None:
    tables: list[Any] = [load_labels(language).chronicle for language in chronicle_languages()]
    for name in ("sentences", "columns", "headings", "grounds", "fields", "features", "subject", "nouns", "bare_nouns"):
        assert len({frozenset(getattr(table, name)) for table in tables}) == 1, name


def test_features_and_positions_of_the_contract_have_words() -> None:
    words = load_labels("en").chronicle
    assert words is not None
    kinds = {*get_args(Channel), *get_args(PositionType), *get_args(Posture), *plover_table().events}
    assert kinds <= words.sentences.keys()
    weighed = {feature.name for features in FEATURES.values() for feature in features if feature.weight}
    assert weighed <= words.features.keys()
