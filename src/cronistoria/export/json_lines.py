"""JSON Lines: one object a line.

Entries, records and reports are the model's own objects, whole; other tables are rows. A record stands with the report
that tells it, the copies of that report and the id of its entry.
"""

import json
import re
from collections.abc import Iterator
from datetime import datetime

import msgspec

from cronistoria.export.characters import UNKNOWN
from cronistoria.export.chunks import encoded
from cronistoria.export.csv import bound
from cronistoria.export.edition import Edition
from cronistoria.export.tables import Table

_SURROGATE = re.compile("[\ud800-\udfff]")


def to_json_lines(edition: Edition, table: Table) -> Iterator[bytes]:
    """One table of an edition."""
    return encoded(json_text(thing) + "\n" for thing in _things(edition, table))


def json_text(thing: object) -> str:
    """A thing of the model as JSON on one line."""
    try:
        return msgspec.json.encode(thing).decode()
    except UnicodeEncodeError:  # a lone surrogate
        written = json.dumps(msgspec.to_builtins(thing), ensure_ascii=False, separators=(",", ":"))
        return _SURROGATE.sub(UNKNOWN, written)


def _things(edition: Edition, table: Table) -> Iterator[object]:
    match table.name:
        case "entries":
            yield from (told.entry for told in edition.entries())
        case "records":
            for told in edition.entries():
                for telling in told.tellings:
                    where = {"entry": told.entry.id, "source": telling.source, "copies": telling.copies}
                    yield {**where, "record": telling.record}
        case "reports":
            yield from edition.reports()
        case _:
            yield from ({column: _value(row.get(column)) for column in table.columns} for row in table.rows(edition))


def _value(value: object) -> object:
    return bound(value) if isinstance(value, datetime) else value
