"""A no without what it is said to answers the position told before, on trees written by hand."""

import pytest

from tests.extract.position_rows import PRES3, line, positions

ASKS = f"Lima/Lima/PROPN/2/nsubj//B-LOC {{asks}}/VERB/0/root/{PRES3} {{what}}/NOUN/2/obj/Number=Plur"
ALONE = f"Quito/Quito/PROPN/2/nsubj//B-LOC {{no}}/VERB/0/root/{PRES3} ././PUNCT/2/punct"
WITH_SELF = f"Quito/Quito/PROPN/3/nsubj//B-LOC {{self}}/PRON/3/expl/Reflex=Yes {{no}}/VERB/0/root/{PRES3}"
FRENCH = (
    f"Quito/Quito/PROPN/4/nsubj//B-LOC s'/soi/PRON/4/expl/Reflex=Yes y/y/PRON/4/iobj "
    f"refuse/refuser/VERB/0/root/{PRES3} :/:/PUNCT/7/punct rien/rien/PRON/7/nsubj changera/changer/VERB/4/ccomp/{PRES3}"
)


@pytest.mark.parametrize(
    ("asks", "what", "no", "language"),
    [
        ("demands/demand", "troops/troop", ALONE.format(no="refuses/refuse"), "en"),
        ("fordert/fordern", "Truppen/Truppe", ALONE.format(no="ablehnt/ablehnen"), "de"),
        ("требует/требовать", "войск/войско", ALONE.format(no="отказывается/отказываться"), "ru"),
        ("вимагає/вимагати", "військ/військо", ALONE.format(no="відмовляється/відмовлятися"), "uk"),
        ("chiede/chiedere", "truppe/truppa", WITH_SELF.format(self="si/si", no="rifiuta/rifiutare"), "it"),
        ("exige/exigir", "tropas/tropa", WITH_SELF.format(self="se/él", no="niega/negar"), "es"),
        ("exige/exiger", "troupes/troupe", FRENCH, "fr"),
    ],
)
def test_a_bare_no_answers_whoever_asked(asks: str, what: str, no: str, language: str) -> None:
    asked, refused = positions(ASKS.format(asks=asks, what=what), no, language=language)
    assert refused.type == "refusal"
    assert [p.span.text for p in refused.by] == ["Quito"]
    assert refused.answers == asked.by


def test_what_is_told_behind_a_colon_is_the_content() -> None:
    [refused] = positions(FRENCH, language="fr")
    assert line(refused) == "refusal: Quito: rien changera"
