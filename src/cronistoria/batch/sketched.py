"""Records as bytes between the steps of merging: each with its sketch, so that it is sketched once."""

import msgspec

from cronistoria.merge.sketch import Sketch, sketch_of
from cronistoria.model.actor import Actor
from cronistoria.model.source import Source, Telling

_encoder = msgspec.msgpack.Encoder()


class Sketched(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """A telling, whose record is that of its sketch."""

    sketch: Sketch
    source: Source
    actors: tuple[Actor, ...]
    copies: tuple[Source, ...]

    @property
    def telling(self) -> Telling:
        """The record with its report."""
        return Telling(record=self.sketch.record, source=self.source, actors=self.actors, copies=self.copies)


_sketched = msgspec.msgpack.Decoder(Sketched)
_sketch = msgspec.msgpack.Decoder(Sketch)


def sketched(telling: Telling) -> Sketched:
    """A telling with its sketch."""
    return Sketched(sketch_of(telling), telling.source, telling.actors, telling.copies)


def pack(found: Sketched | Sketch) -> bytes:
    """A telling with its sketch, or the sketch alone."""
    return _encoder.encode(found)


def read_sketched(data: bytes) -> Sketched:
    """What was packed with a telling."""
    return _sketched.decode(data)


def read_sketch(data: bytes) -> Sketch:
    """A sketch that was packed alone."""
    return _sketch.decode(data)
