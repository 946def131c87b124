"""Harm that is foretold, and harm that its speaker will see to."""

import pytest

from cronistoria.extract.positions import find_positions
from tests.rows import sentences_from_rows

WOULD_HAVE = (
    "Roe/Roe/PROPN/2/nsubj//B-PER warned/warn/VERB/0/root/Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin "
    "that/that/SCONJ/7/mark a/a/DET/5/det war/war/NOUN/7/nsubj/Number=Sing will/will/AUX/7/aux/VerbForm=Fin "
    "have/have/VERB/2/ccomp/VerbForm=Inf {}/ADJ/9/amod consequences/consequence/NOUN/7/obj/Number=Plur"
)


@pytest.mark.parametrize(
    ("adjective", "kind"), [("catastrophic/catastrophic", "warning"), ("severe/severe", "threat")]
)  # fmt: skip
def test_a_catastrophe_is_foretold_and_consequences_are_threatened(adjective: str, kind: str) -> None:
    document, sentences = sentences_from_rows(WOULD_HAVE.format(adjective), language="en")
    assert [p.type for p in find_positions(document, sentences, language="en")] == [kind]
