"""An adjective that was fixed to the next word as an adposition is the predicate of a copula."""

import pytest

from cronistoria.parse.repairs.adjectives import with_predicates
from tests.rows import sentences_from_rows

BE = "VerbForm=Fin"
HEADS = {"envoys": "due", "were": "due", "meet": "due", "to": "meet", "Oslo": "meet"}
CASES = [
    "envoys/envoy/NOUN/5/nsubj were/be/AUX/5/cop/VerbForm=Fin due/due/ADJ/5/mark/ExtPos=ADP to/to/ADP/3/fixed "
    "meet/meet/VERB/0/root/VerbForm=Inf in/in/ADP/7/case Oslo/Oslo/PROPN/5/obl",
    "envoys/envoy/NOUN/5/nsubj were/be/AUX/5/cop/VerbForm=Fin due/due/ADJ/0/root/ExtPos=ADP to/to/ADP/3/fixed "
    "meet/meet/VERB/3/advcl/VerbForm=Inf in/in/ADP/7/case Oslo/Oslo/PROPN/5/obl",
    "envoys/envoy/NOUN/5/nsubj were/be/AUX/7/cop/VerbForm=Fin due/due/ADJ/7/case/ExtPos=ADP to/to/ADP/3/fixed "
    "meet/meet/VERB/0/root/VerbForm=Inf in/in/ADP/7/case Oslo/Oslo/PROPN/5/obl",
]


@pytest.mark.parametrize("row", CASES)
def test_predicates(row: str) -> None:
    _, sentences = sentences_from_rows(row, language="en")
    tokens = with_predicates(sentences)[0].tokens
    assert {t.form: tokens[t.head].form for t in tokens if t.form in HEADS} == HEADS
    assert [t.deprel for t in tokens if t.form in ("due", "meet", "were")] == ["cop", "root", "xcomp"]


def test_an_adposition_before_a_noun_stays_one() -> None:
    row = (
        "prices/price/NOUN/2/nsubj rose/rise/VERB/0/root due/due/ADJ/5/case/ExtPos=ADP to/to/ADP/3/fixed "
        "war/war/NOUN/2/obl"
    )
    _, sentences = sentences_from_rows(row, language="en")
    assert with_predicates(sentences) == sentences
