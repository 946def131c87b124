"""Nouns of contact that were taken for verbs at the head of a title, and those who are met taken for subjects."""

import pytest

from cronistoria.parse.repairs.late_objects import with_late_objects
from cronistoria.parse.repairs.misread_nouns import with_misread_nouns
from tests.rows import sentences_from_rows

FIN = "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"
FUTURE = "Mood=Ind|Number=Sing|Person=3|Tense=Fut|VerbForm=Fin"
PART = "Tense=Past|VerbForm=Part"
BETWEEN = (
    "between/between/ADP/3/case Roe/Roe/PROPN/1/obl//B-PER and/and/CCONJ/5/cc Doe/Doe/PROPN/3/conj//B-PER "
    "././PUNCT/1/punct"
)
TITLES = [
    (
        "it",
        "Contatti/contatto/VERB/0/root/Gender=Masc|Number=Plur|VerbForm=Part tra/tra/ADP/3/case Roma/Roma/PROPN/1/obl "
        "e/e/CCONJ/5/cc Parigi/Parigi/PROPN/3/conj ././PUNCT/1/punct",
        ("NOUN", "contatto", "nmod"),
    ),
    (
        "es",
        f"Visita/visitar/VERB/0/root/{FIN} sorpresa/sorpresa/NOUN/1/obj de/de/ADP/4/case Roe/Roe/PROPN/2/nmod//B-PER "
        "a/a/ADP/6/case Lima/Lima/PROPN/1/obl//B-LOC ././PUNCT/1/punct",
        ("NOUN", "visita", "nmod"),
    ),
    ("en", f"Talks/talk/VERB/0/root/{FIN} {BETWEEN}", ("NOUN", "talks", "nmod")),
    # somebody visits, or is told to
    (
        "it",
        f"Visita/visitare/VERB/0/root/{FIN} il/il/DET/3/det museo/museo/NOUN/1/obj di/di/ADP/5/case "
        "Lima/Lima/PROPN/3/nmod ././PUNCT/1/punct",
        ("VERB", "visitare", "obj"),
    ),
    # another verb is the predicate
    (
        "en",
        "Talk/talk/VERB/4/ccomp/VerbForm=Inf to/to/ADP/3/case Roe/Roe/PROPN/1/obl//B-PER "
        f"says/say/VERB/0/root/{FIN} Doe/Doe/PROPN/4/nsubj//B-PER",
        ("VERB", "talk", "obl"),
    ),
]


@pytest.mark.parametrize(("language", "row", "wanted"), TITLES)
def test_a_title_opens_with_a_noun(language: str, row: str, wanted: tuple[str, str, str]) -> None:
    _, sentences = sentences_from_rows(row, language=language)
    first, *rest = with_misread_nouns(sentences, language)[0].tokens
    below = next(t.deprel for t in rest if t.head == 0 and t.upos in ("PROPN", "NOUN"))
    assert (first.upos, first.lemma, below) == wanted


LATE = [
    # "Domani vedrà | il premier"
    (
        f"Domani/domani/ADV/2/advmod vedrà/vedere/VERB/0/root/{FUTURE} il/il/DET/4/det premier/premier/NOUN/2/nsubj",
        {"premier": "obj"},
    ),
    # who came, not whom somebody met
    (
        f"Domani/domani/ADV/2/advmod arriverà/arrivare/VERB/0/root/{FUTURE} il/il/DET/4/det "
        "premier/premier/NOUN/2/nsubj",
        {"premier": "nsubj"},
    ),
    # the object stands before the verb
    (
        f"Lo/lo/PRON/3/obj ha/avere/AUX/3/aux/{FIN} ricevuto/ricevere/VERB/0/root/{PART} il/il/DET/5/det "
        "premier/premier/NOUN/3/nsubj",
        {"premier": "nsubj"},
    ),
    # "ha ricevuto prima | Rossi e poi Bianchi"
    (
        f"Gil/Gil/PROPN/3/nsubj//B-PER ha/avere/AUX/3/aux/{FIN} ricevuto/ricevere/VERB/0/root/{PART} "
        "prima/prima/ADV/5/case Rossi/Rossi/PROPN/3/obl//B-PER e/e/CCONJ/8/cc poi/poi/ADV/8/advmod "
        "Bianchi/Bianchi/PROPN/5/conj//B-PER",
        {"Rossi": "obj", "prima": "advmod", "Gil": "nsubj"},
    ),
]


@pytest.mark.parametrize(("row", "wanted"), LATE)
def test_those_who_are_met_are_objects(row: str, wanted: dict[str, str]) -> None:
    _, sentences = sentences_from_rows(row)
    (sentence,) = with_late_objects(sentences, "it")
    assert {t.form: t.deprel for t in sentence.tokens if t.form in wanted} == wanted


def test_words_that_are_only_ever_nouns() -> None:
    row = (
        f"Lima/Lima/PROPN/2/nsubj minaccia/minacciare/VERB/0/root/{FIN} dazi/dazi/ADP/2/advmod "
        "contro/contro/ADP/5/case Oslo/Oslo/PROPN/3/nmod"
    )
    _, sentences = sentences_from_rows(row)
    word = with_misread_nouns(sentences, "it")[0].tokens[2]
    assert (word.upos, word.lemma, word.deprel) == ("NOUN", "dazio", "obj")


def test_the_noun_of_an_attack_opens_a_title() -> None:
    row = (
        "Attentato/attentare/VERB/0/root/VerbForm=Part a/a/ADP/3/case Lima/Lima/PROPN/1/obl//B-LOC ,/,/PUNCT/1/punct "
        "due/due/NUM/6/nummod morti/morto/NOUN/1/nsubj"
    )
    _, sentences = sentences_from_rows(row)
    first, *_, last = with_misread_nouns(sentences, "it")[0].tokens
    assert (first.upos, first.lemma, last.relation) == ("NOUN", "attentato", "nmod")
    _, told = sentences_from_rows(row.replace("nsubj", "nsubj ci/ci/PRON/8/expl sono/essere/VERB/1/conj/VerbForm=Fin"))
    assert with_misread_nouns(told, "it")[0].tokens[0].upos == "VERB"
