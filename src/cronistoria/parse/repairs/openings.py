"""Adverbs that open an adverbial with an adposition: "a averti | lors d'un entretien".

Parsers now and then hang the noun on the adverb. Sentences come in, the same words go out: where the adverb is one that
sets a contact in time, the noun hangs on the verb, and the adverb is its adposition. A noun of asking that was taken
for a part of an adposition is a noun.
"""

import msgspec

from cronistoria.languages.contacts import ContactWords, load_contact_words
from cronistoria.model.sentence import Sentence, Token, make_sentence


def with_openings(sentences: tuple[Sentence, ...], language: str) -> tuple[Sentence, ...]:
    """The sentences of a report, the nouns behind such adverbs on their verbs."""
    words = load_contact_words(language)
    settings, requests = words.settings, words.request_nouns
    sentences = tuple(map(_with_adpositions, sentences))
    later = (s if s.words.isdisjoint(words.afterwards) else _later(s, words) for s in sentences)
    asked = (s if s.words.isdisjoint(requests) else _unfolded(s, requests) for s in later)
    return tuple(s if s.words.isdisjoint(settings) else _repaired(s, settings) for s in asked)


def _with_adpositions(sentence: Sentence) -> Sentence:
    """An infinitive that is only the second word of an adposition tells no deed ("à | partir | de mardi")."""
    changed: dict[int, Token] = {}
    for opening, verb in zip(sentence.tokens[:-1], sentence.tokens[1:], strict=True):
        joined = verb.index in (opening.head, opening.index + 1) and opening.head in (verb.index, verb.head)
        if "ExtPos" not in opening.feats or verb.feats.get("VerbForm") != "Inf" or not joined:
            continue
        below = (*sentence.children(opening), *sentence.children(verb))
        nouns = [c for c in below if c.relation == "obl" and c.index > verb.index]
        cases = [c for c in sentence.children(nouns[0]) if c.relation == "case"] if nouns else []
        if verb.relation not in ("advcl", "obl", "acl") or not cases or cases[0].index != verb.index + 1:
            continue
        noun = nouns[0]
        changed[noun.index] = msgspec.structs.replace(noun, head=verb.head, deprel="obl")
        changed[opening.index] = msgspec.structs.replace(opening, head=noun.index, deprel="case")
        changed[verb.index] = msgspec.structs.replace(verb, head=opening.index, deprel="fixed", upos="ADP", feats={})
    return (
        make_sentence(sentence.index, tuple(changed.get(t.index, t) for t in sentence.tokens)) if changed else sentence
    )


def _later(sentence: Sentence, words: ContactWords) -> Sentence:
    """An adverb behind a length of time is no adposition of the name that follows ("il giorno dopo | Rossi vede …")."""
    changed: dict[int, Token] = {}
    for adverb in sentence.tokens[1:]:
        unit, name = sentence.tokens[adverb.index - 1], sentence.parent(adverb)
        if adverb.upos != "ADP" or not adverb.keys & words.afterwards or not unit.keys & words.duration_units:
            continue
        above = sentence.parent(name) if name is not None else None
        if name is None or name.entity != "B-PER" or name.index != adverb.index + 1 or above is None:
            continue
        verb = above if above.upos == "VERB" else sentence.parent(above)
        if verb is None or verb.upos != "VERB" or verb.index < name.index:
            continue
        if any(c.relation == "nsubj" and c.index != name.index for c in sentence.children(verb)):
            continue
        changed[adverb.index] = msgspec.structs.replace(adverb, upos="ADV", head=unit.index, deprel="advmod")
        changed[name.index] = msgspec.structs.replace(name, head=verb.index, deprel="nsubj")
        if unit.head == name.index:
            changed[unit.index] = msgspec.structs.replace(unit, head=verb.index, deprel="obl")
    return (
        make_sentence(sentence.index, tuple(changed.get(t.index, t) for t in sentence.tokens)) if changed else sentence
    )


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
