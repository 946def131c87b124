"""Who says so between subject and verb is put below the verb."""

import pytest

from cronistoria.parse.repairs.insertions import with_insertions
from tests.rows import sentences_from_rows

FIN = "VerbForm=Fin"
Row = tuple[str, str, dict[str, tuple[str, str]]]
CASES: list[Row] = [
    # the verb of saying was the predicate, its subject an object
    (
        "it",
        f"Roma/Roma/PROPN/4/nsubj ,/,/PUNCT/4/punct ha/avere/AUX/4/aux/{FIN} spiegato/spiegare/VERB/0/root "
        "un/uno/DET/6/det funzionario/funzionario/NOUN/4/obj ,/,/PUNCT/9/punct non/non/ADV/9/advmod "
        f"tratterà/trattare/VERB/4/conj/{FIN} ././PUNCT/4/punct",
        {
            "tratterà": ("root", ""), "Roma": ("nsubj", "tratterà"), "spiegato": ("parataxis", "tratterà"),
            "funzionario": ("nsubj", "spiegato"), ".": ("punct", "tratterà"),
        },
    ),
    # it was a clause of an apposition, or a relative clause
    (
        "en",
        "Rome/Rome/PROPN/8/nsubj ,/,/PUNCT/4/punct an/a/DET/4/det official/official/NOUN/1/appos "
        f"explained/explain/VERB/1/acl ,/,/PUNCT/5/punct will/will/AUX/8/aux/{FIN} negotiate/negotiate/VERB/0/root",
        {"explained": ("parataxis", "negotiate"), "official": ("nsubj", "explained")},
    ),
    (
        "en",
        "talks/talk/NOUN/7/nsubj ,/,/PUNCT/4/punct ministers/minister/NOUN/4/nsubj added/add/VERB/1/acl:relcl "
        f",/,/PUNCT/1/punct would/would/AUX/7/aux/{FIN} resume/resume/VERB/0/root",
        {"added": ("parataxis", "resume"), "ministers": ("nsubj", "added")},
    ),
    # what is told was a relative clause of its subject
    (
        "fr",
        "Roe/Roe/PROPN/7/nsubj s'/soi/PRON/4/expl:pv est/être/AUX/4/aux:tense/VerbForm=Fin "
        "retiré/retirer/VERB/1/acl:relcl/VerbForm=Part ,/,/PUNCT/4/punct a/avoir/AUX/7/aux/VerbForm=Fin "
        "indiqué/indiquer/VERB/0/root/VerbForm=Part la/le/DET/9/det cour/cour/NOUN/7/obj",
        {
            "retiré": ("root", ""), "Roe": ("nsubj", "retiré"), "indiqué": ("parataxis", "retiré"),
            "cour": ("nsubj", "indiqué"),
        },
    ),
    # who says so at the end was an object of the verb of saying, or of its infinitive
    (
        "fr",
        f"Oslo/Oslo/PROPN/2/nsubj partira/partir/VERB/0/root/{FIN} ,/,/PUNCT/5/punct a/avoir/AUX/5/aux/{FIN} "
        "averti/avertir/VERB/2/conj/VerbForm=Part le/le/DET/7/det ministre/ministre/NOUN/5/obj ././PUNCT/2/punct",
        {"averti": ("parataxis", "partira"), "ministre": ("nsubj", "averti")},
    ),
    (
        "fr",
        f"Oslo/Oslo/PROPN/2/nsubj partira/partir/VERB/0/root/{FIN} ,/,/PUNCT/5/punct a/avoir/AUX/5/aux/{FIN} "
        "laissé/laisser/VERB/2/advcl/VerbForm=Part entendre/entendre/VERB/5/xcomp/VerbForm=Inf "
        "Roe/Roe/PROPN/6/obj ././PUNCT/2/punct",
        {"laissé": ("parataxis", "partira"), "Roe": ("nsubj", "laissé")},
    ),
    (
        "fr",
        f"Oslo/Oslo/PROPN/2/nsubj partira/partir/VERB/0/root/{FIN} et/et/CCONJ/4/cc avertira/avertir/VERB/2/conj/{FIN} "
        "Roe/Roe/PROPN/4/obj",
        {"avertira": ("conj", "partira"), "Roe": ("obj", "avertira")},
    ),
    # what is done meanwhile was hung on what is said
    (
        "it",
        f"Restiamo/restare/VERB/0/root/{FIN} ,/,/PUNCT/1/punct dice/dire/VERB/1/parataxis/{FIN} "
        "Rossi/Rossi/PROPN/3/nsubj ,/,/PUNCT/6/punct chiedendo/chiedere/VERB/1/advcl/VerbForm=Ger "
        "aiuto/aiuto/NOUN/6/obj",
        {"chiedendo": ("advcl", "dice")},
    ),
    # who says so at the end was an apposition of what is told
    (
        "en",
        f"Rome/Rome/PROPN/3/nsubj will/will/AUX/3/aux/{FIN} suspend/suspend/VERB/0/root aid/aid/NOUN/3/obj "
        ",/,/PUNCT/7/punct the/the/DET/7/det envoy/envoy/NOUN/4/appos ,/,/PUNCT/9/punct Roe/Roe/PROPN/7/appos "
        ",/,/PUNCT/7/punct warned/warn/VERB/3/advcl/Tense=Past|VerbForm=Part",
        {"warned": ("parataxis", "suspend"), "envoy": ("nsubj", "warned")},
    ),
    (
        "it",
        f"Roma/Roma/PROPN/2/nsubj rinvia/rinviare/VERB/0/root/{FIN} la/il/DET/4/det visita/visita/NOUN/2/obj "
        ",/,/PUNCT/7/punct una/uno/DET/7/det tappa/tappa/NOUN/4/appos ,/,/PUNCT/7/punct "
        "annunciata/annunciare/VERB/2/advcl/Tense=Past|VerbForm=Part",
        {"annunciata": ("advcl", "rinvia"), "tappa": ("appos", "visita")},
    ),
    # a relative clause with its pronoun, and two verbs of one subject, stay as they are
    (
        "en",
        "envoy/envoy/NOUN/6/nsubj ,/,/PUNCT/4/punct who/who/PRON/4/nsubj/PronType=Rel "
        f"explained/explain/VERB/1/acl:relcl ,/,/PUNCT/1/punct left/leave/VERB/0/root/{FIN}",
        {"explained": ("acl:relcl", "envoy")},
    ),
    (
        "it",
        f"Roma/Roma/PROPN/2/nsubj spiega/spiegare/VERB/0/root/{FIN} l'/il/DET/4/det intesa/intesa/NOUN/2/obj "
        f",/,/PUNCT/6/punct tratta/trattare/VERB/2/conj/{FIN}",
        {"spiega": ("root", ""), "intesa": ("obj", "spiega")},
    ),
]  # fmt: skip


