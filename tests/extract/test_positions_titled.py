"""Positions of titles: a noun or an answer without a verb, on trees written by hand."""

import pytest

from tests.extract.position_rows import PRES3, lines, positions

YES = (
    "Sì/sì/ADV/0/root di/di/ADP/3/case Lima/Lima/PROPN/1/nmod//B-LOC a/a/ADP/6/case la/il/DET/6/det "
    "tregua/tregua/NOUN/1/obl"
)
TOPIC = (
    "Ande/Ande/PROPN/0/root//B-LOC ,/,/PUNCT/3/punct no/no/INTJ/1/parataxis di/di/ADP/5/case "
    "Lima/Lima/PROPN/3/nmod//B-LOC a/a/ADP/8/case la/il/DET/8/det tregua/tregua/NOUN/3/nmod"
)
SOLIDARITY = (
    "Solidarietà/solidarietà/NOUN/0/root di/di/ADP/3/case Lima/Lima/PROPN/1/nmod//B-LOC a/a/ADP/5/case "
    "Quito/Quito/PROPN/1/nmod//B-LOC"
)
GREEN_LIGHT = (
    "Luz/luz/NOUN/0/root {}/ADJ/1/amod de/de/ADP/4/case Lima/Lima/PROPN/1/nmod//B-LOC a/a/ADP/7/case "
    "la/el/DET/7/det misión/misión/NOUN/1/nmod"
)
FROM_SEAT = (
    "Nein/nein/ADV/0/root aus/aus/ADP/3/case Lima/Lima/PROPN/1/nmod//B-LOC zu/zu/ADP/5/case "
    "Gesprächen/Gespräch/NOUN/1/nmod"
)


@pytest.mark.parametrize(
    ("row", "language", "wanted"),
    [
        (YES, "it", ["acceptance: Lima: la tregua"]),
        (TOPIC, "it", ["refusal: Lima: la tregua"]),
        (SOLIDARITY, "it", ["support: Lima > Quito: Quito"]),
        (GREEN_LIGHT.format("verde/verde"), "es", ["acceptance: Lima > la misión: la misión"]),
        (GREEN_LIGHT.format("roja/rojo"), "es", []),
        (FROM_SEAT, "de", ["refusal: Lima: Gesprächen"]),
    ],
)
def test_a_title_tells_whose_position_it_is(row: str, language: str, wanted: list[str]) -> None:
    assert lines(row, language=language) == wanted


def test_an_answer_inside_a_sentence_is_none() -> None:
    row = f"Rossi/Rossi/PROPN/2/nsubj//B-PER risponde/rispondere/VERB/0/root/{PRES3} no/no/INTJ/2/obj"
    assert lines(row) == []


def test_whom_a_condemned_deed_struck_is_not_blamed() -> None:
    row = (
        f"Quito/Quito/PROPN/2/nsubj//B-LOC condanna/condannare/VERB/0/root/{PRES3} il/il/DET/4/det "
        "raid/raid/NOUN/2/obj contro/contro/ADP/6/case Lima/Lima/PROPN/4/nmod//B-LOC"
    )
    assert [m.victims for m in positions(row)] == [(4, 5)]
