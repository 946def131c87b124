"""What somebody is invited to: on trees written by hand."""

import pytest

from cronistoria.extract.contacts import find_contacts
from tests.rows import sentences_from_rows

PAST = "Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin"
INVITED = (
    f"Roe/Roe/PROPN/2/nsubj//B-PER invited/invite/VERB/0/root/{PAST} Doe/Doe/PROPN/2/obj//B-PER to/to/ADP/{{at}}/case "
    "{a}{what} in/in/ADP/{last}/case Lima/Lima/PROPN/{at}/nmod//B-LOC"
)
TALKS = INVITED.format(at=5, a="", what="talks/talk/NOUN/2/obl/Number=Plur", last=7)
VISIT = INVITED.format(
    at=6, a="a/a/DET/6/det/Definite=Ind ", what="visit/visit/NOUN/2/obl/Number=Sing", last=8
).replace(" in/in/", " to/to/")
DINNER = INVITED.format(at=5, a="", what="Oslo/Oslo/PROPN/2/obl//B-LOC", last=7)


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (TALKS, [("talks", "proposed", ["Roe", "Doe"], "Roe")]),
        (VISIT, [("visit", "proposed", ["Doe", "Lima"], "Roe")]),
        (DINNER, [("message", "held", ["Roe", "Doe", "Oslo in Lima"], None)]),
    ],
)
def test_what_somebody_is_invited_to(row: str, told: list[tuple[str, str, list[str], str | None]]) -> None:
    document, sentences = sentences_from_rows(row, language="en")
    found = [
        (m.channel, m.status, [p.span.text for p in m.participants], m.requested_by and m.requested_by.span.text)
        for m in find_contacts(document, sentences, language="en")
    ]
    assert found == told
