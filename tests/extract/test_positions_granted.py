"""Time that is given for a task, and harm that is only thought of, on trees written by hand."""

import pytest

from cronistoria.extract.positions import find_positions
from cronistoria.parse.repairs.bare_datives import with_bare_datives
from tests.rows import sentences_from_rows

ZEIT = (
    "Oslo/Oslo/PROPN/2/nsubj/Case=Nom|Number=Sing/B-LOC gab/geben/VERB/0/root/Mood=Ind|Tense=Past|VerbForm=Fin "
    "Lima/Lima/PROPN/2/iobj/Case=Dat|Number=Sing/B-LOC 48/48/NUM/5/nummod Stunden/Stunde/NOUN/2/obj/Case=Acc "
    "Zeit/Zeit/NOUN/5/nmod/Case=Acc ,/,/PUNCT/8/punct abzuziehen/abziehen/VERB/6/xcomp/VerbForm=Inf"
)
MISYATS = (
    "Осло/Осло/PROPN/2/nsubj/Case=Nom|Number=Sing/B-LOC дав/дати/VERB/0/root/Mood=Ind|Tense=Past|VerbForm=Fin "
    "Чаду/Чад/PROPN/2/obj/Case=Dat|Number=Sing/B-LOC місяць/місяць/NOUN/2/obj/Case=Acc|Number=Sing на/на/ADP/6/case "
    "відхід/відхід/NOUN/4/nmod/Case=Acc|Number=Sing"
)
WEIGHS = (
    "If/if/SCONJ/4/mark Peru/Peru/PROPN/4/nsubj/Number=Sing/B-LOC does/do/AUX/4/aux/VerbForm=Fin "
    "attack/attack/VERB/8/advcl/VerbForm=Inf ,/,/PUNCT/4/punct Oslo/Oslo/PROPN/8/nsubj/Number=Sing/B-LOC "
    "will/will/AUX/8/aux/VerbForm=Fin consider/consider/VERB/0/root/VerbForm=Inf sanctions/sanction/NOUN/8/obj"
)


@pytest.mark.parametrize(("row", "language", "content"), [(ZEIT, "de", "abzuziehen"), (MISYATS, "uk", "відхід")])
def test_time_for_a_task_demands_it_of_whom_it_is_given(row: str, language: str, content: str) -> None:
    document, sentences = sentences_from_rows(row, language=language)
    (found,) = find_positions(document, with_bare_datives(sentences, language), language=language)
    assert (found.type, found.content.text.strip(", ")) == ("demand", content)
    assert [p.span.text for p in found.to] == [sentences[0].tokens[2].form]


@pytest.mark.parametrize(
    ("row", "types"),
    [
        (WEIGHS, ["threat"]),
        # a thing that harms nobody
        (WEIGHS.replace("sanctions/sanction", "plans/plan"), []),
    ],
)
def test_harm_that_is_considered_on_a_condition_is_threatened(row: str, types: list[str]) -> None:
    document, sentences = sentences_from_rows(row, language="en")
    assert [m.type for m in find_positions(document, sentences, language="en") if m.by] == types
