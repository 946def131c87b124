"""Objects and those whom they are for: trees before and after."""

import pytest

from cronistoria.parse.repairs.apart import with_objects_apart
from tests.rows import sentences_from_rows

FIN = "Mood=Ind|Number=Sing|Tense=Past|VerbForm=Fin"
AID = (
    f"Peru/Peru/PROPN/2/nsubj//B-LOC sagte/zusagen/VERB/0/root/{FIN} der/der/DET/4/det "
    "Mongolei/Mongolei/PROPN/2/obj 50/50/NUM/6/nummod Tonnen/Tonne/NOUN/2/obj Weizen/Weizen/NOUN/2/obj "
    "zu/zu/ADP/2/compound:prt"
)
LETTER = (
    f"Keller/Keller/PROPN/2/nsubj//B-PER schrieb/schreiben/VERB/0/root/{FIN} Roth/Roth/PROPN/2/obj//B-PER "
    "einen/ein/DET/5/det Brief/Brief/NOUN/2/obj"
)
PROTEST = (
    f"Peru/Peru/PROPN/2/nsubj//B-LOC legte/einlegen/VERB/0/root/{FIN} bei/bei/ADP/5/case "
    "Norwegen/Norwegen/PROPN/5/nmod//B-LOC Protest/Protest/NOUN/2/obl ein/ein/ADP/2/compound:prt"
)


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (AID, {"Mongolei": ("iobj", 1), "Tonnen": ("obj", 1), "Weizen": ("nmod", 5)}),
        (LETTER, {"Roth": ("iobj", 1), "Brief": ("obj", 1)}),
        (LETTER.replace("schrieb/schreiben", "nannte/nennen"), {"Roth": ("obj", 1), "Brief": ("obj", 1)}),
        (PROTEST, {"Protest": ("obj", 1), "Norwegen": ("obl", 1), "bei": ("case", 3)}),
    ],
)
def test_objects_and_whom_they_are_for(row: str, expected: dict[str, tuple[str, int]]) -> None:
    _, sentences = sentences_from_rows(row, language="de")
    tokens = with_objects_apart(sentences, "de")[0].tokens
    assert {t.form: (t.deprel, t.head) for t in tokens if t.form in expected} == expected


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (
            f"Peru/Peru/PROPN/2/nsubj kritisierte/kritisieren/VERB/0/root/{FIN} die/der/DET/4/det "
            "Wahl/Wahl/NOUN/2/obj scharf/scharf/ADJ/2/xcomp",
            ["scharf/ADV/advmod"],
        ),
        (
            f"Peru/Peru/PROPN/2/nsubj wies/zurückweisen/VERB/0/root/{FIN} das/der/DET/4/det "
            "entschieden/entschieden/ADJ/2/obj zurück/zurück/ADV/2/compound:prt",
            ["das/PRON/obj", "entschieden/ADV/advmod"],
        ),
        (
            f"Peru/Peru/PROPN/2/nsubj lehnte/ablehnen/VERB/0/root/{FIN} das/der/DET/2/nsubj ab/ab/ADP/2/compound:prt",
            ["das/PRON/obj"],
        ),
        (
            "Peru/Peru/PROPN/2/nsubj ging/gehen/VERB/0/root nachdem/nachdem/SCONJ/5/mark sich/sich/PRON/5/obj "
            "geweigert/weigern/VERB/2/advcl ,/,/PUNCT/8/punct zu/zu/PART/8/mark reden/reden/VERB/2/xcomp/VerbForm=Inf",
            ["reden/VERB/xcomp"],
        ),
    ],
)
def test_how_somebody_answers(row: str, expected: list[str]) -> None:
    _, sentences = sentences_from_rows(row, language="de")
    mended = with_objects_apart(sentences, "de")[0]
    changed = (t for t, old in zip(mended.tokens, sentences[0].tokens, strict=True) if t != old)
    assert [f"{t.form}/{t.upos}/{t.deprel}" for t in changed] == expected
