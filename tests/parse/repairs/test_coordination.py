"""Coordinated clauses hang on the clause whose subordinator they repeat."""

import pytest

from cronistoria.parse.repairs.coordination import with_coordinated_clauses
from tests.conllu import sentences_from_conllu

ROWS = """
1 Oslo Oslo PROPN _ _ 2 nsubj _ _
2 chiede chiedere VERB _ _ 0 root _ _
3 che che SCONJ _ _ 5 mark _ _
4 Lima Lima PROPN _ _ 5 nsubj _ _
5 ceda cedere VERB _ _ 2 ccomp _ _
6 e e CCONJ _ _ 9 cc _ _
7 {mark} {mark} SCONJ _ _ 9 mark _ _
8 Quito Quito PROPN _ _ 9 nsubj _ _
9 taccia tacere VERB _ _ {head} conj _ _
"""


@pytest.mark.parametrize(
    ("mark", "head", "found"),
    [("che", 2, "ceda"), ("che", 5, "ceda"), ("perché", 2, "chiede")],
)
def test_a_clause_goes_where_its_subordinator_stands(mark: str, head: int, found: str) -> None:
    _, sentences = sentences_from_conllu(ROWS.format(mark=mark, head=head))
    (sentence,) = with_coordinated_clauses(sentences)
    above = sentence.parent(sentence.tokens[8])
    assert above is not None
    assert above.form == found


def test_other_sentences_stay_the_same() -> None:
    _, sentences = sentences_from_conllu(ROWS.format(mark="che", head=5))
    assert with_coordinated_clauses(sentences) == sentences
