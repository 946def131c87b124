"""What somebody is ready for hangs on the word that says so; participles have their own lemmas."""

import pytest

from cronistoria.parse.repairs.states import with_states
from tests.rows import sentences_from_rows

PART = "Gender=Fem|Number=Sing|Tense=Past|VerbForm=Part"
READY = (
    "Lima/Lima/PROPN/3/nsubj se/él/PRON/3/expl mostró/mostrar/VERB/0/root {state}/ADJ/3/xcomp {case}/ADP/7/case "
    "una/uno/DET/7/det reunión/reunión/NOUN/3/iobj"
)
SAID = f"Lima/Lima/PROPN/4/nsubj si/si/PRON/4/expl è/essere/AUX/4/aux detta/dettare/VERB/0/root/{PART}"
FRENCH = f"Lima/Lima/PROPN/4/nsubj s'/soi/PRON/4/expl est/être/AUX/4/aux dite/dire/VERB/0/root/{PART} "


@pytest.mark.parametrize(
    ("state", "case", "head"),
    [("abierta/abierto", "a/a", 3), ("abierta/abierto", "en/en", 2), ("alta/alto", "a/a", 2)],
)
def test_a_noun_behind_a_state_is_what_it_is_for(state: str, case: str, head: int) -> None:
    (sentence,) = with_states(sentences_from_rows(READY.format(state=state, case=case), language="es")[1], "es")
    assert sentence.tokens[6].head == head


def test_an_object_of_a_state_stands_under_its_adposition() -> None:
    row = "Dijo/decir/VERB/0/root estar/estar/AUX/3/cop abierta/abierto/ADJ/1/ccomp a/a/ADP/5/case paz/paz/NOUN/3/obj"
    (sentence,) = with_states(sentences_from_rows(row, language="es")[1], "es")
    assert sentence.tokens[4].deprel == "obl"


def test_a_participle_is_of_the_only_verb_that_has_its_form() -> None:
    (sentence,) = with_states(sentences_from_rows(SAID)[1], "it")
    assert sentence.tokens[3].lemma == "dire"
    finite = SAID.replace("Tense=Past|VerbForm=Part", "Tense=Pres|VerbForm=Fin")
    (sentence,) = with_states(sentences_from_rows(finite)[1], "it")
    assert sentence.tokens[3].lemma == "dettare"


def test_a_state_taken_for_a_participle_is_an_adjective() -> None:
    row = FRENCH + f"prête/prêter/VERB/4/xcomp/{PART}|Voice=Pass"
    (sentence,) = with_states(sentences_from_rows(row, language="fr")[1], "fr")
    assert (sentence.tokens[4].lemma, sentence.tokens[4].upos, sentence.tokens[4].feats.get("VerbForm")) == (
        "prêt",
        "ADJ",
        None,
    )
