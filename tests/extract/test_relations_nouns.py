"""Acts that nouns tell: those that hold both parties, and compounds, over hand-made trees."""

import pytest

from cronistoria.extract.relations import find_relation
from tests.rows import sentences_from_rows

RAID = (
    "The/the/DET/2/det raid/raid/NOUN/9/nsubj of/of/ADP/5/case the/the/DET/5/det rebels/rebel/NOUN/2/nmod "
    "on/on/ADP/8/case the/the/DET/8/det sailors/sailor/NOUN/2/nmod drew/draw/VERB/0/root/Mood=Ind|VerbForm=Fin "
    "protests/protest/NOUN/9/obj/Number=Plur"
)
LIFTED = (
    "The/the/DET/2/det embargo/embargo/NOUN/10/nsubj:pass of/of/ADP/5/case the/the/DET/5/det rebels/rebel/NOUN/2/nmod "
    "against/against/ADP/8/case the/the/DET/8/det sailors/sailor/NOUN/2/nmod was/be/AUX/10/aux:pass/VerbForm=Fin "
    "lifted/lift/VERB/0/root/VerbForm=Part"
)


CANCELLED = (
    "Talks/talks/NOUN/5/nsubj:pass of/of/ADP/3/case rebels/rebel/NOUN/1/nmod were/be/AUX/5/aux:pass/VerbForm=Fin "
    "cancelled/cancel/VERB/0/root/VerbForm=Part with/with/ADP/7/case sailors/sailor/NOUN/5/obl"
)


@pytest.mark.parametrize(("row", "code"), [(RAID, "190"), (LIFTED, "085"), (CANCELLED, "120")])
def test_a_noun_of_the_source_that_holds_the_target_is_the_act(row: str, code: str) -> None:
    document, sentences = sentences_from_rows(row, language="en")
    source, target = document.text.find("rebels"), document.text.find("sailors")
    found = find_relation(sentences, (source, source + 6), (target, target + 7), language="en")
    assert found is not None and found.act.code == code


ARRESTS = (
    "Die/der/DET/2/det Massenfestnahmen/Massenfestnahme/NOUN/8/nsubj/Number=Plur von/von/ADP/4/case "
    "Bauern/Bauer/NOUN/2/nmod durch/durch/ADP/7/case die/der/DET/7/det Polizei/Polizei/NOUN/2/nmod "
    "begannen/beginnen/VERB/0/root/Mood=Ind|Number=Plur|Person=3|Tense=Past|VerbForm=Fin"
)
WITHDRAWAL = (
    "Der/der/DET/2/det Truppenabzug/Truppenabzug/NOUN/6/nsubj/Case=Nom|Gender=Masc|Number=Sing "
    "Chiles/Chile/PROPN/2/nmod aus/aus/ADP/5/case Haiti/Haiti/PROPN/2/nmod "
    "begann/beginnen/VERB/0/root/Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin"
)


@pytest.mark.parametrize(
    ("row", "source", "target", "code"),
    [(ARRESTS, "Polizei", "Bauern", "173"), (WITHDRAWAL, "Chiles", "Haiti", "0872")],
)
def test_compounds_count_for_the_words_they_are_made_of(row: str, source: str, target: str, code: str) -> None:
    document, sentences = sentences_from_rows(row, language="de")
    first, second = (document.text.find(word) for word in (source, target))
    found = find_relation(sentences, (first, first + len(source)), (second, second + len(target)), language="de")
    assert found is not None and found.act.code == code


def test_what_a_relative_clause_hangs_on_counts_for_its_object() -> None:
    row = (
        "Vertrag/Vertrag/NOUN/0/root den/der/PRON/6/obj Oslo/Oslo/PROPN/6/nsubj mit/mit/ADP/5/case "
        "Bonn/Bonn/PROPN/6/obl geschlossen/schließen/VERB/1/acl:relcl/VerbForm=Part hatte/haben/AUX/6/aux/VerbForm=Fin"
    )
    _, sentences = sentences_from_rows(row, language="de")
    found = find_relation(sentences, (12, 16), (21, 25), language="de")
    assert found is not None and found.act.code == "057"
