"""The last step: the rows of one table and month, from all shards, to the files of the result.

Shards follow one another in the order of document ids, and rows are written in groups of a fixed size, so that the
files are the same whatever the size of the shards was.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from cronistoria.batch.files import FileNote, file_digest, load_parquet, parquet_writer, write_note
from cronistoria.batch.tables import MONTH, Table
from cronistoria.export.arrow import arrow_schema
from cronistoria.reader import Reader

_GROUPS = 100


class LaidNote(msgspec.Struct, frozen=True):
    """The files of a table's month."""

    files: tuple[FileNote, ...]


class Lay(msgspec.Struct, frozen=True):
    """Writes the files of a table's month; ``about`` goes into their metadata."""

    root: Path
    work: Path
    table: Table
    month: str
    shards: tuple[Path, ...]
    about: str

    @property
    def name(self) -> str:
        """The table and the month."""
        return f"{self.table.name} {self.month}"

    @property
    def note(self) -> Path:
        """The file that says that it is done."""
        return self.work / "laid" / self.table.name / f"{self.month}.json"

    def do(self, reader: Reader, /) -> dict[str, int]:
        """Leaves the files in their place in the result."""
        groups = _regrouped(self._batches(), self.table.group)
        files = tuple(_files(self, groups))
        write_note(self.note, LaidNote(files))
        return {"files": len(files)}

    def _batches(self) -> Iterator[Any]:
        """The month's rows in order."""
        import pyarrow.compute

        parquet = load_parquet()
        for path in self.shards:
            with parquet.ParquetFile(path) as file:
                for group in range(file.metadata.num_row_groups):
                    found = file.metadata.row_group(group).column(0).statistics
                    if found is None or found.min <= self.month <= found.max:
                        table = file.read_row_group(group)
                        yield table.filter(pyarrow.compute.equal(table[MONTH], self.month)).drop_columns([MONTH])


def _regrouped(tables: Iterator[Any], size: int) -> Iterator[Any]:
    """The same rows in groups of a size, the last of which may be smaller."""
    import pyarrow

    held: list[Any] = []
    count = 0
    for table in tables:
        held.append(table)
        count += len(table)
        if count >= size:
            joined = pyarrow.concat_tables(held).combine_chunks()
            while len(joined) >= size:
                yield joined.slice(0, size)
                joined = joined.slice(size)
            held, count = [joined], len(joined)
    if count:
        yield pyarrow.concat_tables(held).combine_chunks()


def _files(lay: Lay, groups: Iterator[Any]) -> Iterator[FileNote]:
    """Writes as many files as are needed."""
    schema = arrow_schema(lay.table.columns)
    group, number = next(groups, None), 0
    while group is not None:
        path = lay.root / lay.table.name / f"{MONTH}={lay.month}" / f"part-{number:05}.parquet"
        made = lay.note.with_suffix("") / path.name
        rows = written = 0
        with parquet_writer(made, schema, lay.about) as writer:
            while group is not None and written < _GROUPS:
                writer.write_table(group.cast(schema), row_group_size=len(group))
                rows, written = rows + len(group), written + 1
                group = next(groups, None)
        path.parent.mkdir(parents=True, exist_ok=True)
        made.replace(path)
        yield FileNote(path=path.relative_to(lay.root).as_posix(), rows=rows, sha256=file_digest(path))
        number += 1