@pytest.mark.parametrize(("language", "row", "wanted"), CASES)
def test_the_clause_that_tells_who_says_so(language: str, row: str, wanted: dict[str, tuple[str, str]]) -> None:
    _, sentences = sentences_from_rows(row, language=language)
    (sentence,) = with_insertions(sentences, language)
    found = {}
    for token in sentence.tokens:
        above = sentence.parent(token)
        found[token.form] = (token.deprel, above.form if above else "")
    assert {form: found[form] for form in wanted} == wanted


def test_what_stands_before_who_says_so_belongs_to_what_is_told() -> None:
    row = (
        f"Roe/Roe/PROPN/2/nsubj parla/parlare/VERB/0/root/{FIN} ieri/ieri/ADV/6/advmod ,/,/PUNCT/6/punct "
        f"ha/avere/AUX/6/aux/{FIN} detto/dire/VERB/2/parataxis/VerbForm=Part Doe/Doe/PROPN/6/nsubj"
    )
    _, sentences = sentences_from_rows(row)
    assert with_insertions(sentences, "it")[0].tokens[2].head == 1


HOUSE_BEHIND = (
    "Угоду/угода/NOUN/2/obj підпишуть/підписати/VERB/0/root/Number=Plur|VerbForm=Fin ,/,/PUNCT/4/punct "
    "наголосили/наголосити/VERB/2/conj/Number=Plur|VerbForm=Fin в/в/ADP/6/case Осло/Осло/PROPN/4/obl//B-LOC"
)


@pytest.mark.parametrize(("row", "relation"), [
    (HOUSE_BEHIND, "parataxis"),
    (HOUSE_BEHIND.replace("//B-LOC", ""), "conj"),
    (HOUSE_BEHIND.replace(",/,/PUNCT/4/punct", "й/й/CCONJ/4/cc"), "conj"),
])  # fmt: skip
def test_houses_where_it_is_said_at_the_end(row: str, relation: str) -> None:
    _, sentences = sentences_from_rows(row, language="uk")
    assert with_insertions(sentences, "uk")[0].tokens[3].deprel == relation


def test_a_condition_before_who_says_so_is_of_what_is_told() -> None:
    row = (
        "Se/se/SCONJ/2/mark salta/saltare/VERB/4/advcl ,/,/PUNCT/2/punct avverte/avvertire/VERB/8/advcl "
        "Roe/Roe/PROPN/4/nsubj ,/,/PUNCT/4/punct molti/molto/PRON/8/nsubj soffriranno/soffrire/VERB/0/root"
    )
    _, sentences = sentences_from_rows(row)
    tokens = with_insertions(sentences, "it")[0].tokens
    assert (tokens[1].head, tokens[3].deprel) == (7, "parataxis")


AFTER = (
    "Restiamo/restare/VERB/0/root/Mood=Ind|Number=Plur|Person=1|Tense=Pres|VerbForm=Fin ,/,/PUNCT/4/punct "
    "ha/avere/AUX/4/aux/Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin "
    "detto/dire/VERB/1/parataxis/Tense=Past|VerbForm=Part Keller/Keller/PROPN/4/nsubj//B-PER {comma}"
    "dopo/dopo/ADP/{noun}/case il/il/DET/{noun}/det vertice/vertice/NOUN/1/obl"
)


def test_what_stands_right_behind_who_says_so_is_when_it_was_said() -> None:
    for comma, noun, head in (("", 8, 3), (",/,/PUNCT/1/punct ", 9, 0)):
        _, sentences = sentences_from_rows(AFTER.format(comma=comma, noun=noun))
        (sentence,) = with_insertions(sentences, "it")
        assert sentence.tokens[noun - 1].head == head


def test_what_is_done_meanwhile_hangs_on_who_says_so_without_a_name() -> None:
    row = (
        "«/«/PUNCT/2/punct Resistiamo/resistere/VERB/0/root/VerbForm=Fin »/»/PUNCT/2/punct ,/,/PUNCT/6/punct "
        "ha/avere/AUX/6/aux/VerbForm=Fin detto/dire/VERB/2/parataxis/VerbForm=Part ,/,/PUNCT/8/punct "
        "accusando/accusare/VERB/2/advcl/VerbForm=Ger Oslo/Oslo/PROPN/8/obj"
    )
    _, sentences = sentences_from_rows(row)
    assert with_insertions(sentences, "it")[0].tokens[7].head == 5
