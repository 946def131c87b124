"""Positions that answer another one, alleged deeds, and what follows if others do not yield: on trees by hand."""

import pytest

from tests.extract.position_rows import INF, PAST3, PRES3, lines, positions

DEMAND = f"Quito/Quito/PROPN/2/nsubj demands/demand/VERB/0/root/{PRES3} talks/talk/NOUN/2/obj"
OFFER = DEMAND.replace("demands/demand", "offered/offer")
ACCUSED = (
    f"Quito/Quito/PROPN/2/nsubj accuses/accuse/VERB/0/root/{PRES3} Lima/Lima/PROPN/2/obj of/of/ADP/5/mark "
    "backing/back/VERB/2/advcl/VerbForm=Ger rebels/rebel/NOUN/5/obj"
)
REJECTS = f"Oslo/Oslo/PROPN/2/nsubj rejects/reject/VERB/0/root/{PRES3} {{}}"
THIS, THE_DEMAND = "this/this/PRON/2/obj/PronType=Dem", "the/the/DET/4/det/Definite=Def demand/demand/NOUN/2/obj"
ITS_DEMAND = "Lima/Lima/PROPN/4/nmod:poss demand/demand/NOUN/2/obj"
IF_NOT = (
    f"Oslo/Oslo/PROPN/2/nsubj says/say/VERB/0/root/{PRES3} it/it/PRON/5/nsubj will/will/AUX/5/aux/VerbForm=Fin "
    f"cross/cross/VERB/2/ccomp/{INF} the/the/DET/7/det strait/strait/NOUN/5/obj if/if/SCONJ/12/mark "
    f"Lima/Lima/PROPN/12/nsubj does/do/AUX/12/aux/{PRES3} {{}} leave/leave/VERB/5/advcl/{INF}"
)


@pytest.mark.parametrize(
    ("rows", "answered"),
    [
        ((DEMAND, REJECTS.format(THIS)), ["Quito"]),
        ((DEMAND, REJECTS.format(THE_DEMAND)), ["Quito"]),
        ((OFFER, DEMAND, REJECTS.format(THE_DEMAND)), ["Quito"]),
        ((OFFER, REJECTS.format(THE_DEMAND)), []),
        ((DEMAND, REJECTS.format(ITS_DEMAND)), []),
    ],
)
def test_whose_demand_is_refused(rows: tuple[str, ...], answered: list[str]) -> None:
    *_, refusal = positions(*rows, language="en")
    assert (refusal.type, [p.span.text for p in refusal.answers]) == ("refusal", answered)


def test_what_somebody_is_accused_of_is_no_position_of_the_accuser() -> None:
    assert lines(ACCUSED, language="en") == ["accusation: Quito > Lima: backing rebels"]


@pytest.mark.parametrize(
    ("word", "kind"), [("not/not/PART/12/advmod/Polarity=Neg", "threat"), ("now/now/ADV/12/advmod", "promise")]
)
def test_what_follows_if_others_do_not_yield(word: str, kind: str) -> None:
    (mention,) = positions(IF_NOT.format(word), language="en")
    assert mention.type == kind


def test_what_is_not_ruled_out_is_threatened() -> None:
    row = (
        f"Oslo/Oslo/PROPN/4/nsubj did/do/AUX/4/aux/{PAST3} not/not/PART/4/advmod/Polarity=Neg "
        f"rule/rule/VERB/0/root/{INF} out/out/ADP/4/compound:prt sanctions/sanction/NOUN/4/obj"
    )
    assert lines(row, language="en") == ["threat: Oslo: sanctions"]


SUFFER = (
    f"Roe/Roe/PROPN/2/nsubj said/say/VERB/0/root/{PAST3} Lima/Lima/PROPN/5/nsubj will/will/AUX/5/aux/VerbForm=Fin "
    f"{{}}/{{}}/VERB/2/ccomp/{INF} consequences/consequence/NOUN/5/obj"
)


@pytest.mark.parametrize(("form", "to"), [("face", ["Lima"]), ("study", [])])
def test_what_others_are_told_to_suffer_is_threatened(form: str, to: list[str]) -> None:
    (mention,) = positions(SUFFER.format(form, form), language="en")
    assert (mention.type, [p.span.text for p in mention.to]) == ("threat", to)
