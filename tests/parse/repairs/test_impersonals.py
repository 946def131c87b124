"""Passives without a subject, and participles that are adjectives to a treebank: trees, before and after."""

import pytest

from cronistoria.parse.repairs.impersonals import with_impersonal_passives
from tests.rows import sentences_from_rows

IMPERSONAL = "Aspect=Perf|Mood=Ind|Person=0|VerbForm=Fin"
PARTICIPLE = "Case=Nom|Gender=Masc|Number=Sing|VerbForm=Part|Voice=Pass"
REJECTED = (
    "Вимогу/вимога/NOUN/2/obj/Case=Acc|Gender=Fem|Number=Sing "
    f"відхилено/відхилити/VERB/0/root/{IMPERSONAL} Осло/Осло/PROPN/2/obl/Case=Ins/B-LOC"
)
SUMMONED = (
    "Посла/посол/VERB/0/root/Mood=Ind|VerbForm=Fin Чаду/Чад/PROPN/1/obj/Case=Gen/B-LOC "
    f"викликано/викликати/VERB/1/advmod/{IMPERSONAL} до/до/ADP/5/case столиці/столиця/NOUN/3/obl/Case=Gen"
)
MASSED = (
    "Війська/військо/NOUN/3/nsubj/Case=Nom Чаду/Чад/PROPN/3/obj/Case=Gen/B-LOC "
    f"зосереджено/зосередити/VERB/0/root/{IMPERSONAL}"
)
CALLED_OFF = f"Візит/візит/NOUN/2/nsubj скасований/скасований/ADJ/0/root/{PARTICIPLE}"
READY = f"Візит/візит/NOUN/2/nsubj важливий/важливий/ADJ/0/root/{PARTICIPLE}"


@pytest.mark.parametrize(("row", "relations"), [
    (REJECTED, ["nsubj:pass", "root", "obl:agent"]),
    (REJECTED.replace("Осло/Осло/PROPN/2/obl/Case=Ins/B-LOC", "гаслом/гасло/NOUN/2/obl/Animacy=Inan|Case=Ins"),
     ["nsubj:pass", "root", "obl"]),
    (REJECTED.replace("Person=0", "Person=3"), ["obj", "root", "obl"]),
    (SUMMONED, ["nsubj:pass", "nmod", "root", "case", "obl"]),
    (MASSED, ["nsubj:pass", "nmod", "root"]),
    (CALLED_OFF, ["nsubj:pass", "root"]),
    (READY, ["nsubj", "root"]),
])  # fmt: skip
def test_passives(row: str, relations: list[str]) -> None:
    _, sentences = sentences_from_rows(row, language="uk")
    (sentence,) = with_impersonal_passives(sentences, "uk")
    assert [t.deprel for t in sentence.tokens] == relations


def test_a_participle_has_the_lemma_of_its_verb() -> None:
    _, sentences = sentences_from_rows(CALLED_OFF, language="uk")
    (sentence,) = with_impersonal_passives(sentences, "uk")
    assert (sentence.tokens[1].lemma, sentence.tokens[1].upos) == ("скасувати", "VERB")


def test_a_language_without_a_dictionary_keeps_its_trees() -> None:
    _, sentences = sentences_from_rows(REJECTED, language="en")
    assert with_impersonal_passives(sentences, "en") is sentences
