"""The five kinds of record: what one report says happened, was said, wanted, moved or planned."""

from typing import Literal

import msgspec

from cronistoria.model.dates import Date
from cronistoria.model.span import Span

Polarity = Literal["affirmed", "negated"]
Modality = Literal["asserted", "hearsay", "conditional", "planned", "possible"]
Bound = Literal["exact", "about", "under", "over"]
Channel = Literal["call", "video_call", "meeting", "talks", "summit", "visit", "letter", "handover", "message"]
ContactStatus = Literal["held", "ongoing", "scheduled", "proposed", "requested", "cancelled", "refused"]
StatementForm = Literal["direct", "partial", "indirect"]
PositionType = Literal[
    "demand",
    "request",
    "offer",
    "promise",
    "threat",
    "warning",
    "refusal",
    "acceptance",
    "precondition",
    "accusation",
    "condemnation",
    "objection",
    "denial",
    "support",
]
ConditionSense = Literal["if", "if_not", "until", "when"]
Posture = Literal["massed", "deployed", "moved", "exercising", "withdrawn", "attacking"]


class Plover(msgspec.Struct, frozen=True, gc=False):
    """PLOVER 2021 code: one of 16 event types, its mode, and the contexts it stands in."""

    event: str
    mode: str | None = None
    context: tuple[str, ...] = ()


class Place(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """Where; ``country`` is ISO 3166-1 alpha-3, coordinates are WGS 84 degrees."""

    name: str
    country: str | None
    latitude: float | None
    longitude: float | None
    span: Span


class Attribution(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """One layer of who told it: the actor if known, the words that name the source, and the cue (lemma)."""

    source: str | None
    label: str
    cue: str | None
    span: Span


class Duration(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """How long, in minutes."""

    minutes: float
    bound: Bound
    span: Span


class Condition(msgspec.Struct, frozen=True, gc=False):
    """What a position hangs on."""

    span: Span
    sense: ConditionSense


class Quantity(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """A number as the text bounds it: ``min`` and ``max`` are equal for one number, ``None`` where open or vague."""

    min: float | None
    max: float | None
    bound: Bound
    text: Span


class Casualties(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """The dead, the wounded and the missing."""

    killed: Quantity | None = None
    wounded: Quantity | None = None
    missing: Quantity | None = None


class BaseRecord(msgspec.Struct, frozen=True, gc=False, kw_only=True, tag_field="kind"):
    """What all kinds share; ``evidence`` opens with the trigger's clause, ``attribution`` with the outermost source."""

    id: str
    plover: Plover | None
    cameo: str | None
    score: float | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    date: Date | None
    place: Place | None
    polarity: Polarity
    modality: Modality
    attribution: tuple[Attribution, ...]
    evidence: tuple[Span, ...]
    trigger: Span
    confidence: float
    rule: str

    @property
    def kind(self) -> str:
        """The name of the kind, as the JSON has it."""
        return str(self.__struct_config__.tag)


class Contact(BaseRecord, frozen=True, gc=False, kw_only=True, tag="contact"):
    """Parties in touch."""

    channel: Channel
    status: ContactStatus
    participants: tuple[str, ...]
    requested_by: str | None
    duration: Duration | None
    topics: tuple[Span, ...]
    outcome: Span | None


class Statement(BaseRecord, frozen=True, gc=False, kw_only=True, tag="statement"):
    """Somebody's words."""

    speaker: str | None
    speaker_label: str | None
    on_behalf_of: str | None
    form: StatementForm
    cue: str | None
    cue_span: Span | None
    content: Span
    audience: tuple[str, ...]
    via: str | None


class Position(BaseRecord, frozen=True, gc=False, kw_only=True, tag="position"):
    """What a party wants, will do, will not do."""

    type: PositionType
    content: Span
    condition: Condition | None
    consequence: Span | None
    deadline: Date | None


class Deployment(BaseRecord, frozen=True, gc=False, kw_only=True, tag="deployment"):
    """Forces and where they are."""

    actor: str | None
    force: Span
    quantity: Quantity | None
    posture: Posture
    direction: str | None


class Event(BaseRecord, frozen=True, gc=False, kw_only=True, tag="event"):
    """Any other PLOVER event."""

    casualties: Casualties | None


Record = Contact | Statement | Position | Deployment | Event
