"""Relations that a treebank leaves unmarked: relative clauses, passives, addressees, periphrases, clitics."""

import pytest

from cronistoria.model.sentence import Sentence
from cronistoria.parse.repairs.subtypes import with_subtypes
from tests.conllu import sentences_from_conllu
from tests.rows import sentences_from_rows

RELATIVE = """\
1 la el DET _ Definite=Def 2 det _ _
2 nota nota NOUN _ _ 0 root _ _
3 que que PRON _ PronType=Int,Rel 4 nsubj _ _
4 circula circular VERB _ VerbForm=Fin 2 acl _ _
"""
CONTENT = """\
1 la el DET _ Definite=Def 2 det _ _
2 idea idea NOUN _ _ 0 root _ _
3 de de ADP _ _ 5 mark _ _
4 que que SCONJ _ _ 5 mark _ _
5 cedan ceder VERB _ VerbForm=Fin 2 acl _ _
"""
PASSIVE = """\
1 Rossi Rossi PROPN _ _ 3 nsubj _ _
2 fue ser AUX _ VerbForm=Fin 3 aux _ _
3 recibida recibir VERB _ VerbForm=Part 0 root _ _
4 ayer ayer ADV _ _ 3 advmod _ _
5 por por ADP _ _ 7 case _ _
6 el el DET _ Definite=Def 7 det _ _
7 ministro ministro NOUN _ Number=Sing 3 obl _ _
8 por por ADP _ _ 9 case _ _
9 error error NOUN _ Number=Sing 3 obl _ _
"""
SIGNED = """\
1 se él PRON _ Case=Acc|PrepCase=Npr|Reflex=Yes 2 expl:pass _ _
2 firmó firmar VERB _ VerbForm=Fin 0 root _ _
3 el el DET _ Definite=Def 4 det _ _
4 acuerdo acuerdo NOUN _ _ 2 nsubj _ _
"""
MET = """\
1 se él PRON _ Case=Acc|PrepCase=Npr|Reflex=Yes 2 expl:pass _ _
2 reunió reunir VERB _ VerbForm=Fin 0 root _ _
3 con con ADP _ _ 4 case _ _
4 Gil Gil PROPN _ _ 2 obl _ _
"""
ASKED = """\
1 pide pedir VERB _ VerbForm=Fin 0 root _ _
2 calma calma NOUN _ _ 1 obj _ _
3 a a ADP _ _ 5 case _ _
4 las el DET _ Definite=Def 5 det _ _
5 partes parte NOUN _ _ 1 obj _ _
"""
ACCUSED = """\
1 acusa acusar VERB _ VerbForm=Fin 0 root _ _
2 a a ADP _ _ 3 case _ _
3 Quito Quito PROPN _ _ 1 obj _ _
"""
WISH = """\
1 pide pedir VERB _ Mood=Ind|VerbForm=Fin 0 root _ _
2 a a ADP _ _ 4 case _ _
3 las el DET _ Definite=Def 4 det _ _
4 partes parte NOUN _ _ 1 obj _ _
5 que que PRON _ PronType=Int,Rel 6 nsubj _ _
6 {verb} cesar VERB _ Mood={mood}|VerbForm=Fin 4 acl _ _
"""
UNLESS = """\
1 pagará pagar VERB _ VerbForm=Fin 0 root _ _
2 el el DET _ Definite=Def 3 det _ _
3 lunes lunes NOUN _ _ 1 obl _ _
4 a a ADP _ _ 7 mark _ _
5 menos menos ADV _ _ 7 advmod _ _
6 que que SCONJ _ _ 7 mark _ _
7 cedan ceder VERB _ VerbForm=Fin 3 acl _ _
"""
TOMORROW = """\
1 Mañana mañana PROPN _ _ 2 nsubj _ _
2 viajará viajar VERB _ VerbForm=Fin 0 root _ _
"""
PERIPHRASIS = """\
1 no no ADV _ _ 2 advmod _ _
2 va ir VERB _ VerbForm=Fin 0 root _ _
3 a a ADP _ _ 4 mark _ _
4 firmar firmar VERB _ VerbForm=Inf 2 xcomp _ _
5 nada nada PRON _ _ 4 obj _ _
"""


