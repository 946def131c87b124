"""Deeds on a condition: who threatens what, and what is only named as a term."""

import pytest

from cronistoria.extract.deployments import find_deployments
from cronistoria.extract.positions import find_positions
from tests.rows import sentences_from_rows

WILL = (
    "Ankara/Ankara/PROPN/3/nsubj//B-LOC will/will/AUX/3/aux/VerbForm=Fin close/close/VERB/0/root/VerbForm=Inf "
    "its/its/PRON/5/nmod:poss {thing}/NOUN/3/obj if/if/SCONJ/8/mark Athens/Athens/PROPN/8/nsubj//B-LOC "
    "leaves/leave/VERB/3/advcl/Mood=Ind|Tense=Pres|VerbForm=Fin"
)
TERM = (
    "Oslo/Oslo/PROPN/3/nsubj//B-LOC is/be/AUX/3/cop/Mood=Ind|VerbForm=Fin ready/ready/ADJ/0/root for/for/ADP/5/case "
    "talks/talk/NOUN/3/obl {lead} the/the/DET/{noun}/det withdrawal/withdrawal/NOUN/3/obl of/of/ADP/{troops}/case "
    "the/the/DET/{troops}/det troops/troops/NOUN/{noun}/nmod "
    "from/from/ADP/{place}/case Lima/Lima/PROPN/{noun}/nmod//B-LOC"
)
ONLY_AFTER = "but/but/CCONJ/10/cc only/only/ADV/10/advmod after/after/ADP/10/case"


@pytest.mark.parametrize(("thing", "types"), [("airspace/airspace", ["threat"]), ("eyes/eye", ["promise"])])
def test_a_hostile_deed_on_a_condition_is_a_threat(thing: str, types: list[str]) -> None:
    document, sentences = sentences_from_rows(WILL.format(thing=thing), language="en")
    assert [p.type for p in find_positions(document, sentences, language="en")] == types


@pytest.mark.parametrize(("lead", "noun", "told"), [(ONLY_AFTER, 10, []), ("after/after/ADP/8/case", 8, ["withdrawn"])])
def test_a_withdrawal_that_is_a_term_has_not_happened(lead: str, noun: int, told: list[str]) -> None:
    row = TERM.format(lead=lead, noun=noun, troops=noun + 3, place=noun + 5)
    document, sentences = sentences_from_rows(row, language="en")
    assert [d.posture for d in find_deployments(document, sentences, language="en")] == told
