"""Merging, first half: records to nodes, which are what is compared, and nodes to the blocks in which they may meet.

Records with equal signatures are one node, named after the smallest id among them. A block is what keys have in common
but for the day: strand, unit and month. A node goes to the few blocks of its keys, and two nodes that share a key meet
in the block of that key.
"""

import hashlib
from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache
from pathlib import Path

import msgspec

from cronistoria.batch.copies import read_fates
from cronistoria.batch.exchange import (
    SUFFIX,
    Row,
    Stretch,
    exchanged,
    place_of,
    place_of_digest,
    read_rows,
    write_rows,
)
from cronistoria.batch.files import load_parquet, read_note, write_note
from cronistoria.batch.sketched import Sketched, pack, read_sketched, sketched
from cronistoria.merge.keys import keys_of
from cronistoria.merge.sketch import Sketch
from cronistoria.model.source import Telling
from cronistoria.reader import Reader

BINS = 4096
_BIN = 2**64 // BINS
_WEEK = 7
_telling = msgspec.json.Decoder(Telling)
_members = msgspec.msgpack.Decoder(tuple[bytes, ...])


class Counted(msgspec.Struct, frozen=True):
    """A step's share is done; ``bins``: how many rows it left in each of `BINS` equal stretches."""

    rows: int
    bins: tuple[int, ...] = ()


class Sketching(msgspec.Struct, frozen=True):
    """Deals the records of a part of a file out by signature: with their copies, and without what they repeat."""

    work: Path
    number: int
    path: Path
    group: int

    @property
    def name(self) -> str:
        """The part."""
        return f"part {self.number}"

    @property
    def note(self) -> Path:
        """The file that says that it is done."""
        return self.work / "records" / f"{self.number:06}.json"

    def do(self, reader: Reader, /) -> dict[str, int]:
        """Leaves the records with the places of their signatures."""
        with load_parquet().ParquetFile(self.path) as file:
            table = file.read_row_group(self.group, ["document", "data"])
        documents = table["document"].to_pylist()
        fates, rows = read_fates(self.work, set(documents)), list[Row]()
        for document, data in zip(documents, table["data"].to_pylist(), strict=True):
            telling = _telling.decode(data)
            kept = fates[document].of(telling) if document in fates else telling
            if kept is not None:
                rows.append(_dealt(sketched(kept)))
        write_rows(self.note.with_suffix(SUFFIX), rows)
        write_note(self.note, Counted(len(rows)))
        return {"records": len(rows)}


class Folding(msgspec.Struct, frozen=True):
    """Makes nodes of the records of a stretch of signatures."""

    work: Path
    number: int
    stretch: Stretch

    @property
    def name(self) -> str:
        """The stretch."""
        return f"signatures {self.number}"

    @property
    def note(self) -> Path:
        """The file that says that it is done."""
        return self.work / "nodes" / f"{self.number:06}.json"

    def do(self, reader: Reader, /) -> dict[str, int]:
        """Leaves the nodes with their records, and what of them is compared in its blocks."""
        nodes: dict[bytes, list[tuple[bytes, bytes]]] = {}
        for _, dealt in read_rows(exchanged(self.work, "records"), self.stretch):
            signature, record, data = unpack_members(dealt)
            nodes.setdefault(signature, []).append((record, data))
        rows: list[Row] = []
        blocks: list[Row] = []
        for members in nodes.values():
            members.sort()
            node, first = members[0]
            rows.append((place_of(node.decode()), pack_members([node, *(data for _, data in members)])))
            sketch = read_sketched(first).sketch
            alone = pack(sketch)
            blocks += ((place_of(block), alone) for block in sorted(blocks_of(sketch)))
        write_rows(self.note.with_suffix(SUFFIX), rows)
        write_rows(self.work / "blocks" / f"{self.number:06}{SUFFIX}", blocks)
        write_note(self.note, Counted(len(rows), binned(blocks)))
        return {"nodes": len(rows)}


def _dealt(found: Sketched) -> Row:
    """The row of a record: its signature, its id and all of it."""
    signature = hashlib.sha256(repr(found.sketch.signature).encode()).digest()
    return place_of_digest(signature), pack_members([signature, found.sketch.record.id.encode(), pack(found)])


def pack_members(members: Sequence[bytes]) -> bytes:
    """A node's name and its records, say, as one row."""
    return msgspec.msgpack.encode(members)


def unpack_members(data: bytes) -> tuple[bytes, ...]:
    """What a row holds."""
    return _members.decode(data)


def binned(rows: Iterable[Row]) -> tuple[int, ...]:
    """How many rows lie in each of `BINS` equal stretches."""
    bins = [0] * BINS
    for place, _ in rows:
        bins[bin_of(place)] += 1
    return tuple(bins)


def bin_of(place: int) -> int:
    """Which of the equal stretches a place lies in."""
    return (place + 2**63) // _BIN


def rows_by_bin(notes: Iterable[Path]) -> list[int]:
    """The same of all shares of a step, by their notes."""
    bins = [read_note(note, Counted).bins for note in notes]
    return [sum(each) for each in zip(*bins, strict=True)]


def blocks_of(sketch: Sketch) -> frozenset[str]:
    """The blocks in which a node may meet others."""
    return _blocks_of(*keys_of(sketch))


@lru_cache(maxsize=16384)
def _blocks_of(own: frozenset[str], sought: frozenset[str]) -> frozenset[str]:
    return frozenset(map(block_of, own | sought))


@lru_cache(maxsize=65536)
def block_of(key: str) -> str:
    """What a key has in common with those of the same month."""
    rest, _, time = key.rpartition("|")
    return f"{rest}|{_month(time)}"


def _month(time: str) -> str:
    match time[:1]:
        case "d":
            day = int(time[1:])
        case "w":
            day = int(time[1:]) * _WEEK
        case _:
            return time.lstrip("fc")
    first = date.fromordinal(min(max(day, 1), date.max.toordinal()))
    return str(first.year * 12 + first.month)
