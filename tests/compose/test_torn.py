"""Whose rebels are told of: those of the one country that a report calls torn."""

import pytest

from tests.compose.naming_case import FIN_PLURAL, Case

ROW = (
    "I/il/DET/2/det/Definite=Def|PronType=Art {0}/{1}/NOUN/3/nsubj/Number=Plur "
    f"tacciono/tacere/VERB/0/root/{FIN_PLURAL}"
)
REBELS = f"Ribelli/ribelle/NOUN/2/nsubj/Number=Plur parlano/parlare/VERB/0/root/{FIN_PLURAL}"


@pytest.mark.parametrize(
    ("form", "concept", "whose"), [("dimostranti", "protesters", "AUT"), ("media", "state_media", None)]
)
def test_protesters_of_a_country_tell_that_it_is_torn_and_its_media_do_not(
    form: str, concept: str, whose: str | None
) -> None:
    case = Case(ROW.format(form, form), REBELS)
    case.add(form, "description", concept=concept, codes=("AUT",), plural=True)
    case.add("Ribelli", "description", concept="rebels", plural=True)
    (rebels,) = case.who("Ribelli")
    assert case.index().actor(rebels).country == whose
