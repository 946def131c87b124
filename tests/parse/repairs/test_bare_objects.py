"""Names without an article as the other party of verbs of contact."""

import pytest

from cronistoria.parse.repairs.bare_objects import with_bare_objects
from tests.rows import sentences_from_rows

MET = (
    "Heute/heute/ADV/2/advmod traf/treffen/VERB/0/root/VerbForm=Fin Roe/Roe/PROPN/2/nsubj//B-PER in/in/ADP/5/case "
    "Lima/Lima/PROPN/2/obl//B-LOC Doe/Doe/PROPN/{}//B-PER {}"
)


@pytest.mark.parametrize(
    ("row", "head", "deprel"),
    [
        (MET.format("2/nsubj", ""), 1, "obj"),
        (MET.format("5/appos", ""), 1, "obj"),
        (MET.format("3/appos", ""), 1, "obj"),
        (MET.format("3/appos", "Oslo/Oslo/PROPN/2/obj//B-LOC"), 2, "appos"),
        (MET.format("5/appos", "").replace("treffen", "schlafen"), 4, "appos"),
    ],
)
def test_a_bare_name_behind_the_subject(row: str, head: int, deprel: str) -> None:
    (sentence,) = with_bare_objects(sentences_from_rows(row.strip(), language="de")[1], "de")
    assert (sentence.tokens[5].head, sentence.tokens[5].deprel) == (head, deprel)
