"""Mood and tense by the form: the examples of each language's conjugation, and what is left alone."""

import pytest

from cronistoria.languages.grammar import load_grammar
from cronistoria.languages.tables import available_languages
from cronistoria.parse.repairs.verb_forms import FormReader, with_moods, with_numbers
from tests.conllu import sentences_from_conllu

CONJUGATIONS = {code: load_grammar(code).conjugation for code in available_languages("grammar")}
EXAMPLES = [
    (code, form, lemma, feats)
    for code, conjugation in CONJUGATIONS.items()
    if conjugation
    for form, (lemma, feats) in conjugation.examples.items()
]
BLOCK = """\
1 Kiev Kiev PROPN _ _ 2 nsubj _ _
2 {form} {lemma} {upos} _ {feats} 0 root _ _
"""


@pytest.mark.parametrize(("language", "form", "lemma", "feats"), EXAMPLES)
def test_forms_tell_their_mood_and_tense(language: str, form: str, lemma: str, feats: str) -> None:
    conjugation = CONJUGATIONS[language]
    assert conjugation is not None
    found = FormReader(conjugation).features(form, lemma)
    assert ("|".join(f"{name}={value}" for name, value in found.items()) if found else "None") == feats


TOKENS = [
    ("a mood that the model missed", "cedan", "ceder", "VERB", "Mood=Ind|Tense=Pres|VerbForm=Fin", ("Sub", "Pres")),
    ("a command", "ceda", "ceder", "VERB", "Mood=Imp|VerbForm=Fin", ("Imp", None)),
    ("a form that no rule fits", "cede", "ceder", "VERB", "Mood=Ind|Tense=Pres|VerbForm=Fin", ("Ind", "Pres")),
    ("a participle", "cedido", "ceder", "VERB", "Tense=Past|VerbForm=Part", (None, "Past")),
    ("a noun", "firmará", "firmar", "NOUN", "Number=Sing", (None, None)),
]


@pytest.mark.parametrize(
    ("form", "lemma", "upos", "feats", "wanted"), [t[1:] for t in TOKENS], ids=[t[0] for t in TOKENS]
)
def test_finite_verbs_are_read_and_others_left(
    form: str, lemma: str, upos: str, feats: str, wanted: tuple[str | None, str | None]
) -> None:
    block = BLOCK.format(form=form, lemma=lemma, upos=upos, feats=feats)
    _, sentences = sentences_from_conllu(block, language="es")
    token = with_moods(sentences, "es")[0].tokens[1]
    assert (token.feats.get("Mood"), token.feats.get("Tense")) == wanted


def test_a_language_without_rules_is_left_alone() -> None:
    _, sentences = sentences_from_conllu(BLOCK.format(form="goes", lemma="go", upos="VERB", feats="_"), language="en")
    assert with_moods(sentences, "en") is sentences


@pytest.mark.parametrize(
    ("form", "lemma", "feats", "wanted"),
    [
        ("sapere", "sapere", "Voice=Act", "Inf"),
        ("stando", "stare", "_", "Ger"),
        ("attendo", "attendere", "Mood=Ind|Number=Sing|Person=1", None),
    ],
)
def test_what_is_not_finite_is_read_where_a_tag_leaves_it_out(
    form: str, lemma: str, feats: str, wanted: str | None
) -> None:
    _, sentences = sentences_from_conllu(BLOCK.format(form=form, lemma=lemma, upos="VERB", feats=feats), language="it")
    assert with_moods(sentences, "it")[0].tokens[1].feats.get("VerbForm") == wanted


def test_irregular_futures_have_the_lemma_of_the_table() -> None:
    text = BLOCK.format(form="devra", lemma="devro", upos="AUX", feats="Mood=Ind|Tense=Fut|VerbForm=Fin")
    _, sentences = sentences_from_conllu(text, language="fr")
    (sentence,) = with_moods(sentences, "fr")
    assert sentence.tokens[1].lemma == "devoir"


@pytest.mark.parametrize(
    ("language", "form", "number"), [("en", "deny", "Plur"), ("en", "denies", "Sing"), ("it", "nega", "Sing")]
)
def test_a_present_without_the_ending_of_the_singular_is_plural(language: str, form: str, number: str) -> None:
    feats = "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"
    block = BLOCK.format(form=form, lemma="x", upos="VERB", feats=feats)
    _, sentences = sentences_from_conllu(block, language=language)
    assert with_numbers(sentences, language)[0].tokens[1].feats["Number"] == number
