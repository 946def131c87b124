"""Links between entries other than those that settle a status: parts of forces, repeated and contradicted positions."""

from collections.abc import Iterator, Mapping

from cronistoria.merge.bounds import bounds_of, ratio
from cronistoria.merge.chapter import Chapter
from cronistoria.merge.commitments import AT, is_about_same
from cronistoria.merge.keys import FAMILIES, NEAR_DAYS
from cronistoria.model.entry import Link
from cronistoria.model.record import Deployment, Quantity

_PART = 2.0
_STANDING = frozenset(("massed", "deployed", "moved", "exercising"))
_LONG = 400


def relations(chapter: Chapter, others: Mapping[str, list[Chapter]]) -> Iterator[Link]:
    """The links of a chapter to earlier or larger ones of its own sides, or to what it denies."""
    if chapter.strand == "deployment":
        yield from _parts(chapter, _of_sides(chapter, chapter.sides, others))
    elif chapter.strand == "position":
        yield from _repetitions(chapter, _of_sides(chapter, chapter.sides, others))
        if chapter.entry.type == "denial":
            yield from _denials(chapter, _of_sides(chapter, frozenset(AT + side for side in chapter.sides), others))


def _of_sides(chapter: Chapter, sides: frozenset[str], others: Mapping[str, list[Chapter]]) -> list[Chapter]:
    """The latest chapters of those sides and of its strand, other than itself."""
    found = {c.entry.id: c for side in sorted(sides) for c in others.get(side, ())[-_LONG:]}
    return [c for c in found.values() if c.strand == chapter.strand and c is not chapter]


def _parts(chapter: Chapter, others: list[Chapter]) -> Iterator[Link]:
    own = _quantity(chapter)
    for whole in others:
        total = _quantity(whole)
        if own is None or total is None or chapter.window is None or whole.window is None:
            continue
        near = whole.window.first - NEAR_DAYS <= chapter.window.last <= whole.window.last + NEAR_DAYS
        standing = {chapter.entry.type, whole.entry.type} <= _STANDING
        smaller, larger = bounds_of(own), bounds_of(total)
        if near and standing and smaller and larger and smaller[0] < larger[0] and ratio(smaller, larger) >= _PART:
            yield Link("part_of", whole.entry.id, "fewer_of_the_same")


def _repetitions(chapter: Chapter, others: list[Chapter]) -> Iterator[Link]:
    """The latest earlier one of the same type and point."""
    for earlier in sorted(others, key=lambda c: (c.last or 0, c.entry.id), reverse=True):
        before = earlier.last is not None and chapter.first is not None and earlier.last < chapter.first
        same = earlier.entry.type == chapter.entry.type and earlier.entry.polarity == chapter.entry.polarity
        if before and same and is_about_same(chapter, earlier):
            yield Link("repeats", earlier.entry.id, "same_point")
            return


def _denials(chapter: Chapter, others: list[Chapter]) -> Iterator[Link]:
    for accused in others:
        blames = FAMILIES.get(accused.entry.type or "") == "blame"
        if blames and is_about_same(chapter, accused):
            yield Link("contradicts", accused.entry.id, "denies")


def _quantity(chapter: Chapter) -> Quantity | None:
    quantities = (s.record.quantity for s in chapter.sketches if isinstance(s.record, Deployment) and s.record.quantity)
    return next(quantities, None)
