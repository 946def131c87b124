"""Truces: between whom they are, and whether they begin or end."""

import pytest

from cronistoria.extract.events import find_events
from tests.rows import sentences_from_rows

BETWEEN = (
    "La/il/DET/2/det tregua/tregua/NOUN/{verb}/{relation} tra/tra/ADP/4/case "
    "Oslo/Oslo/PROPN/2/nmod//B-LOC e/e/CCONJ/6/cc Lima/Lima/PROPN/4/conj//B-LOC {predicate}"
)
BEGINS = "inizierà/iniziare/VERB/0/root/Mood=Ind|Tense=Fut|VerbForm=Fin"
IS_SIGNED = (
    "è/essere/AUX/9/aux/VerbForm=Fin stata/essere/AUX/9/aux:pass/VerbForm=Part "
    "firmata/firmare/VERB/0/root/Tense=Past|VerbForm=Part"
)
COLLAPSED = "è/essere/AUX/8/aux/VerbForm=Fin crollata/crollare/VERB/0/root/Tense=Past|VerbForm=Part"


@pytest.mark.parametrize(
    ("predicate", "verb", "relation", "told"),
    [
        (BEGINS, 7, "nsubj", [("RETREAT", "planned", ("Oslo", "Lima"))]),
        (IS_SIGNED, 9, "nsubj:pass", [("SUPPORT", "asserted", ("Oslo", "Lima"))]),
        (COLLAPSED, 8, "nsubj", []),
    ],
)
def test_one_that_begins_or_is_signed_is_of_both_and_one_that_collapses_is_none(
    predicate: str, verb: int, relation: str, told: list[tuple[str, str, tuple[str, ...]]]
) -> None:
    document, sentences = sentences_from_rows(BETWEEN.format(verb=verb, relation=relation, predicate=predicate))
    found = find_events(document, sentences, language="it")
    tokens = sentences[0].tokens
    assert [(e.event, e.modality, tuple(tokens[p.head].form for p in e.actors)) for e in found] == told
