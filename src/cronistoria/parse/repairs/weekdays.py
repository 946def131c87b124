"""Days of the week put where they belong: beside the verb, not inside the nominal that happens to follow.

A bare weekday between a verb and its object ("imposto giovedì sanzioni", "a rencontré lundi Dupont") is often hung on
that object, or the object on it; so is the subject behind a day that opens its clause ("il 10 marzo Rossi ha firmato").
Sentences come in, sentences go out, with the same words.
"""

from collections.abc import Iterator
from functools import cache

import msgspec
from babel import Locale

from cronistoria.languages.contacts import contact_verbs, load_contact_words
from cronistoria.languages.dictionary import Dictionary, load_dictionary
from cronistoria.model.sentence import Sentence, Token, make_sentence

DASHES = frozenset("-–—")
_INSIDE = ("nmod", "compound", "flat", "appos")


def with_weekdays(sentences: tuple[Sentence, ...], language: str) -> tuple[Sentence, ...]:
    """The sentences with their weekdays on verbs; linear in the text."""
    names, forms = _weekdays(language), load_dictionary(language)
    months = _months(language) | load_contact_words(language).duration_units
    timed = names | months
    entries = contact_verbs(language).items()
    visiting = frozenset(lemma for lemma, found in entries if any(e.object == "host" for e in found))
    return tuple(
        sentence
        if sentence.words.isdisjoint(timed) and not _has_label(sentence)
        else _moved(sentence, (names, months), forms, visiting)
        for sentence in sentences
    )


def _has_label(sentence: Sentence) -> bool:
    """Whether a clock time and a dash stand before the sentence, as on live pages."""
    first, following = sentence.tokens[0], sentence.tokens[1:2]
    return first.upos == "NUM" and bool(following) and following[0].form in DASHES


def _moved(
    sentence: Sentence,
    times: tuple[frozenset[str], frozenset[str]],
    forms: Dictionary | None,
    visiting: frozenset[str],
) -> Sentence:
    names, months = times
    sentence = _with_places(sentence, names)
    changed = {t.index: t for day in sentence.tokens if day.keys & names for t in _changes(sentence, day, visiting)}
    for time in sentence.tokens:
        if time.keys & (names | months) and (first := _second_object(sentence, time)):
            changed.setdefault(first.index, first)
        if time.keys & (names | months) or (time.index == 0 and _has_label(sentence)):
            changed |= {t.index: t for t in _subjects(sentence, time, forms) if t.index not in changed}
    if not changed:
        return sentence
    return make_sentence(sentence.index, tuple(changed.get(t.index, t) for t in sentence.tokens))


def _second_object(sentence: Sentence, time: Token) -> Token | None:
    """A stretch of time behind the object of a verb is when it is done ("ha visto Rossi | la settimana scorsa")."""
    verb = sentence.parent(time) if time.deprel == "obj" else None
    if verb is None or verb.upos != "VERB" or "Case" in time.feats:
        return None
    before = any(
        c.deprel == "obj" and c.upos in ("NOUN", "PROPN") and c.index < time.index for c in sentence.children(verb)
    )
    return msgspec.structs.replace(time, deprel="obl") if before and time.index > verb.index else None


def _with_places(sentence: Sentence, names: frozenset[str]) -> Sentence:
    """The sentence with places of journeys beside their days: "flew to Oslo on Monday and to Riga on Tuesday".

    A day that a parser took for what is said of somebody ("will be on Monday in Oslo") gives way to its place.
    """
    changed: dict[int, Token] = {}
    for day in sentence.tokens:
        if not day.keys & names:
            continue
        place = next((c for c in sentence.children(day) if c.index > day.index and _is_place(sentence, c)), None)
        first = sentence.parent(day) if day.relation == "conj" else day
        if place is None or first is None:
            continue
        if any(c.relation == "cop" for c in sentence.children(first)):
            changed |= _given_way(sentence, day, place, first)
            continue
        verb = first if first.upos == "VERB" else sentence.parent(first)
        behind = verb is not None and verb.index < day.index and (first is verb or first.relation in ("obl", "obj"))
        if verb is not None and verb.upos == "VERB" and behind:
            changed |= _beside(sentence, day, place, verb)
    return (
        sentence
        if not changed
        else make_sentence(sentence.index, tuple(changed.get(t.index, t) for t in sentence.tokens))
    )


def _given_way(sentence: Sentence, day: Token, place: Token, first: Token) -> dict[int, Token]:
    """The words to change where a day stands for its place as what is said of somebody."""
    if day is not first:
        others = (c for c in sentence.children(first) if c.index > first.index and _is_place(sentence, c))
        head = next(others, first)
        moved = msgspec.structs.replace(place, head=head.index, deprel="conj")
        return {place.index: moved, day.index: msgspec.structs.replace(day, head=place.index, deprel="obl")}
    kept = {c.index for c in sentence.children(day) if c.relation in ("case", "det", "amod", "nummod", "flat", "conj")}
    below = (c for c in sentence.children(day) if c.index not in kept and c is not place)
    found = {c.index: msgspec.structs.replace(c, head=place.index) for c in below}
    found[place.index] = msgspec.structs.replace(place, head=day.head, deprel=day.deprel)
    found[day.index] = msgspec.structs.replace(day, head=place.index, deprel="obl")
    return found


def _beside(sentence: Sentence, day: Token, place: Token, verb: Token) -> dict[int, Token]:
    """The words to change where a place hangs on the day that stands before it."""
    earlier = [c for c in sentence.children(verb) if c.index < day.index and _is_place(sentence, c)]
    joined = any(c.relation == "cc" for c in sentence.children(day))
    if earlier and joined:
        return {place.index: msgspec.structs.replace(place, head=earlier[-1].index, deprel="conj")}
    return {place.index: msgspec.structs.replace(place, head=verb.index, deprel="obl")}


