"""Victims whose number is the predicate, before them or behind."""

import pytest

from cronistoria.extract.events import find_events
from tests.rows import sentences_from_rows

BEFORE = (
    "Sono/essere/AUX/2/cop/Mood=Ind|VerbForm=Fin 27/27/NUM/0/root le/il/DET/4/det/Definite=Def "
    "vittime/vittima/NOUN/2/nsubj "
    "di/di/ADP/6/case attacco/attacco/NOUN/4/nmod"
)
BEHIND = (
    "Le/il/DET/2/det/Definite=Def vittime/vittima/NOUN/6/nsubj di/di/ADP/4/case attacco/attacco/NOUN/2/nmod "
    "sono/essere/AUX/6/cop/Mood=Ind|VerbForm=Fin 27/27/NUM/0/root ././PUNCT/6/punct"
)


@pytest.mark.parametrize("row", [BEFORE, BEHIND])
def test_they_are_the_toll_of_what_they_are_victims_of(row: str) -> None:
    document, sentences = sentences_from_rows(row)
    (found,) = find_events(document, sentences, language="it")
    assert found.killed is not None and found.killed.min == 27
