"""Arguments that were hung elsewhere are on their verbs."""

import pytest

from cronistoria.parse.repairs.stray_arguments import with_stray_arguments
from tests.rows import sentences_from_rows

FIN, PLURAL = "VerbForm=Fin", "Number=Plur|VerbForm=Fin"
CASES = [
    # a bare place in front, and the thing behind the verb that was taken for its subject
    (
        f"Oslo/Oslo/PROPN/3/obl//B-LOC ,/,/PUNCT/1/punct invierà/inviare/VERB/0/root/{FIN} il/il/DET/5/det "
        "vascello/vascello/NOUN/3/nsubj",
        {"Oslo": "nsubj", "vascello": "obj"},
    ),
    # under an adposition it is where
    (
        f"A/a/ADP/2/case Oslo/Oslo/PROPN/3/obl//B-LOC arriva/arrivare/VERB/0/root/{FIN} il/il/DET/5/det "
        "vascello/vascello/NOUN/3/nsubj",
        {"Oslo": "obl", "vascello": "nsubj"},
    ),
    # a language with cases says itself what it is
    (
        f"Осло/Осло/PROPN/2/obl/Case=Loc/B-LOC пришлёт/прислать/VERB/0/root/{FIN} "
        "корабль/корабль/NOUN/2/nsubj/Case=Nom",
        {"Осло": "obl", "корабль": "nsubj"},
    ),
    # counted things behind a place
    (
        f"Oslo/Oslo/PROPN/2/nsubj//B-LOC manda/mandare/VERB/0/root/{FIN} a/a/ADP/4/case Lima/Lima/PROPN/2/obl//B-LOC "
        ",/,/PUNCT/7/punct due/due/NUM/7/nummod carri/carro/NOUN/4/appos",
        {"carri": "obj"},
    ),
    # one person behind a verb of many
    (
        f"Prendono/prendere/VERB/0/root/{PLURAL} prigioniero/prigioniero/NOUN/1/obj Roe/Roe/PROPN/1/nsubj//B-PER",
        {"Roe": "obj", "prigioniero": "xcomp"},
    ),
    (
        f"Parlano/parlare/VERB/0/root/{PLURAL} Roe/Roe/PROPN/1/nsubj//B-PER e/e/CCONJ/4/cc Doe/Doe/PROPN/2/conj//B-PER",
        {"Roe": "nsubj"},
    ),
    # several behind a verb of one
    (
        "Ha/avere/AUX/2/aux/Number=Sing|Person=3|VerbForm=Fin esortato/esortare/VERB/0/root gli/il/DET/4/det "
        "alleati/alleato/NOUN/2/nsubj/Number=Plur a/a/ADP/6/mark agire/agire/VERB/2/ccomp/VerbForm=Inf",
        {"alleati": "obj"},
    ),
    # somebody behind a verb of the speaker
    (
        "Ho/avere/AUX/2/aux/Number=Sing|Person=1|VerbForm=Fin visto/vedere/VERB/0/root il/il/DET/4/det "
        "presidente/presidente/NOUN/2/nsubj/Number=Sing la/il/DET/6/det settimana/settimana/NOUN/2/obj",
        {"presidente": "obj", "settimana": "obl"},
    ),
    # the speaker before a verb of somebody else
    (
        "Roe/Roe/PROPN/4/nsubj//B-PER ci/ci/PRON/4/expl/Person=1 ha/avere/AUX/4/aux/Person=3|VerbForm=Fin "
        "parlato/parlare/VERB/0/root",
        {"ci": "iobj"},
    ),
    # what stands before a semicolon
    (
        f"Nessun/nessuno/DET/2/det commento/commento/NOUN/6/nsubj ;/;/PUNCT/6/punct ma/ma/CCONJ/6/cc "
        f"Roe/Roe/PROPN/6/nsubj//B-PER avverte/avvertire/VERB/0/root/{FIN}",
        {"commento": "dislocated", "Roe": "nsubj"},
    ),
]


@pytest.mark.parametrize(("row", "wanted"), CASES)
def test_arguments_are_on_their_verbs(row: str, wanted: dict[str, str]) -> None:
    _, sentences = sentences_from_rows(row)
    found = {token.form: token.deprel for token in with_stray_arguments(sentences)[0].tokens}
    assert {form: found[form] for form in wanted} == wanted


def test_an_object_behind_the_verb_is_that_of_the_verb() -> None:
    row = (
        "The/the/DET/2/det refusal/refusal/NOUN/7/nsubj to/to/PART/4/mark sign/sign/VERB/2/acl the/the/DET/6/det "
        "pact/pact/NOUN/4/obj angered/anger/VERB/0/root/VerbForm=Fin Oslo/Oslo/PROPN/4/obj"
    )
    _, sentences = sentences_from_rows(row, language="en")
    assert [t.head for t in with_stray_arguments(sentences)[0].tokens if t.deprel == "obj"] == [3, 6]


def test_a_name_behind_a_phrase_of_the_verb_is_its_object() -> None:
    row = (
        "Oslo/Oslo/PROPN/2/nsubj met/mettre/VERB/0/root/VerbForm=Fin en/en/ADP/4/case garde/garde/NOUN/2/obl "
        "Lima/Lima/PROPN/4/nmod"
    )
    _, sentences = sentences_from_rows(row, language="fr")
    name = with_stray_arguments(sentences)[0].tokens[4]
    assert (name.head, name.deprel) == (1, "obj")


def test_a_person_taken_for_a_part_of_the_place_before_is_the_subject() -> None:
    row = (
        "A/a/ADP/2/case Oslo/Oslo/PROPN/5/obl//B-LOC Rossi/Rossi/PROPN/2/flat//B-PER ha/avere/AUX/5/aux/VerbForm=Fin "
        "incontrato/incontrare/VERB/0/root/VerbForm=Part Bianchi/Bianchi/PROPN/5/obj//B-PER"
    )
    _, sentences = sentences_from_rows(row)
    name = with_stray_arguments(sentences)[0].tokens[2]
    assert (name.deprel, name.head) == ("nsubj", 4)
