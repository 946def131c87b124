"""Persons whom no table knows: whose they are by the titles beside their names."""

import pytest

from cronistoria.compose.spelling import given_names_fit
from tests.compose.naming_case import FIN, Case

SPOKESMAN = (
    "Il/il/DET/2/det/Definite=Def portavoce/portavoce/NOUN/7/nsubj di/di/ADP/4/case {owner}/x/NOUN/2/nmod "
    f"Rolf/Rolf/PROPN/2/appos Berger/Berger/PROPN/5/flat tace/tacere/VERB/0/root/{FIN}"
)
ALONE = (
    "Il/il/DET/2/det/Definite=Def {title}/x/NOUN/5/nsubj Rolf/Rolf/PROPN/2/appos Berger/Berger/PROPN/3/flat "
    f"tace/tacere/VERB/0/root/{FIN}"
)
AUSTRIA = f"Vienna/Vienna/PROPN/2/nsubj tace/tacere/VERB/0/root/{FIN}"
BERN = AUSTRIA.replace("Vienna/Vienna", "Berna/Berna")


def country(case: Case) -> str | None:
    return next(actor.country for actor in case.index().actors if actor.id == "person:rolf-berger")


def titled(case: Case, words: str, office: str) -> Case:
    return case.add(words, "office", name=("Rolf", "Berger"), office=office)


@pytest.mark.parametrize(("codes", "expected"), [(("AUT",), "AUT"), (("AUT", "CHE"), None), ((), None)])
def test_a_spokesman_is_of_whom_he_speaks_for(codes: tuple[str, ...], expected: str | None) -> None:
    case = Case(SPOKESMAN.format(owner="governo"))
    case.add("governo", "description", concept="government", codes=codes)
    assert country(titled(case, "portavoce", "spokesperson").add("Rolf Berger")) == expected


@pytest.mark.parametrize(
    ("rows", "office", "expected"),
    [
        ((AUSTRIA, AUSTRIA), "governor", "AUT"),
        ((AUSTRIA, BERN), "governor", None),
        ((AUSTRIA, AUSTRIA), "ambassador", None),
    ],
)
def test_an_office_of_states_is_of_the_state_told_of(rows: tuple[str, ...], office: str, expected: str | None) -> None:
    case = Case(*rows, ALONE.format(title="governatore"))
    codes = [("Vienna", "AUT") if row is AUSTRIA else ("Berna", "CHE") for row in rows]
    for number, (word, code) in enumerate(codes):
        case.add(word, "metonym", codes=(code,), nth=number if codes[0] == codes[-1] else 0)
    assert country(titled(case, "governatore", office).add("Rolf Berger")) == expected


def test_whoever_was_named_before_is_of_the_state_that_most_is_told_of() -> None:
    case = Case(ALONE.format(title="governatore"), AUSTRIA, AUSTRIA)
    for number in (0, 1):
        case.add("Vienna", "metonym", codes=("AUT",), nth=number)
    assert country(titled(case, "governatore", "governor").add("Rolf Berger")) == "AUT"


def test_given_names_of_two_letters_are_the_same() -> None:
    assert given_names_fit(("yi",), ("yi",))
    assert not given_names_fit(("yi",), ("yin",))
