"""What is denied belongs to the noun for it."""

import pytest

from cronistoria.parse.repairs.denied_words import with_denied_words
from tests.rows import sentences_from_rows

DENIED = (
    "Roe/Roe/PROPN/2/nsubj bestreitet/bestreiten/VERB/0/root/VerbForm=Fin {}/{}/NOUN/2/obj ,/,/PUNCT/7/punct "
    "Doe/Doe/PROPN/7/nsubj habe/haben/AUX/7/aux/Mood={}|VerbForm=Fin gelogen/lügen/VERB/2/conj/VerbForm=Part"
)


@pytest.mark.parametrize(
    ("noun", "mood", "head"), [("Vorwürfe/Vorwurf", "Qot", 2), ("Tee/Tee", "Qot", 1), ("Vorwürfe/Vorwurf", "Ind", 1)]
)
def test_where_the_denied_clause_hangs(noun: str, mood: str, head: int) -> None:
    form, _, lemma = noun.partition("/")
    (sentence,) = with_denied_words(sentences_from_rows(DENIED.format(form, lemma, mood), language="de")[1], "de")
    assert sentence.tokens[6].head == head
