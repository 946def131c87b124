"""The names that a language has for the parties of the reference tables, and its words for offices and descriptions.

Tables come in, one list of entries a language goes out, kept; a user's own actors are a second, shorter list that
counts first.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Literal

import msgspec
from babel import Locale

from cronistoria.languages.actors import ActorWords, load_actors
from cronistoria.languages.dictionary import load_dictionary
from cronistoria.languages.matching import Lexicon, Match, sentence_atoms
from cronistoria.languages.names import Names, declined, inflect, load_names
from cronistoria.model.document import Document
from cronistoria.model.sentence import Sentence
from cronistoria.reference.bodies import Body, load_bodies
from cronistoria.reference.extra import ExtraActor
from cronistoria.reference.places import load_regions

MeaningKind = Literal["state", "body", "seat", "place", "demonym", "office", "concept", "branch", "person", "nobody"]


class Meaning(msgspec.Struct, frozen=True):
    """What words may mean: ``key`` is a code, an office key, a concept key, a branch, or a place's English name.

    ``branch`` is a seat's; ``home`` the body of an office whose words name none, ``usual`` its state
    if told of.
    """

    kind: MeaningKind
    key: str
    branch: str | None = None
    home: str | None = None
    usual: str | None = None


class Gazetteer(msgspec.Struct, frozen=True):
    """Lists of entries, the one that counts first at the front, and the other words of parties."""

    words: ActorWords
    lexicons: tuple[Lexicon[Meaning], ...]

    def matches(self, document: Document, sentence: Sentence) -> Iterator[Match[Meaning]]:
        """The longest entries in a sentence, left to right, without overlaps."""
        atoms = sentence_atoms(document, sentence)
        position = 0
        while position < len(atoms):
            found = [m for m in (lexicon.longest_at(atoms, position) for lexicon in self.lexicons) if m]
            best = max(found, key=lambda match: len(match.text), default=None)
            if best:
                yield best
            position += len(best.text) if best else 1


def load_gazetteer(language: str, extra: tuple[ExtraActor, ...] = ()) -> Gazetteer:
    """The gazetteer of a language, with a user's own actors. Raises `LanguageError`, `DataError`."""
    base = _load_lexicon(language)
    own = (_extra_lexicon(language, extra),) if extra else ()
    return Gazetteer(load_actors(language), (*own, base))


@cache
def _load_lexicon(language: str) -> Lexicon[Meaning]:
    names, words = load_names(language), load_actors(language)
    lexicon: Lexicon[Meaning] = Lexicon(names.strict, load_dictionary(language))
    for written, meaning in (*_body_names(language, names), *_seat_names(names), *_place_names(names)):
        for form in declined(written, names):
            lexicon.add(form, meaning)
    for code, adjectives in names.demonyms.items():
        for form in _forms(adjectives, names.inflections):
            lexicon.add(form, Meaning("demonym", code))
    _add_words(lexicon, words)
    return lexicon


def _extra_lexicon(language: str, extra: Iterable[ExtraActor]) -> Lexicon[Meaning]:
    lexicon: Lexicon[Meaning] = Lexicon(dictionary=load_dictionary(language))
    for actor in extra:
        kind: MeaningKind = "person" if actor.kind == "person" else "state" if actor.kind == "state" else "body"
        for name in actor.names_in(language):
            lexicon.add(name, Meaning(kind, actor.id))
    return lexicon


def _body_names(language: str, names: Names) -> Iterator[tuple[str, Meaning]]:
    territories = Locale(language).territories
    for body in load_bodies().values():
        meaning = Meaning("state" if body.kind == "state" else "body", body.code)
        name = territories.get(body.iso2, body.name) if body.iso2 else body.name
        own = () if body.kind == "outlet" or name in names.not_states else (name,)
        listed = names.states if body.iso2 else names.bodies
        for written in (*own, *body.spellings, *_forms(listed.get(body.code, ()), names.inflections)):
            yield written, meaning


def _seat_names(names: Names) -> Iterator[tuple[str, Meaning]]:
    for code, branches in names.seats.items():
        for branch, written_forms in branches.items():
            for written in _forms(written_forms, names.inflections):
                yield written, Meaning("seat", code, branch)
    for body in load_bodies().values():
        if body.capital and body.capital not in names.not_seats:
            for written in _capital_names(body, names):
                yield written, Meaning("seat", body.code, "government")


def _capital_names(body: Body, names: Names) -> tuple[str, ...]:
    capital = body.capital or ""
    return (capital, *names.exonyms.get(capital, ()))


def _place_names(names: Names) -> Iterator[tuple[str, Meaning]]:
    for region in load_regions():
        yield region, Meaning("place", region)
    for place, exonyms in names.exonyms.items():
        for written in (place, *exonyms):
            yield written, Meaning("place", place)


def _add_words(lexicon: Lexicon[Meaning], words: ActorWords) -> None:
    homes = {written.lower(): code for written, code in words.homes.items()}
    usual = {written.lower(): code for written, code in words.usual.items()}
    for office, listed in words.offices.items():
        for form in _forms(listed, words.inflections):
            home, state = homes.get(form.lower()), usual.get(form.lower())
            lexicon.add(form, Meaning("office", office, home=home, usual=state))
    for concept, listed in words.concepts.items():
        for form in _forms(listed, words.inflections):
            lexicon.add(form, Meaning("concept", concept))
    for form in _forms(words.ignored, words.inflections):
        lexicon.add(form, Meaning("nobody", ""))
    for branch, listed in words.branches.items():
        for form in _forms(listed, words.inflections):
            lexicon.add(form, Meaning("branch", branch))


def _forms(listed: Iterable[str], inflections: dict[str, tuple[str, ...]]) -> Iterator[str]:
    for written in listed:
        yield from inflect(written, inflections)
