"""A place that opens a headline is apart from the persons behind it."""

import pytest

from cronistoria.parse.repairs.topics import with_topics
from tests.rows import sentences_from_rows

ROW = (
    "{first}/{first}/PROPN/6/nsubj//B-LOC ,/,/PUNCT/3/punct Roe/Roe/PROPN/1/conj//{entity} e/e/CCONJ/5/cc "
    "Doe/Doe/PROPN/1/conj//B-PER parlano/parlare/VERB/0/root"
)


@pytest.mark.parametrize(
    ("first", "entity", "place"),
    [("Lima", "B-PER", "dislocated"), ("Oslo-Lima", "O", "dislocated"), ("Lima", "B-LOC", "nsubj")],
)
def test_a_place_before_persons_is_what_it_is_about(first: str, entity: str, place: str) -> None:
    _, sentences = sentences_from_rows(ROW.format(first=first, entity=entity))
    tokens = with_topics(sentences)[0].tokens
    assert tokens[0].deprel == place
    assert (tokens[2].deprel == "nsubj") == (place == "dislocated")
    assert tokens[4].head == (2 if place == "dislocated" else 0)


@pytest.mark.parametrize(("dash", "place"), [("-", "dislocated"), (",", "nsubj")])
def test_a_place_before_a_dash_is_where_the_news_comes_from(dash: str, place: str) -> None:
    _, sentences = sentences_from_rows(
        f"LIMA/Lima/PROPN/4/nsubj//B-LOC {dash}/{dash}/PUNCT/1/punct "
        "Ministers/minister/NOUN/4/nsubj met/meet/VERB/0/root"
    )
    assert with_topics(sentences)[0].tokens[0].deprel == place
