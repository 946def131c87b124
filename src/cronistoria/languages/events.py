"""The trigger words of PLOVER events other than contacts, positions and deployments, and their dependents' roles.

Read by ``extract/events.py`` and ``extract/casualties.py``. Entries are lemmas in lower case; forms are matched too.
"""

from functools import cache
from typing import Literal

import msgspec

from cronistoria.languages.tables import load_table

Casualty = Literal["killed", "wounded", "missing"]


class EventVerb(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Verbs of one event type and mode.

    ``objects``: the verb means it only with one of these as its object or passive subject. ``not_objects``: never with
    these. ``subjects``: only with one of these as its subject, or as what that is many of ("thousands of protesters
    gathered"). ``recipients``: adpositions of the recipient; ``object_is_recipient`` as it says (never the words of
    ``objects``). ``objects_with``: adpositions under which ``objects`` may stand ("supplied them with arms"); the
    object is then the recipient. ``reflexive``: only with a reflexive pronoun; ``plain``: never with one. ``content``:
    only with a clause that says what ("agreed to ..."). ``persons``: only with people as what it happens to. ``armed``:
    the doer must be a force. ``aimed``: only with a recipient under one of ``recipients`` ("fired rockets at").
    ``expelled``: only with a body by name or one of ``subjects`` as its subject and a land by name as its object.
    ``casualty``: what becomes of the object; ``victim_is_subject``: of the subject ("die").
    """

    lemmas: frozenset[str]
    event: str
    mode: str | None = None
    context: tuple[str, ...] = ()
    objects: frozenset[str] = frozenset()
    not_objects: frozenset[str] = frozenset()
    subjects: frozenset[str] = frozenset()
    recipients: frozenset[str] = frozenset()
    object_is_recipient: bool = True
    objects_with: frozenset[str] = frozenset()
    reflexive: bool = False
    plain: bool = False
    persons: bool = False
    content: bool = False
    armed: bool = False
    aimed: bool = False
    expelled: bool = False
    casualty: Casualty | None = None
    victim_is_subject: bool = False
    examples: tuple[str, ...] = ()


class EventNoun(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Nouns of one event type and mode.

    ``actors``: adpositions of who did it; ``targets``: of whom it struck; ``between``: of both sides. ``needs``: only
    with one of these beside it. ``undone``: verbs that end what the noun tells ("the truce collapsed").
    ``genitive_is_target``: the genitive names whom it struck ("the killing of").
    ``announced``: a fact once it is announced ("announced a deal"). ``forces_do``: forces
    in the genitive did it all the same ("the bombing of the army").
    """

    lemmas: frozenset[str]
    event: str
    mode: str | None = None
    context: tuple[str, ...] = ()
    actors: frozenset[str] = frozenset()
    targets: frozenset[str] = frozenset()
    between: frozenset[str] = frozenset()
    needs: frozenset[str] = frozenset()
    undone: frozenset[str] = frozenset()
    genitive_is_target: bool = False
    announced: bool = False
    forces_do: bool = False
    examples: tuple[str, ...] = ()


class EventWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """All of a language.

    ``casualties``: nouns of victims and what became of them. ``tolls``: nouns for their number, ``toll_cases``:
    adpositions of what that comes to ("rose to 97"). ``irrealis``: verbs, nouns and adjectives that make an
    event noun below or beside them unreal ("threat", "possible"). ``excluded``: modifiers that make a noun no event.
    ``genitive``: adposition of the genitive. ``actual``: verbs and subordinators that leave an infinitive a fact
    ("began to"). ``hypothetical``: subordinators that make a clause an idea. ``reflexives``: pronouns. ``agents``:
    adpositions of who does what is done; ``behalf``: nouns between ("da parte di"); ``towards``: nouns before the
    recipient ("nei confronti di"). ``controllers``: verbs whose object does the infinitive below them ("accuse").
    ``passive``: auxiliaries of the passive. ``carriers``: verbs that carry out the event of their object. ``arms``:
    what strikes without being forces ("raid"). ``people``: words of people that can be seized. ``flags``:
    words for the flag under which a ship sails.
    """

    verbs: tuple[EventVerb, ...]
    nouns: tuple[EventNoun, ...]
    casualties: dict[Casualty, frozenset[str]]
    tolls: frozenset[str]
    toll_cases: frozenset[str]
    irrealis: frozenset[str]
    excluded: frozenset[str]
    genitive: frozenset[str]
    actual: frozenset[str]
    hypothetical: frozenset[str]
    reflexives: frozenset[str]
    agents: frozenset[str]
    behalf: frozenset[str]
    towards: frozenset[str]
    controllers: frozenset[str]
    passive: frozenset[str]
    carriers: frozenset[str]
    arms: frozenset[str]
    people: frozenset[str]
    flags: frozenset[str]


@cache
def load_event_words(language: str) -> EventWords:
    """The events table of a language."""
    return load_table(language, "events", EventWords)


@cache
def event_verbs(language: str) -> dict[str, tuple[EventVerb, ...]]:
    """The verb entries of each lemma, in the order of the table."""
    found: dict[str, tuple[EventVerb, ...]] = {}
    for entry in load_event_words(language).verbs:
        for lemma in sorted(entry.lemmas):
            found[lemma] = (*found.get(lemma, ()), entry)
    return found


@cache
def event_nouns(language: str) -> dict[str, tuple[EventNoun, ...]]:
    """The noun entries of each lemma, in the order of the table."""
    found: dict[str, tuple[EventNoun, ...]] = {}
    for entry in load_event_words(language).nouns:
        for lemma in sorted(entry.lemmas):
            found[lemma] = (*found.get(lemma, ()), entry)
    return found


@cache
def casualty_words(language: str) -> frozenset[str]:
    """Words for victims and what became of them."""
    words = load_event_words(language)
    return frozenset().union(*words.casualties.values(), *(entry.lemmas for entry in words.verbs if entry.casualty))


@cache
def announced_words(language: str) -> frozenset[str]:
    """The nouns of events that are a fact once they are announced."""
    return frozenset().union(*(entry.lemmas for entry in load_event_words(language).nouns if entry.announced))


@cache
def attack_words(language: str) -> frozenset[str]:
    """Lemmas of the nouns and verbs of attacks."""
    words = load_event_words(language)
    verbs = frozenset(lemma for entry in words.verbs if entry.event == "ASSAULT" for lemma in entry.lemmas)
    return verbs.union(*(entry.lemmas for entry in words.nouns if entry.event == "ASSAULT"))
