"""Persons whom a tagger took for one: "розмова Зеленського з Макроном" names two, not one with a long name.

Sentences come in, the same words go out. In a language without articles no adposition or conjunction stands inside a
person's name; what follows one begins a name of its own.
"""

import msgspec

from cronistoria.languages.grammar import load_grammar
from cronistoria.model.sentence import Sentence, Token, make_sentence

_INSIDE, _BEGINS = "I-PER", "B-PER"
_PARTING = {"ADP": "case", "CCONJ": "cc"}


def with_parted_names(sentences: tuple[Sentence, ...], language: str) -> tuple[Sentence, ...]:
    """The sentences of a report, with persons told apart by the words between them."""
    return sentences if load_grammar(language).articles else tuple(map(_parted, sentences))


def _parted(sentence: Sentence) -> Sentence:
    parting = {t.index for t in sentence.tokens if t.entity == _INSIDE and _PARTING.get(t.upos) == t.relation}
    if not parting:
        return sentence
    return make_sentence(sentence.index, tuple(_retagged(token, parting) for token in sentence.tokens))


def _retagged(token: Token, parting: set[int]) -> Token:
    if token.index in parting:
        return msgspec.structs.replace(token, entity="O")
    begins = token.index - 1 in parting and token.entity == _INSIDE
    return msgspec.structs.replace(token, entity=_BEGINS) if begins else token
