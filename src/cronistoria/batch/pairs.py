"""Merging, second half, first step: which nodes are alike enough to be linked.

Each task compares the nodes of some blocks, and says of those that hang together which is the first. A block with too
many nodes (everything that one state said in a month) is cut into chunks, and each pair of chunks is a task of its own,
so that no worker holds more than two chunks.
"""

import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import msgspec

from cronistoria.batch.exchange import SUFFIX, Stretch, exchanged, read_rows, stretches, write_rows
from cronistoria.batch.files import write_note
from cronistoria.batch.nodes import BINS, Counted
from cronistoria.batch.sketched import read_sketch
from cronistoria.merge.features import THRESHOLD
from cronistoria.merge.hoods import linked_neighbourhoods
from cronistoria.merge.keyed import Keyed, keyed
from cronistoria.merge.nearness import near_between, near_pairs
from cronistoria.reader import Reader


class Chunks(msgspec.Struct, frozen=True):
    """Two of so many chunks of all nodes, which may be the same one twice."""

    one: int
    other: int
    count: int

    def of(self, data: bytes) -> int | None:
        """Which of the two a node is in, by what it was packed to."""
        chunk = zlib.crc32(data) * self.count >> 32
        return chunk if chunk in (self.one, self.other) else None


class Comparing(msgspec.Struct, frozen=True):
    """Compares the nodes of a stretch of blocks, or a part of them."""

    work: Path
    number: int
    stretch: Stretch
    chunks: Chunks

    @property
    def name(self) -> str:
        """The stretch and the chunks."""
        return f"blocks {self.number}"

    @property
    def note(self) -> Path:
        """The file that says that it is done."""
        return self.work / "links" / f"{self.number:06}.json"

    def do(self, reader: Reader, /) -> dict[str, int]:
        """Leaves the pairs that are linked."""
        chunks: dict[int, list[bytes]] = {self.chunks.one: [], self.chunks.other: []}
        for data in self._met():
            chunk = self.chunks.of(data)
            if chunk is not None:
                chunks[chunk].append(data)
        rows = [(0, f"{left} {right}".encode()) for left, right in _linked(*map(_in_order, chunks.values()))]
        write_rows(self.note.with_suffix(SUFFIX), rows)
        write_note(self.note, Counted(len(rows)))
        return {"links": len(rows)}

    def _met(self) -> set[bytes]:
        """The nodes that are not alone in a block."""
        rows = list(read_rows(exchanged(self.work, "blocks"), self.stretch))
        held = Counter(place for place, _ in rows)
        return {data for place, data in rows if held[place] > 1}


def comparisons(work: Path, bins: Iterable[int], most: int) -> list[Comparing]:
    """Tasks over all blocks, none of which holds more than twice ``most`` nodes at a time."""
    tasks: list[tuple[Stretch, Chunks]] = []
    start, held = None, 0
    for stretch, rows in zip(stretches(BINS), bins, strict=True):
        if start is not None and held + rows > most:
            tasks.append(((start, stretch[0] - 1), Chunks(0, 0, 1)))
            start, held = None, 0
        if rows > most:
            count = -(-rows // most)
            tasks += ((stretch, Chunks(i, j, count)) for i in range(count) for j in range(i, count))
        elif rows:
            start, held = stretch[0] if start is None else start, held + rows
    if start is not None:
        tasks.append(((start, stretches(1)[0][1]), Chunks(0, 0, 1)))
    return [Comparing(work, number, stretch, chunks) for number, (stretch, chunks) in enumerate(tasks)]


def _in_order(nodes: Iterable[bytes]) -> list[Keyed]:
    return sorted((keyed(read_sketch(data)) for data in nodes), key=lambda node: node.sketch.record.id)


def _linked(one: Sequence[Keyed], other: Sequence[Keyed] = ()) -> Iterator[tuple[str, str]]:
    """Each node that pairs over the threshold link to others, with the first of those; between two chunks, if given."""
    near = near_between(one, other, THRESHOLD) if other else near_pairs(one, THRESHOLD)
    nodes = [*one, *other]
    for hood in linked_neighbourhoods(near.left, near.right):
        first, *others = (nodes[place].sketch.record.id for place in hood)
        yield from ((first, node) for node in others)
