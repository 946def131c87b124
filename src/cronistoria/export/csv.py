"""Tables as CSV (RFC 4180, UTF-8, one head line): several values in a cell are parted by "; ".

Text that a spreadsheet would take for a formula has an apostrophe before it; control characters are replaced.
"""

import csv
from collections.abc import Iterable, Iterator
from datetime import datetime
from io import StringIO
from typing import Any

from cronistoria.export.characters import legible
from cronistoria.export.chunks import encoded
from cronistoria.export.edition import Edition
from cronistoria.export.rows import Row
from cronistoria.export.tables import Table

PARTED = "; "
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def to_csv(edition: Edition, table: Table) -> Iterator[bytes]:
    """One table of an edition."""
    return encoded(_lines(table.rows(edition), tuple(table.columns)))


def _lines(rows: Iterable[Row], columns: tuple[str, ...]) -> Iterator[str]:
    line = StringIO()
    writer = csv.writer(line)
    writer.writerow(columns)
    for row in rows:
        yield line.getvalue()
        line.seek(0)
        line.truncate()
        writer.writerow([cell(row.get(column)) for column in columns])
    yield line.getvalue()


def bound(moment: datetime) -> str:
    """A bound of a date as ISO 8601; one at midnight is that of a day."""
    return moment.isoformat(timespec="minutes").removesuffix("T00:00")


def written(value: Any) -> str:
    """A text, several of them, or a bound, as a text."""
    if isinstance(value, list):
        return PARTED.join(value)
    return bound(value) if isinstance(value, datetime) else str(value)


def cell(value: Any) -> Any:
    """A value as a cell that no spreadsheet computes."""
    if value is None or isinstance(value, int | float):
        return int(value) if isinstance(value, float) and value.is_integer() else value
    text = legible(written(value))
    return f"'{text}" if text.startswith(_FORMULA) else text
