"""Talks with one another, conditions behind what is said, counted forces at an exercise, names told apart."""

import pytest

from cronistoria.extract.contacts import find_contacts
from cronistoria.extract.deployments import find_deployments
from cronistoria.parse.repairs.conditions import with_conditions_attached
from cronistoria.parse.repairs.entities import with_parted_names
from tests.rows import sentences_from_rows

TOGETHER = (
    "Vertreter/Vertreter/NOUN/9/nsubj/Case=Nom|Gender=Masc|Number=Plur "
    "Norwegens/Norwegen/PROPN/1/nmod/Case=Gen|Gender=Neut|Number=Sing/B-LOC und/und/CCONJ/4/cc "
    "Schwedens/Schweden/PROPN/2/conj/Case=Gen|Gender=Neut|Number=Sing/B-LOC "
    "haben/haben/AUX/9/aux/Mood=Ind|Number=Plur|Person=3|Tense=Pres|VerbForm=Fin in/in/ADP/7/case "
    "Bern/Bern/PROPN/9/obl/Case=Dat|Gender=Neut|Number=Sing/B-LOC miteinander/miteinander/ADV/9/advmod "
    "gesprochen/sprechen/VERB/0/root/Tense=Past|VerbForm=Part ././PUNCT/9/punct"
)
EXERCISES = (
    "Около/около/ADP/2/case 250/250/NUM/4/nummod норвежских/норвежский/ADJ/4/amod/Case=Gen|Number=Plur "
    "десантников/десантник/NOUN/5/nsubj/Case=Gen|Gender=Masc|Number=Plur "
    "провели/провести/VERB/0/root/Mood=Ind|Number=Plur|Tense=Past|VerbForm=Fin|Voice=Act "
    "учения/учение/NOUN/5/obj/Case=Acc|Gender=Neut|Number=Plur у/у/ADP/8/case "
    "границы/граница/NOUN/6/nmod/Case=Gen|Gender=Fem|Number=Sing ././PUNCT/5/punct"
)
UNCOUNTED = (
    "Флот/флот/NOUN/2/nsubj/Number=Sing провёл/провести/VERB/0/root/Mood=Ind|Tense=Past|VerbForm=Fin "
    "учения/учения/NOUN/2/obj"
)
AS_LONG_AS = (
    "Oslo/Oslo/PROPN/2/nsubj erklärte/erklären/VERB/0/root/VerbForm=Fin ,/,/PUNCT/5/punct es/es/PRON/5/nsubj "
    "gebe/geben/VERB/2/ccomp/VerbForm=Fin nichts/nichts/PRON/5/obj ,/,/PUNCT/10/punct solange/solange/SCONJ/10/mark "
    "Bern/Bern/PROPN/10/nsubj drohe/drohen/VERB/2/ccomp/VerbForm=Fin"
)
TWO_NAMES = (
    "розмова/розмова/NOUN/0/root Орленка/Орленко/PROPN/1/nmod//B-PER з/з/ADP/4/case//I-PER "
    "Шевчуком/Шевчук/PROPN/1/nmod//I-PER"
)


def test_talks_with_one_another() -> None:
    document, sentences = sentences_from_rows(TOGETHER, language="de")
    (found,) = find_contacts(document, sentences, language="de")
    assert [p.span.text for p in found.participants] == ["Vertreter Norwegens und Schwedens"]


@pytest.mark.parametrize(("row", "postures"), [(EXERCISES, ["exercising"]), (UNCOUNTED, [])])
def test_only_counted_forces_hold_an_exercise(row: str, postures: list[str]) -> None:
    document, sentences = sentences_from_rows(row, language="ru")
    assert [d.posture for d in find_deployments(document, sentences, language="ru")] == postures


def test_condition_behind_what_is_said_belongs_to_it() -> None:
    _, sentences = sentences_from_rows(AS_LONG_AS, language="de")
    (sentence,) = with_conditions_attached(sentences, "de")
    clause = next(t for t in sentence.tokens if t.form == "drohe")
    assert (sentence.tokens[clause.head].form, clause.deprel) == ("gebe", "advcl")


@pytest.mark.parametrize(("language", "entities"), [("uk", ["O", "B-PER", "O", "B-PER"]), ("fr", None)])
def test_adposition_parts_names(language: str, entities: list[str] | None) -> None:
    _, sentences = sentences_from_rows(TWO_NAMES, language=language)
    (sentence,) = with_parted_names(sentences, language)
    assert [t.entity for t in sentence.tokens] == (entities or ["O", "B-PER", "I-PER", "I-PER"])
