"""Names that a tagger marked otherwise than they are read here: persons whom it took for one, and states.

Sentences come in, the same words go out. The name of a state or a known place is that of a place, also where it stands
for its government: some guidelines mark that as an organisation. "розмова Зеленського з Макроном" names two persons,
not one with a long name. In a language without articles no adposition or conjunction stands inside a
person's name; what follows one begins a name of its own. In others, a city behind an adposition and before a surname
that the report has elsewhere is where it was, the surname whom the verb is about ("ha incontrato a Oslo | Rossi").
"""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from itertools import pairwise

import msgspec
from babel import Locale

from cronistoria.languages.dictionary import load_dictionary
from cronistoria.languages.grammar import load_grammar
from cronistoria.languages.names import declined, inflect, load_names
from cronistoria.languages.words import load_words
from cronistoria.model.sentence import Entity, Sentence, Token, make_sentence
from cronistoria.parse.tokenise import tokenise
from cronistoria.reference.bodies import load_bodies
from cronistoria.reference.places import load_places

_INSIDE, _BEGINS, _PLACE = "I-PER", "B-PER", "B-LOC"
_NAMED = frozenset({"nsubj", "obj", "iobj"})
_PARTING = {"ADP": "case", "CCONJ": "cc"}


def with_parted_names(sentences: tuple[Sentence, ...], language: str) -> tuple[Sentence, ...]:
    """The sentences of a report, with persons told apart by the words between them, and from the cities before them."""
    if not load_grammar(language).articles:
        return tuple(_parted(_with_syllables(sentence)) for sentence in sentences)
    sentences = tuple(map(_with_articles, sentences))
    cities = _cities(language)
    joined = {pair for s in sentences for pair in _joined(s, cities)}
    if not joined:
        return sentences
    names = {
        t.form for s in sentences for t in s.tokens if t.entity in (_BEGINS, _INSIDE) and not _is_one(s, t, joined)
    }
    return tuple(_with_city(sentence, joined, names) for sentence in sentences)


def _with_articles(sentence: Sentence) -> Sentence:
    """The sentence with names whole that have what looks like an article inside ("Abdelfatah | al | Burhan")."""
    changed: dict[int, Token] = {}
    for last in sentence.tokens:
        first = sentence.parent(last)
        if first is None or first.entity != _BEGINS or last.entity == _INSIDE or last.upos != "PROPN":
            continue
        inside = sentence.tokens[first.index + 1 : last.index]
        small = bool(inside) and all(t.entity == _INSIDE and t.head == last.index for t in inside)
        if small and all(t.relation in ("case", "det") for t in inside):
            part = {"head": first.index, "deprel": "flat", "entity": _INSIDE}
            changed |= {t.index: msgspec.structs.replace(t, **part) for t in (*inside, last)}
    if not changed:
        return sentence
    return make_sentence(sentence.index, tuple(changed.get(t.index, t) for t in sentence.tokens))


def with_places(sentences: tuple[Sentence, ...], language: str) -> tuple[Sentence, ...]:
    """The sentences of a report, with the names of states and places marked as places."""
    people = {t.form for s in sentences for t in s.tokens if _is_of_longer_name(s, t)}
    return tuple(_placed(sentence, language, people) for sentence in sentences)


def _placed(sentence: Sentence, language: str, people: AbstractSet[str]) -> Sentence:
    changed = {t.index: t for t in _unseen(sentence, language)}
    for entity in sentence.entities():
        inside, forms = sentence.tokens[entity.first : entity.last + 1], _forms(sentence, entity)
        if entity.type == "ORG" and forms in _places(language):
            changed |= {t.index: msgspec.structs.replace(t, entity=f"{t.entity[:2]}LOC") for t in inside}
        elif entity.type == "ORG" and inside[-1].relation == "appos" and forms[-1:] in _states(language):
            changed |= {t.index: msgspec.structs.replace(t, entity="O", upos=_common(t)) for t in inside[:-1]}
            changed[entity.last] = msgspec.structs.replace(inside[-1], entity=_PLACE)
        elif entity.type == "PER" and _is_government(inside, language) and _is_alone(sentence, inside[0], people):
            changed |= {t.index: msgspec.structs.replace(t, entity=f"{t.entity[:2]}LOC") for t in inside}
        elif entity.type == "PER" and _is_owner(inside, language) and inside[0].form not in people:
            changed[inside[0].index] = msgspec.structs.replace(inside[0], entity=_PLACE, deprel="nmod")
        elif entity.type == "PER" and _is_owner_and_name(sentence, inside, language):
            changed[inside[0].index] = msgspec.structs.replace(inside[0], entity=_PLACE)
            changed[inside[1].index] = msgspec.structs.replace(inside[1], entity=_BEGINS)
    if not changed:
        return sentence
    return make_sentence(sentence.index, tuple(changed.get(t.index, t) for t in sentence.tokens))


