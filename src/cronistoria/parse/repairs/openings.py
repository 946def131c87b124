"""Adverbs that open an adverbial with an adposition: "a averti | lors d'un entretien".

Parsers now and then hang the noun on the adverb. Sentences come in, the same words go out: where the adverb is one that
sets a contact in time, the noun hangs on the verb, and the adverb is its adposition. A noun of asking that was taken
for a part of an adposition is a noun.
"""

import msgspec

from cronistoria.languages.contacts import load_contact_words
from cronistoria.model.sentence import Sentence, Token, make_sentence


def with_openings(sentences: tuple[Sentence, ...], language: str) -> tuple[Sentence, ...]:
    """The sentences of a report, the nouns behind such adverbs on their verbs."""
    words = load_contact_words(language)
    settings, requests = words.settings, words.request_nouns
    asked = (s if s.words.isdisjoint(requests) else _unfolded(s, requests) for s in sentences)
    return tuple(s if s.words.isdisjoint(settings) else _repaired(s, settings) for s in asked)


def _unfolded(sentence: Sentence, requests: frozenset[str]) -> Sentence:
    """A noun of asking that a parser took for a part of an adposition is one ("a | petición de | Oslo")."""
    changed: dict[int, Token] = {}
    for noun in sentence.tokens:
        first = sentence.parent(noun) if noun.deprel == "fixed" and noun.keys & requests else None
        party = sentence.parent(first) if first is not None and first.relation == "case" else None
        last = sentence.tokens[noun.index + 1] if noun.index + 1 < len(sentence.tokens) else noun
        if first is None or party is None or last.deprel != "fixed" or party.index < last.index:
            continue
        changed[first.index] = msgspec.structs.replace(first, head=noun.index)
        changed[noun.index] = msgspec.structs.replace(noun, head=party.head, deprel="obl")
        changed[last.index] = msgspec.structs.replace(last, head=party.index, deprel="case")
        changed[party.index] = msgspec.structs.replace(party, head=noun.index, deprel="nmod")
    return make_sentence(sentence.index, tuple(changed.get(t.index, t) for t in sentence.tokens))


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
