"""Whom somebody meets, receives or rings, by a name without an article that shows no case.

"Am Montag traf Roe in Oslo Doe", "hat Präsident Roe in Oslo Präsident Doe empfangen": a parser takes such a name for a
second subject, or for another name of the place or the person before it. Sentences come in, the same words go out.
"""

from collections.abc import Iterator
from functools import cache

import msgspec

from cronistoria.languages.contacts import contact_verbs
from cronistoria.languages.grammar import load_grammar
from cronistoria.model.sentence import Sentence, Token, make_sentence

PERSON, PLACE = "B-PER", "B-LOC"
HELD = frozenset({"obj", "iobj", "ccomp", "xcomp"})


def with_bare_objects(sentences: tuple[Sentence, ...], language: str) -> tuple[Sentence, ...]:
    """The sentences of a report, with names as objects where verbs may stand before their subjects."""
    forms = load_grammar(language).forms
    if forms is None or not forms.verb_first:
        return sentences
    verbs = _meeting(language)
    return tuple(_repaired(sentence, verbs) for sentence in sentences)


@cache
def _meeting(language: str) -> frozenset[str]:
    """Verbs of contact whose object is the other party."""
    entries = contact_verbs(language).items()
    return frozenset(lemma for lemma, found in entries if any(e.object in ("partner", "recipient") for e in found))


def _repaired(sentence: Sentence, verbs: frozenset[str]) -> Sentence:
    changed: dict[int, Token] = {}
    for verb in sentence.tokens:
        below = sentence.children(verb) if verb.upos == "VERB" and verb.lemma.lower() in verbs else ()
        subject = next((c for c in below if c.deprel == "nsubj" and _is_person(sentence, c)), None)
        if subject is None or any(c.relation in HELD for c in below):
            continue
        found = next((c for c in _candidates(sentence, below, subject) if _is_person(sentence, c)), None)
        if found is not None:
            changed[found.index] = msgspec.structs.replace(found, head=verb.index, deprel="obj")
    if not changed:
        return sentence
    return make_sentence(sentence.index, tuple(changed.get(t.index, t) for t in sentence.tokens))


def _candidates(sentence: Sentence, below: tuple[Token, ...], subject: Token) -> Iterator[Token]:
    """A second subject, what stands right behind a place, or what others of the verb part from its subject."""
    yield from (c for c in below if c.deprel == "nsubj" and c.index > subject.index and c is not subject)
    for place in (c for c in below if c.entity == PLACE and c.relation == "obl"):
        behind = (c for c in sentence.children(place) if c.relation in ("appos", "flat"))
        yield from (c for c in behind if c.index == place.index + 1)
    for name in (c for c in sentence.children(subject) if c.relation == "appos"):
        parted = any(subject.index < c.index < name.index for c in below)
        if parted and sentence.tokens[name.index - 1].form != ",":
            yield name


def _is_person(sentence: Sentence, word: Token) -> bool:
    """Whether a word names a person, or is a title before such a name, without an article or an adposition."""
    below = sentence.children(word)
    if any(c.relation in ("det", "case", "conj") for c in below):
        return word.entity == PERSON and not any(c.relation in ("det", "case") for c in below)
    return word.entity == PERSON or any(c.entity == PERSON and c.relation in ("appos", "flat") for c in below)
