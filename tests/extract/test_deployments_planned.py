"""Deployments that are planned are not denied; those that nobody plans are."""

import pytest

from cronistoria.extract.deployments import find_deployments
from tests.rows import sentences_from_rows

FIN = "Mood=Ind|Tense=Pres|VerbForm=Fin"
PLANS = (
    "Oslo/Oslo/PROPN/{at}/nsubj//B-LOC {verb}to/to/PART/{infinitive}/mark deploy/deploy/VERB/{at}/xcomp/VerbForm=Inf "
    "soldiers/soldier/NOUN/{infinitive}/obj/Number=Plur"
)


@pytest.mark.parametrize(
    ("verb", "at", "polarity"),
    [
        (f"plans/plan/VERB/0/root/{FIN} ", 2, "affirmed"),
        (f"intends/intend/VERB/0/root/{FIN} ", 2, "affirmed"),
        (f"refuses/refuse/VERB/0/root/{FIN} ", 2, "negated"),
        ("does/do/AUX/4/aux/VerbForm=Fin not/not/PART/4/advmod plan/plan/VERB/0/root/VerbForm=Inf ", 4, "negated"),
    ],
)
def test_what_is_planned(verb: str, at: int, polarity: str) -> None:
    document, sentences = sentences_from_rows(PLANS.format(verb=verb, at=at, infinitive=at + 2), language="en")
    assert [d.polarity for d in find_deployments(document, sentences, language="en")] == [polarity]
