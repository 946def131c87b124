"""Verbs taken for other words are the predicates of their sentences."""

import pytest

from cronistoria.parse.repairs.misread import with_misread_verbs
from cronistoria.parse.repairs.openings import with_openings
from tests.rows import sentences_from_rows

CASES = [
    # the name was the top, and the verb an adverb
    (
        "Oslo/Oslo/PROPN/0/root nie/nie/ADV/1/advmod toute/tout/DET/4/det présence/présence/NOUN/1/nmod "
        "././PUNCT/1/punct",
        {"Oslo": "nsubj", "nie": "root", "présence": "obj"},
    ),
    # so was the object
    (
        "Oslo/Oslo/PROPN/4/nsubj nie/nie/ADV/4/advmod toute/tout/DET/4/det présence/présence/NOUN/0/root "
        "././PUNCT/4/punct",
        {"Oslo": "nsubj", "nie": "root", "toute": "det", "présence": "obj"},
    ),
    # a noun was the verb, and the verb a noun
    (
        "La/le/DET/2/det junte/junte/VERB/0/root/VerbForm=Fin l'/le/DET/4/det accuse/accuse/NOUN/2/obj "
        "d'/de/ADP/6/mark espionner/espionner/VERB/4/acl/VerbForm=Inf ././PUNCT/2/punct",
        {"junte": "nsubj", "l'": "obj", "accuse": "root", "espionner": "xcomp"},
    ),
    # another verb is the predicate
    (
        "Oslo/Oslo/PROPN/3/nsubj nie/nie/ADV/3/advmod part/partir/VERB/0/root/VerbForm=Fin ././PUNCT/3/punct",
        {"Oslo": "nsubj", "nie": "advmod", "part": "root"},
    ),
]


@pytest.mark.parametrize(("row", "wanted"), CASES)
def test_misread_verbs(row: str, wanted: dict[str, str]) -> None:
    _, sentences = sentences_from_rows(row, language="fr")
    (sentence,) = with_misread_verbs(sentences, "fr")
    found = {token.form: token.deprel for token in sentence.tokens}
    assert {form: found[form] for form in wanted} == wanted


def test_a_noun_behind_an_adverb_of_setting_hangs_on_the_verb() -> None:
    row = (
        "averti/avertir/VERB/0/root lors/lors/ADV/1/advmod d'/de/ADP/4/case entretien/entretien/NOUN/2/obl:arg "
        "hier/hier/ADV/1/advmod"
    )
    _, sentences = sentences_from_rows(row, language="fr")
    (sentence,) = with_openings(sentences, "fr")
    assert [(t.head, t.deprel) for t in sentence.tokens[1:4:2]] == [(3, "case"), (0, "obl")]


def test_a_finite_verb_describes_no_noun_behind_it() -> None:
    row = (
        "Розмова/розмова/NOUN/2/nsubj тривала/тривати/VERB/3/amod/Mood=Ind|Tense=Past|VerbForm=Fin "
        "годину/година/NOUN/0/root ././PUNCT/3/punct"
    )
    _, sentences = sentences_from_rows(row, language="uk")
    (sentence,) = with_misread_verbs(sentences, "uk")
    assert [(t.head, t.deprel) for t in sentence.tokens] == [(1, "nsubj"), (-1, "root"), (1, "obj"), (1, "punct")]
