"""Conditions of a predicate: marked, only, lacking, inverted, or the subject of what would follow."""

import pytest

from cronistoria.extract.conditions import condition_of
from tests.extract.position_rows import CND3, FUT3, INF, PAST3, PRES3, SUB3
from tests.rows import sentences_from_rows

IF_CLAUSE = (
    f"Reagiranno/reagire/VERB/0/root/{FUT3} se/se/SCONJ/4/mark Lima/Lima/PROPN/4/nsubj "
    f"attaccasse/attaccare/VERB/1/advcl/{SUB3}"
)
IN_CASE_OF = (
    f"Reagiranno/reagire/VERB/0/root/{FUT3} in/in/ADP/5/case caso/caso/NOUN/2/fixed di/di/ADP/2/fixed "
    "attacco/attacco/NOUN/1/obl"
)
LABELLED_ODDLY = (
    f"Reagiranno/reagire/VERB/0/root/{FUT3} in/in/ADP/3/case caso/caso/NOUN/1/obl di/di/ADP/5/case "
    "attacco/attacco/NOUN/3/nmod"
)
UNTIL = (
    f"Resteranno/restare/VERB/0/root/{FUT3} fino/fino/ADV/5/mark a/a/ADP/2/fixed quando/quando/SCONJ/2/fixed "
    f"tratteranno/trattare/VERB/1/advcl/{FUT3}"
)
UNLESS = (
    f"Reagiranno/reagire/VERB/0/root/{FUT3} a/a/ADP/6/mark meno/meno/ADV/2/fixed che/che/SCONJ/2/fixed "
    f"Lima/Lima/PROPN/6/nsubj ceda/cedere/VERB/1/advcl/{SUB3}"
)
ONLY = (
    f"Tratteranno/trattare/VERB/0/root/{FUT3} solo/solo/ADV/4/advmod se/se/SCONJ/4/mark "
    f"cede/cedere/VERB/1/advcl/{PRES3} Lima/Lima/PROPN/4/nsubj"
)
LEADS = (
    f"Nuovi/nuovo/ADJ/2/amod dazi/dazio/NOUN/3/nsubj porterebbero/portare/VERB/0/root/{CND3} a/a/ADP/6/case "
    "la/il/DET/6/det rottura/rottura/NOUN/3/obl"
)
BUT_ONLY = (
    f"Tratteranno/trattare/VERB/0/root/{FUT3} ,/,/PUNCT/7/punct ma/ma/CCONJ/7/cc solo/solo/ADV/7/advmod "
    f"se/se/SCONJ/7/mark Lima/Lima/PROPN/7/nsubj cede/cedere/VERB/1/advcl/{PRES3}"
)
ANY = f"{{}} attacco/attacco/NOUN/3/nsubj finirà/finire/VERB/0/root/{FUT3} male/male/ADV/3/advmod"
ATTEMPT = f"{{}} tentativo/tentativo/NOUN/3/nsubj fallirà/fallire/VERB/0/root/{FUT3}"
PAST_FACT = (
    f"Partirono/partire/VERB/0/root/{PAST3} quando/quando/SCONJ/4/mark Lima/Lima/PROPN/4/nsubj "
    f"attaccò/attaccare/VERB/1/advcl/{PAST3}"
)
WITHOUT_FACT = f"Partirono/partire/VERB/0/root/{PAST3} senza/senza/ADP/3/case bagagli/bagaglio/NOUN/1/obl/Number=Plur"
QUESTION = (
    f"Oslo/Oslo/PROPN/2/nsubj chiede/chiedere/VERB/0/root/{PRES3} se/se/SCONJ/4/mark "
    f"cede/cedere/VERB/2/ccomp/{PRES3} Lima/Lima/PROPN/4/nsubj"
)
EN_SHOULD = (
    "They/they/PRON/3/nsubj/Person=3 will/will/AUX/3/aux/VerbForm=Fin respond/respond/VERB/0/root/VerbForm=Inf "
    f"should/should/AUX/6/aux/VerbForm=Fin Lima/Lima/PROPN/6/nsubj attack/attack/VERB/3/advcl/{INF}"
)


def condition(row: str, predicate: str, language: str = "it") -> tuple[str, str, bool] | None:
    document, (sentence,) = sentences_from_rows(row, language=language)
    token = next(t for t in sentence.tokens if t.form == predicate)
    found = condition_of(document, sentence, token, language=language)
    return (found.mention.span.text, found.mention.sense, found.only) if found else None


