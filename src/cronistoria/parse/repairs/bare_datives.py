"""Whom something is told, promised or held against, by a name without an article that shows no case.

"Roe versprach Präsident Doe, zu kommen": a parser takes such a name for the object. Sentences come in, the same words
go out. Where a verb tells its addressee in the dative, has a subject and says something besides, the bare name of its
object is the addressee; so is a dative that shows, beside what is given.
"""

from functools import cache

import msgspec

from cronistoria.languages.grammar import load_grammar
from cronistoria.languages.positions import position_verbs
from cronistoria.model.sentence import Sentence, Token, make_sentence

DATIVE = "case=dat"
SHOWING = frozenset({"det", "amod", "nummod", "case"})
SAID = frozenset({"ccomp", "xcomp", "obj"})


def with_bare_datives(sentences: tuple[Sentence, ...], language: str) -> tuple[Sentence, ...]:
    """The sentences of a report, with bare names as those addressed where verbs take a dative."""
    verbs = _telling(language)
    if not load_grammar(language).articles:
        return tuple(_shown(sentence, verbs) for sentence in sentences)
    return tuple(_told(sentence, verbs, language) for sentence in sentences) if verbs else sentences


def _shown(sentence: Sentence, verbs: frozenset[str]) -> Sentence:
    """A dative that was taken for the object beside what is given ("дав | Ізраїлю | місяць", "48 годин")."""
    changed: dict[int, Token] = {}
    for token in sentence.tokens:
        verb = sentence.parent(token) if token.deprel == "obj" and token.feats.get("Case") == "Dat" else None
        if verb is None or verb.lemma.lower() not in verbs:
            continue
        beside = [c for c in sentence.children(verb) if c is not token and c.upos == "NOUN"]
        given = (c for c in beside if c.deprel == "obj" or (c.relation == "obl" and _is_amount(sentence, c)))
        if any(True for _ in given):
            changed[token.index] = msgspec.structs.replace(token, deprel="iobj")
    if not changed:
        return sentence
    return make_sentence(sentence.index, tuple(changed.get(t.index, t) for t in sentence.tokens))


def _is_amount(sentence: Sentence, noun: Token) -> bool:
    """Whether a noun is counted, without an adposition."""
    relations = {c.relation for c in sentence.children(noun)}
    return "nummod" in relations and "case" not in relations


@cache
def _telling(language: str) -> frozenset[str]:
    """The verbs whose addressee stands in the dative and never is the object."""
    found = position_verbs(language).items()
    return frozenset(
        lemma
        for lemma, entries in found
        if any(DATIVE in e.to for e in entries) and not any(e.object_is_to for e in entries)
    )


def _told(sentence: Sentence, verbs: frozenset[str], language: str) -> Sentence:
    changed: dict[int, Token] = {}
    for verb in sentence.tokens:
        if verb.upos != "VERB" or verb.lemma.lower() not in verbs:
            continue
        below = sentence.children(verb)
        bare = next((c for c in below if c.deprel == "obj" and _is_bare_name(sentence, c)), None)
        if bare is None or not any(c.relation == "nsubj" for c in below) or any(c.deprel == "iobj" for c in below):
            continue
        contents = {case for entry in position_verbs(language)[verb.lemma.lower()] for case in entry.content}
        if any(_is_said(sentence, c, contents) for c in below if c is not bare):
            told = msgspec.structs.replace(bare, deprel="iobj", feats={**bare.feats, "Case": "Dat"})
            changed[bare.index] = told
    if not changed:
        return sentence
    return make_sentence(sentence.index, tuple(changed.get(t.index, t) for t in sentence.tokens))


def _is_bare_name(sentence: Sentence, token: Token) -> bool:
    below = sentence.children(token)
    named = token.entity[:2] == "B-" or any(c.relation in ("appos", "flat") and c.upos == "PROPN" for c in below)
    return named and token.upos in ("NOUN", "PROPN") and not any(c.relation in SHOWING for c in below)


def _is_said(sentence: Sentence, word: Token, contents: set[str]) -> bool:
    """Whether a word is what is told: an object, a clause, or under an adposition of contents."""
    cases = {c.lemma.lower() for c in sentence.children(word) if c.relation == "case"}
    return word.relation in SAID or (word.relation == "obl" and bool(cases & contents))
