"""Hashtags at the end of a message as loose words."""

from cronistoria.parse.repairs.hashtags import with_hashtags_apart
from tests.rows import sentences_from_rows

FIN = "Mood=Ind|VerbForm=Fin"


def relations(row: str) -> list[str]:
    _, sentences = sentences_from_rows(row, language="fr")
    (sentence,) = with_hashtags_apart(sentences)
    return [t.deprel for t in sentence.tokens]


def test_what_closes_a_message_is_no_argument() -> None:
    row = f"Gil/Gil/PROPN/2/nsubj attend/attendre/VERB/0/root/{FIN} #Yémen/#Yémen/PROPN/2/obj"
    assert relations(row) == ["nsubj", "root", "dep"]


def test_a_hashtag_inside_a_sentence_is_a_word() -> None:
    row = f"#Yémen/#Yémen/PROPN/2/nsubj attend/attendre/VERB/0/root/{FIN} Gil/Gil/PROPN/2/obj"
    assert relations(row) == ["nsubj", "root", "obj"]
    at = f"Gil/Gil/PROPN/2/nsubj attend/attendre/VERB/0/root/{FIN} à/à/ADP/4/case #Sanaa/#Sanaa/PROPN/2/obl"
    assert relations(at)[3] == "obl"
