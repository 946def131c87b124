"""Nouns behind a partitive article are objects and subjects."""

import pytest

from cronistoria.model.sentence import Token, make_sentence
from cronistoria.parse.repairs.partitives import with_partitives
from tests.rows import sentences_from_rows

CASES = [
    ("masse", "masser", "Sing", "obj"),
    ("rapportent", "rapporter", "Plur", "nsubj"),
    ("parle", "parler", "Sing", "obl:arg"),
]


@pytest.mark.parametrize(("form", "lemma", "number", "relation"), CASES)
def test_partitive_nouns(form: str, lemma: str, number: str, relation: str) -> None:
    start = len(form) + 1
    rows = [
        (form, lemma, "VERB", {"Number": number, "VerbForm": "Fin"}, -1, "root", 0, len(form)),
        ("de", "de", "ADP", {}, 3, "case", start, start + 3),
        ("les", "le", "DET", {}, 3, "det", start, start + 3),
        ("soldats", "soldat", "NOUN", {"Number": "Plur"}, 0, "obl:arg", start + 4, start + 11),
    ]
    tokens = tuple(
        Token(index=i, form=f, lemma=m, upos=u, feats=x, head=h, deprel=r, start=a, end=b)
        for i, (f, m, u, x, h, r, a, b) in enumerate(rows)
    )
    (sentence,) = with_partitives((make_sentence(0, tokens),), "fr")
    assert sentence.tokens[3].deprel == relation
    assert (sentence.tokens[1].deprel == "det") == (relation != "obl:arg")


def test_a_second_object_is_what_it_is_done_with() -> None:
    row = (
        "menace/menacer/VERB/0/root/VerbForm=Fin Lima/Lima/PROPN/1/obj de/de/ADP/4/det "
        "représailles/représaille/NOUN/1/obj/Number=Plur"
    )
    _, sentences = sentences_from_rows(row, language="fr")
    (sentence,) = with_partitives(sentences, "fr")
    assert [t.deprel for t in sentence.tokens[2:]] == ["case", "obl:arg"]
