"""Adpositions and conjunctions with one lemma in all their forms ("ad" is "a"), auxiliaries taken for adpositions.

Treebanks differ in the first, parsers err in the second ("a | déclaré le ministre"). A word for two that stands for
both of them is a pronoun ("both said"). Sentences come in, sentences with the same words go out.
"""

import msgspec

from cronistoria.languages.grammar import load_grammar
from cronistoria.languages.words import load_words
from cronistoria.model.sentence import Sentence, Token, make_sentence

ARGUMENTS = frozenset({"nsubj", "obj", "iobj", "obl"})
CLASSES = frozenset({"ADP", "CCONJ"})
DONE = {"Tense": "Past", "VerbForm": "Part"}
HAS = {"Mood": "Ind", "Number": "Sing", "Person": "3", "Tense": "Pres", "VerbForm": "Fin"}


def with_function_words(sentences: tuple[Sentence, ...], language: str) -> tuple[Sentence, ...]:
    """The sentences of a report, the function words of the language's tables with its lemmas and classes."""
    words = load_words(language)
    lemmas, auxiliaries = words.function_words, words.auxiliaries
    known, grammar = lemmas.keys() | auxiliaries.keys(), load_grammar(language)
    pairs, owners = grammar.pair_words, grammar.third_possessives
    sentences = tuple(s if s.words.isdisjoint(owners) else _with_objects(s, owners) for s in sentences)
    sentences = tuple(s if s.words.isdisjoint(pairs) else _with_pronouns(s, pairs) for s in sentences)
    sentences = tuple(s if s.words.isdisjoint(known) else _repaired(s, lemmas, auxiliaries) for s in sentences)
    participles = words.participles
    return tuple(s if s.words.isdisjoint(participles) else _with_adpositions(s, participles) for s in sentences)


def _with_pronouns(sentence: Sentence, pairs: frozenset[str]) -> Sentence:
    both = (t for t in sentence.tokens if t.upos == "DET" and t.relation in ARGUMENTS and t.keys & pairs)
    changed = {t.index: msgspec.structs.replace(t, upos="PRON") for t in both}
    return make_sentence(sentence.index, tuple(changed.get(t.index, t) for t in sentence.tokens))


def _with_objects(sentence: Sentence, owners: dict[str, str]) -> Sentence:
    """A possessive that a verb has for its object is a pronoun ("его | примет президент")."""
    changed: dict[int, Token] = {}
    for token in sentence.tokens:
        verb = sentence.parent(token)
        taken = token.upos == "DET" or (token.upos == "PRON" and "Person" not in token.feats)
        taken = taken and token.deprel in ("obj", "det") and token.lower in owners
        if taken and verb is not None and verb.upos == "VERB" and verb.feats.get("VerbForm") == "Fin":
            number, _, gender = owners[token.lower].partition(" ")
            shown = {"Number": number, "Gender": gender}
            feats = {"Case": "Acc", "Person": "3", "PronType": "Prs"} | {k: v for k, v in shown.items() if v}
            changed[token.index] = msgspec.structs.replace(token, upos="PRON", deprel="obj", feats=feats)
    return make_sentence(sentence.index, tuple(changed.get(t.index, t) for t in sentence.tokens))


def _with_adpositions(sentence: Sentence, participles: frozenset[str]) -> Sentence:
    """A participle with an object right behind it is its adposition: "spoke following | talks with the king"."""
    for participle in sentence.tokens:
        if (
            participle.lower not in participles
            or participle.relation not in ("acl", "advcl")
            or participle.upos != "VERB"
        ):
            continue
        below = [c for c in sentence.children(participle) if c.relation != "punct"]
        noun = below[0] if below and below[0].relation == "obj" and below[0].index > participle.index else None
        above = sentence.parent(participle)
        if noun is None or above is None or above.index > participle.index:
            continue
        verb = above if above.upos == "VERB" else sentence.parent(above)
        holds = (
            verb is not None
            and verb.upos == "VERB"
            and participle.relation == "acl"
            and above.relation in ("obl", "obj")
        )
        governor = verb if holds and verb is not None else above
        tokens = list(sentence.tokens)
        relation = "obl" if governor.upos == "VERB" else "nmod"
        tokens[noun.index] = msgspec.structs.replace(noun, head=governor.index, deprel=relation)
        tokens[participle.index] = msgspec.structs.replace(
            participle, upos="ADP", lemma=participle.lower, head=noun.index, deprel="case", feats={}
        )
        for other in below[1:]:
            tokens[other.index] = msgspec.structs.replace(other, head=noun.index)
        return make_sentence(sentence.index, tuple(tokens))
    return sentence


def _repaired(sentence: Sentence, lemmas: dict[str, str], auxiliaries: dict[str, str]) -> Sentence:
    tokens = [_with_lemma(token, lemmas) for token in sentence.tokens]
    for token in sentence.tokens if auxiliaries else ():
        lemma, verb = auxiliaries.get(token.form), sentence.parent(token)
        behind = verb is not None and verb.upos == "VERB" and verb.index == token.index + 1
        if lemma is not None and verb is not None and behind and token.upos == "ADP":
            tokens[token.index] = msgspec.structs.replace(token, upos="AUX", lemma=lemma, feats=HAS, deprel="aux")
            tokens[verb.index] = msgspec.structs.replace(verb, feats=verb.feats | DONE)
    return make_sentence(sentence.index, tuple(tokens))


def _with_lemma(token: Token, lemmas: dict[str, str]) -> Token:
    lemma = lemmas.get(token.lower, token.lemma) if token.upos in CLASSES else token.lemma
    return token if lemma == token.lemma else msgspec.structs.replace(token, lemma=lemma)
