"""Verbs whose doer nobody names: "Израиль | обвинили", "Лаврова | обвинили", "Иран | обвиняется".

A plural verb without a subject tells what some do; parsers take a single name beside it for the subject, which is the
object. A reflexive verb of accusing tells what its subject suffers. Sentences come in, the same words go out; a
language whose plural verbs need a subject keeps its trees.
"""

from collections.abc import Iterator
from functools import cache

import msgspec

from cronistoria.languages.grammar import load_grammar
from cronistoria.languages.positions import position_verbs
from cronistoria.model.sentence import Sentence, Token, make_sentence
from cronistoria.parse.repairs.inversion import agrees

ARGUMENTS = frozenset({"nsubj", "csubj", "obj", "ccomp", "cop", "aux"})


def with_unnamed_doers(sentences: tuple[Sentence, ...], language: str) -> tuple[Sentence, ...]:
    """The sentences of a report, with names as what is done to them where nobody does it."""
    grammar = load_grammar(language)
    if not grammar.impersonal_sources:
        return sentences
    return tuple(_repaired(sentence, _accusing(language)) for sentence in sentences)


@cache
def _accusing(language: str) -> dict[str, str]:
    """The verbs that accuse their object, by the lemma of their reflexive."""
    ending = load_grammar(language).reflexive_ending
    found = position_verbs(language).items()
    accusing = (lemma for lemma, entries in found if any(e.type == "accusation" and e.object_is_to for e in entries))
    return {lemma + ending: lemma for lemma in accusing} if ending else {}


def _repaired(sentence: Sentence, accusing: dict[str, str]) -> Sentence:
    verbs = [t for t in sentence.tokens if t.upos == "VERB" and t.feats.get("VerbForm") == "Fin"]
    changed = {t.index: t for verb in verbs for t in (*_object(sentence, verb), *_passive(sentence, verb, accusing))}
    if not changed:
        return sentence
    return make_sentence(sentence.index, tuple(changed.get(token.index, token) for token in sentence.tokens))


def _object(sentence: Sentence, verb: Token) -> Iterator[Token]:
    """The single name that a plural verb does not agree with, as its object."""
    held = [c for c in sentence.children(verb) if c.relation in ARGUMENTS]
    active = verb.feats.get("Voice") not in ("Pass", "Mid") and verb.feats.get("Number") == "Plur"
    if not active or len(held) != 1 or held[0].deprel != "nsubj" or verb.feats.get("Person") in ("1", "2"):
        return
    name = held[0]
    below = sentence.children(name)
    joined = any(c.relation in ("nmod", "obl", "appos", "case") for c in below)
    named = name.upos == "PROPN" and name.feats.get("Number") == "Sing" and not name.entity.endswith("-ORG")
    if named and not joined and not agrees(sentence, verb, name):
        yield msgspec.structs.replace(name, deprel="obj", feats=name.feats | {"Case": "Acc"})


def _passive(sentence: Sentence, verb: Token, accusing: dict[str, str]) -> Iterator[Token]:
    """A reflexive verb of accusing as the passive that it stands for."""
    lemma = accusing.get(verb.lemma.lower())
    subject = next((c for c in sentence.children(verb) if c.deprel == "nsubj"), None)
    if lemma is not None and subject is not None:
        yield msgspec.structs.replace(verb, lemma=lemma, feats=verb.feats | {"Voice": "Pass"})
        yield msgspec.structs.replace(subject, deprel="nsubj:pass")
