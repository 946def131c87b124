"""Keys by which those entries are found that may settle another, so that one is settled without all the others.

A key joins what an entry is to a side (what it does, says, meets, binds itself to) and stands on a day. Whoever asks
gets all that the rules of `commitments`, `appointments` and `relations` could have something to say about, and some
more; the rules then decide. Whatever changes the keys of entries changes `VERSION`.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import islice, product

from cronistoria.merge.acts import acts_of, deciding_acts
from cronistoria.merge.appointments import is_appointment
from cronistoria.merge.chapter import Chapter
from cronistoria.merge.commitments import FORSWEARING, committed, is_commitment, is_deed, struck_by
from cronistoria.merge.keys import FAMILIES
from cronistoria.merge.neighbours import AT
from cronistoria.model.entry import Entry
from cronistoria.model.record import Polarity

VERSION = "1"
EVERYBODY, NOBODY = "*", "-"
PATIENCE = 60
_EVER = "ever"
_MOST_MONTHS = 24

EntryKey = tuple[str, int]


def keys_of(chapter: Chapter) -> Iterator[EntryKey]:
    """The keys of an entry, each with its day."""
    sides = (*chapter.sides, *(AT + side for side in chapter.targets))
    yield from ((any_key(side), chapter.day) for side in sides)
    if chapter.strand == "deployment":
        yield from ((deployment_key(side), chapter.day) for side in sides)
    if chapter.strand == "position":
        family, polarity = FAMILIES.get(chapter.entry.type or "", ""), chapter.entry.polarity
        yield from ((key, chapter.day) for key in point_keys(sides, (family,), (polarity,), chapter.content))
        yield from _of_commitment(chapter)
    elif is_deed(chapter):
        whom = (EVERYBODY, *(struck_by(chapter) or (NOBODY,)))
        acts = acts_of(chapter.entry.type, chapter.entry.plover, chapter.strand)
        yield from ((key, chapter.day) for key in deed_keys(chapter.sides, acts, whom))
    elif chapter.strand in ("contact", "appointment"):
        yield from _of_meeting(chapter)


def may_get_status(entry: Entry) -> bool:
    """Whether a position may stand in the ledger once it is settled."""
    return is_commitment(entry) or (entry.kind == "position" and entry.type in FORSWEARING)


def _of_commitment(chapter: Chapter) -> Iterator[EntryKey]:
    """By which what decides, takes back or answers it finds a commitment, on the day when it was first stated."""
    if chapter.first is None or not may_get_status(chapter.entry):
        return
    bound = is_commitment(chapter.entry)
    doers = committed(chapter) if bound else chapter.sides
    acts = deciding_acts(chapter.content, bound=bound)
    yield from ((key, chapter.first) for key in due_keys(doers, acts))
    if bound:
        family, content = FAMILIES[chapter.entry.type or ""], chapter.content
        yield from ((key, chapter.first) for key in stated_keys(chapter.sides, family, content))
        yield from ((key, chapter.first) for key in asked_keys(chapter.targets - chapter.sides, content))


def _of_meeting(chapter: Chapter) -> Iterator[EntryKey]:
    """By the months that a meeting may lie in, and when it was first told; of an appointment also until it is over."""
    window, first = chapter.window, chapter.first
    if window is None:
        return
    for side in chapter.sides:
        yield from ((key, chapter.day) for key in meeting_keys((side,), window.first, window.last))
        if first is not None:
            yield told_key(side), first
        if is_appointment(chapter):
            begin = min(window.first, first or window.first)
            end = max(window.last + 1, (first or 0) + (0 if window.dated else PATIENCE))
            yield from ((key, chapter.day) for key in pending_keys((side,), begin, end))


def any_key(side: str) -> str:
    """Whatever a side does or says; with `AT` before it, whatever is aimed at it."""
    return f"any|{side}"


def deployment_key(side: str) -> str:
    """The deployments of a side."""
    return f"deployment|{side}"


def point_keys(
    sides: Iterable[str], families: Iterable[str], polarities: Iterable[Polarity], content: Iterable[str]
) -> Iterator[str]:
    """What sides say on a point, a key a subject."""
    return _joined("point", sides, families, polarities, content)


def deed_keys(sides: Iterable[str], acts: Iterable[str], whom: Iterable[str]) -> Iterator[str]:
    """What sides did to some, to `EVERYBODY`, or to `NOBODY` who is named."""
    return _joined("deed", sides, acts, whom)


def due_keys(sides: Iterable[str], acts: Iterable[str]) -> Iterator[str]:
    """Positions that deeds of sides may decide."""
    return _joined("due", sides, acts)


def stated_keys(sides: Iterable[str], family: str, content: Iterable[str]) -> Iterator[str]:
    """Commitments of sides on a point."""
    return _joined("stated", sides, (family,), content)


def asked_keys(sides: Iterable[str], content: Iterable[str]) -> Iterator[str]:
    """Commitments on a point that are addressed to sides."""
    return _joined("asked", sides, content)


def told_key(side: str) -> str:
    """Contacts and appointments of a side, on the day when they were first told."""
    return f"told|{side}"


def meeting_keys(sides: Iterable[str], first: int, last: int, *, sought: bool = False) -> Iterator[str]:
    """Contacts and appointments of sides that may lie between two days; ``sought``: those that find all such."""
    return _joined("meeting", sides, _sought_months(first, last) if sought else _months(first, last))


def pending_keys(sides: Iterable[str], first: int, last: int, *, sought: bool = False) -> Iterator[str]:
    """Appointments of sides that something between two days may keep or move; ``sought``: those that find all such."""
    return _joined("pending", sides, _sought_months(first, last) if sought else _months(first, last))


def _joined(name: str, *parts: Iterable[str]) -> Iterator[str]:
    return ("|".join((name, *values)) for values in product(*map(sorted, parts)))


def _months(first: int, last: int) -> Sequence[str]:
    """The months of some days; of very many days, a word for ever."""
    months = tuple(islice(_every_month(first, last), _MOST_MONTHS + 1))
    return months if len(months) <= _MOST_MONTHS else (_EVER,)


def _sought_months(first: int, last: int) -> Sequence[str]:
    return (*_every_month(first, last), _EVER)


def _every_month(first: int, last: int) -> Iterator[str]:
    start, stop = (_month(day) for day in (first, last))
    return (f"{month // 12:04}-{month % 12 + 1:02}" for month in range(start, stop + 1))


def _month(day: int) -> int:
    on = date.fromordinal(min(max(day, 1), date.max.toordinal()))
    return on.year * 12 + on.month - 1
