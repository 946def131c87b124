"""Infinitives hang on the state that they belong to, those who are asked on the verb of asking."""

import pytest

from cronistoria.parse.repairs.complements import with_complements
from tests.rows import sentences_from_rows

INF = "VerbForm=Inf"
CASES = [
    (
        "è/essere/AUX/2/aux detta/dire/VERB/0/root pronta/pronto/ADJ/2/xcomp a/a/ADP/5/mark "
        f"mediare/mediare/VERB/2/ccomp/{INF}",
        {"mediare": "pronta"},
    ),
    (
        "pidió/pedir/VERB/0/root a/a/ADP/4/case las/el/DET/4/det partes/parte/NOUN/5/iobj "
        f"callar/callar/VERB/1/xcomp/{INF}",
        {"partes": "pidió"},
    ),
    # a number with "at least" before it is a subject's
    (
        "a/a/ADP/5/case el/el/DET/1/fixed menos/menos/ADV/1/fixed once/once/NUM/5/nummod "
        "civiles/civil/NOUN/6/obl/Number=Plur murieron/morir/VERB/0/root",
        {"a": "once", "civiles": "murieron"},
    ),
    # what stands behind the infinitive is its own
    (
        f"promete/prometer/VERB/0/root ayudar/ayudar/VERB/1/xcomp/{INF} a/a/ADP/4/case Lima/Lima/PROPN/2/obl",
        {"Lima": "ayudar"},
    ),
]


@pytest.mark.parametrize(("row", "heads"), CASES)
def test_complements(row: str, heads: dict[str, str]) -> None:
    _, sentences = sentences_from_rows(row, language="es")
    tokens = with_complements(sentences, "it")[0].tokens
    assert {t.form: tokens[t.head].form for t in tokens if t.form in heads} == heads


def test_what_a_headline_is_about_is_no_subject() -> None:
    row = (
        "Perù/Perù/PROPN/4/nsubj//B-LOC ,/,/PUNCT/1/punct Roe/Roe/PROPN/4/nsubj//B-PER accetta/accettare/VERB/0/root "
        "il/il/DET/6/det piano/piano/NOUN/4/obj"
    )
    _, sentences = sentences_from_rows(row, language="it")
    assert [t.deprel for t in with_complements(sentences, "it")[0].tokens][:3] == ["dislocated", "punct", "nsubj"]


def test_a_clause_behind_a_name_is_told_to_it() -> None:
    row = (
        "avisa/avisar/VERB/0/root a/a/ADP/3/case Roe/Roe/PROPN/1/obj//B-PER que/que/SCONJ/5/mark "
        "irá/ir/VERB/3/acl/Mood=Ind|Tense=Fut|VerbForm=Fin"
    )
    _, sentences = sentences_from_rows(row, language="es")
    clause = with_complements(sentences, "es")[0].tokens[4]
    assert (clause.head, clause.deprel) == (0, "ccomp")


FIN = "Mood=Ind|Number=Sing|VerbForm=Fin"
ASKED = [
    # a clause with its own subject is no relative one of those asked
    (
        f"Oslo/Oslo/PROPN/2/nsubj exige/exiger/VERB/0/root/{FIN} de/de/ADP/4/case Lima/Lima/PROPN/2/obl:arg "
        f"qu'/que/SCONJ/7/mark elle/lui/PRON/7/nsubj parte/partir/VERB/4/acl:relcl/{FIN}",
        "parte",
        ("exige", "ccomp"),
    ),
    # nor one with a pronoun that means them
    (
        f"Oslo/Oslo/PROPN/2/nsubj avertit/avertir/VERB/0/root/{FIN} Lima/Lima/PROPN/2/obj/Gender=Fem|Number=Sing "
        "qu'/que/PRON/6/obj/PronType=Rel elle/lui/PRON/6/nsubj/Gender=Fem|Number=Sing "
        f"joue/jouer/VERB/3/acl:relcl/{FIN}",
        "joue",
        ("avertit", "ccomp"),
    ),
    (
        f"Oslo/Oslo/PROPN/2/nsubj reclama/reclamar/VERB/0/root/{FIN} a/a/ADP/5/case sus/su/DET/5/det "
        "aliados/aliado/NOUN/2/obj misiles/misil/NOUN/5/amod",
        "misiles",
        ("reclama", "obj"),
    ),
    # an infinitive behind another is the other's
    (
        f"Lima/Lima/PROPN/2/nsubj doit/devoir/VERB/0/root/{FIN} cesser/cesser/VERB/2/xcomp/{INF} "
        f"d'/de/ADP/5/mark armer/armer/VERB/2/xcomp/{INF}",
        "armer",
        ("cesser", "xcomp"),
    ),
]


@pytest.mark.parametrize(("row", "form", "place"), ASKED)
def test_what_is_asked_hangs_on_the_verb_of_asking(row: str, form: str, place: tuple[str, str]) -> None:
    language = "es" if "misiles" in row else "fr"
    _, sentences = sentences_from_rows(row, language=language)
    tokens = with_complements(sentences, language)[0].tokens
    (found,) = (t for t in tokens if t.form == form)
    assert (tokens[found.head].form, found.deprel) == place


def test_an_adjective_is_no_object() -> None:
    row = (
        "se/él/PRON/2/expl:pv mostró/mostrar/VERB/0/root/VerbForm=Fin dispuesto/dispuesto/ADJ/2/obj a/a/ADP/5/mark "
        f"negociar/negociar/VERB/3/xcomp/{INF}"
    )
    _, sentences = sentences_from_rows(row, language="es")
    assert with_complements(sentences, "es")[0].tokens[2].deprel == "xcomp"


def test_no_name_owns_what_it_is_charged_with() -> None:
    row = (
        "Oslo/Oslo/PROPN/2/nsubj acusa/acusar/VERB/0/root a/a/ADP/4/case Lima/Lima/PROPN/2/obj de/de/ADP/6/case "
        "injerencia/injerencia/NOUN/4/nmod"
    )
    _, sentences = sentences_from_rows(row, language="es")
    thing = with_complements(sentences, "es")[0].tokens[5]
    assert (thing.head, thing.deprel) == (1, "obl:arg")


def test_what_somebody_goes_on_to_offer_is_the_object() -> None:
    row = (
        "Roe/Roe/PROPN/2/nsubj//B-PER riceve/ricevere/VERB/0/root Doe/Doe/PROPN/2/obj//B-PER e/e/CCONJ/6/cc "
        "gli/gli/PRON/6/obj propone/proporre/VERB/2/conj un/uno/DET/8/det patto/patto/NOUN/6/nsubj"
    )
    _, sentences = sentences_from_rows(row)
    tokens = with_complements(sentences, "it")[0].tokens
    assert (tokens[4].deprel, tokens[7].deprel) == ("iobj", "obj")


def test_what_somebody_is_let_know_is_no_relative_clause() -> None:
    row = (
        "Roe/Roe/PROPN/2/nsubj fa/fare/VERB/0/root/VerbForm=Fin sapere/sapere/VERB/2/xcomp/VerbForm=Inf a/a/ADP/5/case "
        "Oslo/Oslo/PROPN/2/obl//B-LOC {}che/che/PRON/{}/nsubj reagirà/reagire/VERB/5/acl:relcl/VerbForm=Fin"
    )
    _, sentences = sentences_from_rows(row.format("", 7))
    assert with_complements(sentences, "it")[0].tokens[6].relation == "ccomp"
    _, parted = sentences_from_rows(row.format(",/,/PUNCT/8/punct ", 8))
    assert with_complements(parted, "it")[0].tokens[7].deprel == "acl:relcl"
