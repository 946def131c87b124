"""Names beside verbs whose doer nobody names: "Израиль | обвинили", "Иран | обвиняется"."""

import pytest

from cronistoria.parse.repairs.unnamed_doers import with_unnamed_doers
from tests.rows import sentences_from_rows

NAME = "Осло/Осло/PROPN/2/nsubj/Case=Nom|Gender=Neut|Number=Sing/B-LOC"
SOME = "обвинили/обвинить/VERB/0/root/Mood=Ind|Number=Plur|Tense=Past|VerbForm=Fin|Voice=Act"
ITSELF = "обвиняется/обвиняться/VERB/0/root/Mood=Ind|Number=Sing|Tense=Pres|VerbForm=Fin|Voice=Mid"


@pytest.mark.parametrize(
    ("row", "language", "relation"),
    [
        (f"{NAME} {SOME}", "ru", "obj"),
        (f"{NAME} {ITSELF}", "ru", "nsubj:pass"),
        # it agrees, several, a body, a clause of what they say, a language whose plural verbs need a subject
        (f"{NAME} {SOME.replace('Plur', 'Sing')}", "ru", "nsubj"),
        (f"{NAME} {SOME} и/и/CCONJ/4/cc Лима/Лима/PROPN/1/conj", "ru", "nsubj"),
        (f"{NAME.replace('LOC', 'ORG')} {SOME}", "ru", "nsubj"),
        (f"{NAME} {SOME} ушел/уйти/VERB/2/ccomp", "ru", "nsubj"),
        (f"{NAME} {ITSELF.replace('обвиняться', 'готовиться')}", "ru", "nsubj"),
        (f"{NAME} {SOME}", "de", "nsubj"),
    ],
)
def test_what_some_do_to_a_name_is_done_to_it(row: str, language: str, relation: str) -> None:
    _, sentences = sentences_from_rows(row, language=language)
    (sentence,) = with_unnamed_doers(sentences, language)
    assert sentence.tokens[0].deprel == relation


def test_a_reflexive_verb_of_accusing_has_the_lemma_of_its_verb() -> None:
    _, sentences = sentences_from_rows(f"{NAME} {ITSELF}", language="ru")
    (sentence,) = with_unnamed_doers(sentences, "ru")
    assert (sentence.tokens[1].lemma, sentence.tokens[1].feats["Voice"]) == ("обвинять", "Pass")
