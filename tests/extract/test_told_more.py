"""What is asked behind the asking, let known, called untrue; a meeting is no condition, nobody does no wrong."""

import pytest

from cronistoria.extract.deployments import find_deployments
from cronistoria.extract.positions import find_positions
from cronistoria.extract.quotes import find_quotes
from cronistoria.model.mention import PositionMention
from tests.rows import sentences_from_rows

DEMANDED = (
    "Norwegen/Norwegen/PROPN/5/advmod//B-LOC "
    "müsse/müssen/AUX/5/aux/Mood=Qot|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin "
    "die/der/DET/4/det/Case=Acc|Definite=Def|Number=Plur|PronType=Art "
    "Truppen/Truppe/NOUN/5/obj/Case=Acc|Gender=Fem|Number=Plur abziehen/abziehen/VERB/7/ccomp/VerbForm=Inf "
    ",/,/PUNCT/5/punct forderte/fordern/VERB/0/root/Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin "
    "Minister/Minister/NOUN/7/nsubj/Case=Nom|Gender=Masc|Number=Sing "
    "Keller/Keller/NOUN/7/nsubj/Case=Nom|Gender=Masc|Number=Sing/B-PER ././PUNCT/7/punct"
)
LET_KNOW = (
    "Министр/министр/NOUN/3/nsubj/Case=Nom|Gender=Masc|Number=Sing "
    "Орлов/Орлов/PROPN/1/nmod/Case=Nom|Gender=Masc|Number=Sing/B-PER "
    "дал/дать/VERB/0/root/Gender=Masc|Mood=Ind|Number=Sing|Tense=Past|VerbForm=Fin|Voice=Act "
    "понять/понять/VERB/3/xcomp/VerbForm=Inf|Voice=Act ,/,/PUNCT/9/punct что/что/SCONJ/9/mark "
    "Норвегия/Норвегия/PROPN/9/nsubj/Case=Nom|Gender=Fem|Number=Sing/B-LOC не/не/PART/9/advmod/Polarity=Neg "
    "отступит/отступить/VERB/4/ccomp/Mood=Ind|Number=Sing|Person=3|Tense=Fut|VerbForm=Fin|Voice=Act "
    "././PUNCT/3/punct"
)
UNTRUE = (
    "Орлов/Орлов/PROPN/2/nsubj/Case=Nom|Gender=Masc|Number=Sing/B-PER "
    "назвал/назвать/VERB/0/root/Gender=Masc|Mood=Ind|Number=Sing|Tense=Past|VerbForm=Fin|Voice=Act "
    "эти/этот/DET/4/det/Case=Acc|Number=Plur обвинения/обвинение/NOUN/2/obj/Case=Acc|Gender=Neut|Number=Plur "
    "ложью/ложь/NOUN/2/iobj/Case=Ins|Gender=Fem|Number=Sing ././PUNCT/2/punct"
)
THOUSANDS = (
    "Норвегія/норвегія/PROPN/2/nsubj/Case=Nom|Gender=Fem|Number=Sing/B-ORG "
    "зосередила/зосередити/VERB/0/root/Gender=Fem|Mood=Ind|Number=Sing|Tense=Past|VerbForm=Fin "
    "близько/близько/ADP/5/case/Case=Gen 15/15/NUM/5/nummod:gov/Case=Gen "
    "тис/тис./NUM/7/nummod:gov/Case=Gen|Number=Plur ././PUNCT/5/punct "
    "військових/військовий/NOUN/2/obj/Case=Gen|Number=Plur ././PUNCT/2/punct"
)
IN_A_MEETING = (
    "Minister/Minister/NOUN/3/nsubj/Case=Nom|Gender=Masc|Number=Sing "
    "Keller/Keller/PROPN/1/appos/Case=Nom|Gender=Masc|Number=Sing/B-PER "
    "drohte/drohen/VERB/0/root/Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin bei/bei/ADP/6/case "
    "einem/ein/DET/6/det/Case=Dat|Definite=Ind|Gender=Neut|Number=Sing|PronType=Art "
    "Treffen/Treffen/NOUN/3/obl/Case=Dat|Gender=Masc|Number=Sing in/in/ADP/8/case "
    "Bern/Bern/PROPN/6/nmod/Case=Dat|Gender=Neut|Number=Sing/B-LOC mit/mit/ADP/10/case "
    "Sanktionen/Sanktion/NOUN/3/obl/Case=Dat|Gender=Fem|Number=Plur ././PUNCT/3/punct"
)
IN_AN_ATTACK = (
    "Minister/Minister/NOUN/3/nsubj/Case=Nom|Gender=Masc|Number=Sing "
    "Keller/Keller/PROPN/1/appos/Case=Nom|Gender=Masc|Number=Sing/B-PER "
    "drohte/drohen/VERB/0/root/Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin bei/bei/ADP/6/case "
    "einem/ein/DET/6/det/Case=Dat|Definite=Ind|Gender=Neut|Number=Sing|PronType=Art "
    "Angriff/Angriff/NOUN/3/obl/Case=Dat|Gender=Masc|Number=Sing auf/auf/ADP/8/case "
    "Bern/Bern/PROPN/6/nmod/Case=Dat|Gender=Neut|Number=Sing/B-LOC mit/mit/ADP/10/case "
    "Sanktionen/Sanktion/NOUN/3/obl/Case=Dat|Gender=Fem|Number=Plur ././PUNCT/3/punct"
)
NOBODY = (
    "Niemand/niemand/PRON/4/nsubj/Case=Nom|Number=Sing|PronType=Neg "
    "hat/haben/AUX/4/aux/Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin "
    "Norwegen/Norwegen/PROPN/4/obj/Case=Acc|Gender=Neut|Number=Sing/B-LOC "
    "angegriffen/angreifen/VERB/6/ccomp/Tense=Past|VerbForm=Part ,/,/PUNCT/4/punct "
    "sagte/sagen/VERB/0/root/Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin "
    "Minister/Minister/NOUN/6/nsubj/Case=Nom|Gender=Masc|Number=Sing "
    "Keller/Keller/PROPN/6/nsubj/Case=Nom|Gender=Masc|Number=Sing/B-PER ././PUNCT/6/punct"
)


