"""Handing rows from one step to the next over files: each row has a place on a line, and each reader takes a stretch.

What comes in is written in order of place; a stretch is then read from all files, and of each no other row: the files
are Arrow's, mapped into memory, so that what a reader costs follows from its stretch and the number of files alone.
Places are 64-bit, and usually hashes, so that equal stretches hold about equally many rows.
"""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from cronistoria.batch.files import load_parquet, whole_file

FIRST, LAST = -(2**63), 2**63 - 1
SUFFIX = ".arrow"

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
    """Writes rows in order of place, those of one place as they come."""
    import pyarrow

    schema = pyarrow.schema([("place", pyarrow.int64()), ("data", pyarrow.large_binary())])
    ordered = sorted(rows, key=lambda row: row[0])
    columns = [[place for place, _ in ordered], [data for _, data in ordered]]
    made = pyarrow.record_batch(columns, schema=schema)
    with whole_file(path) as part, pyarrow.OSFile(str(part), "wb") as sink, pyarrow.ipc.new_file(sink, schema) as file:
        file.write_batch(made)


def exchanged(work: Path, step: str) -> Sequence[Path]:
    """What a step left."""
    return sorted((work / step).glob(f"*{SUFFIX}"))


def read_rows(paths: Sequence[Path], stretch: Stretch) -> Iterator[Row]:
    """The rows of a stretch, file after file."""
    import pyarrow

    for path in paths:
        with pyarrow.memory_map(str(path)) as source, pyarrow.ipc.open_file(source) as file:
            yield from _rows_within(file.get_batch(0), stretch)


def _rows_within(batch: Any, stretch: Stretch) -> list[Row]:
    places = batch.column(0).to_numpy()
    first, end = places.searchsorted(stretch[0], "left"), places.searchsorted(stretch[1], "right")
    found = batch.slice(first, end - first)
    return list(zip(found.column(0).to_pylist(), found.column(1).to_pylist(), strict=True))


def read_column(paths: Sequence[Path], column: str) -> Iterator[bytes]:
    """The texts of one column, file after file, as UTF-8."""
    parquet = load_parquet()
    for path in paths:
        with parquet.ParquetFile(path) as file:
            for group in range(file.metadata.num_row_groups):
                for text in file.read_row_group(group, [column])[column].to_pylist():
                    yield text.encode()
