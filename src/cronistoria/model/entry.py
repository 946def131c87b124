"""An entry of the chronicle: one happening, commitment or appointment, as all reports tell it."""

from typing import Literal, get_args

import msgspec

from cronistoria.model.dates import Date
from cronistoria.model.judgement import Judgement
from cronistoria.model.record import Modality, Place, Plover, Polarity
from cronistoria.model.source import Source

EntryKind = Literal["contact", "statement", "position", "deployment", "event"]
CommitmentStatus = Literal["open", "fulfilled", "broken", "withdrawn", "lapsed"]
AppointmentStatus = Literal["upcoming", "held", "missed", "moved", "cancelled"]
EntryStatus = CommitmentStatus | AppointmentStatus
LinkType = Literal["fulfils", "breaks", "answers", "repeats", "contradicts", "moves", "part_of"]
ENTRY_KINDS: tuple[EntryKind, ...] = get_args(EntryKind)


class DisagreementValue(msgspec.Struct, frozen=True, gc=False):
    """One version, and the documents that tell it so."""

    value: str | float
    sources: tuple[str, ...]


class Disagreement(msgspec.Struct, frozen=True, gc=False):
    """A field that reports fill in ways which cannot all be true."""

    field: str
    values: tuple[DisagreementValue, ...]


class Link(msgspec.Struct, frozen=True, gc=False):
    """What this entry does to another; ``part_of``: forces counted within those of the other."""

    type: LinkType
    entry: str
    reason: str | None = None


class Ground(msgspec.Struct, frozen=True, gc=False):
    """Why a status was given, and the entry that decided it."""

    reason: str
    entry: str | None = None


class Entry(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """``date`` is the narrowest that the sources agree on; ``actors`` and ``recipients`` are ids.

    ``type``: channel of a contact, type of a position, posture of a deployment, PLOVER event of an event. ``title`` is
    written for a reader and not stored. ``sides``: by party, the ids of statements and positions about this contact.
    ``status``: of commitments and appointments alone, with its ``grounds``; ``decided_by`` is a person who set it.
    ``confirmed``: what a person said, ``None`` if nobody did. A store gives entries without ``judgements``; it has
    them by record.
    """

    id: str
    kind: EntryKind
    type: str | None = None
    title: str | None = None
    date: Date | None = None
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    place: Place | None = None
    plover: Plover | None = None
    polarity: Polarity = "affirmed"
    modality: Modality = "asserted"
    confidence: float = 0.0
    records: tuple[str, ...]
    sources: tuple[Source, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    sides: dict[str, tuple[str, ...]] = {}
    status: EntryStatus | None = None
    grounds: tuple[Ground, ...] = ()
    decided_by: str | None = None
    confirmed: bool | None = None
    links: tuple[Link, ...] = ()
    judgements: tuple[Judgement, ...] = ()


def entry_order(entry: Entry) -> tuple[str, str]:
    """By date; an undated entry stands where its first report does."""
    return entry_stretch(entry)[0], entry.id


def entry_stretch(entry: Entry) -> tuple[str, str]:
    """From when to when, half-open: the entry's date, for an undated one that of its first report, else "9999"."""
    if entry.date and entry.date.start:
        return entry.date.start, entry.date.end or entry.date.start
    told = next((s.published for s in entry.sources if s.published and s.published.start), None)
    start = (told.start if told else None) or "9999"
    return start, max(start, (told.end if told else None) or "", (entry.date.end if entry.date else None) or "")
