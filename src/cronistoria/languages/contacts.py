"""The words of parties in touch: verbs and nouns of contact, the roles of their dependents, the words of status.

Read by ``extract/contacts.py`` and its neighbours. Entries are lemmas in lower case; forms are matched too.
"""

from functools import cache
from typing import Literal

import msgspec

from cronistoria.languages.tables import load_table
from cronistoria.model.record import Channel, ContactStatus

ObjectRole = Literal["none", "partner", "host", "document", "recipient", "envoy"]


class ContactVerb(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Verbs of one behaviour.

    ``object``: what the direct object is; an ``envoy`` goes where its sender does not. ``partners``, ``hosts``,
    ``recipients``: adpositions of obliques that are; ``persons``: the one before an object that is a person.
    ``seats``: those of where the one who is no subject of a passive sits ("summoned to the ministry").
    ``reflexive``: only with a reflexive pronoun. ``alone``: a subject by itself is enough ("the council met").
    ``least``: how many participants must be known. ``persons_only``: the object must be a named person.
    ``needs_means``: only with words for the channel ("by phone").
    ``needs_partner``: the other party must be named; ``together``: two in the
    subject will do. ``not_objects``, ``not_subjects``: those that make it another verb;
    ``subjects``: those that it must have ("a tour that will take him to").
    ``active``: the passive means another thing ("wurde getroffen").
    ``at``: words of which one must hang on it ("at the table"). ``status``: what the verb alone says of the contact
    ("is expected in Oslo").
    """

    lemmas: frozenset[str]
    channel: Channel
    object: ObjectRole = "none"
    partners: frozenset[str] = frozenset()
    hosts: frozenset[str] = frozenset()
    seats: frozenset[str] = frozenset()
    persons: frozenset[str] = frozenset()
    recipients: frozenset[str] = frozenset()
    reflexive: bool = False
    alone: bool = False
    least: int = 2
    persons_only: bool = False
    needs_means: bool = False
    needs_partner: bool = False
    together: bool = False
    not_objects: frozenset[str] = frozenset()
    not_cases: frozenset[str] = frozenset()
    not_subjects: frozenset[str] = frozenset()
    subjects: frozenset[str] = frozenset()
    active: bool = False
    at: frozenset[str] = frozenset()
    status: ContactStatus | None = None
    examples: tuple[str, ...] = ()


class ContactNoun(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Nouns of one behaviour.

    ``partners`` and ``between``: adpositions of the parties; ``owners``: of the holder ("of Biden"); ``hosts``: of who
    is visited; ``recipients``: of who gets it. ``plural_only``: a contact only in the plural or with a party of its own
    ("talks"); ``singular_only``: only in the singular ("vertici" are often heads). ``needs_partner``: only with a party
    of its own. ``not_cases``: adpositions that make it another thing ("call for"), ``not_modifiers``: words
    beside it that do ("civilian mission"). ``least``: participants that must be
    known. ``anaphoric``: may stand alone for a contact told before.
    """

    lemmas: frozenset[str]
    channel: Channel
    partners: frozenset[str] = frozenset()
    between: frozenset[str] = frozenset()
    owners: frozenset[str] = frozenset()
    hosts: frozenset[str] = frozenset()
    recipients: frozenset[str] = frozenset()
    plural_only: bool = False
    singular_only: bool = False
    needs_partner: bool = False
    not_cases: frozenset[str] = frozenset()
    not_modifiers: frozenset[str] = frozenset()
    least: int = 1
    anaphoric: bool = True
    examples: tuple[str, ...] = ()


class StatusCue(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Words that set the status of the contact that they govern; ``asks``: their subject asked for it.

    ``about``: cases of what is refused to somebody ("отказали ей | во | встрече"), or of what somebody is for.
    """

    lemmas: frozenset[str]
    status: ContactStatus
    asks: bool = False
    about: frozenset[str] = frozenset()


class ModifierCue(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Adjectives and participles that set the status of the contact noun that they modify."""

    lemmas: frozenset[str]
    status: ContactStatus


class ContactWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """All of a language.

    ``means``: words near the trigger that set its channel. ``reflexives``: reflexive and reciprocal pronouns.
    ``light_verbs``: verbs whose subject holds what the noun says; ``joining``: verbs whose subject takes part in it;
    ``happening``: verbs that say that the noun took place. ``excluded``: modifiers that make a noun another thing.
    ``settings``: adpositions and nouns of a contact that is only the time of something else ("after", "margine").
    ``ahead``: the same for a contact to come. ``documents``: what is handed over. ``initiators``: nouns
    of who starts a contact. ``through``: adpositions of who relays it ("talks through Oman").
    ``mediations``: nouns, under ``mediation_cases``, whose owners take part besides ("through
    the mediation of"). ``request_nouns``,
    ``request_participles``, ``agent_cases``, ``request_cases``: who asked for it. ``duration_verbs``,
    ``duration_units`` and ``duration_cases`` (adpositions): how long it was; ``some_day``: a unit that alone says when.
    ``rounds``: nouns of contacts that belong together ("a round of talks").
    ``ongoing``: words of what goes on.
    ``apart``: words of what is done with one after the other ("separately"), ``following``: of the next contact,
    ``afterwards``: words before the later one ("then"). ``already``: those of a contact
    before one told of ("they had already spoken on Friday").
    ``addressees``: adpositions and cases of those spoken to. ``delegations``: people by whom a body travels;
    ``heading``: words behind those before who leads them ("a delegation led by").
    ``no_hosts``: what somebody comes to without a journey ("to power").
    ``denials``: words of saying that it was not so. ``stays``: verbs of being somewhere, ``stay_cases``: the
    adpositions of where. ``away``: those of what somebody gives up ("backed out of the talks").
    ``moving``: verbs whose object is to do what hangs on them ("urged them to meet"). ``rumours``: what is said to
    be so, and may be rejected as untrue.
    ``topic_cases``, ``topic_verbs``: what it was about; ``topic_genitives``: adpositions of that below such a
    verb. ``beginnings``: nouns of what is done with talks that are yet to be ("resumption").
    ``themes``: nouns for what it was about, ``theme_verbs``: verbs between the two ("topics included trade");
    ``theme_impersonals``: verbs of it without a subject ("es ging um"). ``outcome_verbs``: what came of it.
    ``fringes``: nouns for where others meet than those of a summit ("on the sidelines of").
    ``agendas``: nouns for what is to come, on which a contact may stand. ``heads``: nouns of the table that are the
    last part of words written as one ("Vierertreffen"). ``postponing``: verbs that give a contact a new time,
    ``postponed_to``: the adpositions of that time ("moved | to | Thursday").
    """

    verbs: tuple[ContactVerb, ...]
    nouns: tuple[ContactNoun, ...]
    cues: tuple[StatusCue, ...]
    modifiers: tuple[ModifierCue, ...]
    means: dict[Channel, frozenset[str]]
    reflexives: frozenset[str]
    light_verbs: frozenset[str]
    joining: frozenset[str]
    happening: frozenset[str]
    excluded: frozenset[str]
    settings: frozenset[str]
    ahead: frozenset[str]
    documents: frozenset[str]
    request_nouns: frozenset[str]
    request_participles: frozenset[str]
    agent_cases: frozenset[str]
    request_cases: frozenset[str]
    duration_verbs: frozenset[str]
    duration_units: frozenset[str]
    rounds: frozenset[str]
    some_day: frozenset[str]
    duration_cases: frozenset[str] = frozenset()
    topic_cases: frozenset[str]
    topic_verbs: frozenset[str]
    topic_genitives: frozenset[str]
    untimely: frozenset[str]
    themes: frozenset[str]
    theme_verbs: frozenset[str]
    theme_impersonals: frozenset[str] = frozenset()
    beginnings: frozenset[str]
    postponing: frozenset[str]
    postponed_to: frozenset[str]
    outcome_verbs: frozenset[str]
    agendas: frozenset[str]
    fringes: frozenset[str]
    ongoing: frozenset[str]
    apart: frozenset[str]
    following: frozenset[str]
    afterwards: frozenset[str]
    already: frozenset[str]
    addressees: frozenset[str]
    delegations: frozenset[str]
    heading: frozenset[str]
    no_hosts: frozenset[str]
    denials: frozenset[str]
    stays: frozenset[str]
    stay_cases: frozenset[str]
    away: frozenset[str]
    moving: frozenset[str]
    initiators: frozenset[str]
    mediations: frozenset[str]
    mediation_cases: frozenset[str]
    through: frozenset[str]
    rumours: frozenset[str]
    heads: frozenset[str] = frozenset()


@cache
def load_contact_words(language: str) -> ContactWords:
    """The contact table of a language."""
    return load_table(language, "contacts", ContactWords)


@cache
def contact_verbs(language: str) -> dict[str, tuple[ContactVerb, ...]]:
    """The verb entries of each lemma, in the order of the table."""
    found: dict[str, tuple[ContactVerb, ...]] = {}
    for entry in load_contact_words(language).verbs:
        for lemma in sorted(entry.lemmas):
            found[lemma] = (*found.get(lemma, ()), entry)
    return found


@cache
def contact_nouns(language: str) -> dict[str, ContactNoun]:
    """The noun entry of each lemma; the first in the table wins."""
    found: dict[str, ContactNoun] = {}
    for entry in load_contact_words(language).nouns:
        for lemma in sorted(entry.lemmas):
            found.setdefault(lemma, entry)
    return found


@cache
def planned_words(language: str) -> frozenset[str]:
    """What is said of a contact that is planned or called off."""
    cues = load_contact_words(language).cues
    return frozenset().union(*(cue.lemmas for cue in cues if cue.status in ("scheduled", "cancelled")))
