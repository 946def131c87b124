"""If-clauses beside what is said belong to what is said."""

import pytest

from cronistoria.parse.conditions import with_conditions_attached
from tests.rows import sentences_from_rows

SAID = (
    "Se/se/SCONJ/3/mark Lima/Lima/PROPN/3/nsubj attacca/attaccare/VERB/7/{} ,/,/PUNCT/3/punct "
    "reagiremo/reagire/VERB/7/ccomp ,/,/PUNCT/5/punct dice/dire/VERB/0/root Oslo/Oslo/PROPN/7/nsubj"
)
ASKED = (
    "Oslo/Oslo/PROPN/2/nsubj chiede/chiedere/VERB/0/root se/se/SCONJ/5/mark Lima/Lima/PROPN/5/nsubj "
    "attacca/attaccare/VERB/2/ccomp"
)


@pytest.mark.parametrize("relation", ["ccomp", "parataxis", "advcl"])
def test_a_condition_before_what_is_said(relation: str) -> None:
    _, sentences = sentences_from_rows(SAID.format(relation), language="it")
    clause = with_conditions_attached(sentences, "it")[0].tokens[2]
    assert (clause.head, clause.deprel) == (4, "advcl")


def test_a_question_stays_below_its_verb() -> None:
    _, sentences = sentences_from_rows(ASKED, language="it")
    assert with_conditions_attached(sentences, "it") == sentences
