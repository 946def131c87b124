"""The questions that extractors ask a tree, on trees written by hand."""

import pytest

from cronistoria.extract import reality, tree
from cronistoria.extract.marks import with_closing_mark
from cronistoria.languages.grammar import load_grammar
from cronistoria.model.document import Document
from cronistoria.model.sentence import Sentence, Token
from tests.conllu import sentences_from_conllu
from tests.rows import sentences_from_rows

GRAMMAR = load_grammar("it")

CALL = """
1 Biden Biden PROPN _ _ 5 nsubj _ _
2 e e CCONJ _ _ 3 cc _ _
3 Putin Putin PROPN _ _ 1 conj _ _
4 hanno avere AUX _ Mood=Ind|Number=Plur|Person=3|Tense=Pres|VerbForm=Fin 5 aux _ _
5 discusso discutere VERB _ Tense=Past|VerbForm=Part 0 root _ _
6-7 della _ _ _ _ _ _ _ _
6 di di ADP _ _ 8 case _ _
7 la il DET _ _ 8 det _ _
8 crisi crisi NOUN _ _ 5 obl _ _
9 ucraina ucraino ADJ _ _ 8 amod _ _
10 e e CCONJ _ _ 11 cc _ _
11 deciso decidere VERB _ Tense=Past|VerbForm=Part 5 conj _ _
12 di di ADP _ _ 13 mark _ _
13 incontrar incontrare VERB _ VerbForm=Inf 11 xcomp _ SpaceAfter=No
14 si si PRON _ _ 13 expl _ SpaceAfter=No
15 . . PUNCT _ _ 5 punct _ _
"""
PASSIVE = """
1 La il DET _ _ 2 det _ _
2 lettera lettera NOUN _ _ 5 nsubj:pass _ _
3 non non ADV _ _ 5 advmod _ _
4 è essere AUX _ Mood=Ind|Tense=Pres|VerbForm=Fin 5 aux:pass _ _
5 consegnata consegnare VERB _ Tense=Past|VerbForm=Part 0 root _ _
6 da da ADP _ _ 7 case _ _
7 Mosca Mosca PROPN _ _ 5 obl:agent _ SpaceAfter=No
8 . . PUNCT _ _ 5 punct _ _
"""
HEARSAY = """
1 Avrebbe avere AUX _ Mood=Cnd|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin 2 aux _ _
2 rifiutato rifiutare VERB _ Tense=Past|VerbForm=Part 0 root _ _
3 l' il DET _ _ 4 det _ SpaceAfter=No
4 invito invito NOUN _ _ 2 obj _ SpaceAfter=No
5 . . PUNCT _ _ 2 punct _ _
"""
CONDITIONAL = """
1 Risponderemo rispondere VERB _ Mood=Ind|Number=Plur|Person=1|Tense=Fut|VerbForm=Fin 0 root _ _
2 se se SCONJ _ _ 3 mark _ _
3 attaccassero attaccare VERB _ Mood=Sub|Tense=Imp|VerbForm=Fin 1 advcl _ SpaceAfter=No
4 . . PUNCT _ _ 1 punct _ _
"""
RELATIVE = """
1 Il il DET _ _ 2 det _ _
2 ministro ministro NOUN _ _ 6 nsubj _ _
3 che che PRON _ PronType=Rel 5 nsubj _ _
4 ha avere AUX _ Mood=Ind|Tense=Pres|VerbForm=Fin 5 aux _ _
5 firmato firmare VERB _ Tense=Past|VerbForm=Part 2 acl:relcl _ _
6 tace tacere VERB _ Mood=Ind|Tense=Pres|VerbForm=Fin 0 root _ SpaceAfter=No
7 . . PUNCT _ _ 6 punct _ _
"""


def read(block: str) -> tuple[Document, Sentence]:
    document, (sentence,) = sentences_from_conllu(block)
    return document, sentence


def word(sentence: Sentence, form: str) -> Token:
    return next(t for t in sentence.tokens if t.form == form)


@pytest.mark.parametrize(
    ("block", "verb", "expected"),
    [
        (CALL, "discusso", ["Biden", "Putin"]),
        (CALL, "deciso", ["Biden", "Putin"]),
        (CALL, "incontrar", ["Biden", "Putin"]),
        (PASSIVE, "consegnata", ["Mosca"]),
        (RELATIVE, "firmato", ["Il ministro"]),
        (RELATIVE, "tace", ["Il ministro"]),
    ],
)
def test_doers(block: str, verb: str, expected: list[str]) -> None:
    document, sentence = read(block)
    assert [p.span.text for p in tree.doers(document, sentence, word(sentence, verb))] == expected


def test_a_subject_that_is_not_spoken_is_the_finite_verb() -> None:
    document, sentence = read(HEARSAY)
    (doer,) = tree.doers(document, sentence, word(sentence, "rifiutato"))
    assert doer.dropped
    assert doer.span.text == "Avrebbe"


def test_a_phrase_leaves_out_its_adposition_even_when_contracted() -> None:
    document, sentence = read(CALL)
    assert tree.phrase(document, sentence, word(sentence, "crisi")).span.text == "crisi ucraina"


