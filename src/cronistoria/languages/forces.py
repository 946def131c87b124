"""The words of armed forces, and of what they do: massed, deployed, moved, exercising, withdrawn, attacking.

Read by ``extract/deployments.py``. Entries are lemmas in lower case; forms are matched too.
"""

from functools import cache

import msgspec

from cronistoria.languages.names import adjectives_of_peoples
from cronistoria.languages.tables import load_table
from cronistoria.model.record import Posture


class PostureVerb(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Verbs of one posture: of forces that are their object (or passive subject), or ``subject`` of them.

    ``means``: adpositions under which forces are what it is done with ("reinforce with").
    ``needs``: the verb has this posture only with one of these words beside it ("stringere la morsa").
    ``needs_place``: only with a place or a direction; ``needs_number``: only of forces that are counted ("the navy held
    an exercise" tells of no forces in a place).
    """

    lemmas: frozenset[str]
    posture: Posture
    subject: bool = False
    object: bool = False
    means: frozenset[str] = frozenset()
    needs: frozenset[str] = frozenset()
    needs_place: bool = False
    needs_number: bool = False
    examples: tuple[str, ...] = ()


class PostureNoun(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Nouns of one posture with the forces in their genitive ("the withdrawal of troops")."""

    lemmas: frozenset[str]
    posture: Posture
    examples: tuple[str, ...] = ()


class ForceWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """All of a language.

    ``forces``: nouns that are forces by themselves; ``bodies``: armies and fleets, forces only where they are moved or
    placed; ``counted``: nouns that are forces only with a number and a posture ("1.800 uomini"). ``compounds``: nouns
    that are forces only with one of these modifiers ("carro": "armato"). ``services``: names of a state's own service
    ("HMS", "RAF"), and the state. ``relative``: modifiers whose owner depends on who tells
    it ("government", "enemy"). ``national``: nouns that are forces only if a people, an army or a possessor is named
    beside them ("Chinese ships", "its units"). ``parts``: words before the number of a part ("of whom 200 in Mali").
    ``causatives``: verbs below which forces do what the tree calls done to them ("let three brigades enter").
    ``vessels``: ships and the like, which bear names ("the carrier Ronald Reagan"). ``arms``: what bears the name of
    its make ("the Leopard tanks"), and may be given.
    ``standing``: nouns that say of forces that they are somewhere ("di stanza").
    ``others``: words for more of the forces told of before, ``totals``: for all of them. ``owners``: adpositions of
    the owner, ``owner_relatives``: relative pronouns that stand for it ("whose"); ``origins``: of where they come
    from; ``places``: of where they are; ``directions``: of where they go. ``quarters``: north, south, border and
    the like; ``sites``: kinds of places.
    ``there``: adverbs of a place told of before ("where", "there").
    ``links``: nouns that stand between the posture and the force ("part of the troops"). ``existence``, ``possession``:
    verbs that place forces if a place is said ("there are", "has"); ``possessed``: adpositions of what somebody has by
    these ("dispose of").
    """

    forces: frozenset[str]
    bodies: frozenset[str]
    counted: frozenset[str]
    relative: frozenset[str]
    national: frozenset[str]
    parts: frozenset[str]
    causatives: frozenset[str] = frozenset()
    standing: frozenset[str] = frozenset()
    vessels: frozenset[str] = frozenset()
    arms: frozenset[str] = frozenset()
    others: frozenset[str]
    totals: frozenset[str]
    compounds: dict[str, frozenset[str]]
    services: dict[str, str]
    owners: frozenset[str]
    owner_relatives: frozenset[str] = frozenset()
    origins: frozenset[str]
    places: frozenset[str]
    directions: frozenset[str]
    there: frozenset[str] = frozenset()
    quarters: frozenset[str]
    sites: frozenset[str]
    links: frozenset[str]
    existence: frozenset[str]
    possession: frozenset[str]
    possessed: frozenset[str] = frozenset()
    peoples: frozenset[str] = frozenset()
    verbs: tuple[PostureVerb, ...]
    nouns: tuple[PostureNoun, ...]


@cache
def load_force_words(language: str) -> ForceWords:
    """The forces table of a language, with the ``peoples`` of its names."""
    table = load_table(language, "forces", ForceWords)
    return msgspec.structs.replace(table, peoples=adjectives_of_peoples(language))


@cache
def posture_verbs(language: str) -> dict[str, tuple[PostureVerb, ...]]:
    """The verb entries of each lemma, in the order of the table."""
    found: dict[str, tuple[PostureVerb, ...]] = {}
    for entry in load_force_words(language).verbs:
        for lemma in sorted(entry.lemmas):
            found[lemma] = (*found.get(lemma, ()), entry)
    return found


@cache
def posture_nouns(language: str) -> dict[str, PostureNoun]:
    """The noun entry of each lemma."""
    return {lemma: entry for entry in load_force_words(language).nouns for lemma in sorted(entry.lemmas)}
