"""Chapters as bytes, for what does not fit in memory: with all that was found out about them, so that they come out as
they went in without being read, sorted and sketched again.

The entry is packed apart from its tellings; an actor is its place in a list that grows with the actors alone, a report
its place among the sources of the entry.
"""

from collections.abc import Iterable

import msgspec

from cronistoria.merge.chapter import Chapter
from cronistoria.merge.sketch import Sketch
from cronistoria.model.actor import Actor
from cronistoria.model.entry import Entry
from cronistoria.model.source import Source, Telling


class PackedTelling(msgspec.Struct, frozen=True, array_like=True):
    """A telling; its record is that of the sketch."""

    sketch: Sketch
    actors: tuple[int, ...]
    source: int | Source
    copies: tuple[int | Source, ...]


class PackedTellings(msgspec.Struct, frozen=True, array_like=True):
    """The tellings of a chapter in order, and the content of a position."""

    tellings: tuple[PackedTelling, ...]
    content: frozenset[str] | None


class UnpackedChapter(Chapter):
    """A chapter whose tellings were sorted and sketched before."""

    def __init__(
        self, entry: Entry, tellings: Iterable[Telling], sketches: Iterable[Sketch], content: frozenset[str] | None
    ) -> None:
        self.entry, self.tellings, self.sketches = entry, tuple(tellings), tuple(sketches)
        if content is not None:
            self.content = content


class Packer:
    """Packs and unpacks; what one packed only the same one unpacks."""

    def __init__(self) -> None:
        self._places: dict[Actor, int] = {}
        self._actors: list[Actor] = []
        self._encoder = msgspec.msgpack.Encoder()
        self._entries = msgspec.msgpack.Decoder(Entry)
        self._tellings = msgspec.msgpack.Decoder(PackedTellings)

    def pack_entry(self, entry: Entry) -> bytes:
        """An entry alone."""
        return self._encoder.encode(entry)

    def pack_tellings(self, chapter: Chapter) -> bytes:
        """All else of a chapter."""
        sources = {source: place for place, source in enumerate(chapter.entry.sources)}
        told = tuple(
            PackedTelling(
                sketch,
                tuple(map(self._place, telling.actors)),
                sources.get(telling.source, telling.source),
                tuple(sources.get(copy, copy) for copy in telling.copies),
            )
            for sketch, telling in zip(chapter.sketches, chapter.tellings, strict=True)
        )
        content = chapter.content if chapter.strand == "position" else None
        return self._encoder.encode(PackedTellings(told, content))

    def unpack(self, entry: bytes, tellings: bytes) -> Chapter:
        """The chapter of both."""
        kept, packed = self._entries.decode(entry), self._tellings.decode(tellings)
        told = (self._telling(telling, kept.sources) for telling in packed.tellings)
        return UnpackedChapter(kept, told, (telling.sketch for telling in packed.tellings), packed.content)

    def _telling(self, packed: PackedTelling, sources: tuple[Source, ...]) -> Telling:
        source, *copies = (s if isinstance(s, Source) else sources[s] for s in (packed.source, *packed.copies))
        actors = tuple(self._actors[place] for place in packed.actors)
        return Telling(record=packed.sketch.record, source=source, actors=actors, copies=tuple(copies))

    def _place(self, actor: Actor) -> int:
        place = self._places.setdefault(actor, len(self._actors))
        if place == len(self._actors):
            self._actors.append(actor)
        return place
