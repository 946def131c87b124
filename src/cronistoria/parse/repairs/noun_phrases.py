"""Words inside a noun phrase that a parser hung outside its noun: "Oslo's army chief", "las dos Coreas".

Sentences come in, sentences with the same words go out, where a noun right before another, among the words that are
the other's, is the first part of a compound, and a number that hangs on an article counts the noun of the article.
"""

from collections.abc import Iterator

import msgspec

from cronistoria.model.sentence import Sentence, Token, make_sentence

ARGUMENTS = frozenset({"obj", "obl", "nsubj", "iobj", "nmod", "conj", "appos"})


def with_inner_words(sentences: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
    """The sentences of a report, with the words inside noun phrases on their nouns."""
    return tuple(map(_mended, sentences))


def _mended(sentence: Sentence) -> Sentence:
    moved = {token.index: token for token in (*_parts_of_compounds(sentence), *_numbers(sentence))}
    if not moved:
        return sentence
    return make_sentence(sentence.index, tuple(moved.get(t.index, t) for t in sentence.tokens))


def _parts_of_compounds(sentence: Sentence) -> Iterator[Token]:
    for token in sentence.tokens[:-1]:
        noun = sentence.tokens[token.index + 1]
        twins = token.upos == noun.upos == "NOUN" and token.head == noun.head and token.deprel == noun.deprel
        if not twins or token.relation not in ARGUMENTS or any(True for _ in sentence.children(token)):
            continue
        if any(c.index < token.index and c.relation in ("nmod", "det", "amod") for c in sentence.children(noun)):
            yield msgspec.structs.replace(token, head=noun.index, deprel="compound")


def _numbers(sentence: Sentence) -> Iterator[Token]:
    for token in sentence.tokens:
        article = sentence.parent(token) if token.relation == "nummod" else None
        noun = sentence.parent(article) if article is not None and article.upos == "DET" else None
        if noun is not None and token.index < noun.index:
            yield msgspec.structs.replace(token, head=noun.index)
