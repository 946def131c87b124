"""Marks that hold the reporting verb itself: 'Roe "stressed that Oslo left"'."""

import pytest

from cronistoria.extract.quotes import find_quotes
from tests.rows import sentences_from_rows

FIN = "Mood=Ind|Tense=Past|VerbForm=Fin"
CLAUSE = (
    f'Roe/Roe/PROPN/3/nsubj//B-PER "/"/PUNCT/3/punct stressed/stress/VERB/0/root/{FIN} that/that/SCONJ/6/mark '
    f'Oslo/Oslo/PROPN/6/nsubj//B-LOC left/leave/VERB/3/ccomp/{FIN} "/"/PUNCT/6/punct ././PUNCT/3/punct'
)


def test_they_are_told_once_and_have_its_subject_as_speaker() -> None:
    document, sentences = sentences_from_rows(CLAUSE, language="en")
    found = list(find_quotes(document, sentences, language="en"))
    told = [(m.form, m.content.text, m.cue, m.speaker and m.speaker.span.text) for m in found]
    assert told == [("partial", "stressed that Oslo left", "stress", "Roe")]


GERMAN = (
    "Roe/Roe/PROPN/2/nsubj//B-PER sprach/sprechen/VERB/0/root/Mood=Ind|Tense=Past|VerbForm=Fin von/von/ADP/6/case "
    "{article} „/„/PUNCT/6/punct Massaker/Massaker/NOUN/2/obl “/“/PUNCT/6/punct ././PUNCT/2/punct"
)


@pytest.mark.parametrize(
    ("article", "told"),
    [
        ("einem/ein/DET/6/det/Definite=Ind|PronType=Art", ["Massaker"]),
        ("dem/der/DET/6/det/Definite=Def|PronType=Art", []),
    ],
)
def test_a_common_noun_behind_an_indefinite_article_is_no_name_though_it_has_a_capital(
    article: str, told: list[str]
) -> None:
    document, sentences = sentences_from_rows(GERMAN.format(article=article), language="de")
    assert [m.content.text for m in find_quotes(document, sentences, language="de")] == told
