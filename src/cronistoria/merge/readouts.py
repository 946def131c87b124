"""Each side's own account of a contact: the statements and positions by its people that are about it.

A statement is about the contact that its report last told before it (or else first after it) among those whose parties
include the speaker's side and whose day it can follow.
"""

from collections.abc import Iterable, Sequence

from cronistoria.merge.chapter import Chapter
from cronistoria.merge.sketch import Sketch

_AFTERMATH = 2

Told = tuple[int, Sketch, str]


def readouts(chapters: Iterable[Chapter]) -> dict[str, dict[str, tuple[str, ...]]]:
    """By contact entry, by side, the ids of the records that are its account; contacts without any are left out."""
    contacts: dict[str, list[Told]] = {}
    accounts: dict[str, list[Sketch]] = {}
    for chapter in chapters:
        for sketch in chapter.sketches:
            if chapter.strand == "contact" and chapter.is_real:
                start = sketch.record.evidence[0].start
                contacts.setdefault(sketch.document, []).append((start, sketch, chapter.entry.id))
            elif chapter.strand in ("statement", "position"):
                accounts.setdefault(sketch.document, []).append(sketch)
    found: dict[str, dict[str, list[str]]] = {}
    for document, told in sorted(contacts.items()):
        told.sort(key=lambda item: (item[0], item[2]))
        for account in accounts.get(document, ()):
            if about := _told_before(account, told):
                for side in sorted(account.sides & about[1].sides):
                    found.setdefault(about[2], {}).setdefault(side, []).append(account.record.id)
    return {
        entry: {side: tuple(sorted(set(records))) for side, records in sorted(sides.items())}
        for entry, sides in sorted(found.items())
    }


def _told_before(account: Sketch, contacts: Sequence[Told]) -> Told | None:
    fitting = [item for item in contacts if _may_tell(account, item[1])]
    start = account.record.evidence[0].start
    before = [item for item in fitting if item[0] <= start]
    return before[-1] if before else fitting[0] if fitting else None


def _may_tell(account: Sketch, contact: Sketch) -> bool:
    """Whether a side of the contact speaks, not before it and soon after it."""
    if not account.sides & contact.sides or len(contact.sides) < 2:
        return False
    said, held = account.window, contact.window
    if said is None or held is None or not (said.dated or held.dated):
        return True
    return held.first <= said.last and said.first <= held.last + _AFTERMATH
