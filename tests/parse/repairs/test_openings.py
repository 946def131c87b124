"""Adpositions with a noun of asking in them."""

from cronistoria.parse.repairs.openings import with_openings
from tests.rows import sentences_from_rows


def test_a_noun_of_asking_is_no_part_of_an_adposition() -> None:
    row = (
        "hablan/hablar/VERB/0/root a/a/ADP/5/case petición/petición/NOUN/2/fixed de/de/ADP/2/fixed "
        "Oslo/Oslo/PROPN/1/obl//B-LOC"
    )
    _, sentences = sentences_from_rows(row, language="es")
    tokens = with_openings(sentences, "es")[0].tokens
    assert [(tokens[t.head].form, t.deprel) for t in tokens[1:]] == [
        ("petición", "case"), ("hablan", "obl"), ("Oslo", "case"), ("petición", "nmod"),
    ]  # fmt: skip


def test_other_adpositions_stay() -> None:
    row = (
        "hablan/hablar/VERB/0/root a/a/ADP/5/case causa/causa/NOUN/2/fixed de/de/ADP/2/fixed "
        "Oslo/Oslo/PROPN/1/obl//B-LOC"
    )
    _, sentences = sentences_from_rows(row, language="es")
    assert with_openings(sentences, "es") == sentences


def test_a_name_behind_a_length_of_time_and_an_adverb_is_the_subject() -> None:
    row = (
        "Il/il/DET/2/det giorno/giorno/NOUN/5/obl dopo/dopo/ADP/4/case Rossi/Rossi/PROPN/5/obl//B-PER "
        "vede/vedere/VERB/0/root Bianchi/Bianchi/PROPN/5/obj//B-PER"
    )
    _, sentences = sentences_from_rows(row)
    tokens = with_openings(sentences, "it")[0].tokens
    assert [(tokens[i].deprel, tokens[i].head) for i in (2, 3)] == [("advmod", 1), ("nsubj", 4)]


def test_the_second_word_of_an_adposition_is_no_deed() -> None:
    row = (
        "annonce/annoncer/VERB/0/root/VerbForm=Fin à/à/ADP/3/mark/ExtPos=ADV partir/partir/VERB/1/advcl/VerbForm=Inf "
        "de/de/ADP/5/case lundi/lundi/NOUN/3/obl:mod"
    )
    _, sentences = sentences_from_rows(row, language="fr")
    tokens = with_openings(sentences, "fr")[0].tokens
    assert [(t.head, t.deprel) for t in tokens[1:]] == [(4, "case"), (1, "fixed"), (4, "case"), (0, "obl")]
