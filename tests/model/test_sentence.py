import msgspec
import pytest

from cronistoria.model.sentence import Entity, make_sentence
from tests.conllu import sentences_from_conllu

TREE = """
1 Joe Joe PROPN _ _ 3 nsubj _ NER=B-PER
2 Biden Biden PROPN _ _ 1 flat:name _ NER=I-PER
3 visita visitare VERB _ Mood=Ind|Tense=Pres|VerbForm=Fin 0 root _ _
4 Kiev Kiev PROPN _ _ 3 obj _ NER=B-LOC|SpaceAfter=No
5 . . PUNCT _ _ 3 punct _ _
"""


def test_a_sentence_knows_its_tree() -> None:
    _, (sentence,) = sentences_from_conllu(TREE)
    assert sentence.root.form == "visita"
    assert [t.form for t in sentence.children(sentence.root)] == ["Joe", "Kiev", "."]
    assert sentence.parent(sentence.tokens[1]) == sentence.tokens[0]
    assert sentence.parent(sentence.root) is None
    assert sentence.tokens[1].relation == "flat"


def test_entities_are_read_off_the_tags() -> None:
    _, (sentence,) = sentences_from_conllu(TREE)
    assert list(sentence.entities()) == [Entity(0, 1, "PER"), Entity(3, 3, "LOC")]


def test_an_entity_may_open_with_an_inside_tag_and_close_the_sentence() -> None:
    _, (sentence,) = sentences_from_conllu("1 Nato Nato PROPN _ _ 0 root _ NER=I-ORG")
    assert list(sentence.entities()) == [Entity(0, 0, "ORG")]


def test_broken_trees_are_refused() -> None:
    _, (sentence,) = sentences_from_conllu(TREE)
    rootless = (msgspec.structs.replace(sentence.tokens[2], head=0), *sentence.tokens[:2])
    with pytest.raises(ValueError, match="exactly one root"):
        make_sentence(0, rootless)
    outside = (msgspec.structs.replace(sentence.tokens[0], head=9), *sentence.tokens[1:])
    with pytest.raises(ValueError, match="head 9 of 'Joe'"):
        make_sentence(0, outside)
