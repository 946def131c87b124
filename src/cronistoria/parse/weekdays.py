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
_NAMED = ("nmod", "flat", "appos", "compound")


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
    if above is None or any(c.relation == "case" for c in sentence.children(day)):
        return
    verb = sentence.parent(above)
    if day.relation in _INSIDE and day.index < above.index and verb is not None and verb.upos == "VERB":
        if verb.index < day.index:
            yield msgspec.structs.replace(day, head=verb.index, deprel="obl")
    elif above.upos == "VERB":
        free = not any(c.relation == "obj" for c in sentence.children(above))
        for name in sentence.children(day):
            bare = not any(c.relation == "case" for c in sentence.children(name))
            if free and bare and name.relation in _NAMED and name.entity == "B-PER" and name.index > day.index:
                yield msgspec.structs.replace(name, head=above.index, deprel="obj")


@cache
def _weekdays(language: str) -> frozenset[str]:
    return frozenset(name.lower() for name in Locale(language).days["format"]["wide"].values())
