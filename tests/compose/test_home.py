"""Offices without an owner: of the state of the dateline, of a heading, or of the one that most is told of."""

import msgspec
import pytest

from cronistoria.compose.place_names import country_written
from tests.compose.naming_case import FIN, Case

PRESIDENT = f"Il/il/DET/2/det/Definite=Def presidente/presidente/NOUN/3/nsubj tace/tacere/VERB/0/root/{FIN}"
REGIONAL = PRESIDENT.replace("/NOUN/3/nsubj tace", "/NOUN/4/nsubj regionale/regionale/ADJ/2/amod tace")
AUSTRIA = f"Vienna/Vienna/PROPN/2/nsubj tace/tacere/VERB/0/root/{FIN}"
BERN = AUSTRIA.replace("Vienna/Vienna", "Berna/Berna")
HEADING = "Comunicato/comunicato/NOUN/0/root di/di/ADP/3/case Berna/Berna/PROPN/1/nmod"
HEARS = (
    "Il/il/DET/2/det/Definite=Def presidente/presidente/NOUN/3/nsubj "
    f"sente/sentire/VERB/0/root/{FIN} Shushkov/Shushkov/PROPN/3/obj"
)


def who(case: Case) -> tuple[str, ...]:
    return case.add("presidente", "office", office="president").who("presidente")


def test_an_office_is_of_the_state_that_most_is_told_of() -> None:
    assert who(
        Case(PRESIDENT, AUSTRIA, AUSTRIA).add("Vienna", codes=("AUT",)).add("Vienna", codes=("AUT",), nth=1)
    ) == ("Q1",)
    assert who(Case(PRESIDENT, AUSTRIA, BERN).add("Vienna", codes=("AUT",)).add("Berna", codes=("CHE",))) == ()


def test_an_office_is_of_the_body_in_a_heading() -> None:
    assert who(Case(HEADING, PRESIDENT).add("Berna", "metonym", codes=("CHE",))) == ("Q4",)


def test_a_particular_office_is_nobody() -> None:
    case = Case(REGIONAL, AUSTRIA, AUSTRIA).add("Vienna", codes=("AUT",)).add("Vienna", codes=("AUT",), nth=1)
    assert who(case) == ()


def test_who_is_met_holds_no_office_of_who_meets() -> None:
    case = Case(HEADING.replace("Berna/Berna", "Vienna/Vienna"), HEARS).add("Vienna", "metonym", codes=("AUT",))
    assert who(case.add("Shushkov")) == ("Q1",)


def test_a_title_that_is_of_one_state_wherever_that_is_told_of() -> None:
    case = Case(BERN, BERN, AUSTRIA, PRESIDENT).add("Vienna", codes=("AUT",))
    for number in (0, 1):
        case.add("Berna", codes=("CHE",), nth=number)
    assert case.add("presidente", "office", office="president", usual="AUT").who("presidente") == ("Q1",)


@pytest.mark.parametrize(
    ("language", "words", "code"),
    [("fr", "BEYROUTH, 5 mars (AFP) -", "LBN"), ("ru", "МОСКВА, 5 марта (ТАСС) -", "RUS"), ("de", "(dpa) -", None)],
)
def test_the_state_of_a_dateline(language: str, words: str, code: str | None) -> None:
    assert country_written(words, language) == code


def test_an_office_is_of_the_state_of_the_dateline() -> None:
    row = "Berna/Berna/PROPN/4/dep Il/il/DET/3/det/Definite=Def presidente/presidente/NOUN/4/nsubj "
    case = Case(f"{row}tace/tacere/VERB/0/root/{FIN}")
    case.document = msgspec.structs.replace(case.document, dateline=case.document.span(0, 5))
    assert who(case) == ("Q4",)


def test_the_two_ministers_are_those_of_two_states_told_of() -> None:
    row = (
        "I/il/DET/3/det/Definite=Def due/due/NUM/3/nummod presidenti/presidente/NOUN/4/nsubj/Number=Plur "
        "tacciono/tacere/VERB/0/root/Mood=Ind|Number=Plur|Person=3|Tense=Pres|VerbForm=Fin"
    )
    case = Case(AUSTRIA, BERN, row).add("Vienna", codes=("AUT",)).add("Berna", codes=("CHE",))
    case.add("presidenti", "office", office="president", plural=True, count=2)
    assert case.who("presidenti") == ("Q1", "Q4")


def test_the_one_armed_group_of_a_report_is_its_fighters() -> None:
    group = f"Gruppo/Gruppo/PROPN/2/nsubj tace/tacere/VERB/0/root/{FIN}"
    rebels = (
        "I/il/DET/2/det/Definite=Def ribelli/ribelle/NOUN/3/nsubj/Number=Plur "
        "tacciono/tacere/VERB/0/root/Mood=Ind|Number=Plur|Person=3|Tense=Pres|VerbForm=Fin"
    )
    case = Case(group, rebels).add("Gruppo", codes=("armed_group:x",))
    case.add("ribelli", "description", concept="rebels", plural=True)
    assert case.who("ribelli") == ("armed_group:x",)
    alone = Case(rebels).add("ribelli", "description", concept="rebels", plural=True)
    assert alone.who("ribelli") == ("group:rebels",)


def test_an_interlocutor_is_the_other_person() -> None:
    row = (
        f"Shushkov/Shushkov/PROPN/2/nsubj loda/lodare/VERB/0/root/{FIN} il/il/DET/5/det/Definite=Def "
        "suo/suo/DET/5/det:poss/Poss=Yes interlocutore/interlocutore/NOUN/2/obj/Number=Sing"
    )
    meets = f"Huber/Huber/PROPN/2/nsubj vede/vedere/VERB/0/root/{FIN} Shushkov/Shushkov/PROPN/2/obj"
    case = Case(meets, row).add("Huber").add("Shushkov").add("Shushkov", nth=1)
    case.add("interlocutore", "description", concept="interlocutor")
    assert case.who("interlocutore") == ("Q1",)


def test_a_republic_has_no_monarch() -> None:
    case = Case(PRESIDENT, AUSTRIA, AUSTRIA).add("Vienna", codes=("AUT",)).add("Vienna", codes=("AUT",), nth=1)
    assert case.add("presidente", "office", office="monarch").who("presidente") == ()


def test_all_parties_are_the_sides_that_a_report_names_most() -> None:
    urges = (
        f"Wolf/Wolf/PROPN/2/nsubj frena/frenare/VERB/0/root/{FIN} tutte/tutto/DET/5/det le/il/DET/5/det/Definite=Def "
        "parti/parte/NOUN/2/obj/Number=Plur"
    )
    case = Case(AUSTRIA, AUSTRIA, BERN, BERN, urges)
    for number in (0, 1):
        case.add("Vienna", codes=("AUT",), nth=number).add("Berna", codes=("CHE",), nth=number)
    case.add("parti", "description", concept="parties", plural=True)
    assert set(case.who("parti")) == {"AUT", "CHE"}
