"""A part of those who were told before hangs on them, and they are whom the verb befalls."""

import pytest

from cronistoria.parse.repairs.members import with_members
from tests.rows import sentences_from_rows

ROW = (
    "Mataron/matar/VERB/0/root a/a/ADP/4/case doce/doce/NUM/4/nummod personas/persona/NOUN/1/iobj/Number=Plur "
    "{comma}/PUNCT/9/punct entre/entre/ADP/7/case {whom}/PRON/1/obl/Number={number} tres/tres/NUM/9/nummod "
    "niños/niño/NOUN/1/obj/Number=Plur"
)


@pytest.mark.parametrize(
    ("whom", "number", "whole", "part"),
    [("ellas/él", "Plur", "obj", "appos"), ("ella/él", "Sing", "iobj", "obj")],
)
def test_a_part_hangs_on_its_whole(whom: str, number: str, whole: str, part: str) -> None:
    row = ROW.format(comma=",/,", whom=whom, number=number)
    (sentence,) = with_members(sentences_from_rows(row, language="es")[1])
    assert (sentence.tokens[3].deprel, sentence.tokens[8].deprel) == (whole, part)
