"""If-clauses beside what is said belong to what is said."""

import pytest

from cronistoria.parse.repairs.conditions import with_conditions_attached
from tests.rows import sentences_from_rows

SAID = (
    "Se/se/SCONJ/3/mark Lima/Lima/PROPN/3/nsubj attacca/attaccare/VERB/7/{} ,/,/PUNCT/3/punct "
    "reagiremo/reagire/VERB/7/ccomp ,/,/PUNCT/5/punct dice/dire/VERB/0/root Oslo/Oslo/PROPN/7/nsubj"
)
PUT_IN = (
    "Se/se/SCONJ/3/mark Lima/Lima/PROPN/3/nsubj attacca/attaccare/VERB/7/advcl ,/,/PUNCT/3/punct "
    "reagiremo/reagire/VERB/0/root ,/,/PUNCT/5/punct dice/dire/VERB/5/parataxis Oslo/Oslo/PROPN/7/nsubj"
)
ON_CONDITION = (
    "Oslo/Oslo/PROPN/2/nsubj tratta/trattare/VERB/0/root e/e/CCONJ/4/cc media/mediare/VERB/2/conj ,/,/PUNCT/2/punct "
    "a/a/ADP/7/case patto/patto/NOUN/2/obl che/che/SCONJ/10/mark Lima/Lima/PROPN/10/nsubj ceda/cedere/VERB/7/acl"
)
ASKED = (
    "Oslo/Oslo/PROPN/2/nsubj chiede/chiedere/VERB/0/root se/se/SCONJ/5/mark Lima/Lima/PROPN/5/nsubj "
    "attacca/attaccare/VERB/2/ccomp"
)


@pytest.mark.parametrize("relation", ["ccomp", "parataxis", "advcl"])
def test_a_condition_before_what_is_said(relation: str) -> None:
    _, sentences = sentences_from_rows(SAID.format(relation), language="it")
    clause = with_conditions_attached(sentences, "it")[0].tokens[2]
    assert (clause.head, clause.deprel) == (4, "advcl")


def test_a_question_stays_below_its_verb() -> None:
    _, sentences = sentences_from_rows(ASKED, language="it")
    assert with_conditions_attached(sentences, "it") == sentences


def test_a_condition_of_what_a_verb_of_saying_is_put_into() -> None:
    _, sentences = sentences_from_rows(PUT_IN, language="it")
    clause = with_conditions_attached(sentences, "it")[0].tokens[2]
    assert (clause.head, clause.deprel) == (4, "advcl")


def test_a_subordinator_of_several_words_opens_a_condition_of_the_verb_before_it() -> None:
    _, sentences = sentences_from_rows(ON_CONDITION, language="it")
    tokens = with_conditions_attached(sentences, "it")[0].tokens
    assert (tokens[9].head, tokens[9].deprel) == (3, "advcl")
    assert [(t.head, t.deprel) for t in tokens[5:8]] == [(9, "mark")] * 3


def test_a_condition_behind_what_is_promised() -> None:
    row = (
        "Oslo/Oslo/PROPN/2/nsubj promette/promettere/VERB/0/root che/che/SCONJ/4/mark resta/restare/VERB/2/ccomp "
        "finché/finché/SCONJ/7/mark Lima/Lima/PROPN/7/nsubj cede/cedere/VERB/2/ccomp"
    )
    _, sentences = sentences_from_rows(row, language="it")
    clause = with_conditions_attached(sentences, "it")[0].tokens[6]
    assert (clause.head, clause.deprel) == (3, "advcl")


@pytest.mark.parametrize(("mark", "head"), [(":", 8), ("dice", 1)])
def test_a_condition_right_behind_a_colon_is_of_what_follows(mark: str, head: int) -> None:
    row = (
        f"Oslo/Oslo/PROPN/2/nsubj avverte/avvertire/VERB/0/root {mark}/{mark}/PUNCT/2/punct se/se/SCONJ/6/mark "
        "Lima/Lima/PROPN/6/nsubj cede/cedere/VERB/2/ccomp ,/,/PUNCT/6/punct noi/noi/PRON/9/nsubj "
        "restiamo/restare/VERB/2/ccomp"
    )
    _, sentences = sentences_from_rows(row, language="it")
    assert with_conditions_attached(sentences, "it")[0].tokens[5].head == head


@pytest.mark.parametrize("second", ["reagieren/reagieren/VERB/9/ccomp", "reagieren/reagieren/VERB/3/conj"])
def test_a_first_clause_that_its_verb_opens_is_the_condition_of_the_next(second: str) -> None:
    row = (
        "Sollte/sollen/ADV/3/advmod Lima/Lima/PROPN/3/nsubj angreifen/angreifen/VERB/9/ccomp ,/,/PUNCT/3/punct "
        f"werde/werden/AUX/7/aux man/man/PRON/7/nsubj {second} ,/,/PUNCT/7/punct sagte/sagen/VERB/0/root "
        "Lund/Lund/PROPN/9/nsubj"
    )
    _, sentences = sentences_from_rows(row, language="de")
    (sentence,) = with_conditions_attached(sentences, "de")
    found = [(t.form, t.deprel, sentence.tokens[t.head].form) for t in sentence.tokens if t.upos == "VERB"]
    assert found[:2] == [("angreifen", "advcl", "reagieren"), ("reagieren", "ccomp", "sagte")]
    assert sentence.tokens[0].upos == "AUX"


