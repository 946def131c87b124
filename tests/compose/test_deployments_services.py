"""Services of a state that are named in a compound: "Bundeswehrsoldaten"."""

import pytest

from cronistoria.compose.context import Context
from cronistoria.compose.dating import DateIndex
from cronistoria.compose.deployments import compose_deployments
from cronistoria.compose.placing import PlaceIndex
from cronistoria.extract.deployments import find_deployments
from tests.compose.small import Names
from tests.rows import sentences_from_rows

STATIONED = (
    "500/500/NUM/2/nummod {force}/soldat/NOUN/6/nsubj:pass/Number=Plur sind/sein/AUX/6/aux:pass/VerbForm=Fin "
    "in/in/ADP/5/case Mali/Mali/PROPN/6/obl//B-LOC stationiert/stationieren/VERB/0/root/Tense=Past|VerbForm=Part"
)


@pytest.mark.parametrize(("force", "actor"), [("Bundeswehrsoldaten", "DEU"), ("Rafsoldaten", None)])
def test_a_long_name_opens_the_word_for_its_soldiers(force: str, actor: str | None) -> None:
    document, sentences = sentences_from_rows(STATIONED.format(force=force), language="de")
    found = find_deployments(document, sentences, language="de")
    where = Context(
        document=document, sentences=sentences, actors=Names(), dates=DateIndex(), places=PlaceIndex(), sources=()
    )
    assert [d.actor for d in compose_deployments(tuple(found), where)] == [actor]
