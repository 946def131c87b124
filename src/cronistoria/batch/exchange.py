"""Handing rows from one step to the next over files: each row has a place on a line, and each reader takes a stretch.

What comes in is written in order of place; a stretch is then read from all files, and of each only the parts that may
hold some of it. Places are 64-bit, and usually hashes, so that equal stretches hold about equally many rows.
"""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from cronistoria.batch.files import load_parquet, parquet_writer

FIRST, LAST = -(2**63), 2**63 - 1
_GROUP = 500

Row = tuple[int, bytes]
Stretch = tuple[int, int]


def place_of(name: str) -> int:
    """The place of a name: the first 64 bits of its SHA-256."""
    return place_of_digest(hashlib.sha256(name.encode()).digest())


def place_of_digest(digest: bytes) -> int:
    """The place that the first eight bytes of a digest give, in the order of the digests."""
    return int.from_bytes(digest[:8]) + FIRST


def place_in_order(name: str) -> int:
    """A place by the first letters of a name, in the order of names: names that lie close are read together."""
    return int.from_bytes(name.encode()[:8].ljust(8, b"\0")) + FIRST


def stretches(count: int) -> list[Stretch]:
    """The whole line in so many stretches of equal length; both ends lie within."""
    bounds = [FIRST + (LAST - FIRST + 1) * number // count for number in range(count + 1)]
    return [(start, end - 1) for start, end in pairwise(bounds)]


def write_rows(path: Path, rows: Iterable[Row]) -> None:
    """Writes rows in order of place."""
    import pyarrow

    schema = pyarrow.schema([("place", pyarrow.int64()), ("data", pyarrow.binary())])
    ordered = sorted(rows, key=lambda row: row[0])
    columns = [[place for place, _ in ordered], [data for _, data in ordered]]
    with parquet_writer(path, schema) as writer:
        writer.write_table(pyarrow.table(columns, schema=schema), row_group_size=_GROUP)


def exchanged(work: Path, step: str) -> Sequence[Path]:
    """What a step left."""
    return sorted((work / step).glob("*.parquet"))


def read_rows(paths: Sequence[Path], stretch: Stretch) -> Iterator[Row]:
    """The rows of a stretch, file after file."""
    parquet = load_parquet()
    for path in paths:
        with parquet.ParquetFile(path) as file:
            for group in _groups(file, stretch):
                table = file.read_row_group(group)
                for place, data in zip(table["place"].to_pylist(), table["data"].to_pylist(), strict=True):
                    if stretch[0] <= place <= stretch[1]:
                        yield place, data


def _groups(file: Any, stretch: Stretch) -> Iterator[int]:
    """The row groups that may hold rows of a stretch."""
    for group in range(file.metadata.num_row_groups):
        found = file.metadata.row_group(group).column(0).statistics
        if found is not None and found.min <= stretch[1] and found.max >= stretch[0]:
            yield group


def read_column(paths: Sequence[Path], column: str) -> Iterator[bytes]:
    """The texts of one column, file after file, as UTF-8."""
    parquet = load_parquet()
    for path in paths:
        with parquet.ParquetFile(path) as file:
            for group in range(file.metadata.num_row_groups):
                for text in file.read_row_group(group, [column])[column].to_pylist():
                    yield text.encode()
