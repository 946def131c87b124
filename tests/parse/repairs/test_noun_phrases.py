"""Words inside a noun phrase hang on its noun."""

import pytest

from cronistoria.parse.repairs.noun_phrases import with_inner_words
from tests.rows import sentences_from_rows

CASES = [
    (
        "Keller/Keller/PROPN/2/nsubj//B-PER hosts/host/VERB/0/root Oslo/Oslo/PROPN/6/nmod:poss//B-LOC "
        "'s/'s/PART/3/case army/army/NOUN/2/obj chief/chief/NOUN/2/obj",
        {"army": ("chief", "compound"), "chief": ("hosts", "obj")},
    ),
    # two objects, each with its own words
    (
        "She/she/PRON/2/nsubj gave/give/VERB/0/root rebels/rebel/NOUN/2/obj weapons/weapon/NOUN/2/obj",
        {"rebels": ("gave", "obj"), "weapons": ("gave", "obj")},
    ),
    (
        "Las/el/DET/3/det dos/dos/NUM/1/nummod Coreas/Coreas/PROPN/4/nsubj hablan/hablar/VERB/0/root",
        {"dos": ("Coreas", "nummod")},
    ),
    (
        "ministers/minister/NOUN/5/nsubj of/of/ADP/4/case both/both/DET/1/det states/state/NOUN/1/nmod "
        "met/meet/VERB/0/root",
        {"both": ("states", "det")},
    ),
    # an owner was coordinated with what it owns
    (
        "Roe/Roe/PROPN/6/nsubj and/and/CCONJ/3/cc Rome/Rome/PROPN/1/conj 's/'s/PART/3/case Doe/Doe/PROPN/1/conj "
        "met/meet/VERB/0/root",
        {"Rome": ("Doe", "nmod:poss"), "and": ("Doe", "cc"), "Doe": ("Roe", "conj")},
    ),
]


@pytest.mark.parametrize(("row", "expected"), CASES)
def test_inner_words(row: str, expected: dict[str, tuple[str, str]]) -> None:
    _, sentences = sentences_from_rows(row, language="en")
    tokens = with_inner_words(sentences)[0].tokens
    assert {t.form: (tokens[t.head].form, t.deprel) for t in tokens if t.form in expected} == expected


def test_a_participle_between_an_article_and_a_name_is_a_noun() -> None:
    _, sentences = sentences_from_rows(
        "l'/il/DET/2/det inviato/inviare/VERB/4/nsubj Roe/Roe/PROPN/2/nsubj//B-PER arriva/arrivare/VERB/0/root"
    )
    noun, name = with_inner_words(sentences)[0].tokens[1:3]
    assert (noun.upos, noun.lemma, name.deprel) == ("NOUN", "inviato", "nmod")


def test_a_name_behind_a_participle_is_the_nouns() -> None:
    _, sentences = sentences_from_rows(
        "président/président/NOUN/4/nsubj renversé/renverser/VERB/1/acl/Tense=Past|VerbForm=Part "
        "Roe/Roe/PROPN/2/obj//B-PER parle/parler/VERB/0/root"
    )
    name = with_inner_words(sentences)[0].tokens[2]
    assert (name.head, name.deprel) == (0, "appos")


def test_an_infinitive_with_an_ending_is_a_noun() -> None:
    row = "un/un/DET/2/det cycle/cycle/NOUN/0/root de/de/ADP/4/case pourparlers/pourparler/VERB/2/nmod/VerbForm=Inf"
    _, sentences = sentences_from_rows(row, language="fr")
    assert with_inner_words(sentences)[0].tokens[3].upos == "NOUN"


def test_an_adjective_between_a_noun_and_its_name_is_of_the_noun() -> None:
    row = (
        "l'/le/DET/2/det opposant/opposant/NOUN/5/nsubj péruvien/péruvien/NOUN/5/nsubj Roe/Roe/PROPN/3/nmod//B-PER "
        "parle/parler/VERB/0/root"
    )
    _, sentences = sentences_from_rows(row, language="fr")
    tokens = with_inner_words(sentences)[0].tokens
    assert [(t.head, t.deprel) for t in tokens[2:4]] == [(1, "amod"), (1, "nmod")]
