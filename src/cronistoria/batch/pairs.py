"""Merging, second half, first step: which nodes are alike enough to be linked.

Each task compares the nodes of some blocks. A block with too many nodes (everything that one state said in a month) is
cut into chunks, and each pair of chunks is a task of its own, so that no worker holds more than two chunks.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from cronistoria.batch.exchange import SUFFIX, Row, Stretch, exchanged, place_of, read_rows, stretches, write_rows
from cronistoria.batch.files import write_note
from cronistoria.batch.nodes import BINS, Counted, block_of, chunk_of
from cronistoria.batch.sketched import read_sketch
from cronistoria.merge.features import THRESHOLD
from cronistoria.merge.keyed import Keyed, keyed
from cronistoria.merge.nearness import near_pairs
from cronistoria.reader import Reader


class Chunks(msgspec.Struct, frozen=True):
    """Two of so many chunks of all nodes, which may be the same one twice."""

    one: int
    other: int
    count: int

    def holds(self, record: str) -> bool:
        """Whether a node is in one of them."""
        return self.count == 1 or chunk_of(record, self.count) in (self.one, self.other)

    def parts(self, left: str, right: str) -> bool:
        """Whether two nodes in them are for this task, being one in each."""
        if self.one == self.other:
            return True
        return chunk_of(left, self.count) != chunk_of(right, self.count)


class Node(msgspec.Struct, frozen=True, eq=False):
    """What is compared of a node, with its keys by block."""

    keyed: Keyed
    blocks: dict[str, Keyed]


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
        known: dict[bytes, Node] = {}
        blocks: dict[str, list[Node]] = {}
        for place, data in read_rows(exchanged(self.work, "blocks"), self.stretch):
            node = known[data] if data in known else known.setdefault(data, make_node(data))
            if self.chunks.holds(node.keyed.sketch.record.id):
                for block in node.blocks:
                    if place_of(block) == place:
                        blocks.setdefault(block, []).append(node)
        rows: list[Row] = []
        for block, nodes in sorted(blocks.items()):
            for left, right in linked_pairs(block, nodes, self.chunks):
                rows.append((place_of(left), f"{left} {right}".encode()))
        write_rows(self.note.with_suffix(SUFFIX), rows)
        write_note(self.note, Counted(len(rows)))
        return {"links": len(rows)}


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


def make_node(data: bytes) -> Node:
    """The node of a row."""
    node = keyed(read_sketch(data))
    own, sought = _by_block(node.own), _by_block(node.sought)
    blocks = {block: node.within(_keys(own, block), _keys(sought, block)) for block in own.keys() | sought.keys()}
    return Node(node, blocks)


def linked_pairs(block: str, nodes: Iterable[Node], chunks: Chunks) -> Iterator[tuple[str, str]]:
    """The pairs of a block that reach the threshold, each in the block of the first key that it shares."""
    ordered = sorted(nodes, key=lambda node: node.keyed.sketch.record.id)
    for one, other, _ in near_pairs([node.blocks[block] for node in ordered], THRESHOLD):
        earlier, later = ordered[one].keyed, ordered[other].keyed
        left, right = earlier.sketch.record.id, later.sketch.record.id
        if chunks.parts(left, right) and block_of(min(earlier.own & later.sought)) == block:
            yield left, right


def _by_block(keys: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for key in keys:
        found.setdefault(block_of(key), []).append(key)
    return found


def _keys(found: dict[str, list[str]], block: str) -> frozenset[str]:
    return frozenset(found.get(block, ()))
