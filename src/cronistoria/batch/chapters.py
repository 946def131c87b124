"""What merging leaves for settling: whatever may decide or be decided, and the words about contacts by report.

Statements decide nothing: of them no more is left than where they stand among the latest of their sides.
"""

from collections.abc import Hashable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from cronistoria.batch.exchange import SUFFIX, Row, exchanged, place_of, read_rows, stretches, write_rows
from cronistoria.batch.sketched import Sketched
from cronistoria.merge.chapter import Chapter
from cronistoria.merge.neighbours import LATEST, Place, acting_in
from cronistoria.merge.readouts import passages_of
from cronistoria.model.entry import Entry

CHAPTERS, PASSAGES, SAYINGS = "chapters", "passages", "sayings"
_SETS = ("who", "whom", "sides", "targets", "persons", "window")
_encoder = msgspec.msgpack.Encoder()
_chapter = msgspec.msgpack.Decoder(tuple[Entry, tuple[Sketched, ...]])
_places = msgspec.msgpack.Decoder(tuple[str, tuple[Place, ...]])
Held = TypeVar("Held", bound=Hashable)


class Leaving:
    """What a share leaves."""

    def __init__(self) -> None:
        self._chapters: list[Row] = []
        self._passages: list[Row] = []
        self._sayings: dict[str, list[Place]] = {}

    def add(self, chapter: Chapter, known: Mapping[str, Sketched]) -> None:
        """One more entry; ``known``: the records by id."""
        if chapter.strand == "statement":
            for side in acting_in(chapter):
                self._sayings.setdefault(side, []).append((chapter.day, chapter.entry.id))
        else:
            bare = msgspec.structs.replace(chapter.entry, sources=(), disagreements=())
            members = (known[sketch.record.id] for sketch in chapter.sketches)
            told = tuple(Sketched(one.sketch, one.source, (), ()) for one in members)
            self._chapters.append((place_of(chapter.entry.id), _encoder.encode((bare, told))))
        for passage in passages_of(chapter):
            self._passages.append((place_of(passage.document), _encoder.encode(passage)))

    def write(self, work: Path, number: int) -> None:
        """Leaves it."""
        latest = ((side, sorted(said)[-LATEST:]) for side, said in sorted(self._sayings.items()))
        sayings = [(place_of(side), _encoder.encode((side, said))) for side, said in latest]
        for name, rows in ((CHAPTERS, self._chapters), (PASSAGES, self._passages), (SAYINGS, sayings)):
            write_rows(work / name / f"{number:06}{SUFFIX}", rows)


class Remaining:
    """All that was left, held at once; what is equal is held once: reports, and what is compared."""

    def __init__(self, work: Path) -> None:
        self._held: dict[Hashable, Any] = {}
        self.chapters = list(self._chapters(work))
        self._sayings: dict[str, list[Place]] = {}
        for _, data in _all_rows(work, SAYINGS):
            side, said = _places.decode(data)
            self._sayings.setdefault(side, []).extend(said)

    def since(self, acting: Mapping[str, Iterable[Chapter]]) -> dict[str, Place]:
        """Where the latest of each side begin; ``acting``: the chapters by side."""
        found: dict[str, Place] = {}
        for side, said in self._sayings.items():
            own = ((chapter.day, chapter.entry.id) for chapter in acting.get(side, ()))
            found[side] = sorted((*said, *own))[-LATEST:][0]
        return found

    def _chapters(self, work: Path) -> Iterator[Chapter]:
        for _, data in _all_rows(work, CHAPTERS):
            entry, members = _chapter.decode(data)
            told = [self._shared(one) for one in members]
            yield Chapter(entry, [one.telling for one in told], {one.sketch.record.id: one.sketch for one in told})

    def _shared(self, one: Sketched) -> Sketched:
        sets = {name: self._one(getattr(one.sketch, name)) for name in _SETS}
        source = self._one(one.source)
        return Sketched(msgspec.structs.replace(one.sketch, **sets, document=source.document), source, (), ())

    def _one(self, value: Held) -> Held:
        held: Held = self._held.setdefault(value, value)
        return held


def _all_rows(work: Path, name: str) -> Iterator[Row]:
    return read_rows(exchanged(work, name), stretches(1)[0])
