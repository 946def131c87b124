"""Names of places in a sentence: cities, regions, waters, states, and what the model marks as a place.

Language tables and the place table come in, one list of entries a language is kept; hits by token go out.
"""

from collections.abc import Iterator
from functools import cache

import msgspec
from babel import Locale

from cronistoria.languages.dictionary import load_dictionary
from cronistoria.languages.matching import Lexicon, Match, sentence_atoms, text_atoms
from cronistoria.languages.names import declined, inflect, load_names
from cronistoria.model.document import Document
from cronistoria.model.sentence import Sentence, Token
from cronistoria.reference.bodies import load_bodies
from cronistoria.reference.names import fold
from cronistoria.reference.places import KnownPlace, load_places

LEAST_SOUNDS = 5
SMALL_WORDS = frozenset({"ADP", "DET", "PUNCT", "CCONJ"})


class PlaceHit(msgspec.Struct, frozen=True):
    """A place named by the tokens ``first`` to ``last``, both inside; ``is_city``: it is no state."""

    first: int
    last: int
    head: int
    place: KnownPlace
    is_city: bool


def find_place_hits(document: Document, sentence: Sentence) -> list[PlaceHit]:
    """The places named in a sentence, left to right; of two that overlap the longer."""
    found: dict[int, PlaceHit] = {}
    for match in _load_lexicon(document.language).matches(sentence_atoms(document, sentence)):
        head = _head(sentence, match.first, match.last)
        if _is_name(sentence, match, head):
            place = match.meanings[0]
            hit = PlaceHit(match.first, match.last, head.index, place, place.latitude is not None)
            if match.first != match.last or not _is_part_of_name(sentence, hit):
                found[head.index] = hit
    covered = {i for hit in found.values() for i in range(hit.first, hit.last + 1)}
    for entity in sentence.entities():
        if entity.type == "LOC" and not covered & set(range(entity.first, entity.last + 1)):
            hit = _unknown(document, sentence, entity.first, entity.last)
            named = sentence.tokens[hit.head].upos == "PROPN" and not hit.place.name.isupper()
            if named and not _is_part_of_name(sentence, hit):
                found[hit.head] = hit
    return sorted(found.values(), key=lambda hit: hit.first)


def country_written(text: str, language: str) -> str | None:
    """The state of the first place that words outside the sentences name ("PARIGI, 3 marzo (Agenzia) -" is of FRA)."""
    matches = _load_lexicon(language).matches(text_atoms(text, language))
    return next((place.country for match in matches for place in match.meanings[:1] if place.country), None)


def _is_part_of_name(sentence: Sentence, hit: PlaceHit) -> bool:
    """Whether the words are part of a longer name, as that of a person who bears a city's name."""
    head = sentence.tokens[hit.head]
    beside = [c for c in sentence.children(head) if c.relation == "flat" and c.upos == "PROPN"]
    return head.relation == "flat" or any(not hit.first <= c.index <= hit.last for c in beside)


def _unknown(document: Document, sentence: Sentence, first: int, last: int) -> PlaceHit:
    end = max(t.end for t in sentence.tokens[first : last + 1])
    name = " ".join(document.text[sentence.tokens[first].start : end].split())
    place = _by_sound(name, sentence.tokens[first : last + 1]) or KnownPlace(name, None)
    return PlaceHit(first, last, _head(sentence, first, last).index, place, True)


def _by_sound(name: str, tokens: tuple[Token, ...]) -> KnownPlace | None:
    """The one place of the table whose name sounds like what is written, in whatever script or inflection."""
    written = dict.fromkeys((name, " ".join(token.lemma for token in tokens)))
    keys = [key for form in written if len(key := fold(form)) >= LEAST_SOUNDS]
    found = [place for key in keys if (place := _sounds().get(key)) is not None]
    return found[0] if found else None


@cache
def _sounds() -> dict[str, KnownPlace | None]:
    """Places by the key of their name; ``None`` for a key that several share."""
    found: dict[str, KnownPlace | None] = {}
    places = load_places()
    for name, key in zip(places, fold("\n".join(places)).split("\n"), strict=True):
        found[key.strip()] = None if key.strip() in found else places[name]
    return found


def _is_name(sentence: Sentence, match: Match[KnownPlace], head: Token) -> bool:
    """One word alone must be a proper noun or marked as a place."""
    return match.first != match.last or head.upos == "PROPN" or head.entity.endswith("LOC")


def _head(sentence: Sentence, first: int, last: int) -> Token:
    outside = [t for t in sentence.tokens[first : last + 1] if not first <= t.head <= last]
    weighty = [t for t in outside if t.upos not in SMALL_WORDS]
    return (weighty or outside or [sentence.tokens[first]])[0]


@cache
def _load_lexicon(language: str) -> Lexicon[KnownPlace]:
    lexicon: Lexicon[KnownPlace] = Lexicon(dictionary=load_dictionary(language))
    names = load_names(language)
    for written, place in _entries(language):
        for form in declined(written, names):
            lexicon.add(form, place)
    return lexicon


def _entries(language: str) -> Iterator[tuple[str, KnownPlace]]:
    """Names that this language has for places count first, then states, then English names."""
    names, places = load_names(language), load_places()
    for english, exonyms in names.exonyms.items():
        for written in exonyms:
            yield written, places.get(english) or KnownPlace(english, None)
    territories = Locale(language).territories
    for body in load_bodies().values():
        if body.iso2:
            state = KnownPlace(body.name, body.code)
            listed = (form for w in names.states.get(body.code, ()) for form in inflect(w, names.inflections))
            for written in (territories.get(body.iso2, body.name), *listed):
                yield written, state
    for place in places.values():
        yield place.name, place
