"""Contacts that name only the other side: whose they are."""

import msgspec
import pytest

from cronistoria.compose.contacts import compose_contacts
from cronistoria.extract.contacts import find_contacts
from cronistoria.model.actor import Actor
from tests.compose.small import ACTORS, Names, context
from tests.rows import sentences_from_rows

MET = (
    "Lund/Lund/PROPN/2/nsubj//B-PER met/meet/VERB/0/root/Mood=Ind|Tense=Past|VerbForm=Fin Berg/Berg/PROPN/2/obj//B-PER"
)
BOTH_MET = (
    "Lund/Lund/PROPN/4/nsubj//B-PER and/and/CCONJ/3/cc Berg/Berg/PROPN/1/conj//B-PER "
    "met/meet/VERB/0/root/Mood=Ind|Tense=Past|VerbForm=Fin"
)
SET = (
    "A/a/DET/2/det meeting/meeting/NOUN/6/nsubj:pass with/with/ADP/4/case Roe/Roe/PROPN/2/nmod//B-PER "
    "is/be/AUX/6/aux:pass/VerbForm=Fin planned/plan/VERB/0/root/Tense=Past|VerbForm=Part"
)


class Told(Names):
    """Who stands where is what the words are."""

    def ids_at(self, sentence: int, token: int) -> tuple[str, ...]:
        word = SENTENCES[sentence].split()[token].partition("/")[0]
        return (ACTORS[word].id,) if word in ACTORS else ()


SENTENCES: list[str] = []


@pytest.mark.parametrize(("before", "leads"), [(MET, ["person:lund"]), (BOTH_MET, [])])
def test_one_with_another_person_is_of_whoever_met_somebody_just_before(
    before: str, leads: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, country in (("Berg", "DNK"), ("Roe", "SWE")):
        actor = Actor(id=f"person:{name.lower()}", kind="person", name=name, country=country)
        monkeypatch.setitem(ACTORS, name, actor)
    SENTENCES[:] = [before, SET]
    document, sentences = sentences_from_rows(before, SET, language="en")
    told = msgspec.structs.replace(context(), document=document, sentences=sentences, actors=Told())
    found = compose_contacts(list(find_contacts(document, sentences, language="en")), told)
    assert [list(c.participants) for c in found][-1] == [*leads, "person:roe"]
