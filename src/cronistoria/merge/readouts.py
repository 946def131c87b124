"""Each side's own account of a contact: the statements and positions by its people that are about it.

A statement is about the contact that its report last told before it (or else first after it) among those whose parties
include the speaker's side and whose day it can follow.
"""

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from cronistoria.merge.chapter import Chapter
from cronistoria.merge.sketch import Window

_AFTERMATH = 2


class Passage(msgspec.Struct, frozen=True):
    """Where a report tells a contact or what somebody said of something: ``start`` of its evidence, ids, days."""

    document: str
    start: int
    is_contact: bool
    entry: str
    record: str
    sides: frozenset[str]
    window: Window | None


def passages_of(chapter: Chapter) -> Iterator[Passage]:
    """The passages of a contact that took place, of a statement or of a position."""
    is_contact = chapter.strand == "contact"
    if (is_contact and chapter.is_real) or chapter.strand in ("statement", "position"):
        for sketch in chapter.sketches:
            record = sketch.record
            yield Passage(
                sketch.document, record.evidence[0].start, is_contact, chapter.entry.id, record.id, sketch.sides,
                sketch.window,
            )  # fmt: skip


def readouts(passages: Iterable[Passage]) -> dict[str, dict[str, tuple[str, ...]]]:
    """By contact entry, by side, the ids of the records that are its account; contacts without any are left out."""
    contacts: dict[str, list[Passage]] = {}
    accounts: dict[str, list[Passage]] = {}
    for passage in passages:
        (contacts if passage.is_contact else accounts).setdefault(passage.document, []).append(passage)
    found: dict[str, dict[str, set[str]]] = {}
    for document, told in contacts.items():
        told.sort(key=lambda contact: (contact.start, contact.entry))
        for account in accounts.get(document, ()):
            if about := _told_before(account, told):
                for side in account.sides & about.sides:
                    found.setdefault(about.entry, {}).setdefault(side, set()).add(account.record)
    return {
        entry: {side: tuple(sorted(records)) for side, records in sorted(sides.items())}
        for entry, sides in sorted(found.items())
    }


def _told_before(account: Passage, contacts: Sequence[Passage]) -> Passage | None:
    fitting = [contact for contact in contacts if _may_tell(account, contact)]
    before = [contact for contact in fitting if contact.start <= account.start]
    return before[-1] if before else fitting[0] if fitting else None


def _may_tell(account: Passage, contact: Passage) -> bool:
    """Whether a side of the contact speaks, not before it and soon after it."""
    if not account.sides & contact.sides or len(contact.sides) < 2:
        return False
    said, held = account.window, contact.window
    if said is None or held is None or not (said.dated or held.dated):
        return True
    return held.first <= said.last and said.first <= held.last + _AFTERMATH
