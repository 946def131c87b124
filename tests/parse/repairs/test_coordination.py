"""Coordinated clauses hang on the clause whose subordinator they repeat."""

import pytest

from cronistoria.parse.repairs.coordination import with_coordinated_clauses
from tests.conllu import sentences_from_conllu
from tests.rows import sentences_from_rows

ROWS = """
1 Oslo Oslo PROPN _ _ 2 nsubj _ _
2 chiede chiedere VERB _ _ 0 root _ _
3 che che SCONJ _ _ 5 mark _ _
4 Lima Lima PROPN _ _ 5 nsubj _ _
5 ceda cedere VERB _ _ 2 ccomp _ _
6 e e CCONJ _ _ 9 cc _ _
7 {mark} {mark} SCONJ _ _ 9 mark _ _
8 Quito Quito PROPN _ _ 9 nsubj _ _
9 taccia tacere VERB _ _ {head} conj _ _
"""


@pytest.mark.parametrize(
    ("mark", "head", "found"),
    [("che", 2, "ceda"), ("che", 5, "ceda"), ("perché", 2, "chiede")],
)
def test_a_clause_goes_where_its_subordinator_stands(mark: str, head: int, found: str) -> None:
    _, sentences = sentences_from_conllu(ROWS.format(mark=mark, head=head))
    (sentence,) = with_coordinated_clauses(sentences)
    above = sentence.parent(sentence.tokens[8])
    assert above is not None
    assert above.form == found


def test_other_sentences_stay_the_same() -> None:
    _, sentences = sentences_from_conllu(ROWS.format(mark="che", head=5))
    assert with_coordinated_clauses(sentences) == sentences


FIN = "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"
CLAUSES = [
    # a clause behind the last of several is of that
    (
        f"cala/calare/VERB/0/root/{FIN} e/e/CCONJ/3/cc tace/tacere/VERB/1/conj/{FIN} finché/finché/SCONJ/5/mark "
        f"parte/partire/VERB/1/advcl/{FIN}",
        "parte",
        ("tace", "advcl"),
    ),
    # but one without a subordinator is not
    (
        f"cala/calare/VERB/0/root/{FIN} e/e/CCONJ/3/cc tace/tacere/VERB/1/conj/{FIN} "
        "temendo/temere/VERB/1/advcl/VerbForm=Ger",
        "temendo",
        ("cala", "advcl"),
    ),
    # behind a semicolon a clause goes on beside the one before, behind a colon too if it is no content of it
    (
        f"chiede/chiedere/VERB/0/root/{FIN} calma/calma/NOUN/1/obj ;/;/PUNCT/4/punct "
        f"esclude/escludere/VERB/1/ccomp/{FIN}",
        "esclude",
        ("chiede", "conj"),
    ),
    (
        f"intima/intimare/VERB/0/root/{FIN} calma/calma/NOUN/1/obj :/:/PUNCT/4/punct "
        f"supera/superare/VERB/1/advcl/{FIN}",
        "supera",
        ("intima", "parataxis"),
    ),
    (
        f"avverte/avvertire/VERB/0/root/{FIN} :/:/PUNCT/3/punct supera/superare/VERB/1/ccomp/{FIN}",
        "supera",
        ("avverte", "ccomp"),
    ),
    (
        f"chiede/chiedere/VERB/0/root/{FIN} ;/;/PUNCT/4/punct perché/perché/SCONJ/4/mark "
        f"tace/tacere/VERB/1/advcl/{FIN}",
        "tace",
        ("chiede", "advcl"),
    ),
]


@pytest.mark.parametrize(("row", "clause", "expected"), CLAUSES)
def test_clauses_in_a_row(row: str, clause: str, expected: tuple[str, str]) -> None:
    _, sentences = sentences_from_rows(row, language="it")
    tokens = with_coordinated_clauses(sentences)[0].tokens
    assert next((tokens[t.head].form, t.deprel) for t in tokens if t.form == clause) == expected


def test_what_nothing_coordinates_is_of_the_noun_above() -> None:
    row = (
        "colloqui/colloquio/NOUN/0/root tra/tra/ADP/3/case Oslo/Oslo/PROPN/1/nmod e/e/CCONJ/5/cc "
        "Lima/Lima/PROPN/3/conj su/su/ADP/7/case Perù/Perù/PROPN/3/conj"
    )
    _, sentences = sentences_from_rows(row)
    tokens = with_coordinated_clauses(sentences)[0].tokens
    assert [(t.form, t.head, t.deprel) for t in tokens if t.upos == "PROPN"] == [
        ("Oslo", 0, "nmod"), ("Lima", 2, "conj"), ("Perù", 0, "nmod"),
    ]  # fmt: skip


def test_all_names_of_a_list_hang_on_its_first() -> None:
    row = (
        "Oslo/Oslo/PROPN/8/nsubj ,/,/PUNCT/3/punct Rome/Rome/PROPN/1/conj ,/,/PUNCT/5/punct Lima/Lima/PROPN/1/conj "
        "and/and/CCONJ/7/cc Quito/Quito/PROPN/3/conj leave/leave/VERB/0/root"
    )
    (sentence,) = with_coordinated_clauses(sentences_from_rows(row, language="en")[1])
    assert [t.head for t in sentence.tokens if t.relation == "conj"] == [0, 0, 0]
