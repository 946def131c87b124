"""Links between entries other than those that settle a status: parts of forces, repeated and contradicted positions."""

from collections.abc import Iterator

from cronistoria.merge.bounds import bounds_of, ratio
from cronistoria.merge.chapter import Chapter
from cronistoria.merge.commitments import is_about_same
from cronistoria.merge.keys import FAMILIES, NEAR_DAYS
from cronistoria.merge.neighbours import Neighbours
from cronistoria.model.entry import Link
from cronistoria.model.record import Deployment, Quantity

_PART = 2.0
_STANDING = frozenset(("massed", "deployed", "moved", "exercising"))


def relations(chapter: Chapter, others: Neighbours) -> Iterator[Link]:
    """The links of a chapter to earlier or larger ones of its own sides, or to what it denies."""
    if chapter.strand == "deployment":
        yield from _parts(chapter, others.latest(chapter.sides, chapter.strand))
    elif chapter.strand == "position":
        yield from _repetitions(chapter, others.latest(chapter.sides, chapter.strand))
        if chapter.entry.type == "denial":
            yield from _denials(chapter, others.latest(chapter.sides, chapter.strand, aimed=True))


def _parts(chapter: Chapter, others: list[Chapter]) -> Iterator[Link]:
    own = _quantity(chapter)
    if own is None or chapter.window is None:
        return
    for whole in others:
        total = _quantity(whole)
        if whole is chapter or total is None or whole.window is None:
            continue
        near = whole.window.first - NEAR_DAYS <= chapter.window.last <= whole.window.last + NEAR_DAYS
        standing = {chapter.entry.type, whole.entry.type} <= _STANDING
        smaller, larger = bounds_of(own), bounds_of(total)
        if near and standing and smaller and larger and smaller[0] < larger[0] and ratio(smaller, larger) >= _PART:
            yield Link("part_of", whole.entry.id, "fewer_of_the_same")


def _repetitions(chapter: Chapter, others: list[Chapter]) -> Iterator[Link]:
    """The latest earlier one of the same type and point."""
    entry, first = chapter.entry, chapter.first
    alike = (c for c in others if c.entry.type == entry.type and c.entry.polarity == entry.polarity)
    before = [c for c in alike if c.last is not None and first is not None and c.last < first]
    for earlier in sorted(before, key=lambda c: (c.last or 0, c.entry.id), reverse=True):
        if is_about_same(chapter, earlier):
            yield Link("repeats", earlier.entry.id, "same_point")
            return


def _denials(chapter: Chapter, others: list[Chapter]) -> Iterator[Link]:
    for accused in others:
        blames = FAMILIES.get(accused.entry.type or "") == "blame"
        if blames and accused is not chapter and is_about_same(chapter, accused):
            yield Link("contradicts", accused.entry.id, "denies")


def _quantity(chapter: Chapter) -> Quantity | None:
    quantities = (s.record.quantity for s in chapter.sketches if isinstance(s.record, Deployment) and s.record.quantity)
    return next(quantities, None)
