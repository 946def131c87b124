"""Adjectives that parsers took for a preposition: "the envoys are due to meet" is not "due to a meeting".

Sentences come in, sentences with the same words go out, where an adjective behind a copula, which the next word was
fixed to as to an adposition, is the predicate, and the infinitive behind the two hangs on it.
"""

import msgspec

from cronistoria.model.sentence import Sentence, Token, make_sentence

BEFORE = frozenset({"nsubj", "cop", "aux", "mark", "advmod", "cc", "punct", "obl", "advcl"})


def with_predicates(sentences: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
    """The sentences of a report, with such adjectives as predicates."""
    return tuple(map(_mended, sentences))


def _mended(sentence: Sentence) -> Sentence:
    for token in sentence.tokens:
        verb = _infinitive(sentence, token) if token.upos == "ADJ" and token.feats.get("ExtPos") == "ADP" else None
        copula = _copula(sentence, token) if verb is not None else None
        if verb is not None and copula is not None:
            moved = _moved(sentence, token, verb)
            moved[copula.index] = msgspec.structs.replace(copula, head=token.index, deprel="cop")
            return make_sentence(sentence.index, tuple(moved.get(t.index, t) for t in sentence.tokens))
    return sentence


def _infinitive(sentence: Sentence, adjective: Token) -> Token | None:
    """The infinitive behind the adjective and one small word."""
    following = [t for t in sentence.tokens[adjective.index + 2 : adjective.index + 4] if t.upos != "ADV"]
    return following[0] if following and following[0].feats.get("VerbForm") == "Inf" else None


def _copula(sentence: Sentence, adjective: Token) -> Token | None:
    """The form of "to be" before the adjective, wherever the parser hung it."""
    before = [t for t in sentence.tokens[max(adjective.index - 2, 0) : adjective.index] if t.upos != "ADV"]
    return before[-1] if before and before[-1].relation in ("cop", "aux") else None


def _moved(sentence: Sentence, adjective: Token, verb: Token) -> dict[int, Token]:
    """The words that change: the infinitive on the adjective, what stands before them on the adjective as well."""
    above = sentence.parent(verb)
    place = adjective if above is adjective else verb
    link = sentence.tokens[adjective.index + 1]
    before = [c for c in sentence.children(verb) if c.index < adjective.index and c.relation in BEFORE]
    last = [c for c in sentence.children(verb) if c.relation == "punct" and place is verb and c.index > verb.index]
    moved = {c.index: msgspec.structs.replace(c, head=adjective.index) for c in (*before, *last)}
    moved[adjective.index] = msgspec.structs.replace(
        adjective,
        head=place.head,
        deprel=place.deprel,
        feats={k: v for k, v in adjective.feats.items() if k != "ExtPos"},
    )
    moved[link.index] = msgspec.structs.replace(link, head=verb.index, deprel="mark", upos="PART")
    moved[verb.index] = msgspec.structs.replace(verb, head=adjective.index, deprel="xcomp")
    return moved
