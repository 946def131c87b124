"""Participles behind the nouns that they agree with: "la riunione con il ministro, prevista per lunedì".

Parsers now and then hang a participle on the nearest noun, whatever its gender and number. Sentences come in, sentences
with the same words go out, where such a participle hangs on the noun further out that it agrees with.
"""

from collections.abc import Iterator

import msgspec

from cronistoria.model.sentence import Sentence, Token, make_sentence

AGREEING = ("Gender", "Number")
INSIDE = frozenset({"nmod", "appos", "flat", "conj"})


def with_agreeing_participles(sentences: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
    """The sentences of a report, each participle on a noun of its gender and number where there is one."""
    return tuple(map(_repaired, sentences))


def _repaired(sentence: Sentence) -> Sentence:
    moved = {token.index: msgspec.structs.replace(token, head=noun.index) for token, noun in _misplaced(sentence)}
    if not moved:
        return sentence
    return make_sentence(sentence.index, tuple(moved.get(token.index, token) for token in sentence.tokens))


def _misplaced(sentence: Sentence) -> Iterator[tuple[Token, Token]]:
    """Each participle that disagrees with its noun, with the noun around that it agrees with."""
    for token in sentence.tokens:
        noun = sentence.parent(token)
        participle = token.deprel == "acl" and token.feats.get("VerbForm") == "Part"
        if noun is None or not participle or not _is_other(noun, token):
            continue
        current: Token | None = noun
        while current is not None and current.relation in INSIDE:
            current = sentence.parent(current)
            if current is not None and _agrees(current, token):
                yield token, current
                break


def _is_other(noun: Token, participle: Token) -> bool:
    pairs = ((noun.feats.get(name), participle.feats.get(name)) for name in AGREEING)
    return noun.upos == "NOUN" and any(a and b and a != b for a, b in pairs)


def _agrees(noun: Token, participle: Token) -> bool:
    same = all(participle.feats.get(name) in (None, noun.feats.get(name)) for name in AGREEING)
    return same and noun.upos == "NOUN" and noun.index < participle.index
