"""Answers whose object opens the clause: trees before and after."""

import pytest

from cronistoria.parse.repairs.conventions import with_conventions
from cronistoria.parse.repairs.replies import with_replies
from tests.rows import sentences_from_rows

PAST = "Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin"
CHARGES = (
    f"Die/der/DET/2/det Vorwürfe/Vorwurf/NOUN/3/nsubj wies/zurückweisen/VERB/0/root/{PAST} "
    "Norwegen/Norwegen/PROPN/3/obj//B-LOC zurück/zurück/ADV/3/compound:prt"
)
CRITICISM = (
    f"Scharfe/scharf/NOUN/3/nsubj Kritik/Kritik/NOUN/3/obj äußerte/äußern/VERB/0/root/{PAST} "
    "Oslo/Oslo/PROPN/3/obj//B-LOC"
)
OFFER = CHARGES.replace("Vorwürfe/Vorwurf", "Vermittlungsangebot/Vermittlungsangebot")
ACCUSATIVE = CHARGES.replace(
    "Norwegen/Norwegen/PROPN/3/obj//B-LOC", "den/der/DET/5/det Botschafter/Botschafter/NOUN/3/obj"
)
REPORT = CHARGES.replace("Vorwürfe/Vorwurf", "Erklärung/Erklärung").replace("zurückweisen", "verurteilen")
IN_ORDER = CHARGES.replace("Vorwürfe/Vorwurf/NOUN/3/nsubj", "Regierung/Regierung/NOUN/3/nsubj")


@pytest.mark.parametrize(
    ("row", "subject"),
    [
        (CHARGES, "Norwegen"),
        (OFFER, "Norwegen"),
        (CRITICISM, "Oslo"),
        (ACCUSATIVE, "Vorwürfe"),
        (REPORT, "Erklärung"),
        (IN_ORDER, "Regierung"),
    ],
)
def test_who_answers_is_the_subject(row: str, subject: str) -> None:
    _, sentences = sentences_from_rows(row, language="de")
    mended = with_replies(sentences, "de")[0]
    assert [t.form for t in mended.tokens if t.relation == "nsubj"] == [subject]


def test_a_future_is_no_passive() -> None:
    row = (
        "Norwegen/Norwegen/PROPN/4/nsubj:pass werde/werden/AUX/4/aux:pass/VerbForm=Fin nicht/nicht/PART/4/advmod "
        "verhandeln/verhandeln/VERB/0/root"
    )
    _, sentences = sentences_from_rows(row, language="de")
    assert [t.deprel for t in with_conventions(sentences, "de")[0].tokens] == ["nsubj", "aux", "advmod", "root"]
