"""A city behind an adposition is no part of the surname behind it, if the report has the surname elsewhere."""

import pytest

from cronistoria.parse.repairs.entities import with_parted_names, with_places
from tests.rows import sentences_from_rows

MET = "incontra/incontrare/VERB/0/root a/a/ADP/3/case Lima/Lima/PROPN/1/obl//B-PER Roe/Roe/PROPN/3/flat//I-PER"


@pytest.mark.parametrize(("other", "entity"), [("Roe", "B-PER"), ("Doe", "I-PER")])
def test_a_city_before_a_known_surname_is_where_it_was(other: str, entity: str) -> None:
    _, sentences = sentences_from_rows(f"{other}/{other}/PROPN/2/nsubj//B-PER parla/parlare/VERB/0/root", MET)
    city, name = with_parted_names(sentences, "it")[1].tokens[2:]
    assert name.entity == entity
    assert ((name.deprel, city.entity) == ("obj", "B-LOC")) == (entity == "B-PER")


@pytest.mark.parametrize(
    ("row", "language", "entity"),
    [
        ("Norvegia/Norvegia/PROPN/2/nsubj//B-ORG parla/parlare/VERB/0/root", "it", "LOC"),
        ("Paesi/Paesi/PROPN/3/nsubj//B-ORG Bassi/Bassi/PROPN/1/flat//I-ORG parlano/parlare/VERB/0/root", "it", "LOC"),
        ("Norwegens/Norwegen/PROPN/2/nmod//B-ORG Heer/Heer/NOUN/0/root", "de", "LOC"),
        ("Norvegia/Norvegia/PROPN/3/nsubj//B-ORG Oggi/Oggi/PROPN/1/flat//I-ORG parla/parlare/VERB/0/root", "it", "ORG"),
    ],
)
def test_a_state_is_a_place_whatever_it_stands_for(row: str, language: str, entity: str) -> None:
    _, sentences = sentences_from_rows(row, language=language)
    assert with_places(sentences, language)[0].tokens[0].entity == f"B-{entity}"


@pytest.mark.parametrize(
    ("row", "entities"),
    [
        # a power beside its noun, a body with the name of a state
        ("Handelsmacht/Handelsmacht/PROPN/0/root//B-ORG Peru/Peru/PROPN/1/appos//I-ORG", ["O", "B-LOC"]),
        ("Bank/Bank/NOUN/0/root//B-ORG Peru/Peru/PROPN/1/nmod//I-ORG", ["B-ORG", "I-ORG"]),
        # a state taken for a person; somebody of that name
        ("Peru/Peru/PROPN/2/nsubj//B-PER ruft/rufen/VERB/0/root", ["B-LOC", "O"]),
        ("Konsul/Konsul/NOUN/0/root Peru/Peru/PROPN/1/appos//B-PER", ["O", "B-PER"]),
        ("Jan/Jan/PROPN/0/root//B-PER Peru/Peru/PROPN/1/flat//I-PER ruft/rufen/VERB/1/acl Peru/Peru/PROPN/3/obj//B-PER",
         ["B-PER", "I-PER", "O", "B-PER"]),
    ],
)  # fmt: skip
def test_powers_beside_their_nouns_and_states_as_persons(row: str, entities: list[str]) -> None:
    _, sentences = sentences_from_rows(row, language="de")
    assert [t.entity for t in with_places(sentences, "de")[0].tokens] == entities


@pytest.mark.parametrize(
    ("row", "entities"),
    [
        # a house of power and a capital taken for persons, in their cases; a state and a name taken for one name
        ("план/план/NOUN/0/root Пентагона/Пентагон/PROPN/1/nmod//B-PER", ["O", "B-LOC"]),
        ("план/план/NOUN/0/root Боготы/Богота/PROPN/1/nmod//B-PER", ["O", "B-LOC"]),
        ("план/план/NOUN/0/root Ивановой/Иванова/PROPN/1/nmod//B-PER", ["O", "B-PER"]),
        ("глава/глава/NOUN/0/root Сомали/Сомали/PROPN/1/nmod//B-PER Юсуф/Юсуф/PROPN/1/appos//I-PER",
         ["O", "B-LOC", "B-PER"]),
        ("посол/посол/NOUN/0/root Руанды/Руанда/PROPN/1/appos/Case=Gen/B-PER", ["O", "B-LOC"]),
        ("посол/посол/NOUN/0/root Чад/Чад/PROPN/1/appos/Case=Nom/B-PER", ["O", "B-PER"]),
    ],
)  # fmt: skip
def test_governments_taken_for_persons(row: str, entities: list[str]) -> None:
    _, sentences = sentences_from_rows(row, language="ru")
    assert [t.entity for t in with_places(sentences, "ru")[0].tokens] == entities


def test_a_syllable_of_a_name_is_no_pronoun() -> None:
    row = "Ли/Ли/PROPN/3/nsubj//B-PER Нам/мы/PRON/3/iobj//I-PER едет/ехать/VERB/0/root"
    _, sentences = sentences_from_rows(row, language="ru")
    name = with_parted_names(sentences, "ru")[0].tokens[1]
    assert (name.upos, name.head, name.deprel) == ("PROPN", 0, "flat:name")


def test_what_looks_like_an_article_inside_a_name_is_of_the_name() -> None:
    row = (
        "Roe/Roe/PROPN/5/nsubj//B-PER a/a/ADP/4/case//I-PER el/el/DET/4/det//I-PER Doe/Doe/PROPN/1/nmod//B-LOC "
        "habla/hablar/VERB/0/root"
    )
    _, sentences = sentences_from_rows(row, language="es")
    tokens = with_parted_names(sentences, "es")[0].tokens[1:4]
    assert {(t.head, t.deprel, t.entity) for t in tokens} == {(0, "flat", "I-PER")}


def test_a_capital_that_was_taken_for_another_word_is_one() -> None:
    row = "Quito/quito/ADV/2/nsubj acusó/acusar/VERB/0/root"
    _, sentences = sentences_from_rows(row, language="es")
    name = with_places(sentences, "es")[0].tokens[0]
    assert (name.upos, name.entity) == ("PROPN", "B-LOC")


def test_an_owner_and_a_person_behind_a_title_are_two() -> None:
    row = (
        "представник/представник/NOUN/0/root/Case=Nom Тирасполя/Тирасполь/PROPN/1/nmod/Case=Gen/B-PER "
        "Віталій/Віталій/PROPN/1/flat:title/Case=Nom/I-PER Роу/Роу/PROPN/3/flat:name/Case=Nom/I-PER"
    )
    _, sentences = sentences_from_rows(row, language="uk")
    assert [t.entity for t in with_parted_names(sentences, "uk")[0].tokens] == ["O", "B-PER", "B-PER", "I-PER"]
