"""What became of a commitment or an appointment, and which entry decided it."""

import msgspec

from cronistoria.model.entry import Entry, EntryStatus, Ground, Link, LinkType


class Verdict(msgspec.Struct, frozen=True):
    """A status with its ground, and how the deciding entry is linked to what it decided."""

    status: EntryStatus
    ground: Ground
    link: LinkType | None = None


def link_of(verdict: Verdict, decided: Entry) -> tuple[str, Link] | None:
    """The entry that decided, and the link it gets to what it decided."""
    if verdict.link is None or verdict.ground.entry is None:
        return None
    return verdict.ground.entry, Link(verdict.link, decided.id, verdict.ground.reason)
