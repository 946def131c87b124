"""Demands by those who say how long somebody has for something."""

import pytest

from cronistoria.extract.dates import find_time_expressions
from cronistoria.extract.positions import find_positions
from tests.rows import sentences_from_rows

HAS = (
    "Lima/Lima/PROPN/2/nsubj//B-LOC ha/avere/VERB/0/root/Mood=Ind|Person=3|Tense=Pres|VerbForm=Fin "
    "72/72/NUM/4/nummod ore/ora/NOUN/2/obj/Number=Plur {} ,/,/PUNCT/2/punct "
    "ha/avere/AUX/9/aux/VerbForm=Fin detto/dire/VERB/2/parataxis/Tense=Past|VerbForm=Part Roe/Roe/PROPN/9/nsubj//B-PER"
)
TO_LEAVE = "per/per/ADP/6/mark partire/partire/VERB/2/advcl/VerbForm=Inf"
OF_TALKS = "di/di/ADP/6/case colloqui/colloquio/NOUN/4/nmod"


@pytest.mark.parametrize(
    ("rest", "demanded", "relations"), [(TO_LEAVE, ["partire"], ["by"]), (OF_TALKS, [], ["at"])]
)  # fmt: skip
def test_time_left_for_something_is_the_deadline_of_a_demand(
    rest: str, demanded: list[str], relations: list[str]
) -> None:
    document, sentences = sentences_from_rows(HAS.format(rest))
    found = [p for p in find_positions(document, sentences, language="it") if p.type == "demand"]
    assert [p.content.text for p in found] == demanded
    times = find_time_expressions(document, sentences, language="it")
    assert [t.relation for t in times] == relations
