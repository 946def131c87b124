"""Leaders of a part of a continent are of its states, and of no other bloc."""

import pytest

from cronistoria.extract.gazetteer import load_gazetteer
from tests.flat import flat_sentences


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "West African leaders met."), ("fr", "Les dirigeants ouest-africains se réunissent."),
        ("it", "I leader africani si riuniscono."), ("es", "Los líderes africanos se reúnen."),
        ("de", "Die westafrikanischen Staatschefs tagen."), ("ru", "Африканские лидеры встретились."),
        ("uk", "Африканські лідери зустрілися."),
    ],
)  # fmt: skip
def test_leaders_of_a_region_are_of_its_states(language: str, text: str) -> None:
    document, sentences = flat_sentences(text, language=language)
    found = [m for match in load_gazetteer(language).matches(document, sentences[0]) for m in match.meanings]
    assert "bloc:african-states" in {meaning.key for meaning in found}
    assert "bloc:west" not in {meaning.key for meaning in found}
