"""Perfects with "be" that a parser took for passives: "la delegazione è arrivata", "les troupes sont entrées".

Sentences come in, the same words go out. Which verbs have no passive is told by the grammar table; with a reflexive
pronoun none has ("si erano incontrati"). A doer ("da Rossi") or a second auxiliary ("è stata affondata") makes one of
any verb.
"""

import msgspec

from cronistoria.languages.grammar import load_grammar
from cronistoria.model.sentence import Sentence, Token, make_sentence

_REFLEXIVE = frozenset({"expl", "expl:pv", "expl:comp"})
_PASSIVE = frozenset({"aux:pass", "nsubj:pass", "csubj:pass"})


def with_active_verbs(sentences: tuple[Sentence, ...], language: str) -> tuple[Sentence, ...]:
    """The sentences of a report, with verbs that have no passive in the active voice."""
    verbs = load_grammar(language).unaccusatives
    return tuple(_active(sentence, verbs) for sentence in sentences) if verbs else sentences


def _active(sentence: Sentence, verbs: frozenset[str]) -> Sentence:
    changed: dict[int, Token] = {}
    for verb in sentence.tokens:
        below = sentence.children(verb)
        if not any(c.deprel in _PASSIVE for c in below):
            continue
        if verb.lemma.lower() not in verbs and not any(c.deprel in _REFLEXIVE for c in below):
            continue
        helpers = sum(c.relation == "aux" for c in below)
        if helpers < 2 and not any(c.deprel == "obl:agent" for c in below):
            changed |= {c.index: msgspec.structs.replace(c, deprel=c.relation) for c in below if c.deprel in _PASSIVE}
            feats = {name: value for name, value in verb.feats.items() if name != "Voice"}
            changed[verb.index] = msgspec.structs.replace(verb, feats=feats)
    if not changed:
        return sentence
    return make_sentence(sentence.index, tuple(changed.get(token.index, token) for token in sentence.tokens))
