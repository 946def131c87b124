"""Adpositions and conjunctions have one lemma; an auxiliary taken for an adposition is one again."""

import pytest

from cronistoria.parse.repairs.function_words import with_function_words
from tests.rows import sentences_from_rows


@pytest.mark.parametrize(
    ("row", "language", "lemma"),
    [
        ("ad/ad/ADP/2/case Oslo/Oslo/PROPN/0/root", "it", "a"),
        ("ed/ed/CCONJ/2/cc Oslo/Oslo/PROPN/0/root", "it", "e"),
        ("e/e/CCONJ/2/cc Irán/Irán/PROPN/0/root", "es", "y"),
        ("ad/ad/NOUN/0/root", "it", "ad"),
        ("to/to/ADP/2/case Oslo/Oslo/PROPN/0/root", "en", "to"),
    ],
)
def test_lemmas(row: str, language: str, lemma: str) -> None:
    _, sentences = sentences_from_rows(row, language=language)
    assert with_function_words(sentences, language)[0].tokens[0].lemma == lemma


def test_an_auxiliary_before_a_participle() -> None:
    row = "a/à/ADP/2/mark averti/avertir/VERB/0/root/VerbForm=Inf Oslo/Oslo/PROPN/2/obj"
    has, warned, _ = with_function_words(sentences_from_rows(row, language="fr")[1], "fr")[0].tokens
    assert (has.upos, has.lemma, has.relation) == ("AUX", "avoir", "aux")
    assert warned.feats["VerbForm"] == "Part"


def test_a_word_for_two_that_stands_for_them_is_a_pronoun() -> None:
    row = "Both/both/DET/2/nsubj said/say/VERB/0/root so/so/ADV/2/advmod"
    _, sentences = sentences_from_rows(row, language="en")
    assert with_function_words(sentences, "en")[0].tokens[0].upos == "PRON"


SPOKE = (
    "Doe/Doe/PROPN/2/nsubj spoke/speak/VERB/0/root to/to/ADP/4/case them/they/PRON/2/obl "
    "following/follow/VERB/4/acl/VerbForm=Ger talks/talk/NOUN/5/obj with/with/ADP/8/case Roe/Roe/PROPN/6/nmod"
)
ALONE = (
    "Doe/Doe/PROPN/2/nsubj left/leave/VERB/0/root following/follow/VERB/2/advcl/VerbForm=Ger "
    "quickly/quickly/ADV/3/advmod"
)


def test_a_participle_before_a_noun_is_its_adposition() -> None:
    _, sentences = sentences_from_rows(SPOKE, language="en")
    tokens = with_function_words(sentences, "en")[0].tokens
    assert [(t.upos, t.head, t.deprel) for t in tokens[4:6]] == [("ADP", 5, "case"), ("NOUN", 1, "obl")]


def test_a_participle_without_one_stays_a_verb() -> None:
    _, sentences = sentences_from_rows(ALONE, language="en")
    assert with_function_words(sentences, "en") == sentences


def test_a_possessive_that_a_verb_has_for_its_object_is_a_pronoun() -> None:
    row = (
        "Его/он/DET/2/obj примет/принять/VERB/0/root/Mood=Ind|Tense=Fut|VerbForm=Fin "
        "президент/президент/NOUN/2/nsubj его/он/DET/5/det страны/страна/NOUN/3/nmod"
    )
    _, sentences = sentences_from_rows(row, language="ru")
    tokens = with_function_words(sentences, "ru")[0].tokens
    assert (tokens[0].upos, tokens[0].feats["Gender"], tokens[3].upos) == ("PRON", "Masc", "DET")