def test_a_phrase_leaves_out_a_relative_clause() -> None:
    document, sentence = read(RELATIVE)
    assert tree.phrase(document, sentence, word(sentence, "ministro")).span.text == "Il ministro"


def test_the_subject_of_a_passive_is_its_object() -> None:
    _, sentence = read(PASSIVE)
    assert [t.form for t in tree.objects(sentence, word(sentence, "consegnata"))] == ["lettera"]


@pytest.mark.parametrize(
    ("block", "verb", "polarity", "tense", "modality"),
    [
        (CALL, "discusso", "affirmed", "past", "asserted"),
        (PASSIVE, "consegnata", "negated", "present", "asserted"),
        (HEARSAY, "rifiutato", "affirmed", "past", "hearsay"),
        (CONDITIONAL, "Risponderemo", "affirmed", "future", "conditional"),
        (CONDITIONAL, "attaccassero", "affirmed", "past", "conditional"),
    ],
)
def test_how_a_predicate_is_meant(block: str, verb: str, polarity: str, tense: str, modality: str) -> None:
    _, sentence = read(block)
    predicate = word(sentence, verb)
    assert reality.polarity(sentence, predicate, GRAMMAR) == polarity
    assert reality.tense(sentence, predicate, GRAMMAR) == tense
    assert reality.modality(sentence, predicate, GRAMMAR) == modality


def test_a_clause_leaves_out_marks_at_its_edges_and_chosen_dependents() -> None:
    document, sentence = read(CONDITIONAL)
    root, condition = word(sentence, "Risponderemo"), word(sentence, "attaccassero")
    assert tree.clause_span(document, sentence, root).text == "Risponderemo se attaccassero"
    assert tree.clause_span(document, sentence, root, without=frozenset({condition.index})).text == "Risponderemo"


def test_the_clause_of_a_noun_is_its_nearest_verb() -> None:
    _, sentence = read(CALL)
    assert tree.clause_of(sentence, word(sentence, "ucraina")).form == "discusso"


def test_case_lemmas_hold_the_contracted_preposition() -> None:
    _, sentence = read(CALL)
    assert tree.case_lemmas(sentence, word(sentence, "crisi")) == ("di",)
    assert [t.form for t in tree.obliques(sentence, word(sentence, "discusso"), "di")] == ["crisi"]


def test_a_relative_pronoun_is_no_subject_of_we() -> None:
    _, (sentence,) = sentences_from_rows(
        "note/nota/NOUN/0/root che/che/PRON/4/nsubj/PronType=Rel "
        "abbiamo/avere/AUX/4/aux/Mood=Ind|Person=1|VerbForm=Fin "
        "consegnato/consegnare/VERB/1/acl:relcl/Tense=Past|VerbForm=Part"
    )
    verb = sentence.tokens[3]
    assert tree.subjects(sentence, verb) == []
    assert [t.form for t in tree.objects(sentence, verb)] == ["che"]


BARE = """
1 Журналистам журналист NOUN _ Case=Dat|Number=Plur 2 iobj _ _
2 сообщили сообщить VERB _ Number=Plur|Tense=Past|VerbForm=Fin 0 root _ _
3 в в ADP _ _ 4 case _ _
4 посольстве посольство NOUN _ Case=Loc|Number=Sing 2 obl _ _
5 Литвы Литва PROPN _ Case=Gen|Number=Sing 4 nmod _ _
"""


def test_a_bare_case_is_a_role_of_its_own() -> None:
    sentence = sentences_from_conllu(BARE, language="ru")[1][0]
    roles = [tree.roles(sentence, token) for token in sentence.tokens]
    assert roles == [("case=dat",), (), (), ("в",), ("case=gen",)]
    assert [t.form for t in tree.obliques(sentence, sentence.tokens[3], "case=gen")] == ["Литвы"]
    assert tree.owns(sentence, sentence.tokens[4], sentence.tokens[3])


PRONOMINAL = """
1 Le le DET _ _ 2 det _ _
2 ministre ministre NOUN _ _ 5 nsubj:pass _ _
3 s' soi PRON _ Reflex=Yes 5 expl:pv _ SpaceAfter=No
4 est être AUX _ Mood=Ind|Tense=Pres|VerbForm=Fin 5 aux:tense _ _
5 entretenu entretenir VERB _ Tense=Past|VerbForm=Part 0 root _ _
6 avec avec ADP _ _ 8 case _ _
7 son son DET _ _ 8 det _ _
8 homologue homologue NOUN _ _ 5 obl:arg _ _
"""


def test_a_pronominal_perfect_is_active_and_past() -> None:
    _, (sentence,) = sentences_from_conllu(PRONOMINAL, language="fr")
    verb = word(sentence, "entretenu")
    assert not tree.is_passive(sentence, verb)
    assert reality.tense(sentence, verb, load_grammar("fr")) == "past"
    assert [t.form for t in tree.subjects(sentence, verb)] == ["ministre"]


