"""Tolls told apart from the attack, on trees written by hand."""

import pytest

from cronistoria.extract.events import find_events
from tests.rows import sentences_from_rows

ATTACK = (
    "Rebels/rebel/NOUN/2/nsubj/Number=Plur attacked/attack/VERB/0/root/Tense=Past|VerbForm=Fin "
    "Lima/Lima/PROPN/2/obj/Number=Sing/B-LOC ././PUNCT/2/punct"
)
ROSE = (
    "The/the/DET/3/det death/death/NOUN/3/compound toll/toll/NOUN/4/nsubj/Number=Sing "
    "rose/rise/VERB/0/root/Mood=Ind|Tense=Past|VerbForm=Fin to/to/ADP/6/case 97/97/NUM/4/obl/NumType=Card "
    "././PUNCT/4/punct"
)
DEAD = ROSE.replace("death/death/NOUN/3/compound", "river/river/NOUN/3/compound")


@pytest.mark.parametrize(("second", "killed"), [(ROSE, 97), (DEAD, None)])
def test_a_count_of_the_dead_belongs_to_the_attack_told_before(second: str, killed: int | None) -> None:
    document, sentences = sentences_from_rows(ATTACK, second, language="en")
    (event,) = find_events(document, sentences, language="en")
    assert (event.killed.min if event.killed else None) == killed


def test_whose_number_has_changed_is_no_killing() -> None:
    attack = (
        "Повстанцы/повстанец/NOUN/2/nsubj/Case=Nom|Number=Plur напали/напасть/VERB/0/root/Tense=Past|VerbForm=Fin "
        "на/на/ADP/4/case Лиму/Лима/PROPN/2/obl/Case=Acc|Number=Sing/B-LOC ././PUNCT/2/punct"
    )
    rose = (
        "Число/число/NOUN/3/nsubj/Case=Nom|Number=Sing погибших/погибнуть/VERB/1/nmod/Case=Gen|VerbForm=Part "
        "возросло/возрасти/VERB/0/root/Tense=Past|VerbForm=Fin до/до/ADP/5/case 97/97/ADJ/3/obl ././PUNCT/3/punct"
    )
    document, sentences = sentences_from_rows(attack, rose, language="ru")
    (event,) = find_events(document, sentences, language="ru")
    assert event.killed is not None
    assert (event.killed.min, event.killed.bound, event.killed.span.text) == (97, "exact", "97")
