"""Pasts that were read as presents: a third person singular without the ending of one."""

import pytest

from cronistoria.parse.repairs.conventions import with_conventions
from tests.rows import sentences_from_rows

FORM = "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"


@pytest.mark.parametrize(
    ("form", "lemma", "tense"),
    [
        ("empfing", "empfangen", "Past"),
        ("empfängt", "empfangen", "Pres"),
        ("weiß", "wissen", "Pres"),
        ("trat", "treten", "Past"),
        ("tritt", "treten", "Pres"),
    ],
)
def test_tense(form: str, lemma: str, tense: str) -> None:
    row = f"Keller/Keller/PROPN/2/nsubj {form}/{lemma}/VERB/0/root/{FORM} Roth/Roth/PROPN/2/obj"
    _, sentences = sentences_from_rows(row, language="de")
    (sentence,) = with_conventions(sentences, "de")
    assert sentence.tokens[1].feats["Tense"] == tense


@pytest.mark.parametrize(
    ("article", "number"),
    [("Gender=Fem|Number=Sing|PronType=Art", "Plur"), ("Number=Plur|PronType=Art", "Plur"),
     ("Gender=Masc|Number=Sing|PronType=Art", "Sing")],
)  # fmt: skip
def test_a_noun_of_one_form_has_the_number_of_its_article_and_its_verb(article: str, number: str) -> None:
    past = FORM.replace("Tense=Pres", "Tense=Past")
    row = (
        f"Die/der/DET/2/det/{article} Minister/Minister/NOUN/3/nsubj/Gender=Masc|Number=Sing "
        f"treffen/treffen/VERB/0/root/{past} sich/sich/PRON/3/obj"
    )
    _, sentences = sentences_from_rows(row, language="de")
    (sentence,) = with_conventions(sentences, "de")
    assert sentence.tokens[1].feats["Number"] == number
    verb = sentence.tokens[2].feats
    assert (verb["Number"], verb["Tense"]) == ("Plur", "Pres")
