"""Contacts that are given a new time, and deadlines of what is asked for."""

import pytest
from msgspec.structs import replace

from cronistoria.compose.dating import anchor
from cronistoria.extract.contacts import find_contacts
from cronistoria.extract.dates import find_time_expressions
from cronistoria.ingest.published import make_date
from tests.rows import sentences_from_rows

PART, FIN = "Tense=Past|VerbForm=Part", "Mood=Ind|Tense=Past|VerbForm=Fin"
MOVED = (
    "The/the/DET/2/det meeting/meeting/NOUN/13/nsubj:pass between/between/ADP/4/case Roe/Roe/PROPN/2/nmod//B-PER "
    f"and/and/CCONJ/6/cc Doe/Doe/PROPN/4/conj//B-PER ,/,/PUNCT/8/punct planned/plan/VERB/2/acl/{PART} "
    "for/for/ADP/10/case Wednesday/Wednesday/PROPN/8/obl ,/,/PUNCT/8/punct "
    f"{{helper}} moved/move/VERB/0/root/{PART}|Voice=Pass {{to}}"
)
WAS = f"was/be/AUX/13/aux:pass/{FIN}"
TO_THURSDAY = "to/to/ADP/15/case Thursday/Thursday/PROPN/13/obl"
ASKED = (
    "Oslo/Oslo/PROPN/3/nsubj//B-LOC ha/avere/AUX/3/aux/Mood=Ind|Tense=Pres|VerbForm=Fin "
    f"chiesto/chiedere/VERB/0/root/{PART} a/a/ADP/5/case Lima/Lima/PROPN/3/obl//B-LOC "
    "di/di/ADP/7/mark partire/partire/VERB/3/xcomp/VerbForm=Inf entro/entro/ADP/9/case Natale/Natale/PROPN/7/obl"
)


def test_a_contact_that_is_moved_is_to_be_at_the_new_time() -> None:
    document, sentences = sentences_from_rows(MOVED.format(helper=WAS, to=TO_THURSDAY), language="en")
    times = find_time_expressions(document, sentences, language="en")
    (found,) = find_contacts(document, sentences, times, language="en")
    assert (found.status, found.when and found.when.text) == ("scheduled", "Thursday")
    assert [(t.span.text, t.direction) for t in times][-1] == ("Thursday", "future")


@pytest.mark.parametrize(("published", "day"), [("2024-03-05", "2024-12-25"), ("2024-01-03", "2023-12-25")])
def test_a_deadline_lies_ahead_unless_it_has_just_passed(published: str, day: str) -> None:
    document, sentences = sentences_from_rows(ASKED)
    document = replace(document, published=make_date(published))
    dates = anchor(document, sentences, find_time_expressions(document, sentences, language="it"))
    found = dates.deadline_of(0, 6)
    assert found is not None
    assert found.edtf == day
