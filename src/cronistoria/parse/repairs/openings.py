"""Adverbs that open an adverbial with an adposition: "a averti | lors d'un entretien".

Parsers now and then hang the noun on the adverb. Sentences come in, the same words go out: where the adverb is one that
sets a contact in time, the noun hangs on the verb, and the adverb is its adposition.
"""

import msgspec

from cronistoria.languages.contacts import load_contact_words
from cronistoria.model.sentence import Sentence, Token, make_sentence


def with_openings(sentences: tuple[Sentence, ...], language: str) -> tuple[Sentence, ...]:
    """The sentences of a report, the nouns behind such adverbs on their verbs."""
    settings = load_contact_words(language).settings
    return tuple(s if s.words.isdisjoint(settings) else _repaired(s, settings) for s in sentences)


def _repaired(sentence: Sentence, settings: frozenset[str]) -> Sentence:
    changed: dict[int, Token] = {}
    for adverb in sentence.tokens:
        if adverb.upos != "ADV" or adverb.relation != "advmod" or not adverb.keys & settings:
            continue
        behind = [c for c in sentence.children(adverb) if c.relation == "obl" and c.index > adverb.index]
        if len(behind) == 1 and any(c.relation == "case" for c in sentence.children(behind[0])):
            noun = behind[0]
            changed[noun.index] = msgspec.structs.replace(noun, head=adverb.head, deprel="obl")
            changed[adverb.index] = msgspec.structs.replace(adverb, head=noun.index, deprel="case", upos="ADP")
    if not changed:
        return sentence
    return make_sentence(sentence.index, tuple(changed.get(token.index, token) for token in sentence.tokens))
