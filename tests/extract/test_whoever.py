"""What a relative clause tells of any who would do it is nobody's position, on trees written by hand."""

import pytest

from tests.extract.position_rows import CND3, INF, PRES3, SUB3, lines

ROW = (
    f"Lima/Lima/PROPN/2/nsubj//B-LOC minaccia/minacciare/VERB/0/root/{PRES3} di/di/ADP/4/mark "
    f"punire/punire/VERB/2/xcomp/{INF} paesi/paese/NOUN/4/obj/Number=Plur che/che/PRON/7/nsubj/PronType=Rel "
    f"{{form}}/VERB/5/acl:relcl/{{feats}} Quito/Quito/PROPN/7/obj//B-LOC"
)


@pytest.mark.parametrize(
    ("form", "feats", "number"),
    [
        ("appoggino/appoggiare", SUB3, 1),
        ("appoggerebbero/appoggiare", CND3, 1),
        ("appoggia/appoggiare", PRES3, 2),
    ],
)
def test_who_would_back_somebody_is_not_said_to_do_so(form: str, feats: str, number: int) -> None:
    assert len(lines(ROW.format(form=form, feats=feats))) == number
