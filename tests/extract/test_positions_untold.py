"""Accusations whose holder nobody names, and what is possible only then, on trees written by hand."""

import pytest

from cronistoria.extract.party_names import NameForms
from cronistoria.extract.positions import find_positions
from tests.rows import sentences_from_rows

ACCUSED = (
    "Peru/Peru/PROPN/3/nsubj:pass/Number=Sing is/be/AUX/3/aux:pass/Mood=Ind|Number=Sing|Tense=Pres|VerbForm=Fin "
    "accused/accuse/VERB/0/root/Tense=Past|VerbForm=Part|Voice=Pass of/of/ADP/5/case fraud/fraud/NOUN/3/obl "
    "././PUNCT/3/punct"
)
POSSIBLE = (
    "Peace/peace/NOUN/4/nsubj/Number=Sing is/be/AUX/4/cop/Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin "
    "only/only/ADV/4/advmod possible/possible/ADJ/10/ccomp/Degree=Pos when/when/ADV/7/advmod/PronType=Int "
    "Peru/Peru/PROPN/7/nsubj/Number=Sing leaves/leave/VERB/4/advcl/Mood=Ind|Number=Sing|Tense=Pres|VerbForm=Fin "
    ",/,/PUNCT/4/punct Roe/Roe/PROPN/10/nsubj/Number=Sing said/say/VERB/0/root/Mood=Ind|Tense=Past|VerbForm=Fin"
)
DANN = (
    "Frieden/Frieden/NOUN/5/nsubj/Case=Nom|Number=Sing ist/sein/AUX/5/cop/Mood=Ind|Tense=Pres|VerbForm=Fin "
    "nur/nur/ADV/4/advmod dann/dann/ADV/5/advmod möglich/möglich/ADJ/11/ccomp ,/,/PUNCT/9/punct wenn/wenn/SCONJ/9/mark "
    "Peru/Peru/PROPN/9/nsubj/Case=Nom|Number=Sing geht/gehen/VERB/5/advcl/Mood=Ind|Tense=Pres|VerbForm=Fin "
    ",/,/PUNCT/5/punct sagte/sagen/VERB/0/root/Mood=Ind|Tense=Past|VerbForm=Fin Roe/Roe/PROPN/11/nsubj/Case=Nom"
)
TOGDA = (
    "Мир/мир/NOUN/2/nsubj/Case=Nom|Number=Sing возможен/возможный/ADJ/0/root/Degree=Pos|Number=Sing|Variant=Short "
    "лишь/лишь/PART/8/mark тогда/тогда/ADV/8/mark ,/,/PUNCT/8/mark когда/когда/SCONJ/8/mark "
    "Перу/Перу/PROPN/8/nsubj/Case=Nom|Number=Sing уйдет/уйти/VERB/2/advcl/Mood=Ind|Tense=Fut|VerbForm=Fin"
)
QUE = (
    "La/le/DET/2/det paix/paix/NOUN/5/nsubj n'/ne/ADV/5/advmod/Polarity=Neg "
    "est/être/AUX/5/cop/Mood=Ind|Tense=Pres|VerbForm=Fin possible/possible/ADJ/0/root que/que/SCONJ/9/mark "
    "lorsque/lorsque/SCONJ/9/mark Lima/Lima/PROPN/9/nsubj partira/partir/VERB/5/advcl/Mood=Ind|Tense=Fut|VerbForm=Fin"
)


def test_who_is_accused_is_told_also_where_nobody_accuses() -> None:
    document, sentences = sentences_from_rows(ACCUSED, language="en")
    (found,) = find_positions(document, sentences, language="en")
    assert (found.type, found.by, found.side) == ("accusation", (), "untold")
    assert ([p.span.text for p in found.to], found.content.text) == (["Peru"], "fraud")


@pytest.mark.parametrize(
    ("row", "language", "condition"),
    [
        (POSSIBLE, "en", "when Peru leaves"),
        (DANN, "de", "wenn Peru geht"),
        (TOGDA, "ru", "лишь тогда , когда Перу уйдет"),
        (QUE, "fr", "que lorsque Lima partira"),
        # no other is ruled out
        (POSSIBLE.replace("only/only", "quite/quite"), "en", None),
    ],
)
def test_what_is_possible_only_then_has_a_precondition(row: str, language: str, condition: str | None) -> None:
    document, sentences = sentences_from_rows(row, language=language)
    found = [m for m in find_positions(document, sentences, language=language) if m.type == "precondition"]
    assert [m.condition.span.text for m in found if m.condition] == ([condition] if condition else [])


@pytest.mark.parametrize(
    ("row", "language", "name"),
    [
        ("Карлом/Карл/PROPN/0/root/Case=Ins|Gender=Masc Нером/Нер/PROPN/1/flat/Case=Nom|Gender=Masc", "ru", "Ner"),
        ("Карлом/Карл/PROPN/0/root/Case=Ins|Gender=Masc Нером/Нер/PROPN/1/flat/Case=Ins|Gender=Masc", "uk", "Ner"),
        ("Марком/Марк/PROPN/0/root/Case=Ins|Gender=Masc Каутом/Каут/PROPN/1/flat/Case=Ins|Gender=Masc", "ru", "Kaut"),
    ],
)
def test_a_name_that_no_dictionary_knows_loses_the_ending_of_its_case(row: str, language: str, name: str) -> None:
    _, (sentence,) = sentences_from_rows(row, language=language)
    words = tuple(t.form for t in sentence.tokens)
    assert NameForms(language, [sentence]).called(words, sentence.tokens)[-1] == name
