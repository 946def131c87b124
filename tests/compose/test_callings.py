"""Persons by the nouns that stood beside their names: "the economist" after "the economist Rolf Berger"."""

import pytest

from tests.compose.naming_case import FIN, Case

DEFINITE = "Definite=Def|PronType=Art"
TITLED = (
    f"L'/il/DET/2/det/{DEFINITE} economista/economista/NOUN/5/nsubj/Number=Sing "
    f"Rolf/Rolf/PROPN/2/flat//B-PER Berger/Berger/PROPN/3/flat//I-PER parla/parlare/VERB/0/root/{FIN}"
)
APPOSED = (
    f"Rolf/Rolf/PROPN/4/nsubj//B-PER Berger/Berger/PROPN/1/flat//I-PER economista/economista/NOUN/1/appos/Number=Sing "
    f"parla/parlare/VERB/0/root/{FIN}"
)
SAID_TO_BE = (
    f"Rolf/Rolf/PROPN/4/nsubj//B-PER Berger/Berger/PROPN/1/flat//I-PER è/essere/AUX/4/cop/{FIN} "
    "economista/economista/NOUN/0/root/Number=Sing"
)
OTHER = f"Lena/Lena/PROPN/2/nsubj//B-PER tace/tacere/VERB/0/root/{FIN}"
AGAIN = (
    f"{{0}}/il/DET/2/det/{{1}} economista/economista/NOUN/{{2}}/nsubj/Number=Sing aggiunge/aggiungere/VERB/0/root/{FIN}"
)
KNOWN = AGAIN.format("L'", DEFINITE, 3)


@pytest.mark.parametrize("told", [TITLED, APPOSED, SAID_TO_BE])
def test_a_noun_beside_a_name_means_its_bearer_from_then_on(told: str) -> None:
    case = Case(told, OTHER, KNOWN).add("Rolf Berger").add("Lena")
    words = case.phrase("economista", nth=1)
    assert case.index().resolve(words) == ("person:rolf-berger",)


def test_it_counts_as_words_for_the_person() -> None:
    index = Case(TITLED, OTHER, KNOWN).add("Rolf Berger").add("Lena").index()
    assert [m.text for m in index.actor("person:rolf-berger").mentions] == ["Rolf Berger", "economista"]


def test_of_two_who_are_called_so_the_one_told_of_last_is_meant() -> None:
    second = TITLED.replace("Rolf", "Karl").replace("Berger", "Brandt")
    case = Case(TITLED, second, KNOWN).add("Rolf Berger").add("Karl Brandt")
    assert case.index().resolve(case.phrase("economista", nth=2)) == ("person:karl-brandt",)


@pytest.mark.parametrize(
    "row",
    [
        AGAIN.format("Un", "Definite=Ind|PronType=Art", 3),
        KNOWN + " turco/turco/ADJ/2/amod",
        KNOWN + " di/di/ADP/5/case Berna/Berna/PROPN/2/nmod",
        KNOWN.replace("economista/economista", "tavolo/tavolo"),
    ],
)
def test_a_new_one_one_of_somebody_and_a_thing_are_nobody_told_of(row: str) -> None:
    case = Case(TITLED.replace("economista/economista", "tavolo/tavolo") if "tavolo" in row else TITLED, row)
    case.add("Rolf Berger")
    if "turco" in row:
        case.add("turco", "demonym", codes=("CHE",))
    assert "person:rolf-berger" not in case.index().resolve(
        case.phrase("tavolo" if "tavolo" in row else "economista", nth=1)
    )


def test_a_name_that_owns_the_noun_is_not_called_so() -> None:
    owned = (
        TITLED.replace("Rolf/Rolf/PROPN/2/flat", "di/di/ADP/4/case Rolf/Rolf/PROPN/2/nmod")
        .replace("Berger/Berger/PROPN/3/flat", "Berger/Berger/PROPN/4/flat")
        .replace("NOUN/5/nsubj", "NOUN/6/nsubj")
    )
    case = Case(owned, KNOWN).add("Rolf Berger")
    assert case.index().resolve(case.phrase("economista", nth=1)) == ()
