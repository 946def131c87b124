"""Verbs of telling beside a clause belong to the verb that tells it."""

import pytest

from cronistoria.parse.repairs.telling import with_further_telling
from tests.rows import sentences_from_rows

SING, PLUR = "Mood=Ind|Number=Sing|Tense=Pres|VerbForm=Fin", "Mood=Ind|Number=Plur|Tense=Pres|VerbForm=Fin"
WISH = "Mood=Sub|Number=Plur|Tense=Pres|VerbForm=Fin"
START = (
    f"Oslo/Oslo/PROPN/3/nsubj ha/avere/AUX/3/aux/{SING} negato/negare/VERB/0/root che/che/SCONJ/7/mark "
    "Lima/Lima/PROPN/7/nsubj "
)
CASES = [
    # the verb has the form of the one above, and not that of the clause
    (
        START + f"abbiano/avere/AUX/7/aux/{WISH} ceduto/cedere/VERB/3/ccomp e/e/CCONJ/10/cc ha/avere/AUX/10/aux/{SING} "
        "accusato/accusare/VERB/7/conj Quito/Quito/PROPN/10/obj",
        "negato",
    ),
    # both have it: only a comma tells
    (
        START + f"ha/avere/AUX/7/aux/{SING} ceduto/cedere/VERB/3/ccomp e/e/CCONJ/10/cc ha/avere/AUX/10/aux/{SING} "
        "accusato/accusare/VERB/7/conj Quito/Quito/PROPN/10/obj",
        "ceduto",
    ),
    (
        START + f"ha/avere/AUX/7/aux/{SING} ceduto/cedere/VERB/3/ccomp ,/,/PUNCT/11/punct e/e/CCONJ/11/cc "
        f"ha/avere/AUX/11/aux/{SING} accusato/accusare/VERB/7/conj Quito/Quito/PROPN/11/obj",
        "negato",
    ),
    # a subject of its own, another form, no verb of telling
    (
        START + f"abbiano/avere/AUX/7/aux/{WISH} ceduto/cedere/VERB/3/ccomp e/e/CCONJ/11/cc Bonn/Bonn/PROPN/11/nsubj "
        f"ha/avere/AUX/11/aux/{SING} accusato/accusare/VERB/7/conj Quito/Quito/PROPN/11/obj",
        "ceduto",
    ),
    (
        START + f"abbiano/avere/AUX/7/aux/{WISH} ceduto/cedere/VERB/3/ccomp e/e/CCONJ/10/cc "
        f"hanno/avere/AUX/10/aux/{PLUR} accusato/accusare/VERB/7/conj Quito/Quito/PROPN/10/obj",
        "ceduto",
    ),
    (
        START + f"abbiano/avere/AUX/7/aux/{WISH} ceduto/cedere/VERB/3/ccomp e/e/CCONJ/10/cc ha/avere/AUX/10/aux/{SING} "
        "accusato/piovere/VERB/7/conj Quito/Quito/PROPN/10/obj",
        "ceduto",
    ),
]


@pytest.mark.parametrize(("row", "head"), CASES)
def test_further_telling(row: str, head: str) -> None:
    _, sentences = sentences_from_rows(row, language="it")
    (sentence,) = with_further_telling(sentences, "it")
    accused = next(token for token in sentence.tokens if token.form == "accusato")
    assert sentence.tokens[accused.head].form == head


def test_a_past_without_helpers_may_look_like_a_participle() -> None:
    row = (
        "Oslo/Oslo/PROPN/2/nsubj denied/deny/VERB/0/root/Mood=Ind|Tense=Past|VerbForm=Fin that/that/SCONJ/6/mark "
        "Lima/Lima/PROPN/6/nsubj had/have/AUX/6/aux/Mood=Ind|Tense=Past|VerbForm=Fin "
        "yielded/yield/VERB/2/ccomp/Tense=Past|VerbForm=Part and/and/CCONJ/8/cc "
        "accused/accuse/VERB/6/conj/Tense=Past|VerbForm=Part Quito/Quito/PROPN/8/obj"
    )
    _, sentences = sentences_from_rows(row, language="en")
    assert with_further_telling(sentences, "en")[0].tokens[7].head == 1


@pytest.mark.parametrize(("relation", "head"), [("obl", "dice"), ("obj", "nota")])
def test_a_clause_behind_an_adverbial_is_what_is_said(relation: str, head: str) -> None:
    row = (
        f"Oslo/Oslo/PROPN/2/nsubj dice/dire/VERB/0/root/{SING} in/in/ADP/5/case una/uno/DET/5/det "
        f"nota/nota/NOUN/2/{relation} che/che/SCONJ/8/mark Lima/Lima/PROPN/8/nsubj cede/cedere/VERB/5/acl"
    )
    _, sentences = sentences_from_rows(row, language="it")
    clause = with_further_telling(sentences, "it")[0].tokens[7]
    assert sentences[0].tokens[clause.head].form == head


@pytest.mark.parametrize(("verb", "head"), [("chiede/chiedere", "chiede"), ("pensa/pensare", "Lima")])
def test_an_infinitive_behind_whom_a_verb_asks_is_what_is_asked(verb: str, head: str) -> None:
    row = (
        f"Oslo/Oslo/PROPN/2/nsubj {verb}/VERB/0/root/{SING} a/a/ADP/4/case Lima/Lima/PROPN/2/obl di/di/ADP/6/mark "
        "trattare/trattare/VERB/4/acl/VerbForm=Inf"
    )
    _, sentences = sentences_from_rows(row, language="it")
    clause = with_further_telling(sentences, "it")[0].tokens[5]
    assert sentences[0].tokens[clause.head].form == head


@pytest.mark.parametrize(("verb", "head"), [("accused/accuse", "accused"), ("saw/see", "factions")])
def test_a_verb_between_an_adposition_and_its_object_is_what_somebody_is_accused_of(verb: str, head: str) -> None:
    row = (
        f"Oslo/Oslo/PROPN/2/nsubj {verb}/VERB/0/root/{SING} Lima/Lima/PROPN/2/obj of/of/ADP/6/case "
        "arming/arm/VERB/6/amod/VerbForm=Ger factions/faction/NOUN/2/obj"
    )
    _, sentences = sentences_from_rows(row, language="en")
    arming = with_further_telling(sentences, "en")[0].tokens[4]
    assert sentences[0].tokens[arming.head].form == head


def test_what_listeners_are_told_is_no_clause_about_them() -> None:
    told = (
        "Roe/Roe/PROPN/2/nsubj dice/dire/VERB/0/root/VerbForm=Fin a/a/ADP/4/case giornalisti/giornalista/NOUN/2/obl "
        "che/che/PRON/7/{relation}/PronType=Rel {subject} aprirà/aprire/VERB/4/acl:relcl/VerbForm=Fin"
    )
    for relation, subject, wanted in (
        ("obj", "Oslo/Oslo/PROPN/7/nsubj", (1, "ccomp")),
        ("nsubj", "domani/domani/ADV/7/advmod", (3, "acl:relcl")),
    ):
        _, sentences = sentences_from_rows(told.format(relation=relation, subject=subject), language="it")
        clause = with_further_telling(sentences, "it")[0].tokens[6]
        assert (clause.head, clause.deprel) == wanted
