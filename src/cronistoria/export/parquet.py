"""Tables as Apache Parquet, in row groups of some thousands; the columns are those of `cronistoria.export.arrow`."""

from collections.abc import Iterator
from typing import IO

from cronistoria.export.arrow import arrow_schema, record_batches
from cronistoria.export.chunks import spooled
from cronistoria.export.edition import Edition
from cronistoria.export.tables import Table


def to_parquet(edition: Edition, table: Table) -> Iterator[bytes]:
    """One table of an edition. Raises `CronistoriaError` without pyarrow."""
    schema = arrow_schema(table.columns)
    from pyarrow.parquet import ParquetWriter

    def write(file: IO[bytes]) -> None:
        with ParquetWriter(file, schema, compression="zstd") as writer:
            for batch in record_batches(table.rows(edition), table.columns):
                writer.write_batch(batch)

    return spooled(write)
