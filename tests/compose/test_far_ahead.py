"""A day without a year, far ahead: it is the coming one where a verb looks ahead."""

import pytest

from tests.compose.test_dating import index_of

ROW = "They/they/PRON/3/nsubj {verb} on/on/ADP/6/case 20/20/NUM/6/nummod December/December/PROPN/3/obl"
AHEAD = "will/will/AUX/3/aux/VerbForm=Fin meet/meet/VERB/0/root/VerbForm=Inf"
BEHIND = "had/have/AUX/3/aux/Tense=Past|VerbForm=Fin met/meet/VERB/0/root/Tense=Past|VerbForm=Part"


@pytest.mark.parametrize(("verb", "day"), [(AHEAD, "2024-12-20"), (BEHIND, "2023-12-20")])
def test_a_day_nine_months_ahead_is_that_of_the_tense(verb: str, day: str) -> None:
    found = index_of((ROW.format(verb=verb),), "2024-03-05", "en")
    assert [one.edtf for one in found.expressions] == [day]
