"""Days of the week put where they belong: beside the verb, not inside the nominal that happens to follow.

A bare weekday between a verb and its object ("imposto giovedì sanzioni", "a rencontré lundi Dupont") is often hung on
that object, or the object on it. Sentences come in, sentences go out, with the same words.
"""

from collections.abc import Iterator
from functools import cache

import msgspec
from babel import Locale

from cronistoria.model.sentence import Sentence, Token, make_sentence

_INSIDE = ("nmod", "compound", "flat", "appos")


def with_weekdays(sentences: tuple[Sentence, ...], language: str) -> tuple[Sentence, ...]:
    """The sentences with their weekdays on verbs; linear in the text."""
    names = _weekdays(language)
    return tuple(sentence if sentence.words.isdisjoint(names) else _moved(sentence, names) for sentence in sentences)


def _moved(sentence: Sentence, names: frozenset[str]) -> Sentence:
    changed = {t.index: t for day in sentence.tokens if day.keys & names for t in _changes(sentence, day)}
    if not changed:
        return sentence
    return make_sentence(sentence.index, tuple(changed.get(t.index, t) for t in sentence.tokens))


def _changes(sentence: Sentence, day: Token) -> Iterator[Token]:
    above = sentence.parent(day)
    if above is None:
        return
    verb = sentence.parent(above)
    if day.relation in _INSIDE and day.index < above.index and verb is not None and verb.upos == "VERB":
        if verb.index < day.index and _is_bare(sentence, day):
            yield msgspec.structs.replace(day, head=verb.index, deprel="obl")
    elif above.upos == "VERB" and not any(c.relation == "obj" for c in sentence.children(above)):
        for noun in sentence.children(day):
            if noun.index > day.index and noun.relation in _INSIDE and _is_object(sentence, noun):
                yield msgspec.structs.replace(noun, head=above.index, deprel="obj")


def _is_object(sentence: Sentence, noun: Token) -> bool:
    """Whether a nominal may be an object: a name, or a noun in the accusative ("вторник вечером" is in another)."""
    may_be = noun.entity == "B-PER" or (noun.upos == "NOUN" and noun.feats.get("Case") == "Acc")
    return may_be and _is_bare(sentence, noun)


def _is_bare(sentence: Sentence, noun: Token) -> bool:
    return not any(c.relation == "case" for c in sentence.children(noun))


@cache
def _weekdays(language: str) -> frozenset[str]:
    return frozenset(name.lower() for name in Locale(language).days["format"]["wide"].values())