NEGATED = """
1 Quito Quito PROPN _ _ 3 nsubj _ _
2 ne ne ADV _ Polarity=Neg 3 advmod _ _
3 {form} céder VERB _ Mood={mood}|Tense=Pres|VerbForm=Fin 0 root _ _
4 {word} {word} ADV _ {feats} 3 advmod _ _
"""


@pytest.mark.parametrize(
    ("form", "mood", "word", "feats", "polarity"),
    [
        ("cède", "Ind", "pas", "Polarity=Neg", "negated"),
        ("cède", "Ind", "plus", "_", "negated"),
        ("cède", "Ind", "que", "Polarity=Neg", "affirmed"),
        ("cède", "Sub", "vite", "_", "affirmed"),
    ],
)
def test_a_weak_negator_denies_with_another_or_alone_in_the_indicative(
    form: str, mood: str, word: str, feats: str, polarity: str
) -> None:
    block = NEGATED.format(form=form, mood=mood, word=word, feats=feats)
    _, (sentence,) = sentences_from_conllu(block, language="fr")
    assert reality.polarity(sentence, sentence.tokens[2], load_grammar("fr")) == polarity


@pytest.mark.parametrize(
    ("text", "inside", "whole"),
    [
        ("être « partial ».", "être « partial", "être « partial »"),
        ("dénonce « la pression » de Lima", "la pression » de Lima", "« la pression » de Lima"),
        ('dice "no" a Lima', "dice", "dice"),
    ],
)
def test_a_span_keeps_the_other_mark_beside_it(text: str, inside: str, whole: str) -> None:
    document, _ = sentences_from_rows(
        " ".join(f"{w}/{w}/X/{n}/{'dep' if n else 'root'}" for n, w in enumerate(text.split()))
    )
    start = document.text.index(inside)
    assert with_closing_mark(document, document.span(start, start + len(inside))).text == whole


@pytest.mark.parametrize(("rest", "passive"), [("", True), (" Lund/Lund/PROPN/6/obj", False)])
def test_a_participle_shares_the_passive_of_the_one_before(rest: str, passive: bool) -> None:
    row = (
        "Drei/drei/NUM/3/nsubj:pass wurden/werden/AUX/3/aux:pass/VerbForm=Fin getötet/töten/VERB/0/root/VerbForm=Part "
        f"und/und/CCONJ/6/cc zwei/zwei/NUM/6/obl verletzt/verletzen/VERB/3/conj/VerbForm=Part{rest}"
    )
    _, (sentence,) = sentences_from_rows(row, language="de")
    assert tree.is_passive(sentence, word(sentence, "verletzt")) is passive


def test_what_two_passives_are_about_is_the_object_of_both() -> None:
    row = (
        "The/the/DET/2/det plan/plan/NOUN/4/nsubj:pass was/be/AUX/4/aux:pass/VerbForm=Fin "
        "accepted/accept/VERB/0/root/VerbForm=Part but/but/CCONJ/6/cc rejected/reject/VERB/4/conj/VerbForm=Part"
    )
    _, (sentence,) = sentences_from_rows(row, language="en")
    assert [t.form for t in tree.objects(sentence, sentence.tokens[5])] == ["plan"]


@pytest.mark.parametrize(("language", "told"), [("fr", "planned"), ("it", "hearsay")])
def test_what_somebody_said_would_be_is_to_come(language: str, told: str) -> None:
    row = (
        "Oslo/Oslo/PROPN/2/nsubj dit/dire/VERB/0/root/Mood=Ind|VerbForm=Fin que/que/SCONJ/5/mark "
        "Lima/Lima/PROPN/5/nsubj partirait/partir/VERB/2/ccomp/Mood=Cnd|Tense=Pres|VerbForm=Fin"
    )
    _, (sentence,) = sentences_from_rows(row, language=language)
    assert reality.modality(sentence, sentence.tokens[4], load_grammar(language)) == told


def test_we_share_no_subject_with_somebody_else() -> None:
    row = (
        "Lima/Lima/PROPN/2/nsubj//B-LOC pide/pedir/VERB/0/root/Person=3|VerbForm=Fin y/y/CCONJ/4/cc "
        "negamos/negar/VERB/2/conj/Number=Plur|Person={}|VerbForm=Fin"
    )
    for person, expected in (("1", []), ("3", ["Lima"])):
        _, (sentence,) = sentences_from_rows(row.format(person), language="es")
        assert [t.form for t in tree.subjects(sentence, sentence.tokens[3])] == expected


def test_neither_before_two_by_whom_it_was_done_denies_it() -> None:
    row = (
        "Er/er/PRON/6/nsubj:pass wurde/werden/AUX/6/aux:pass {}/{}/CCONJ/5/cc von/von/ADP/5/case "
        "Roe/Roe/PROPN/6/obl:agent empfangen/empfangen/VERB/0/root/VerbForm=Part"
    )
    grammar = load_grammar("de")
    for word, polarity in (("weder", "negated"), ("und", "affirmed")):
        _, (sentence,) = sentences_from_rows(row.format(word, word), language="de")
        assert reality.polarity(sentence, sentence.tokens[5], grammar) == polarity
