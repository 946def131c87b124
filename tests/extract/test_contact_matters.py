"""What a contact was about, told in the sentence after it: on trees written by hand."""

import pytest

from cronistoria.extract.contacts import find_contacts
from cronistoria.extract.dates import find_time_expressions
from tests.rows import sentences_from_rows

PAST = "Mood=Ind|Number={}|Person=3|Tense=Past|VerbForm=Fin"
MET = f"Roe/Roe/PROPN/2/nsubj met/meet/VERB/0/root/{PAST.format('Sing')} Doe/Doe/PROPN/2/obj ././PUNCT/2/punct"
THEY = (
    "They/they/PRON/2/nsubj/Case=Nom|Number=Plur|Person=3|PronType=Prs "
    f"discussed/discuss/VERB/0/root/{PAST.format('Plur')} grain/grain/NOUN/4/compound exports/export/NOUN/2/obj"
)
TWO = THEY.replace("They/they/PRON/2/nsubj/Case=Nom|Number=Plur|Person=3|PronType=Prs", "Both/both/PRON/2/nsubj")
OTHERS = THEY.replace("They/they/PRON/2/nsubj/Case=Nom|Number=Plur|Person=3|PronType=Prs", "Bakers/baker/NOUN/2/nsubj")
DENIED = (
    "They/they/PRON/4/nsubj/Case=Nom|Number=Plur|Person=3|PronType=Prs "
    f"did/do/AUX/4/aux/{PAST.format('Plur')} not/not/PART/4/advmod/Polarity=Neg "
    "discuss/discuss/VERB/0/root/VerbForm=Inf "
    "exports/export/NOUN/4/obj"
)
TOPIC = (
    "The/the/DET/2/det/Definite=Def topic/topic/NOUN/5/nsubj "
    f"was/be/AUX/5/cop/{PAST.format('Sing')} the/the/DET/5/det trade/trade/NOUN/0/root"
)
TRAF = f"Roe/Roe/PROPN/2/nsubj traf/treffen/VERB/0/root/{PAST.format('Sing')} Doe/Doe/PROPN/2/obj ././PUNCT/2/punct"
ES_GING = (
    f"Dabei/dabei/ADV/2/advmod ging/gehen/VERB/0/root/{PAST.format('Sing')} "
    "es/es/PRON/2/nsubj/Gender=Neut|Number=Sing|Person=3 um/um/ADP/5/case Panzer/Panzer/NOUN/2/obl"
)


@pytest.mark.parametrize(
    ("language", "rows", "topics"),
    [
        ("en", (MET, THEY), ["grain exports"]),
        ("en", (MET, TWO), ["grain exports"]),
        ("en", (MET, TOPIC), ["the trade"]),
        ("en", (MET, OTHERS), []),
        ("en", (MET, DENIED), []),
        ("de", (TRAF, ES_GING), ["Panzer"]),
    ],
)
def test_what_they_spoke_of(language: str, rows: tuple[str, ...], topics: list[str]) -> None:
    document, sentences = sentences_from_rows(*rows, language=language)
    found = list(find_contacts(document, sentences, language=language))
    assert [span.text for mention in found[1:] for span in mention.topics] == topics
    assert all(mention.anaphoric and not mention.participants for mention in found[1:])


def test_without_a_contact_before_there_is_none() -> None:
    document, sentences = sentences_from_rows(THEY, language="en")
    assert [mention.topics for mention in find_contacts(document, sentences, language="en")] == []


@pytest.mark.parametrize(("tense", "status"), [("Fut", "scheduled"), ("Past", None)])
def test_when_it_is_to_be_is_told_in_the_sentence_after(tense: str, status: str | None) -> None:
    asked = "Переговоры/переговоры/NOUN/0/root Роу/Роу/PROPN/1/nmod/Case=Gen/B-PER с/с/ADP/4/case "
    asked += "Доу/Доу/PROPN/1/nmod/Case=Ins/B-PER ././PUNCT/1/punct"
    row = (
        "Они/они/PRON/2/nsubj/Case=Nom|Number=Plur|Person=3 "
        f"пройдут/пройти/VERB/0/root/Mood=Ind|Number=Plur|Tense={tense}|VerbForm=Fin "
        "завтра/завтра/ADV/2/advmod"
    )
    document, sentences = sentences_from_rows(asked, row, language="ru")
    times = find_time_expressions(document, sentences, language="ru")
    found = list(find_contacts(document, sentences, times, language="ru"))
    assert [mention.status for mention in found[1:]] == ([status] if status else [])
