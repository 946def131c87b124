"""Own promises that are kept or broken are not made then; those that are told of are."""

import pytest

from cronistoria.extract.positions import find_positions
from tests.rows import sentences_from_rows

ROW = (
    "Roe/Roe/PROPN/2/nsubj//B-PER {verb}/VERB/0/root/Mood=Ind|Tense=Past|VerbForm=Fin "
    "his/his/PRON/4/nmod:poss/Poss=Yes|PronType=Prs promises/promise/NOUN/2/obj/Number=Plur to/to/ADP/6/case "
    "Lima/Lima/PROPN/4/nmod//B-LOC"
)


@pytest.mark.parametrize(
    ("verb", "made"),
    [("kept/keep", False), ("broke/break", False), ("stressed/stress", True), ("renewed/renew", True)],
)
def test_promises_of_ones_own(verb: str, made: bool) -> None:
    document, sentences = sentences_from_rows(ROW.format(verb=verb), language="en")
    assert ("promise" in [p.type for p in find_positions(document, sentences, language="en")]) == made
