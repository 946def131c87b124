"""Two names behind a verb: who acts, and whom it is about."""

import pytest

from cronistoria.parse.repairs.neighbours import with_neighbours_apart
from tests.rows import sentences_from_rows

PAST = "Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin"
MET = f"Gestern/gestern/ADV/2/advmod traf/treffen/VERB/0/root/{PAST} "


def _read(row: str, language: str = "de") -> list[tuple[str, str, str]]:
    (sentence,) = with_neighbours_apart(sentences_from_rows(row, language=language)[1], language)
    return [(t.form, t.deprel, t.entity) for t in sentence.tokens[2:]]


@pytest.mark.parametrize(
    ("names", "object_"),
    [
        ("Scholz/Scholz/PROPN/2/nsubj//B-PER Macron/Macron/PROPN/3/flat//I-PER", "Macron"),
        ("Putin/Putin/PROPN/2/nsubj//B-PER Erdogan/Erdogan/PROPN/2/nsubj//B-PER", "Erdogan"),
        ("Baerbock/Baerbock/PROPN/2/obj//B-LOC Kiew/Kiew/PROPN/2/obj//I-LOC", "Kiew"),
        (
            "Olaf/Olaf/PROPN/2/nsubj//B-PER Scholz/Scholz/PROPN/3/flat//I-PER "
            "Emmanuel/Emmanuel/PROPN/3/flat//B-PER Macron/Macron/PROPN/5/flat//I-PER",
            "Emmanuel",
        ),
    ],
)
def test_the_first_name_is_the_subject_and_the_second_the_object(names: str, object_: str) -> None:
    found = _read(MET + names)
    assert found[0][1:] == ("nsubj", "B-PER")
    _, relation, entity = next(word for word in found if word[0] == object_)
    assert (relation, entity[:2]) == ("obj", "B-")


@pytest.mark.parametrize(
    "names",
    [
        "Martin/Martin/PROPN/2/nsubj//B-PER Schulz/Schulz/PROPN/3/flat//I-PER",
        "Scholz/Scholz/PROPN/2/nsubj//B-PER Macron/Macron/PROPN/3/flat//I-PER den/der/DET/6/det Rat/Rat/NOUN/2/obj",
        "Scholz/Scholz/PROPN/2/nsubj//B-PER mit/mit/ADP/5/case Macron/Macron/PROPN/2/obl//B-PER",
        "Anna/Anna/PROPN/2/nsubj//B-PER Scholz/Scholz/PROPN/3/flat//I-PER",
    ],
)
def test_a_full_name_and_a_verb_that_has_an_object_stay(names: str) -> None:
    row = MET + names
    assert _read(row) == [
        (t.form, t.deprel, t.entity) for t in sentences_from_rows(row, language="de")[1][0].tokens[2:]
    ]


def test_where_the_verb_does_not_stand_second_two_names_are_one() -> None:
    row = MET + "Sánchez/Sánchez/PROPN/2/nsubj//B-PER Scholz/Scholz/PROPN/3/flat//I-PER"
    assert _read(row, "es")[1][1] == "flat"
