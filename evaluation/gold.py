"""Hand-made gold, typed: one YAML file a report, in the sections that `docs/evaluation.md` describes.

Unknown keys and words outside the closed vocabularies are errors on loading; `evaluation.check` proves the spans.
"""

from pathlib import Path
from typing import Any, Literal

import msgspec
import yaml

from cronistoria.model.record import Modality, PositionType, Posture

Verbatim = bool | Literal["partial"]
Comparator = Literal["=", "~", "<", ">", "vague"]
ContactType = Literal[
    "call", "video_call", "meeting", "talks", "summit", "letter", "document_handover", "visit", "invitation"
]
ContactState = Literal["happened", "ongoing", "begun", "scheduled", "requested", "negated"]
ActorKind = Literal["state", "person", "igo", "group", "armed_group", "media", "org", "place", "dateline"]


class Node(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What all parts of a gold file share: a remark for people."""

    note: str | None = None


class Doc(Node, frozen=True, kw_only=True):
    """The report's file, relative to ``evaluation/``."""

    file: str


class DocDate(Node, frozen=True, kw_only=True):
    """Date of publication; ``given`` if the reader has to say it because the text does not."""

    value: str
    given: bool = False
    source: str


class When(Node, frozen=True, kw_only=True):
    """A day, month, year or minute (``iso``), first and last day (``interval``), or one bound; words in ``text``."""

    text: str | None = None
    iso: str | None = None
    interval: tuple[str, str] | None = None
    earliest: str | None = None
    latest: str | None = None

    @property
    def value(self) -> str | None:
        """What there is to compare, an interval as ``first/last``; ``None`` for one bound or none."""
        if self.iso:
            return self.iso
        bounds = self.interval or (self.earliest, self.latest)
        return f"{bounds[0]}/{bounds[1]}" if all(bounds) else None


class GoldDate(When, frozen=True, kw_only=True):
    """A time expression: where ``occurrence`` is missing, it holds wherever its words stand."""

    text: str
    rule: str
    occurrence: int | None = None
    timex: str | None = None


class Amount(Node, frozen=True, kw_only=True):
    """A number of things (``value``, or from ``value`` to ``upto``) or, for durations, of ``minutes``."""

    value: float | None = None
    upto: float | None = None
    minutes: float | None = None
    comparator: Comparator = "="
    text: str


class Clause(Node, frozen=True, kw_only=True):
    """Words of the text, or what they stand for where they are implied."""

    text: str | None = None
    event: str | None = None


class GoldActor(Node, frozen=True, kw_only=True):
    """One mention; states have ``iso3``, organisations ``code``, persons either."""

    mention: str
    canonical: str
    kind: ActorKind
    iso3: str | None = None
    code: str | None = None
    role: str | None = None
    metonym: bool | None = None
    occurrence: int | None = None


class GoldContact(Node, frozen=True, kw_only=True):
    """One real contact, however often it is told."""

    n: int
    type: ContactType
    status: ContactState
    participants: tuple[str, ...]
    date: When
    duration: Amount | None = None
    requested_by: str | None = None
    place: str | None = None
    evidence: str
    occurrence: int | None = None


class GoldQuote(Node, frozen=True, kw_only=True):
    """Somebody's words; ``first6`` are at most the first six."""

    speaker: str | None
    verbatim: Verbatim
    first6: str
    verb: str | None = None
    via: str | None = None
    occurrence: int | None = None


class GoldAttribution(Node, frozen=True, kw_only=True):
    """Who vouches for a claim."""

    claim: str
    source: str | None
    phrase: str


class GoldPosition(Node, frozen=True, kw_only=True):
    """What a party wants, will do, will not do."""

    n: int
    kind: PositionType
    alt: PositionType | None = None
    by: tuple[str, ...]
    to: tuple[str, ...]
    content: str
    condition: Clause | None = None
    consequence: Clause | None = None
    evidence: str
    occurrence: int | None = None


class GoldDeployment(Node, frozen=True, kw_only=True):
    """Forces and where they are."""

    n: int
    actor: str | None
    what: str
    quantity: Amount | None
    place: str | None = None
    posture: Posture
    evidence: str
    occurrence: int | None = None


class GoldEvent(Node, frozen=True, kw_only=True):
    """Another event with its PLOVER type."""

    n: int
    plover: str
    by: tuple[str, ...]
    to: tuple[str, ...]
    negated: bool = False
    modality: Modality = "asserted"
    date: When | None
    evidence: str
    occurrence: int | None = None


class Appointment(Node, frozen=True, kw_only=True):
    """Something to come: the contact of that number, or no contact at all."""

    what: str
    contact: int | None = None
    kind: Literal["not a contact"] | None = None
    date: str | None = None
    evidence: str


class Words(Node, frozen=True, kw_only=True):
    """Words that stand for nothing new: denied, or told before (``of``)."""

    text: str
    of: str | None = None


class Gold(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All that a reader should note down from one report."""

    id: str
    doc: Doc
    lang: str
    doc_date: DocDate
    actors: tuple[GoldActor, ...]
    contacts: tuple[GoldContact, ...]
    quotes: tuple[GoldQuote, ...]
    attributions: tuple[GoldAttribution, ...]
    positions: tuple[GoldPosition, ...]
    deployments: tuple[GoldDeployment, ...]
    events: tuple[GoldEvent, ...]
    negated: tuple[Words, ...]
    repeats: tuple[Words, ...] = ()
    dates: tuple[GoldDate, ...]
    scheduled: tuple[Appointment, ...]
    notes: str


class GoldError(Exception):
    """A gold file that breaks the rules."""


def load_gold(path: Path) -> Gold:
    """The gold of a file. Raises `GoldError` naming file and place."""
    try:
        node: Any = yaml.safe_load(path.read_text(encoding="utf-8"))
        return msgspec.convert(node, Gold)
    except (yaml.YAMLError, msgspec.ValidationError, UnicodeDecodeError) as error:
        raise GoldError(f"{path.name}: {error}") from error


def load_folder(folder: Path) -> list[Gold]:
    """The gold of a folder, in the order of the ids."""
    return [load_gold(path) for path in sorted(folder.glob("*.yaml"))]