@pytest.mark.parametrize(
    ("row", "predicate", "expected"),
    [
        (IF_CLAUSE, "Reagiranno", ("se Lima attaccasse", "if", False)),
        (IN_CASE_OF, "Reagiranno", ("in caso di attacco", "if", False)),
        (LABELLED_ODDLY, "Reagiranno", ("in caso di attacco", "if", False)),
        (UNTIL, "Resteranno", ("fino a quando tratteranno", "until", False)),
        (UNLESS, "Reagiranno", ("a meno che Lima ceda", "if_not", False)),
        (ONLY, "Tratteranno", ("solo se cede Lima", "if", True)),
        (LEADS, "porterebbero", ("Nuovi dazi", "if", False)),
        (BUT_ONLY, "Tratteranno", ("solo se Lima cede", "if", True)),
        (ANY.format("Qualsiasi/qualsiasi/DET/2/det"), "finirà", ("Qualsiasi attacco", "if", False)),
        (ANY.format("Il/il/DET/2/det/Definite=Def"), "finirà", None),
        (ATTEMPT.format("Un/uno/DET/2/det/Definite=Ind"), "fallirà", ("Un tentativo", "if", False)),
        (ATTEMPT.format("Il/il/DET/2/det/Definite=Def"), "fallirà", None),
        (PAST_FACT, "Partirono", None),
        (WITHOUT_FACT, "Partirono", None),
        (QUESTION, "chiede", None),
    ],
)
def test_italian_conditions(row: str, predicate: str, expected: tuple[str, str, bool] | None) -> None:
    assert condition(row, predicate) == expected


def test_what_may_lead_to_harm_is_a_condition_where_possibility_is_a_verb() -> None:
    row = (
        "Санкції/санкція/NOUN/2/nsubj можуть/могти/VERB/0/root/Mood=Ind|Tense=Pres|VerbForm=Fin "
        "призвести/призвести/VERB/2/xcomp/VerbForm=Inf до/до/ADP/5/case розриву/розрив/NOUN/3/obl"
    )
    assert condition(row, "можуть", "uk") == ("Санкції", "if", False)


def test_english_conditions_may_stand_without_a_marker() -> None:
    assert condition(EN_SHOULD, "respond", "en") == ("should Lima attack", "if", False)


@pytest.mark.parametrize(("noun", "found"), [("garanzie", True), ("esitazione", False)])
def test_what_only_tells_the_manner_is_no_condition(noun: str, found: bool) -> None:
    row = f"Tratteranno/trattare/VERB/0/root/{FUT3} senza/senza/ADP/3/case {noun}/{noun}/NOUN/1/obl"
    document, (sentence,) = sentences_from_rows(row)
    assert (condition_of(document, sentence, sentence.tokens[0], language="it") is not None) == found


OTHERWISE = [
    ("it", "Altrimenti/altrimenti/ADV/2/advmod"),
    ("en", "otherwise/otherwise/ADV/2/advmod"),
    ("ru", "иначе/иначе/ADV/2/advmod"),
    ("uk", "інакше/інакше/ADV/2/advmod"),
    ("de", "sonst/sonst/ADV/2/advmod"),
    ("fr", "Sinon/sinon/CCONJ/2/cc"),
]


@pytest.mark.parametrize(("language", "word"), OTHERWISE)
def test_otherwise_is_a_condition(language: str, word: str) -> None:
    row = f"{word} X/X/VERB/0/root/{FUT3} Lima/Lima/PROPN/2/obj"
    assert condition(row, "X", language) == (word.partition("/")[0], "if_not", False)


def test_otherwise_inside_a_clause_is_none() -> None:
    row = f"Reagiranno/reagire/VERB/0/root/{FUT3} altrimenti/altrimenti/ADV/1/advmod"
    assert condition(row, "Reagiranno") is None


@pytest.mark.parametrize(("noun", "found"), [("dicembre", False), ("ritiro", True)])
def test_until_a_time_is_no_condition(noun: str, found: bool) -> None:
    row = (
        "Le/il/DET/2/det sanzioni/sanzione/NOUN/3/nsubj resteranno/restare/VERB/0/root/Mood=Ind|Tense=Fut|VerbForm=Fin "
        f"fino/fino/ADP/6/case a/a/ADP/4/fixed {noun}/{noun}/NOUN/3/obl"
    )
    document, (sentence,) = sentences_from_rows(row)
    assert (condition_of(document, sentence, sentence.tokens[2], language="it") is not None) == found


def test_a_condition_told_in_the_past_is_still_one() -> None:
    row = (
        "They/they/PRON/4/nsubj would/would/AUX/4/aux/VerbForm=Fin not/not/PART/4/advmod/Polarity=Neg "
        f"leave/leave/VERB/0/root/{INF} until/until/SCONJ/8/mark Lima/Lima/PROPN/8/nsubj was/be/AUX/8/aux:pass/{PAST3} "
        "paid/pay/VERB/4/advcl/Tense=Past|VerbForm=Part"
    )
    assert condition(row, "leave", "en") == ("until Lima was paid", "until", False)
    fact = row.replace("would/would/AUX/4/aux/VerbForm=Fin", f"did/do/AUX/4/aux/{PAST3}")
    assert condition(fact, "leave", "en") is None


def test_what_was_done_before_something_else_has_no_condition() -> None:
    row = (
        "He/he/PRON/2/nsubj {}/{}/VERB/0/root/{} before/before/SCONJ/4/mark "
        "meeting/meet/VERB/2/advcl/Tense=Pres|VerbForm=Part Roe/Roe/PROPN/4/obj"
    )
    assert condition(row.format("left", "leave", PAST3), "left", "en") is None
    assert condition(row.format("leaves", "leave", FUT3), "leaves", "en") == ("before meeting Roe", "until", False)
