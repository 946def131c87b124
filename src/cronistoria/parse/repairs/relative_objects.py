"""Relative clauses on the noun before them: "talks with Oslo, which it accuses of delay".

Parsers now and then hang a relative clause on the verb, or give it two subjects. Sentences come in, the same words go
out: a clause that opens with a relative pronoun behind a comma belongs to the nominal before the comma, and a relative
pronoun before the subject of its verb is the object.
"""

import msgspec

from cronistoria.languages.grammar import load_grammar
from cronistoria.model.sentence import Sentence, Token, make_sentence

COMMA = ","
NOMINAL = frozenset({"NOUN", "PROPN"})
INSIDE = frozenset({"flat", "compound", "amod", "nmod:desc"})
MISREAD = frozenset({"advcl", "parataxis", "ccomp", "conj", "dep"})
ARGUMENTS = frozenset({"nsubj", "obj", "iobj"})


def with_relative_objects(sentences: tuple[Sentence, ...], language: str) -> tuple[Sentence, ...]:
    """The sentences of a report, each relative clause with its noun and one subject."""
    words = load_grammar(language).relatives
    return tuple(s if s.words.isdisjoint(words) else _repaired(s, words) for s in sentences)


def _repaired(sentence: Sentence, words: frozenset[str]) -> Sentence:
    changed: dict[int, Token] = {}
    for pronoun in (token for token in sentence.tokens if token.keys & words):
        marks = pronoun.upos == "PRON" and pronoun.relation == "mark" and _noun_before(sentence, pronoun) is not None
        verb = sentence.parent(pronoun) if marks or pronoun.feats.get("PronType") == "Rel" else None
        if verb is None or verb.index < pronoun.index or not (marks or pronoun.relation in ARGUMENTS):
            continue
        if marks or _is_second_subject(sentence, pronoun, verb):
            subject = any(c.relation == "nsubj" and c is not pronoun for c in sentence.children(verb))
            feats = pronoun.feats | {"PronType": "Rel"}
            deprel = "obj" if subject else "nsubj"
            changed[pronoun.index] = msgspec.structs.replace(pronoun, deprel=deprel, feats=feats)
        noun = _noun_before(sentence, pronoun) if verb.relation in MISREAD else None
        if noun is not None and not _is_below(sentence, noun, verb):
            changed[verb.index] = msgspec.structs.replace(verb, head=noun.index, deprel="acl:relcl")
    if not changed:
        return sentence
    return make_sentence(sentence.index, tuple(changed.get(token.index, token) for token in sentence.tokens))


def _is_second_subject(sentence: Sentence, pronoun: Token, verb: Token) -> bool:
    below = sentence.children(verb)
    subjects = [c for c in below if c.relation == "nsubj"]
    taken = any(c.relation == "obj" for c in below)
    return pronoun.relation == "nsubj" and len(subjects) == 2 and subjects[0] is pronoun and not taken


def _noun_before(sentence: Sentence, pronoun: Token) -> Token | None:
    """The noun right before the comma before a pronoun that opens a clause, or the head of its name."""
    if pronoun.index < 2 or sentence.tokens[pronoun.index - 1].form != COMMA:
        return None
    found: Token | None = sentence.tokens[pronoun.index - 2]
    while found is not None and (found.relation in INSIDE or found.deprel in INSIDE):
        above = sentence.parent(found)
        if above is None or above.index > found.index:
            break
        found = above
    return found if found is not None and found.upos in NOMINAL else None


def _is_below(sentence: Sentence, word: Token, other: Token) -> bool:
    current: Token | None = word
    while current is not None and current is not other:
        current = sentence.parent(current)
    return current is other
