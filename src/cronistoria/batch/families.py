"""Which reports of a batch repeat another, as `build` finds them, and what that makes of their records.

A family is what hangs together by fingerprints, and holds each copy with its original. It is walked in order of
publication, so that the earliest report is the original whatever order the inputs came in: the result is that of
building its reports in this order.
"""

from collections.abc import Iterable, Iterator

import msgspec

from cronistoria.build.copies import COPIED, Passages, fingerprint, has_own_words, passages, similarity
from cronistoria.model.document import Document
from cronistoria.model.source import Source, Telling

_UNDATED = "~"
_Place = tuple[str, int]


class Member(msgspec.Struct, frozen=True):
    """A report of a family, with what is compared of its text."""

    source: Source
    document: Document
    passages: Passages
    bands: tuple[str, ...]

    @property
    def id(self) -> str:
        """The document's."""
        return self.document.id


class Repeat(msgspec.Struct, frozen=True):
    """The report that a copy repeats, and how alike the two are."""

    copy: Source
    original: str
    similarity: float


class Part(msgspec.Struct, frozen=True):
    """A passage of a report: whether its records are the report's own, and which of its copies hold it too."""

    start: int
    end: int
    own: bool
    copies: tuple[int, ...]


class Fate(msgspec.Struct, frozen=True, kw_only=True):
    """What becomes of the records of a report that is a copy or has copies.

    ``silent``: a copy that says nothing of its own. ``parts`` number the ``copies``.
    """

    document: str
    copy_of: str | None
    silent: bool
    copies: tuple[Source, ...]
    parts: tuple[Part, ...]

    def of(self, telling: Telling) -> Telling | None:
        """A record with its copies; ``None`` if it is the original's."""
        if self.silent:
            return None
        source = msgspec.structs.replace(telling.source, copy_of=self.copy_of)
        for part in self.parts:
            if part.start <= telling.record.trigger.start < part.end:
                copies = tuple(self.copies[number] for number in part.copies)
                return msgspec.structs.replace(telling, source=source, copies=copies) if part.own else None
        return msgspec.structs.replace(telling, source=source)


class Family:
    """Reports that may be copies of one another."""

    def __init__(self, reports: Iterable[tuple[Source, Document]]) -> None:
        made = (Member(s, d, passages(d), fingerprint(d)) for s, d in reports)
        self._members = {member.id: member for member in sorted(made, key=_order)}
        self.repeats: dict[str, Repeat] = {}
        self._holders: dict[_Place, list[str]] = {}
        self._held: dict[str, list[_Place]] = {}
        self._walk()

    def fates(self) -> Iterator[Fate]:
        """What becomes of the records of those that are copies or have some."""
        originals = {home for home, _ in self._holders}
        return (self._fate(member) for member in self._members.values() if member.id in originals | self.repeats.keys())

    def _walk(self) -> None:
        by_band: dict[str, list[str]] = {}
        for member in self._members.values():
            met = dict.fromkeys(other for band in member.bands for other in by_band.get(band, ()))
            if (repeat := self._repeat(member, met)) is not None:
                self.repeats[member.id] = repeat
                self._share(member, repeat.original)
            self._held.setdefault(member.id, []).extend(
                (member.id, number) for number in range(len(member.passages.words)) if self._is_own(member, number)
            )
            for band in member.bands:
                by_band.setdefault(band, []).append(member.id)

    def _repeat(self, member: Member, met: Iterable[str]) -> Repeat | None:
        """The most alike, rather an original than a copy."""
        originals = [other for other in met if other not in self.repeats]
        for some in (originals, [other for other in met if other in self.repeats]):
            alike = [(-similarity(member.document, self._members[other].document), other) for other in some]
            unlike, original = min(alike, default=(0.0, ""))
            if -unlike >= COPIED:
                return Repeat(member.source, original, -unlike)
        return None

    def _share(self, member: Member, original: str) -> None:
        """Notes what a copy holds of its original, and of what that repeats itself."""
        words = set(member.passages.words)
        for home, number in self._held[original]:
            if self._members[home].passages.words[number] in words:
                self._holders.setdefault((home, number), []).append(member.id)
                self._held.setdefault(member.id, []).append((home, number))

    def _is_own(self, member: Member, number: int) -> bool:
        repeat = self.repeats.get(member.id)
        return repeat is None or member.passages.words[number] not in self._members[repeat.original].passages.words

    def _fate(self, member: Member) -> Fate:
        repeat = self.repeats.get(member.id)
        original = self._members[repeat.original] if repeat else None
        places = list(enumerate(member.passages.places))
        holders = [sorted(self._holders.get((member.id, number), ())) for number, _ in places]
        copies = sorted({copy for held in holders for copy in held})
        numbers = {copy: number for number, copy in enumerate(copies)}
        return Fate(
            document=member.id,
            copy_of=original.id if original else None,
            silent=original is not None and not has_own_words(member.passages, original.passages),
            copies=tuple(self._source(copy) for copy in copies),
            parts=tuple(
                Part(start, end, self._is_own(member, number), tuple(numbers[copy] for copy in holders[number]))
                for number, (start, end) in places
            ),
        )

    def _source(self, copy: str) -> Source:
        return msgspec.structs.replace(self._members[copy].source, copy_of=self.repeats[copy].original)


def _order(member: Member) -> tuple[str, str]:
    published = member.source.published
    return (published.start if published and published.start else _UNDATED, member.id)
