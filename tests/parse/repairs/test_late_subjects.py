"""What stands behind a verb without a subject may be its subject."""

import pytest

from cronistoria.parse.repairs.late_subjects import with_late_subjects
from tests.rows import sentences_from_rows

FIN = "Mood=Ind|Number=Plur|Person=3|Tense=Pres|VerbForm=Fin"
ROW = (
    f"Heute/heute/ADV/2/advmod laufen/laufen/VERB/0/root/{FIN} Gespräche/Gespräch/NOUN/2/obj/Number={{}} "
    "in/in/ADP/5/case Genf/Genf/PROPN/2/obl"
)
SAID = ROW.replace("Heute/heute/ADV/2/advmod", "Roe/Roe/PROPN/2/nsubj")


@pytest.mark.parametrize(
    ("language", "row", "deprel"),
    [
        ("de", ROW.format("Plur"), "nsubj"),
        ("de", ROW.format("Sing"), "obj"),
        ("de", SAID.format("Plur"), "obj"),
        ("it", ROW.format("Plur"), "obj"),
    ],
)
def test_the_one_nominal_that_agrees_is_the_subject(language: str, row: str, deprel: str) -> None:
    (sentence,) = with_late_subjects(sentences_from_rows(row, language=language)[1], language)
    assert sentence.tokens[2].deprel == deprel
