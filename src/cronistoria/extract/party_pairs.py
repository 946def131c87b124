"""Which office stands beside which person's name: "il presidente Biden", "Yuri Ushakov, consigliere di Putin".

Persons and nouns of one sentence come in, pairs go out; by the tree, or by standing side by side.
"""

from collections.abc import Sequence

import msgspec

from cronistoria.extract import tree
from cronistoria.extract.party_nouns import PartyNoun
from cronistoria.extract.party_view import ONE, Person, View
from cronistoria.model.sentence import Token

BESIDE = frozenset({"flat", "appos", "compound", "nmod", "nsubj", "dep", "parataxis", "amod", "name"})
MARKS = frozenset({",", "-", "–", "—", "("})


class Pair(msgspec.Struct, frozen=True):
    """A person and the noun that says what they are; ``is_title``: it stands right before the name."""

    person: Person
    noun: PartyNoun | None
    is_title: bool


def pair_people(view: View, people: list[Person], nouns: list[PartyNoun]) -> list[Pair]:
    """Each person with its noun, if it has one; names that are coordinated share a plural noun."""
    candidates = [n for n in nouns if n.office or n.meaning.key in ONE]
    by_head = {n.head: n for n in candidates}
    by_last = {n.last: n for n in candidates} | {n.hit.last: n for n in candidates}
    by_first = {n.first: n for n in candidates}
    pairs: list[Pair] = []
    for person in people:
        noun = (
            _title(view, person, by_last, candidates)
            or _related(view, person, by_head)
            or _beside(view, person, by_last, by_first)
        )
        if noun is not None and noun.plural:
            noun = _leading(view, view.token(noun.head), by_head) or noun
        noun = noun or _shared(view, person, pairs)
        is_title = noun is not None and noun.first < person.first and noun.last + 1 >= person.first
        pairs.append(Pair(person, noun, is_title))
    return _parted(pairs)


def _parted(pairs: list[Pair]) -> list[Pair]:
    """Each of as many people as owners of their office has one owner: "the ministers of Oslo and Lima, Roe and Doe"."""
    sharing: dict[int, list[int]] = {}
    for place, pair in enumerate(pairs):
        if pair.noun is not None and pair.noun.plural and not pair.is_title:
            sharing.setdefault(id(pair.noun), []).append(place)
    for places in sharing.values():
        noun = pairs[places[0]].noun
        if noun is None or len(noun.codes) < 2 or len(places) != len(noun.codes):
            continue
        for place, code in zip(places, noun.codes, strict=True):
            pairs[place] = msgspec.structs.replace(pairs[place], noun=msgspec.structs.replace(noun, codes=(code,)))
    return pairs


def _title(view: View, person: Person, by_last: dict[int, PartyNoun], nouns: Sequence[PartyNoun]) -> PartyNoun | None:
    """A noun that ends right before the name; of several the one in the case of the name."""
    index = person.first - 1
    while index >= 0 and view.token(index).lower in view.words.honorifics:
        index -= 1
    noun = by_last.get(index)
    if noun is not None and not _agrees(view, person, noun):
        noun = next((n for n in nouns if n.last == index and _agrees(view, person, n)), noun)
    owned = noun is not None and tree.owns(view.sentence, view.token(person.head), view.token(noun.head))
    return None if owned else noun


def _agrees(view: View, person: Person, noun: PartyNoun) -> bool:
    """Whether a noun stands in the case of a name, as far as both show one."""
    cases = {view.token(person.first).feats.get("Case"), view.token(noun.head).feats.get("Case")}
    return None in cases or len(cases) == 1


def _related(view: View, person: Person, by_head: dict[int, PartyNoun]) -> PartyNoun | None:
    """A noun that the tree puts beside the name, without an adposition between them."""
    token = view.token(person.head)
    above = view.sentence.parent(token)
    owns = token.relation == "compound" and above is not None and above.index > token.index
    if above is not None and token.relation in BESIDE - {"nsubj"} and not owns and not _has_case(view, token):
        noun = by_head.get(above.index) or _owned(view, person, above, by_head)
        if noun and not tree.owns(view.sentence, token, above):
            return noun
    if above is not None and token.relation == "nsubj" and _is_predicate(view, above):
        return by_head.get(above.index)
    for child in view.sentence.children(token):
        if child.relation in BESIDE - {"nsubj"} and child.index in by_head and not _has_case(view, child):
            return by_head[child.index]
    return None


def _owned(view: View, person: Person, above: Token, by_head: dict[int, PartyNoun]) -> PartyNoun | None:
    """The noun whose possessor a parser put the name beside ("un cargo del grupo, Ada Keller")."""
    higher = view.sentence.parent(above)
    apart = person.first > 0 and view.token(person.first - 1).form in MARKS
    if higher is None or not apart or above.relation != "nmod" or not _has_case(view, above):
        return None
    noun = by_head.get(higher.index)
    return noun if noun is not None and not noun.plural and above.upos == "NOUN" else None


def _leading(view: View, people: Token, by_head: dict[int, PartyNoun]) -> PartyNoun | None:
    """The noun of one person who is of the people that a parser put the name beside ("the envoy of the rebels Roe")."""
    higher = view.sentence.parent(people)
    if higher is None or people.relation != "nmod" or not _has_case(view, people):
        return None
    noun = by_head.get(higher.index)
    return noun if noun is not None and noun.office and not noun.plural else None


def _has_case(view: View, token: Token) -> bool:
    return bool(tree.case_lemmas(view.sentence, token)) or token.deprel == "nmod:poss"


def _is_predicate(view: View, noun: Token) -> bool:
    return any(c.relation == "cop" for c in view.sentence.children(noun))


def _beside(
    view: View, person: Person, by_last: dict[int, PartyNoun], by_first: dict[int, PartyNoun]
) -> PartyNoun | None:
    """A noun parted from the name by a comma or a dash, on either side."""
    size = len(view.sentence.tokens)
    if person.last + 2 < size and view.token(person.last + 1).form in MARKS:
        following = person.last + 2
        while (
            following + 1 < size
            and view.token(following).upos in ("DET", "ADV", "ADJ", "ADP")
            and following not in by_first
        ):
            if view.token(following).upos == "ADP":
                break
            following += 1
        if following in by_first and not _opens_clause(view, by_first[following]):
            return by_first[following]
    if person.first >= 2 and view.token(person.first - 1).form in MARKS:
        closing = person.last + 1
        if closing >= size or view.token(closing).form in MARKS | {".", ";"} or person.first - 1 > 0:
            noun = by_last.get(person.first - 2)
            return noun if noun and not noun.plural else None
    return None


def _opens_clause(view: View, noun: PartyNoun) -> bool:
    """Whether a noun behind a comma is the subject of what follows at once ("after Ruiz, the king spoke")."""
    head = view.token(noun.head)
    after = max(t.index for t in tree.phrase_tokens(view.sentence, head)) + 1
    goes_on = after < len(view.sentence.tokens) and view.token(after).upos in ("VERB", "AUX", "PRON", "ADV", "PART")
    return head.relation == "nsubj" and goes_on and head.head >= after


def _shared(view: View, person: Person, pairs: list[Pair]) -> PartyNoun | None:
    """The plural noun of the name that this one is coordinated with."""
    token = view.token(person.head)
    if token.relation != "conj":
        return None
    above = view.sentence.parent(token)
    for pair in reversed(pairs):
        if pair.noun and pair.noun.plural and above is not None and above.index in (pair.person.head, pair.noun.head):
            return pair.noun
    return None
