"""Words in marks hang on the verb that gives them or beside who says them; a noun of two articles is a compound."""

import pytest

from cronistoria.parse.repairs.verdicts import with_verdicts
from tests.rows import sentences_from_rows

CALLED = (
    "{verb}/{verb}/VERB/0/root il/il/DET/3/det voto/voto/NOUN/1/obj «/«/PUNCT/6/punct una/uno/DET/6/det "
    "farsa/farsa/NOUN/3/nmod »/»/PUNCT/6/punct"
)
SAID = (
    "Roe/Roe/PROPN/0/root//B-PER :/:/PUNCT/1/punct {mark}/«/PUNCT/4/punct "
    "Restiamo/restare/VERB/1/acl:relcl/Mood=Ind|VerbForm=Fin"
)
TRUCE = (
    "chiede/chiedere/VERB/0/root un/uno/DET/5/det cessate/cessate/NOUN/1/obj il/il/DET/5/det fuoco/fuoco/NOUN/1/obj "
    "e/e/CCONJ/8/cc la/il/DET/8/det ripresa/ripresa/NOUN/5/conj"
)
CASES = [
    (CALLED.format(verb="definire"), {"farsa": ("definire", "xcomp")}),
    (CALLED.format(verb="leggere"), {"farsa": ("voto", "nmod")}),
    (SAID.format(mark="«"), {"Restiamo": ("Roe", "parataxis")}),
    (SAID.format(mark="–"), {"Restiamo": ("Roe", "acl:relcl")}),
    (TRUCE, {"un": ("cessate", "det"), "fuoco": ("cessate", "nmod"), "ripresa": ("cessate", "conj")}),
]


@pytest.mark.parametrize(("row", "expected"), CASES)
def test_where_words_in_marks_and_compounds_hang(row: str, expected: dict[str, tuple[str, str]]) -> None:
    _, sentences = sentences_from_rows(row)
    tokens = with_verdicts(sentences, "it")[0].tokens
    assert {t.form: (tokens[t.head].form, t.deprel) for t in tokens if t.form in expected} == expected


STATE = "назвал/назвать/VERB/0/root план/план/NOUN/1/obj/Case=Acc опасным/опасный/ADJ/2/amod/Case={case}"


@pytest.mark.parametrize(("case", "relation"), [("Ins", "xcomp"), ("Acc", "amod")])
def test_an_adjective_in_another_case_than_the_object(case: str, relation: str) -> None:
    _, sentences = sentences_from_rows(STATE.format(case=case), language="ru")
    assert with_verdicts(sentences, "ru")[0].tokens[2].deprel == relation


DECLARED = (
    "Lima/Lima/PROPN/2/nsubj declaró/declarar/VERB/0/root persona/persona/NOUN/2/obj grata/grato/ADJ/3/amod "
    "a/a/ADP/6/case {whom}/NOUN/2/iobj"
)


@pytest.mark.parametrize(
    ("whom", "deprels"), [("embajador/embajador", ("xcomp", "obj")), ("país/país", ("obj", "iobj"))]
)
def test_a_bare_noun_before_a_person_is_what_he_is_declared(whom: str, deprels: tuple[str, str]) -> None:
    row = DECLARED.format(whom=whom)
    (sentence,) = with_verdicts(sentences_from_rows(row, language="es")[1], "es")
    assert (sentence.tokens[2].deprel, sentence.tokens[5].deprel) == deprels