INSERTED = (
    "Oslo/Oslo/PROPN/2/nsubj helps/help/VERB/0/root ,/,/PUNCT/5/punct they/they/PRON/5/nsubj say/say/VERB/2/parataxis "
    "{} only/only/ADV/10/advmod if/if/SCONJ/10/mark Lima/Lima/PROPN/10/nsubj asks/ask/VERB/5/advcl"
)
AS_LONG_AS = (
    "He/he/PRON/2/nsubj waits/wait/VERB/0/root for/for/ADP/5/case as/as/ADV/5/advmod long/long/ADV/2/advmod "
    "as/as/SCONJ/8/mark they/they/PRON/8/nsubj shoot/shoot/VERB/5/advcl"
)


@pytest.mark.parametrize(("mark", "above"), [(",/,/PUNCT/10/punct", 1), ("now/now/ADV/5/advmod", 4)])
def test_a_condition_behind_an_insertion_is_of_what_it_is_put_into(mark: str, above: int) -> None:
    _, sentences = sentences_from_rows(INSERTED.format(mark), language="en")
    assert with_conditions_attached(sentences, "en")[0].tokens[9].head == above


def test_an_adposition_before_a_subordinator_of_several_words_is_a_part_of_it() -> None:
    _, sentences = sentences_from_rows(AS_LONG_AS, language="en")
    tokens = with_conditions_attached(sentences, "en")[0].tokens
    assert (tokens[7].head, tokens[7].deprel) == (1, "advcl")
    assert {token.deprel for token in tokens[2:6]} == {"mark"}


UNTIL = (
    "Solange/solange/SCONJ/3/mark Oslo/Oslo/PROPN/3/nsubj droht/drohen/VERB/0/root/VerbForm=Fin ,/,/PUNCT/3/punct "
    "bleibt/bleiben/VERB/3/conj/VerbForm=Fin Lima/Lima/PROPN/5/nsubj"
)


@pytest.mark.parametrize(("row", "root"), [(UNTIL, "bleibt"), (f"{UNTIL} und/und/CCONJ/5/cc", "droht")])
def test_a_clause_that_a_subordinator_opens_is_not_the_main_one(row: str, root: str) -> None:
    _, sentences = sentences_from_rows(row, language="de")
    (sentence,) = with_conditions_attached(sentences, "de")
    assert sentence.root.form == root


def test_a_condition_of_what_is_threatened_is_no_question() -> None:
    row = (
        "Oslo/Oslo/PROPN/2/nsubj minaccia/minacciare/VERB/0/root sanzioni/sanzione/NOUN/2/obj se/se/SCONJ/6/mark "
        "Lima/Lima/PROPN/6/nsubj attacca/attaccare/VERB/2/ccomp"
    )
    _, sentences = sentences_from_rows(row, language="it")
    clause = with_conditions_attached(sentences, "it")[0].tokens[5]
    assert (clause.head, clause.deprel) == (1, "advcl")


def test_what_is_said_may_be_taken_for_an_aside() -> None:
    _, sentences = sentences_from_rows(SAID.format("advcl").replace("7/ccomp", "7/parataxis/VerbForm=Fin"))
    clause = with_conditions_attached(sentences, "it")[0].tokens[2]
    assert (clause.head, clause.deprel) == (4, "advcl")


def test_a_clause_that_its_auxiliary_opens_is_a_condition() -> None:
    row = (
        "Oslo/Oslo/PROPN/2/nsubj warned/warn/VERB/0/root/VerbForm=Fin of/of/ADP/4/case war/war/NOUN/2/obl "
        "should/should/AUX/7/aux Peru/Peru/PROPN/7/compound attack/attack/VERB/2/ccomp ././PUNCT/2/punct"
    )
    _, sentences = sentences_from_rows(row, language="en")
    assert [t.deprel for t in with_conditions_attached(sentences, "en")[0].tokens[5:7]] == ["nsubj", "advcl"]
    _, sentences = sentences_from_rows(row.replace("./.", "?/?"), language="en")
    assert with_conditions_attached(sentences, "en")[0].tokens[6].deprel == "ccomp"


def test_an_adverb_that_makes_a_conjunction_marks_its_clause() -> None:
    row = (
        "tant/tant/ADV/4/advmod/ExtPos=SCONJ que/que/SCONJ/1/fixed Lima/Lima/PROPN/4/nsubj "
        "reste/rester/VERB/6/advcl/VerbForm=Fin ,/,/PUNCT/4/punct attend/attendre/VERB/0/root/VerbForm=Fin"
    )
    _, sentences = sentences_from_rows(row, language="fr")
    assert with_conditions_attached(sentences, "fr")[0].tokens[0].deprel == "mark"