def refined(block: str, language: str = "es") -> Sentence:
    _, sentences = sentences_from_conllu(block, language=language)
    (sentence,) = with_subtypes(sentences, language)
    return sentence


CASES = [
    ("a relative clause", RELATIVE, {"circula": "acl:relcl"}),
    ("a content clause", CONTENT, {"cedan": "acl"}),
    ("a passive with its agent", PASSIVE, {
        "Rossi": "nsubj:pass", "fue": "aux:pass", "ministro": "obl:agent", "error": "obl",
    }),
    ("a reflexive passive", SIGNED, {"acuerdo": "nsubj:pass"}),
    ("a pronominal verb", MET, {"se": "expl:pv"}),
    ("an addressee beside an object", ASKED, {"calma": "obj", "partes": "iobj"}),
    ("a person as the only object", ACCUSED, {"Quito": "obj"}),
    ("a wish below an addressee", WISH.format(verb="cesen", mood="Sub"), {
        "cesen": "ccomp", "que": "mark", "partes": "iobj",
    }),
    ("a relative clause below one", WISH.format(verb="cesan", mood="Ind"), {"cesan": "acl:relcl", "partes": "obj"}),
    ("a conjunction of several words", UNLESS, {"a": "mark", "menos": "mark", "que": "mark", "cedan": "advcl"}),
    ("an adverb taken for a noun", TOMORROW, {"Mañana": "advmod"}),
    ("a periphrasis", PERIPHRASIS, {"firmar": "root", "va": "aux", "no": "advmod", "nada": "obj"}),
]  # fmt: skip


@pytest.mark.parametrize(("block", "wanted"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_relations_have_their_subtypes(block: str, wanted: dict[str, str]) -> None:
    found = {token.form: token.deprel for token in refined(block).tokens}
    assert {form: found[form] for form in wanted} == wanted


def test_the_finite_verb_of_a_periphrasis_hangs_on_the_infinitive() -> None:
    tokens = {token.form: token for token in refined(PERIPHRASIS).tokens}
    assert {form: tokens[form].head for form in ("no", "va", "a")} == dict.fromkeys(("no", "va", "a"), 3)


def test_relative_pronouns_and_clitics_are_told_by_their_features() -> None:
    assert refined(RELATIVE).tokens[2].feats["PronType"] == "Rel"
    assert refined(SIGNED).tokens[0].feats["Clitic"] == "Yes"


def test_done_twice_nothing_more_changes() -> None:
    for _, block, _ in CASES:
        sentence = refined(block)
        assert with_subtypes((sentence,), "es") == (sentence,)


def test_languages_whose_treebank_says_it_stay_as_they_are() -> None:
    _, sentences = sentences_from_conllu(ASKED, language="it")
    assert with_subtypes(sentences, "it") is sentences


def test_a_participle_beside_a_passive_shares_it_and_agents_may_look_like_objects() -> None:
    row = (
        "El/el/DET/2/det plan/plan/NOUN/4/nsubj fue/ser/AUX/4/aux/VerbForm=Fin "
        "aceptado/aceptar/VERB/0/root/VerbForm=Part por/por/ADP/6/case Oslo/Oslo/PROPN/4/obj pero/pero/CCONJ/8/cc "
        "rechazado/rechazar/VERB/4/conj/VerbForm=Part por/por/ADP/10/case Lima/Lima/PROPN/8/obj"
    )
    _, sentences = sentences_from_rows(row, language="es")
    (sentence,) = with_subtypes(sentences, "es")
    assert [t.deprel for t in sentence.tokens if t.upos == "PROPN"] == ["obl:agent", "obl:agent"]


def test_a_noun_of_several_words_is_headed_by_the_first() -> None:
    row = (
        "pide/pedir/VERB/0/root un/uno/DET/3/det alto/alto/ADJ/5/amod el/el/DET/5/det fuego/fuego/NOUN/1/obj "
        "inmediato/inmediato/ADJ/5/amod"
    )
    _, sentences = sentences_from_rows(row, language="es")
    tokens = with_subtypes(sentences, "es")[0].tokens
    assert [(t.head, t.deprel) for t in tokens[2:]] == [(0, "obj"), (2, "flat"), (2, "flat"), (2, "amod")]
