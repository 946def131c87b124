"""All repairs together leave trees."""

import msgspec
import pytest

from cronistoria.model.sentence import make_sentence
from cronistoria.parse.repairs import catalogue
from cronistoria.parse.repairs.catalogue import repaired
from cronistoria.parse.trees import is_tree
from tests.rows import sentences_from_rows

ROUND = (
    "Oslo/Oslo/PROPN/2/nsubj says/say/VERB/0/root/Mood=Ind|Tense=Pres|VerbForm=Fin troops/troops/NOUN/4/nsubj "
    "left/leave/VERB/2/ccomp/Mood=Ind|Tense=Past|VerbForm=Fin ,/,/PUNCT/6/punct claims/claim/NOUN/2/obl "
    "the/the/DET/8/det army/army/NOUN/9/compound denies/deny/VERB/6/nmod/Mood=Ind|Tense=Pres|VerbForm=Fin "
    "././PUNCT/2/punct"
)


def test_what_hangs_on_a_word_before_the_verb_of_saying_is_not_hung_in_a_circle() -> None:
    _, sentences = sentences_from_rows(ROUND, language="en")
    assert all(is_tree([t.head for t in s.tokens]) for s in repaired(sentences, "en"))


def test_a_repair_that_ties_words_into_a_circle_is_not_made(monkeypatch: pytest.MonkeyPatch) -> None:
    _, (sentence,) = sentences_from_rows("Rome/Rome/PROPN/2/nsubj waits/wait/VERB/0/root", language="en")
    tied = tuple(msgspec.structs.replace(t, head=t.index if t.index == 0 else t.head) for t in sentence.tokens)
    monkeypatch.setattr(catalogue, "REPAIRS", (lambda _, language: (make_sentence(0, tied),),))
    assert repaired((sentence,), "en") == (sentence,)
