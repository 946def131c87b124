"""Places that open a headline: "Armenia-Azerbaijan, Roe and Doe meet in Prague" tells what it is about, not who meets.

Parsers take the place for the first of those coordinated. Sentences come in, sentences with the same words go out,
where a bare place before a comma is ``dislocated`` if all that is coordinated with it are persons by their names, or if
the verb has another subject behind a dash ("LIMA, 4 Aug - Ministers meet").
"""

import msgspec

from cronistoria.model.sentence import Sentence, Token, make_sentence

PLACE, INSIDE_PLACE = "B-LOC", "I-LOC"
PERSON = "B-PER"
DASHES = frozenset("-–—")
BESIDE = frozenset({"appos", "flat", "nmod"})


def with_topics(sentences: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
    """The sentences of a report, the place that opens one apart from the persons behind it."""
    return tuple(_repaired(sentence) for sentence in sentences)


def _repaired(sentence: Sentence) -> Sentence:
    place = sentence.tokens[0]
    if _opens_news(sentence):
        return make_sentence(
            sentence.index, (msgspec.structs.replace(place, deprel="dislocated"), *sentence.tokens[1:])
        )
    people = [c for c in sentence.children(place) if c.relation == "conj"]
    verb = sentence.parent(place)
    if verb is None or not people or not _is_topic(sentence) or not _are_persons(sentence, people):
        return sentence
    first = people[0]
    changed = {p.index: msgspec.structs.replace(p, head=first.index) for p in people[1:]}
    changed[first.index] = msgspec.structs.replace(first, head=verb.index, deprel=place.deprel)
    changed[place.index] = msgspec.structs.replace(place, deprel="dislocated")
    return make_sentence(sentence.index, tuple(changed.get(t.index, t) for t in sentence.tokens))


def _opens_news(sentence: Sentence) -> bool:
    """Whether a place is where the news comes from: a subject before a dash, with another one behind it."""
    place, verb = sentence.tokens[0], sentence.parent(sentence.tokens[0])
    if place.entity != PLACE or place.relation != "nsubj" or verb is None:
        return False
    other = next((c for c in sentence.children(verb) if c.relation == "nsubj" and c is not place), None)
    return other is not None and any(t.form in DASHES for t in sentence.tokens[1 : min(other.index, verb.index)])


def _is_topic(sentence: Sentence) -> bool:
    """Whether the first words are one place without an article, and a comma follows."""
    if sentence.tokens[0].entity != PLACE:
        return False
    behind = next((t for t in sentence.tokens[1:] if t.entity not in (PLACE, INSIDE_PLACE) and t.form != "-"), None)
    return behind is not None and behind.form == ","


def _are_persons(sentence: Sentence, people: list[Token]) -> bool:
    """Whether one at least is known as a person and none as anything else."""
    named = [{t.entity for t in (p, *sentence.children(p)) if t is p or t.relation in BESIDE} for p in people]
    known = [PERSON in entities for entities in named]
    bare = (p.upos == "PROPN" and entities <= {"O"} for p, entities in zip(people, named, strict=True))
    return any(known) and all(k or b for k, b in zip(known, bare, strict=True))