def _unseen(sentence: Sentence, language: str) -> Iterator[Token]:
    """Subjects and objects that are names of states or capitals and were taken for other words ("Quito acusó")."""
    for token in sentence.tokens:
        named = token.entity == "O" and token.upos != "PROPN" and token.form[0].isupper()
        if named and token.relation in _NAMED and not sentence.children(token) and (token.form,) in _states(language):
            yield msgspec.structs.replace(token, upos="PROPN", entity=_PLACE)


def _is_government(inside: Sequence[Token], language: str) -> bool:
    """Whether words are the name of a state, its capital or a house of power, in whatever case."""
    if any(name in _states(language) | _seats(language) for name in _called(inside, language)):
        return True
    dictionary = load_dictionary(language) if len(inside) == 1 and inside[0].relation == "nmod" else None
    return dictionary is not None and not _bases(language).isdisjoint(dictionary.bases(inside[0].form))


def _is_owner(inside: Sequence[Token], language: str) -> bool:
    """Whether a word behind a title is the genitive of a state's name, whose the title is ("президента | Руанды")."""
    beside = inside[0].relation in ("appos", "flat") and inside[0].feats.get("Case") == "Gen"
    names = list(_called(inside, language)) if beside and len(inside) == 1 else []
    return len(names) > 1 and names[0] not in _states(language) and any(n in _states(language) for n in names[1:])


def _called(inside: Sequence[Token], language: str) -> Iterator[tuple[str, ...]]:
    """A name as it stands, and in the nominative if it is of one word."""
    yield tuple(token.form for token in inside)
    dictionary = load_dictionary(language) if len(inside) == 1 else None
    if dictionary is not None and inside[0].form.isalpha() and not inside[0].form.isupper():
        yield from ((name,) for name in dictionary.nominatives(inside[0].form, None, None))


def _is_owner_and_name(sentence: Sentence, inside: Sequence[Token], language: str) -> bool:
    """Whether a state and a person are taken for one name behind a title: "президент | Сомали | Хасан Юсуф"."""
    owner, name = inside[0], inside[1:2]
    title = sentence.parent(owner)
    if not name or title is None or title.index != owner.index - 1 or owner.relation != "nmod":
        return False
    return name[0].head == title.index and title.upos == "NOUN" and _is_government(inside[:1], language)


def _common(token: Token) -> str:
    return "NOUN" if token.upos == "PROPN" else token.upos


def _is_of_longer_name(sentence: Sentence, token: Token) -> bool:
    """Whether a word is one of several of a person's name."""
    behind = sentence.tokens[token.index + 1 : token.index + 2]
    return token.entity == _INSIDE or (token.entity == _BEGINS and any(t.entity == _INSIDE for t in behind))


def _is_alone(sentence: Sentence, name: Token, people: AbstractSet[str]) -> bool:
    """Whether a name is nobody's of the report, and stands with no title."""
    above = sentence.parent(name)
    titled = above is not None and name.relation in ("appos", "flat") and above.index == name.index - 1
    return name.form not in people and not titled


def _forms(sentence: Sentence, entity: Entity) -> tuple[str, ...]:
    return tuple(token.form for token in sentence.tokens[entity.first : entity.last + 1])


@cache
def _places(language: str) -> frozenset[tuple[str, ...]]:
    """The names of states and places in a language, in words."""
    exonyms = {form for written in load_names(language).exonyms.values() for form in written}
    own = _states(language) | _declined(exonyms - load_names(language).not_states, language)
    return own.union(tuple(name.split()) for name in load_places())


@cache
def _seats(language: str) -> frozenset[tuple[str, ...]]:
    """Houses of power of one word in a language."""
    names = load_names(language)
    written = (name for houses in names.seats.values() for listed in houses.values() for name in listed)
    return frozenset((name,) for name in written if name.isalpha() and name[0].isupper())


@cache
def _bases(language: str) -> frozenset[str]:
    """Base forms of the names of one word of states and their capitals; a dictionary guesses those of unknown ones."""
    dictionary = load_dictionary(language)
    names = [name[0] for name in _states(language) if len(name) == 1 and len(name[0]) > 1]
    return frozenset(base for name in names for base in dictionary.bases(name)) if dictionary else frozenset()


