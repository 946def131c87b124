"""What the extractors see in the trees, before anybody knows who "he" was or when "yesterday" is.

A mention points at words; the composers turn phrases into actors, dates and places and mentions into records.
"""

from typing import Literal

import msgspec

from cronistoria.model.record import (
    Bound,
    Channel,
    ConditionSense,
    ContactStatus,
    Modality,
    Polarity,
    PositionType,
    Posture,
    StatementForm,
)
from cronistoria.model.span import Span


class Phrase(msgspec.Struct, frozen=True):
    """A nominal phrase: its head word in a sentence, and its words without a leading preposition.

    ``dropped``: the subject is not spoken; ``head`` is then the verb whose features tell person and number, and
    ``span`` the verb's.
    """

    sentence: int
    head: int
    span: Span
    dropped: bool = False


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who vouches for what stands in ``scope`` ("secondo fonti di Kiev", "X said", "Lo riferisce Y").

    ``cue`` is the lemma of the word that says so, ``span`` the words that name source and cue, ``label`` the source's.
    """

    who: Phrase | None
    label: Span
    cue: str | None
    span: Span
    scope: Span


class QuantityMention(msgspec.Struct, frozen=True, kw_only=True):
    """A number of people or things: see `cronistoria.model.record.Quantity`."""

    min: float | None
    max: float | None
    bound: Bound
    span: Span


class Mention(msgspec.Struct, frozen=True, kw_only=True):
    """What all mentions share: where the trigger word stands, the clause around it, how sure the text is of it."""

    sentence: int
    head: int
    trigger: Span
    evidence: tuple[Span, ...]
    polarity: Polarity = "affirmed"
    modality: Modality = "asserted"
    rule: str
    confidence: float


class QuoteMention(Mention, frozen=True, kw_only=True):
    """Words of somebody: ``cue`` is the lemma of the reporting word; ``relay`` the one who tells that it was said.

    ``parent`` is the index of the quotation that this one stands in, among the quotations in text order; ``together``
    are those who say it with the speaker ("London and Paris said").
    """

    content: Span
    form: StatementForm
    speaker: Phrase | None
    cue: str | None
    cue_span: Span | None
    audience: tuple[Phrase, ...] = ()
    on_behalf_of: Phrase | None = None
    relay: Phrase | None = None
    parent: int | None = None
    together: tuple[Phrase, ...] = ()


class ContactMention(Mention, frozen=True, kw_only=True):
    """Parties in touch; ``participants`` may hold plural phrases ("i due presidenti") and dropped subjects.

    ``recipients``: those of the participants who are visited or addressed. ``go_betweens``: who mediates or takes
    part besides. ``least``: how many participants must be known for the words to mean a contact. ``anaphoric``: the
    words may tell again of a contact told before ("the call"). ``within``: no other end is spoken of, as where a
    council meets. ``setting``: the words by which the contact dates something else ("at the end of the call").
    ``when``: the words that date it and no other contact of the same verb.
    """

    channel: Channel
    status: ContactStatus
    participants: tuple[Phrase, ...]
    recipients: tuple[Phrase, ...] = ()
    go_betweens: tuple[Phrase, ...] = ()
    requested_by: Phrase | None = None
    duration: Span | None = None
    topics: tuple[Span, ...] = ()
    outcome: Span | None = None
    least: int = 1
    anaphoric: bool = False
    within: bool = False
    setting: Span | None = None
    when: Span | None = None


class ConditionMention(msgspec.Struct, frozen=True):
    """Words that a position hangs on."""

    span: Span
    sense: ConditionSense


Side = Literal["any", "own", "other", "untold"]


class PositionMention(Mention, frozen=True, kw_only=True):
    """A commitment or a wish: who, towards whom, what, on which condition, with which consequence.

    ``by`` is empty where the one whose words they are takes the position; ``speaker`` is who says them, if the same
    sentence tells. ``side``: there is no position unless those in ``by`` are on the speaker's own side, or those in
    ``to`` on another; "untold": the text does not say who takes it ("is accused of"). ``hinge`` is who the condition
    is up to. ``about`` is the head word of the content, ``answers`` the holders of an earlier position that a pronoun
    here points back to. ``order``: it is none towards the own side. ``foretold``: who is to do what a warning
    foretells, ``own_type``: what it is if that is the own side. ``victims``: the words for whom a deed in the content
    struck, who is not blamed for it.
    """

    type: PositionType
    by: tuple[Phrase, ...]
    to: tuple[Phrase, ...]
    content: Span
    about: int
    speaker: Phrase | None = None
    side: Side = "any"
    answers: tuple[Phrase, ...] = ()
    condition: ConditionMention | None = None
    hinge: Phrase | None = None
    consequence: Span | None = None
    order: bool = False
    foretold: Phrase | None = None
    own_type: PositionType = "threat"
    victims: tuple[int, ...] = ()


class DeploymentMention(Mention, frozen=True, kw_only=True):
    """Forces: whose, what, how many, doing what, where to; ``placer``: who makes them, if the owner names nobody."""

    owner: Phrase | None
    force: Phrase
    quantity: QuantityMention | None
    posture: Posture
    direction: Span | None
    placer: Phrase | None = None


class EventMention(Mention, frozen=True, kw_only=True):
    """Any other PLOVER event, with its mode and contexts."""

    event: str
    mode: str | None
    context: tuple[str, ...]
    actors: tuple[Phrase, ...]
    recipients: tuple[Phrase, ...]
    killed: QuantityMention | None = None
    wounded: QuantityMention | None = None
    missing: QuantityMention | None = None


ActorRole = Literal["name", "metonym", "demonym", "office", "description", "pronoun"]
