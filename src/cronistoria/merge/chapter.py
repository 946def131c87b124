"""An entry with what its tellings say, ready to be held against other entries."""

from collections.abc import Iterable, Mapping
from functools import cached_property

from cronistoria.merge.sketch import Sketch, Window, day_of, last_day_of, sketch_of
from cronistoria.merge.subjects import subjects_of
from cronistoria.model.entry import Entry
from cronistoria.model.record import Position
from cronistoria.model.source import Telling

_REAL = frozenset(("asserted", "hearsay"))


class Chapter:
    """An entry and its tellings, in the order of publication."""

    def __init__(self, entry: Entry, tellings: Iterable[Telling], sketches: Mapping[str, Sketch] | None = None) -> None:
        """``sketches``: those of the tellings by record id, where they were made before."""
        self.entry = entry
        self.tellings = tuple(sorted(tellings, key=lambda t: (_published(t), t.record.id)))
        self.sketches = tuple(sketches[t.record.id] if sketches else sketch_of(t) for t in self.tellings)

    @property
    def strand(self) -> str:
        """The strand of its tellings."""
        return self.sketches[0].strand

    @cached_property
    def sides(self) -> frozenset[str]:
        """States and bodies of whoever does it, says it or takes part."""
        return _all(sketch.sides for sketch in self.sketches)

    @cached_property
    def targets(self) -> frozenset[str]:
        """States and bodies of those whom it is for."""
        return _all(sketch.targets for sketch in self.sketches)

    @cached_property
    def subjects(self) -> frozenset[str]:
        """What it is about, in all its tellings."""
        return _all(sketch.subjects for sketch in self.sketches)

    @cached_property
    def content(self) -> frozenset[str]:
        """What a position wants or foretells, without what it hangs on."""
        return _all(map(_content, self.sketches))

    @cached_property
    def window(self) -> Window | None:
        """The days of the entry's date; without one, those of its first report."""
        date = self.entry.date
        if date and date.start and date.end:
            return Window(day_of(date.start), max(last_day_of(date.end), day_of(date.start)), True)
        return self.sketches[0].window

    @cached_property
    def first(self) -> int | None:
        """The first day that it was told, or is dated to."""
        days = [day for sketch in self.sketches if (day := _stated(sketch)) is not None]
        return min(days, default=None)

    @cached_property
    def last(self) -> int | None:
        """The last day that it was told."""
        days = [day for sketch in self.sketches if (day := _stated(sketch)) is not None]
        return max(days, default=None)

    @cached_property
    def day(self) -> int:
        """When it took place or, without a day, was first told; 0 if neither is known."""
        window = self.window
        if window is not None and window.dated and window.fine:
            return window.first
        return self.first or 0

    @property
    def is_real(self) -> bool:
        """Whether it is told as something that took place."""
        return self.entry.polarity == "affirmed" and self.entry.modality in _REAL


def _all(sets: Iterable[frozenset[str]]) -> frozenset[str]:
    """What is in any of the sets; of one set, that set itself."""
    first, *others = sets
    return first.union(*others) if others else first


def _stated(sketch: Sketch) -> int | None:
    window = sketch.window
    if window is not None and window.dated and window.fine:
        return window.first if sketch.published is None else min(window.first, sketch.published)
    return sketch.published


def _content(sketch: Sketch) -> frozenset[str]:
    record = sketch.record
    if not isinstance(record, Position):
        return sketch.subjects
    return subjects_of(record.content.text, sketch.language) - (
        subjects_of(record.condition.span.text, sketch.language) if record.condition else frozenset()
    )


def _published(telling: Telling) -> str:
    published = telling.source.published
    return (published.start if published else None) or "9999"
