"""Hashtags behind a sentence: "Le convoi est arrivé | #Yémen".

What closes a message is no part of what it says, whatever a parser makes of it. Sentences come in, the same words go
out, the hashtags at the end on no role.
"""

import msgspec

from cronistoria.model.sentence import Sentence, Token, make_sentence

ARGUMENTS = frozenset({"nsubj", "obj", "iobj", "obl", "nmod", "conj"})


def with_hashtags_apart(sentences: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
    """The sentences of a report, with closing hashtags as loose words."""
    return tuple(_mended(sentence) for sentence in sentences)


def _mended(sentence: Sentence) -> Sentence:
    changed: dict[int, Token] = {}
    for token in reversed(sentence.tokens):
        if token.form.startswith("#") and len(token.form) > 1:
            cases = any(c.relation in ("case", "det", "cc") for c in sentence.children(token))
            if token.relation in ARGUMENTS and not cases:
                changed[token.index] = msgspec.structs.replace(token, deprel="dep")
        elif token.upos != "PUNCT":
            break
    if not changed:
        return sentence
    return make_sentence(sentence.index, tuple(changed.get(t.index, t) for t in sentence.tokens))