def test_what_follows_otherwise_is_a_clause_of_its_own() -> None:
    row = (
        "Peru/Peru/PROPN/3/nsubj must/must/AUX/3/aux go/go/VERB/0/root ,/,/PUNCT/7/punct "
        "otherwise/otherwise/ADV/7/advmod we/we/PRON/7/nsubj act/act/VERB/3/advcl"
    )
    _, sentences = sentences_from_rows(row, language="en")
    assert with_conditions_attached(sentences, "en")[0].tokens[6].deprel == "conj"


BUT_ONLY = (
    "Oslo/Oslo/PROPN/2/nsubj dice/dire/VERB/0/root di/di/ADP/5/mark essere/essere/AUX/5/cop pronta/pronto/ADJ/2/xcomp "
    "a/a/ADP/7/mark trattare/trattare/VERB/5/xcomp ,/,/PUNCT/13/punct ma/ma/CCONJ/13/cc solo/solo/ADV/2/advmod "
    "se/se/SCONJ/13/mark Lima/Lima/PROPN/13/nsubj cede/cedere/VERB/2/conj"
)
WOULD = (
    "Oslo/Oslo/PROPN/3/nsubj would/would/AUX/3/aux/VerbForm=Fin consider/consider/VERB/0/root "
    "leaving/leave/VERB/3/xcomp only/only/ADV/8/advmod if/if/SCONJ/8/mark Lima/Lima/PROPN/8/nsubj "
    "agrees/agree/VERB/3/advcl"
)


def test_but_only_if_tells_of_what_was_said_last() -> None:
    _, sentences = sentences_from_rows(BUT_ONLY, language="it")
    tokens = with_conditions_attached(sentences, "it")[0].tokens
    assert [(t.form, t.head, t.deprel) for t in tokens[8:]] == [
        ("ma", 12, "cc"), ("solo", 12, "advmod"), ("se", 12, "mark"), ("Lima", 12, "nsubj"), ("cede", 6, "advcl"),
    ]  # fmt: skip


def test_only_if_tells_of_the_verb_that_says_what_would_be() -> None:
    _, sentences = sentences_from_rows(WOULD, language="en")
    assert with_conditions_attached(sentences, "en")[0].tokens[7].head == 2


def test_what_is_only_wanted_is_no_condition() -> None:
    row = (
        "Vogliamo/volere/VERB/0/root solo/solo/ADV/1/advmod che/che/SCONJ/5/mark Lima/Lima/PROPN/5/nsubj "
        "ceda/cedere/VERB/1/ccomp"
    )
    _, sentences = sentences_from_rows(row, language="it")
    assert with_conditions_attached(sentences, "it")[0].tokens[4].relation == "ccomp"


UNTIL = (
    "{}/{}/{}/{}/{} Lima/Lima/PROPN/3/nsubj geht/gehen/VERB/{}/{}/VerbForm=Fin ,/,/PUNCT/3/punct "
    "bleiben/bleiben/VERB/7/ccomp/VerbForm=Fin wir/wir/PRON/5/nsubj sagte/sagen/VERB/0/root Roe/Roe/PROPN/7/nsubj"
)


@pytest.mark.parametrize("opening", [("Bis", "bis", "ADP", "2", "case"), ("Solange", "solange", "ADV", "3", "advmod")])
def test_what_opens_a_condition_marks_it(opening: tuple[str, ...]) -> None:
    _, sentences = sentences_from_rows(UNTIL.format(*opening, "7", "advcl"), language="de")
    tokens = with_conditions_attached(sentences, "de")[0].tokens
    assert (tokens[0].deprel, tokens[0].head, tokens[2].head, tokens[2].deprel) == ("mark", 2, 4, "advcl")


def test_a_verb_that_opens_a_condition_is_no_mark() -> None:
    row = (
        "Sollte/sollte/SCONJ/3/mark Lima/Lima/PROPN/3/nsubj gehen/gehen/VERB/5/advcl/VerbForm=Inf ,/,/PUNCT/3/punct "
        "bleiben/bleiben/VERB/0/root wir/wir/PRON/5/nsubj"
    )
    _, sentences = sentences_from_rows(row, language="de")
    assert with_conditions_attached(sentences, "de")[0].tokens[0].deprel == "aux"


def test_a_condition_in_the_passive_belongs_to_what_is_said() -> None:
    row = (
        "Sollte/sollen/AUX/3/aux/VerbForm=Fin Lima/Lima/PROPN/3/nsubj angegriffen/angreifen/VERB/7/advcl/VerbForm=Part "
        "werden/werden/AUX/3/aux:pass/VerbForm=Inf ,/,/PUNCT/3/punct bleiben/bleiben/VERB/7/ccomp/VerbForm=Inf "
        "sagte/sagen/VERB/0/root Roe/Roe/PROPN/7/nsubj"
    )
    _, sentences = sentences_from_rows(row, language="de")
    clause = with_conditions_attached(sentences, "de")[0].tokens[2]
    assert (clause.head, clause.deprel) == (5, "advcl")
