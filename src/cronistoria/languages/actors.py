"""The words that a language has for parties without a name: offices, descriptions, and what tells actor from place.

Read by ``extract/actors.py`` and its neighbours and by ``compose/placing.py``. Words of offices and descriptions are
written as in the names table: small letters match any case, ``stem|class`` stands for the forms of an inflection class.

Office keys are those of ``reference/officeholders.csv`` and ``officeholders_extra.csv``; keys of `branched` offices get
the branch put in: "minister" with "foreign" is "foreign_minister", "deputy_minister" with "defence" is
"deputy_defence_minister", "spokesperson" with "foreign" is "foreign_spokesperson" (with "head" or "government" it stays
"spokesperson"). Concept keys name what is described: institutions of a state (`INSTITUTIONS`) or people.
"""

import msgspec

from cronistoria.languages.tables import load_table

INSTITUTIONS = frozenset({
    "government", "regime", "authorities", "army", "armed_forces", "forces", "troops", "soldiers", "police",
    "navy", "air_force", "intelligence", "parliament", "side", "delegation", "diplomacy", "leadership", "country",
    "presidency", "ministry", "security_forces", "embassy", "administration",
})  # fmt: skip


class Reading(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What makes a name of a seat or a state a place or an actor; lemmas in lower case.

    ``inside``: adpositions under which any name is a place ("in"). ``near``: adpositions that mean a place, unless an
    addressee or a source is meant ("a", "to", "from"). ``about``: those that mean a party, unless with a verb of motion
    ("per", "on"). ``state_near``: those of them that mean a place with the name of
    a state, ``state_at``: those that do alone and not below an adjective ("au Tchad", not "hostile au Tchad").
    ``genitive``: adpositions of possessors, ``agent`` of doers. ``place_nouns``: nouns whose possessor is a place
    ("the streets of Kyiv", "the Vienna talks"). ``place_verbs``: verbs whose object is a place ("visit", "bomb").
    ``motion``: verbs of coming and going. ``addressing_verbs`` and ``addressing_nouns``: words whose "to" and "from"
    name a party.
    ``place_labels``: nouns before the name of a place ("the capital Damascus"). ``seated``: words between a body and
    its seat ("based in").
    """

    inside: frozenset[str]
    near: frozenset[str]
    about: frozenset[str]
    state_near: frozenset[str]
    state_at: frozenset[str] = frozenset()
    genitive: frozenset[str]
    agent: frozenset[str]
    place_nouns: frozenset[str]
    place_verbs: frozenset[str]
    motion: frozenset[str]
    addressing_verbs: frozenset[str]
    addressing_nouns: frozenset[str]
    place_labels: frozenset[str]
    seated: frozenset[str]


class Placing(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What names the place of a happening: adpositions, and nouns that stand between ("at the border with").

    ``at``: adpositions of places. ``parts``: nouns that lead on to a name ("border", "coast", "outskirts").
    ``links``: adpositions between such a noun and the name.
    """

    at: frozenset[str]
    parts: frozenset[str]
    links: frozenset[str]


class ActorWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """All words of parties of a language.

    ``inflections``: class -> endings. ``offices``: key -> words. ``homes``: words of an office -> the body that it is
    of when none is named, or the unnamed people ("group:rebels"). ``usual``: words of an office -> the state that it is
    of where a report tells of that state ("presidente del Gobierno"). ``branched``: offices that take a branch.
    ``branches``: branch -> words. ``concepts``: key -> words. ``former``: words that make an office a past one,
    ``coming`` those that make it a future one. ``counts``: words for small numbers. ``honorifics``: words before a
    name ("Mr"). ``not_names``: capitalised words that are no one's name. ``from_abroad``: adjectives that say
    of forces and people that they are not those of the country at hand. ``needs_owner``: keys of offices and
    descriptions that are nobody in particular unless the text says whose they are. ``against``: prefixes that keep a
    body out of what they form ("anti-", "pro-"). ``ignored``: phrases in which words of the lists mean nobody ("on
    the part of"). ``owners``: adpositions between a description and whose it is. ``languages``: adpositions before
    the name of a language. ``seating``: adpositions between an institution and the capital that tells whose it is
    ("das Ministerium in Wien").
    """

    inflections: dict[str, tuple[str, ...]]
    offices: dict[str, tuple[str, ...]]
    homes: dict[str, str]
    usual: dict[str, str] = {}
    branched: frozenset[str]
    branches: dict[str, tuple[str, ...]]
    concepts: dict[str, tuple[str, ...]]
    former: frozenset[str]
    coming: frozenset[str]
    counts: dict[str, int]
    honorifics: frozenset[str]
    not_names: frozenset[str]
    from_abroad: frozenset[str]
    needs_owner: frozenset[str]
    against: frozenset[str]
    ignored: tuple[str, ...]
    owners: frozenset[str]
    languages: frozenset[str]
    seating: frozenset[str] = frozenset()
    reading: Reading
    placing: Placing
    examples: tuple[str, ...]


def load_actors(language: str) -> ActorWords:
    """The actors table of a language."""
    return load_table(language, "actors", ActorWords)