def positions(row: str, language: str) -> list[PositionMention]:
    document, sentences = sentences_from_rows(row, language=language)
    return list(find_positions(document, sentences, language=language))


@pytest.mark.parametrize(
    ("row", "language", "content"),
    [
        (DEMANDED, "de", "Norwegen müsse die Truppen abziehen"),
        (LET_KNOW, "ru", "Норвегия не отступит"),
        (NOBODY, "de", "Niemand hat Norwegen angegriffen"),
    ],
)
def test_told(row: str, language: str, content: str) -> None:
    document, sentences = sentences_from_rows(row, language=language)
    (found,) = find_quotes(document, sentences, language=language)
    assert found.content.text == content


@pytest.mark.parametrize(
    ("row", "language", "types"),
    [
        (DEMANDED, "de", {"demand"}),
        (LET_KNOW, "ru", {"refusal"}),
        (UNTRUE, "ru", {"denial"}),
        (NOBODY, "de", set[str]()),
    ],
)
def test_types(row: str, language: str, types: set[str]) -> None:
    assert {p.type for p in positions(row, language)} == types


@pytest.mark.parametrize(("row", "condition"), [(IN_A_MEETING, None), (IN_AN_ATTACK, "bei einem Angriff auf Bern")])
def test_meeting_is_no_condition(row: str, condition: str | None) -> None:
    (found,) = positions(row, "de")
    assert (found.condition.span.text if found.condition else None) == condition


def test_abbreviated_thousands() -> None:
    document, sentences = sentences_from_rows(THOUSANDS, language="uk")
    (found,) = find_deployments(document, sentences, language="uk")
    assert found.quantity is not None
    assert found.quantity.min == 15000
