"""Adpositions and conjunctions with one lemma in all their forms: "ad" is "a".

Treebanks differ in this, and so do parsers. Sentences come in, sentences with the same words go out.
"""

import msgspec

from cronistoria.languages.words import load_words
from cronistoria.model.sentence import Sentence, Token, make_sentence

CLASSES = frozenset({"ADP", "CCONJ"})


def with_function_words(sentences: tuple[Sentence, ...], language: str) -> tuple[Sentence, ...]:
    """The sentences of a report, the function words of the language's table with its lemmas."""
    lemmas = load_words(language).function_words
    return tuple(s if s.words.isdisjoint(lemmas) else _repaired(s, lemmas) for s in sentences)


def _repaired(sentence: Sentence, lemmas: dict[str, str]) -> Sentence:
    return make_sentence(sentence.index, tuple(_with_lemma(token, lemmas) for token in sentence.tokens))


def _with_lemma(token: Token, lemmas: dict[str, str]) -> Token:
    lemma = lemmas.get(token.lower, token.lemma) if token.upos in CLASSES else token.lemma
    return token if lemma == token.lemma else msgspec.structs.replace(token, lemma=lemma)
