"""Whether an article is definite, where a treebank leaves that out of its features, and which is none.

Sentences come in, sentences with the same words go out; the grammar table of a language names its articles by lemma.
What stands alone as a subject or an object is a demonstrative ("**Das** kommt nicht in Frage").
"""

import msgspec

from cronistoria.languages.grammar import load_grammar
from cronistoria.model.sentence import Sentence, Token, make_sentence

ALONE = frozenset({"nsubj", "nsubj:pass", "obj", "iobj"})


def with_definite_articles(sentences: tuple[Sentence, ...], language: str) -> tuple[Sentence, ...]:
    """The sentences with ``Definite`` on the articles that the grammar table names."""
    articles = load_grammar(language).definiteness
    return tuple(_read(sentence, articles) for sentence in sentences)


def _read(sentence: Sentence, articles: dict[str, str]) -> Sentence:
    tokens = tuple(_token(token, articles) for token in sentence.tokens)
    return make_sentence(sentence.index, tokens) if tokens != sentence.tokens else sentence


def _token(token: Token, articles: dict[str, str]) -> Token:
    if token.upos == "DET" and token.deprel in ALONE and token.feats.get("PronType") == "Art":
        feats = {name: value for name, value in token.feats.items() if name != "Definite"}
        return msgspec.structs.replace(token, upos="PRON", feats=feats | {"PronType": "Dem"})
    known = token.upos != "DET" or "Definite" in token.feats or token.feats.get("PronType", "Art") != "Art"
    definite = None if known else articles.get(token.lemma.lower())
    return token if definite is None else msgspec.structs.replace(token, feats=token.feats | {"Definite": definite})
