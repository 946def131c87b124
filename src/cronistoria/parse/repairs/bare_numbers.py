"""Numbers that stand alone as subjects behind "more than": "murieron diez y | más de veinte | resultaron heridos".

Parsers hang such a number on the adverb before it, and take that for an adverbial or a part of the clause before.
Sentences come in, the same words go out: the number is the subject of the verb right behind it.
"""

import msgspec

from cronistoria.languages.quantities import load_quantity_words
from cronistoria.model.sentence import Sentence, Token, make_sentence

PAIR = 2
SUBJECTS = frozenset({"nsubj", "csubj"})


def with_bare_numbers(sentences: tuple[Sentence, ...], language: str) -> tuple[Sentence, ...]:
    """The sentences of a report, with numbers behind words of more and less as subjects."""
    words = load_quantity_words(language)
    pairs = frozenset(tuple(entry.split()) for entry in (*words.over, *words.under) if len(entry.split()) == PAIR)
    firsts = frozenset(first for first, _ in pairs)
    return tuple(s if s.words.isdisjoint(firsts) else _mended(s, pairs) for s in sentences)


def _mended(sentence: Sentence, pairs: frozenset[tuple[str, ...]]) -> Sentence:
    changed: dict[int, Token] = {}
    for first, second, number, after in zip(*(sentence.tokens[i:] for i in range(4)), strict=False):
        if (first.lower, second.lower) not in pairs or number.upos != "NUM" or after.upos not in ("VERB", "AUX"):
            continue
        verb = sentence.parent(after) if after.relation in ("aux", "cop") else after
        finite = after.feats.get("VerbForm") == "Fin" and after.feats.get("Number") == "Plur"
        if verb is None or not finite or first.upos != "ADV" or verb.index <= number.index:
            continue
        own = {t.index for t in (first, second, number)}
        others = (c for c in sentence.children(verb) if c.relation in SUBJECTS and c.index < verb.index)
        if any(c.index not in own for c in others) or _hangs_on(sentence, verb, own):
            continue
        passive = any(c.deprel == "aux:pass" for c in sentence.children(verb))
        changed[number.index] = msgspec.structs.replace(
            number, head=verb.index, deprel="nsubj:pass" if passive else "nsubj"
        )
        behind = (c for c in sentence.children(verb) if c.relation == "nsubj" and c.index > verb.index)
        changed |= {c.index: msgspec.structs.replace(c, deprel="xcomp") for c in behind}
        changed[first.index] = msgspec.structs.replace(first, head=number.index, deprel="advmod")
        changed[second.index] = msgspec.structs.replace(second, head=first.index, deprel="fixed")
    if not changed:
        return sentence
    return make_sentence(sentence.index, tuple(changed.get(t.index, t) for t in sentence.tokens))


def _hangs_on(sentence: Sentence, word: Token, indices: set[int]) -> bool:
    """Whether a word hangs on one of some, directly or not."""
    above = sentence.parent(word)
    while above is not None and above.index not in indices:
        above = sentence.parent(above)
    return above is not None
