"""Entries held against each other: readouts, statuses and links, as they stand on a given day.

What a person decided (a status, a confirmation, a rejection) stands over what the rules say. The day is given, never
taken from a clock.
"""

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from cronistoria.merge.appointments import is_appointment, judge_appointment
from cronistoria.merge.chapter import Chapter
from cronistoria.merge.commitments import answers_to, is_commitment, judge_commitment, judge_denial
from cronistoria.merge.neighbours import Neighbours, by_side
from cronistoria.merge.readouts import passages_of, readouts
from cronistoria.merge.relations import relations
from cronistoria.merge.verdict import Verdict, link_of
from cronistoria.model.entry import Entry, EntryStatus, Ground, Link
from cronistoria.model.judgement import Decision


def settle(chapters: Iterable[Chapter], decisions: Iterable[Decision], now: int) -> tuple[Entry, ...]:
    """Entries with sides, status, grounds and links on the day ``now`` (an ordinal); rejected ones are left out."""
    stood = [d for d in decisions if d.undone_at is None]
    rejected = {record for d in stood if d.act == "reject" for record in d.records}
    kept = [chapter for chapter in chapters if not rejected & set(chapter.entry.records)]
    verdicts, links = verdicts_on(kept, Neighbours(by_side(kept)), now)
    sides = readouts(passage for chapter in kept for passage in passages_of(chapter))
    return tuple(decide(_settled(c.entry, verdicts.get(c.entry.id), links, sides), stood) for c in kept)


def verdicts_on(
    chapters: Sequence[Chapter], others: Neighbours, now: int
) -> tuple[dict[str, Verdict], dict[str, tuple[Link, ...]]]:
    """By entry, the status of each that gets one, and its links to others; entries without any are left out."""
    judged = ((chapter.entry.id, judge(chapter, others, now)) for chapter in chapters)
    verdicts = {entry: verdict for entry, verdict in judged if verdict is not None}
    links = {
        entry: tuple(sorted(found, key=lambda link: (link.type, link.entry, link.reason or "")))
        for entry, found in _links(chapters, others, verdicts, now).items()
        if found
    }
    return verdicts, links


def judge(chapter: Chapter, others: Neighbours, now: int) -> Verdict | None:
    """The status of one entry on a day, if it gets one; ``others`` are all, or those that may matter."""
    if is_commitment(chapter.entry):
        return judge_commitment(chapter, others, now)
    if chapter.strand == "position":
        return judge_denial(chapter, others, now)
    return judge_appointment(chapter, others, now) if is_appointment(chapter) else None


def _settled(
    entry: Entry,
    verdict: Verdict | None,
    links: Mapping[str, tuple[Link, ...]],
    sides: Mapping[str, dict[str, tuple[str, ...]]],
) -> Entry:
    return msgspec.structs.replace(
        entry,
        status=verdict.status if verdict else None,
        grounds=(verdict.ground,) if verdict else (),
        sides=sides.get(entry.id, {}),
        links=links.get(entry.id, ()),
    )


def _links(
    chapters: Iterable[Chapter],
    others: Neighbours,
    verdicts: Mapping[str, Verdict],
    now: int,
) -> dict[str, set[Link]]:
    """All links by the entry that they start from."""
    found: dict[str, set[Link]] = {}
    for chapter in chapters:
        entry = chapter.entry
        found.setdefault(entry.id, set()).update(relations(chapter, others))
        if (verdict := verdicts.get(entry.id)) and (deciding := link_of(verdict, entry)):
            found.setdefault(deciding[0], set()).add(deciding[1])
        if is_commitment(entry):
            for later, reason in answers_to(chapter, others, now):
                found.setdefault(later.entry.id, set()).add(Link("answers", entry.id, reason))
    return found


def decide(entry: Entry, decisions: Sequence[Decision]) -> Entry:
    """The entry as people decided about it, if they did; ``decisions`` stand."""
    for decision in decisions:
        if decision.act in ("confirm", "status") and set(decision.records) & set(entry.records):
            if decision.act == "confirm":
                entry = msgspec.structs.replace(entry, confirmed=True)
            else:
                ground, by = Ground(decision.why or "decided"), decision.by or ""
                status = msgspec.convert(decision.value, EntryStatus)
                entry = msgspec.structs.replace(entry, status=status, grounds=(ground,), decided_by=by)
    return entry
