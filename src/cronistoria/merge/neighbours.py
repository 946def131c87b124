"""Chapters by who acts in them, so that each is held only against those that could say something about it.

A crisis of a hundred thousand entries has thousands of a single side; few of them are deeds, meetings, or positions of
a given family. Every answer is in the order of time.
"""

from bisect import bisect_right
from collections.abc import Hashable, Iterable, Iterator, Mapping
from heapq import merge
from itertools import groupby, product
from types import MappingProxyType

import msgspec

from cronistoria.merge.acts import acts_of
from cronistoria.merge.chapter import Chapter
from cronistoria.merge.keys import FAMILIES
from cronistoria.model.record import Polarity

_MEETINGS = frozenset(("contact", "appointment"))
_DEEDS = frozenset(("event", "deployment"))
LATEST = 400
_DEED, _MEETING, _ANY = "deed", "meeting", "any"
AT = ">"

Place = tuple[int, str]
_EVER: Place = (-1, "")


class Sayings(msgspec.Struct, frozen=True):
    """What some sides say, of some families and polarities, that shares a subject or word with ``content``."""

    sides: frozenset[str]
    kinds: tuple[tuple[str, Polarity], ...]
    content: frozenset[str]


def order(chapter: Chapter) -> Place:
    """By time."""
    return chapter.day, chapter.entry.id


def by_side(chapters: Iterable[Chapter]) -> dict[str, list[Chapter]]:
    """Chapters by the sides that act in them and, with `AT` before them, by those they are aimed at; in time order."""
    found: dict[str, list[Chapter]] = {}
    for chapter in sorted(chapters, key=order):
        for key in acting_in(chapter):
            found.setdefault(key, []).append(chapter)
    return found


def acting_in(chapter: Chapter) -> tuple[str, ...]:
    """The sides that act in a chapter and, with `AT` before them, those it is aimed at."""
    return *chapter.sides, *(AT + side for side in chapter.targets)


class Neighbours:
    """Chapters by side, as `by_side` gives them, and by what they are.

    ``since``: where the latest of a side begin, if not all that it did and said is given.
    """

    def __init__(
        self, others: Mapping[str, Iterable[Chapter]], since: Mapping[str, Place] = MappingProxyType({})
    ) -> None:
        self._since = since
        self._by_key: dict[Hashable, list[Chapter]] = {}
        self._latest: dict[Hashable, list[Chapter]] = {}
        kinds: dict[str, tuple[Hashable, ...]] = {}
        for side, chapters in others.items():
            for chapter in sorted(chapters, key=order):
                if chapter.entry.id not in kinds:
                    kinds[chapter.entry.id] = tuple(_kinds(chapter))
                for kind in kinds[chapter.entry.id]:
                    self._by_key.setdefault((side, kind), []).append(chapter)

    def deeds(self, sides: Iterable[str], acts: Iterable[str], first: int, last: int) -> Iterator[Chapter]:
        """Such acts as those sides really did, by dated reports, after the day ``first`` and up to ``last``.

        They are found as they are asked for, since one of the first often decides.
        """
        keys = [(side, (_DEED, act)) for side, act in product(sides, acts)]
        ordered = merge(*(self._between(key, first, last) for key in keys), key=order)
        return (chapter for _, (chapter, *_) in groupby(ordered, key=order))

    def positions(self, said: Sayings, first: int, last: int) -> list[Chapter]:
        """What was said after the day ``first`` and up to ``last``."""
        keys = [(side, (kind, subject)) for side, kind, subject in product(said.sides, said.kinds, said.content)]
        return _together([self._between(key, first, last) for key in keys])

    def meetings(self, sides: Iterable[str]) -> list[Chapter]:
        """Contacts and appointments of those sides."""
        return _together([self._by_key.get((side, _MEETING), []) for side in sides])

    def latest(self, sides: Iterable[str], strand: str, *, aimed: bool = False) -> list[Chapter]:
        """Of the latest chapters of each side (``aimed``: at each side) those of a strand."""
        return _together([self._latest_of(AT + side if aimed else side, strand) for side in sides])

    def _between(self, key: Hashable, first: int, last: int) -> list[Chapter]:
        chapters = self._by_key.get(key)
        if not chapters:
            return []
        start, end = (bisect_right(chapters, day, key=_day) for day in (first, last))
        return chapters[start:end]

    def _latest_of(self, side: str, strand: str) -> list[Chapter]:
        key = side, strand
        if key not in self._latest:
            since = self._since.get(side, _EVER)
            late = self._by_key.get((side, _ANY), [])[-LATEST:]
            self._latest[key] = [c for c in late if c.strand == strand and order(c) >= since]
        return self._latest[key]


def _kinds(chapter: Chapter) -> Iterator[Hashable]:
    """What a chapter is, in the words of the keys."""
    yield _ANY
    strand, window = chapter.strand, chapter.window
    if strand in _MEETINGS:
        yield _MEETING
    elif strand in _DEEDS and chapter.is_real and window is not None and window.dated and window.fine:
        yield from ((_DEED, act) for act in acts_of(chapter.entry.type, chapter.entry.plover, strand))
    elif strand == "position":
        kind = FAMILIES.get(chapter.entry.type or ""), chapter.entry.polarity
        yield from ((kind, subject) for subject in chapter.content)


def _together(lists: list[list[Chapter]]) -> list[Chapter]:
    """Ordered lists as one, each chapter once."""
    full = [chapters for chapters in lists if chapters]
    if len(full) < 2:
        return full[0] if full else []
    found = {chapter.entry.id: chapter for chapters in full for chapter in chapters}
    return sorted(found.values(), key=order)


def _day(chapter: Chapter) -> int:
    return chapter.day