@cache
def _states(language: str) -> frozenset[tuple[str, ...]]:
    """The names of states and their capitals in a language, in words."""
    names, territories = load_names(language), Locale(language).territories
    states = [body for body in load_bodies().values() if body.iso2]
    listed = [form for s in states for w in names.states.get(s.code, ()) for form in inflect(w, names.inflections)]
    capitals = (form for s in states for form in names.exonyms.get(s.capital or "", (s.capital or "",)))
    written = {territories.get(s.iso2, s.name) for s in states}.union(listed, capitals) - names.not_states
    return _declined(written, language)


def _declined(written: AbstractSet[str], language: str) -> frozenset[tuple[str, ...]]:
    names, words = load_names(language), load_words(language)
    every = {form for name in written if name for form in declined(name, names)}
    return frozenset((n,) if n.isalpha() else tuple(word.form for word in tokenise(n, words)) for n in every)


@cache
def _cities(language: str) -> frozenset[str]:
    """The names of places, in English and in a language."""
    return frozenset(load_places()).union(*load_names(language).exonyms.values())


def _joined(sentence: Sentence, cities: frozenset[str]) -> list[tuple[int, int]]:
    """Cities behind an adposition that are taken for the first word of a name of two: sentence and token."""
    found = []
    for city in sentence.tokens[1:-1]:
        name, before = sentence.tokens[city.index + 1], sentence.tokens[city.index - 1]
        longer = sentence.tokens[city.index + 2 : city.index + 3]
        if city.entity != _BEGINS or name.entity != _INSIDE or any(t.entity == _INSIDE for t in longer):
            continue
        if city.form in cities and before.relation == "case" and before.head == city.index:
            found.append((sentence.index, city.index))
    return found


def _is_one(sentence: Sentence, token: Token, joined: set[tuple[int, int]]) -> bool:
    return bool({(sentence.index, token.index), (sentence.index, token.index - 1)} & joined)


def _with_city(sentence: Sentence, joined: set[tuple[int, int]], names: set[str]) -> Sentence:
    changed: dict[int, Token] = {}
    for city in sentence.tokens:
        verb = sentence.parent(city)
        if (sentence.index, city.index) not in joined or verb is None or verb.upos != "VERB":
            continue
        name = sentence.tokens[city.index + 1]
        if name.form in names and not any(c.relation == "obj" for c in sentence.children(verb)):
            changed[city.index] = msgspec.structs.replace(city, entity=_PLACE)
            changed[name.index] = msgspec.structs.replace(name, entity=_BEGINS, head=verb.index, deprel="obj")
    if not changed:
        return sentence
    return make_sentence(sentence.index, tuple(changed.get(t.index, t) for t in sentence.tokens))


def _parted(sentence: Sentence) -> Sentence:
    sentence = _with_owners(sentence)
    parting = {t.index for t in sentence.tokens if t.entity == _INSIDE and _PARTING.get(t.upos) == t.relation}
    if not parting:
        return sentence
    return make_sentence(sentence.index, tuple(_retagged(token, parting) for token in sentence.tokens))


def _with_owners(sentence: Sentence) -> Sentence:
    """An owner and a person behind a title, taken for one name, as two: "представник | Тирасполя | Віталій Роу"."""
    changed: dict[int, Token] = {}
    for owner, name in pairwise(sentence.tokens):
        if owner.entity != _BEGINS or name.entity != _INSIDE or owner.relation != "nmod" or name.head != owner.head:
            continue
        if owner.head == owner.index - 1 and owner.feats.get("Case") == "Gen" != name.feats.get("Case", "Gen"):
            changed[name.index] = msgspec.structs.replace(name, entity=_BEGINS)
    if not changed:
        return sentence
    return make_sentence(sentence.index, tuple(changed.get(t.index, t) for t in sentence.tokens))


def _with_syllables(sentence: Sentence) -> Sentence:
    """Parts of a name that look like pronouns ("Кан Сун Нам") as its parts."""
    changed: dict[int, Token] = {}
    for entity in sentence.entities():
        for token in sentence.tokens[entity.first + 1 : entity.last + 1] if entity.type == "PER" else ():
            if token.upos in ("PRON", "DET") and token.form.istitle() and not sentence.children(token):
                changed[token.index] = msgspec.structs.replace(
                    token, upos="PROPN", lemma=token.form, feats={}, head=entity.first, deprel="flat:name"
                )
    if not changed:
        return sentence
    return make_sentence(sentence.index, tuple(changed.get(t.index, t) for t in sentence.tokens))


def _retagged(token: Token, parting: set[int]) -> Token:
    if token.index in parting:
        return msgspec.structs.replace(token, entity="O")
    begins = token.index - 1 in parting and token.entity == _INSIDE
    return msgspec.structs.replace(token, entity=_BEGINS) if begins else token