def _is_place(sentence: Sentence, word: Token) -> bool:
    """Whether a word names a place under an adposition of its own."""
    return word.entity == "B-LOC" and any(c.relation == "case" for c in sentence.children(word))


def _changes(sentence: Sentence, day: Token, visiting: frozenset[str]) -> Iterator[Token]:
    above = sentence.parent(day)
    if above is None:
        return
    verb = sentence.parent(above)
    if above.index == day.index + 1 and (part := _part_of_day(sentence, day, above)) is not None:
        yield part
        return
    if day.relation in _INSIDE and day.index < above.index and verb is not None and verb.upos == "VERB":
        if verb.index < day.index and _is_bare(sentence, day):
            yield msgspec.structs.replace(day, head=verb.index, deprel="obl")
    elif day.relation in ("obj", "nsubj") and day.index > above.index and _is_told(sentence, above, day):
        yield msgspec.structs.replace(day, deprel="obl")
    elif above.upos == "VERB" and not any(c.relation == "obj" for c in sentence.children(above)):
        for noun in sentence.children(day):
            visited = noun.entity == "B-LOC" and noun.relation == "appos" and above.lemma.lower() in visiting
            object_ = _is_object(sentence, noun) or (visited and _is_bare(sentence, noun))
            if noun.index > day.index and noun.relation in _INSIDE and object_:
                yield msgspec.structs.replace(noun, head=above.index, deprel="obj")
    elif above.upos == "VERB" and day.index > above.index:
        yield from _behind_day(sentence, day, above)


def _behind_day(sentence: Sentence, day: Token, verb: Token) -> Iterator[Token]:
    """The subject behind a day, with who is joined to it, of a verb that has an object ("trafen sich am Montag | Roe").

    A model may have taken the two words for one name.
    """
    below = sentence.children(verb)
    names = [c for c in sentence.children(day) if c.index == day.index + 1 and c.relation in _INSIDE]
    if not names or names[0].upos != "PROPN" or any(c.relation in ("nsubj", "csubj") for c in below):
        return
    entity = "B-PER" if names[0].entity.startswith("I-") else names[0].entity
    yield msgspec.structs.replace(names[0], head=verb.index, deprel="nsubj", entity=entity)
    yield msgspec.structs.replace(day, entity="O")
    joined = (c for c in below if c.relation == "conj" and c.upos == "PROPN" and c.index > names[0].index)
    yield from (msgspec.structs.replace(c, head=names[0].index) for c in joined)


def _part_of_day(sentence: Sentence, day: Token, part: Token) -> Token | None:
    """A part of a day behind its weekday that hangs on a name before it ("called to the palace Thursday evening")."""
    name = sentence.parent(part)
    if part.relation not in _INSIDE or name is None or name.index > day.index or not _is_bare(sentence, part):
        return None
    verb = sentence.parent(name)
    verbal = verb is not None and verb.upos == "VERB" and sentence.tokens[day.index - 1].upos != "ADP"
    return msgspec.structs.replace(part, head=verb.index, deprel="obl") if verbal and verb is not None else None


def _is_told(sentence: Sentence, verb: Token, day: Token) -> bool:
    """Whether a verb says something else than the day behind it: another object, a clause, or what it is put into.

    "Imposed sanctions Monday", "said Monday that …", "they meet, he said Monday".
    """
    others = {c.relation for c in sentence.children(verb) if c is not day}
    inserted = verb.relation == "parataxis" and "nsubj" in others
    return bool(others & {"obj", "ccomp"}) or inserted


def _subjects(sentence: Sentence, time: Token, forms: Dictionary | None) -> Iterator[Token]:
    """What hangs on a day between it and a verb that has no subject."""
    top = time
    while top.relation in _INSIDE and (above := sentence.parent(top)) is not None:
        top = above
    verb = sentence.parent(top)
    if verb is None or verb.upos != "VERB" or top.relation != "obl" or verb.index < time.index:
        return
    if any(c.relation in ("nsubj", "csubj") for c in sentence.children(verb)):
        return
    for noun in sentence.children(time):
        if time.index < noun.index < verb.index and noun.relation in _INSIDE and _may_be_subject(sentence, noun, forms):
            yield msgspec.structs.replace(noun, head=verb.index, deprel="nsubj")
            return


def _may_be_subject(sentence: Sentence, noun: Token, forms: Dictionary | None) -> bool:
    """Whether a nominal may be a subject: by a dictionary a nominative, else a name or a noun with its article."""
    if not _is_bare(sentence, noun) or noun.upos not in ("NOUN", "PROPN"):
        return False
    if forms is not None and forms.knows(noun.form):
        return any(a.case == "Nom" for a in forms.analyses(noun.form))
    return noun.entity != "O" or any(c.relation == "det" for c in sentence.children(noun))


def _is_object(sentence: Sentence, noun: Token) -> bool:
    """Whether a nominal may be an object: a name, or a noun in the accusative ("вторник вечером" is in another)."""
    may_be = noun.entity == "B-PER" or (noun.upos == "NOUN" and noun.feats.get("Case") == "Acc")
    return may_be and _is_bare(sentence, noun)


def _is_bare(sentence: Sentence, noun: Token) -> bool:
    return not any(c.relation == "case" for c in sentence.children(noun))


@cache
def _weekdays(language: str) -> frozenset[str]:
    return frozenset(name.lower() for name in Locale(language).days["format"]["wide"].values())


@cache
def _months(language: str) -> frozenset[str]:
    return frozenset(name.lower() for name in Locale(language).months["format"]["wide"].values())
