"""Reports, records and entries as Arrow tables, for pandas, polars, Parquet and DuckDB (extra ``data``).

One row each; what has several values is a list, spans are their words, dates keep EDTF beside their two bounds.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from itertools import islice
from typing import Any, TypeVar

from cronistoria.errors import CronistoriaError
from cronistoria.model.dates import Date
from cronistoria.model.entry import Entry
from cronistoria.model.parts import record_type
from cronistoria.model.record import Contact, Deployment, Event, Place, Plover, Position, Quantity, Statement
from cronistoria.model.source import Source, Telling

Item = TypeVar("Item")
Row = dict[str, Any]
_BATCH = 10_000
_TEXT, _TEXTS, _NUMBER, _COUNT, _MOMENT = "string", "strings", "number", "count", "moment"
_WHEN = {"date": _TEXT, "start": _MOMENT, "end": _MOMENT, "precision": _TEXT}
_WHERE = {"place": _TEXT, "country": _TEXT, "latitude": _NUMBER, "longitude": _NUMBER}
_CODED = {"polarity": _TEXT, "modality": _TEXT, "plover": _TEXT, "plover_mode": _TEXT, "confidence": _NUMBER}
SOURCE_COLUMNS = {
    "document": _TEXT, "language": _TEXT, "outlet": _TEXT, "title": _TEXT, "url": _TEXT, **_WHEN, "copy_of": _TEXT,
}  # fmt: skip
RECORD_COLUMNS = {
    "record": _TEXT, "document": _TEXT, "outlet": _TEXT, "language": _TEXT, "published": _TEXT, "copies": _TEXTS,
    "kind": _TEXT, "type": _TEXT, **_WHEN, "actors": _TEXTS, "recipients": _TEXTS, **_WHERE, **_CODED,
    "cameo": _TEXT, "score": _NUMBER, "trigger": _TEXT, "evidence": _TEXTS, "attribution": _TEXTS, "rule": _TEXT,
    "participants": _TEXTS, "status": _TEXT, "requested_by": _TEXT, "duration_minutes": _NUMBER,
    "duration_bound": _TEXT, "speaker": _TEXT, "on_behalf_of": _TEXT, "form": _TEXT, "content": _TEXT,
    "condition": _TEXT, "condition_sense": _TEXT, "deadline": _TEXT, "force": _TEXT, "quantity_min": _NUMBER,
    "quantity_max": _NUMBER, "killed_min": _NUMBER, "killed_max": _NUMBER,
}  # fmt: skip
ENTRY_COLUMNS = {
    "entry": _TEXT, "kind": _TEXT, "type": _TEXT, "title": _TEXT, **_WHEN, "actors": _TEXTS, "recipients": _TEXTS,
    **_WHERE, **_CODED, "status": _TEXT, "records": _TEXTS, "documents": _TEXTS, "outlets": _TEXTS,
    "languages": _TEXTS, "disagreements": _TEXTS,
}  # fmt: skip


def sources_table(sources: Iterable[Source]) -> Any:
    """A table of reports. Raises `CronistoriaError` without pyarrow."""
    return _table(sources, source_row, SOURCE_COLUMNS)


def records_table(tellings: Iterable[Telling]) -> Any:
    """A table of records. Raises `CronistoriaError` without pyarrow."""
    return _table(tellings, record_row, RECORD_COLUMNS)


def entries_table(entries: Iterable[Entry]) -> Any:
    """A table of entries. Raises `CronistoriaError` without pyarrow."""
    return _table(entries, entry_row, ENTRY_COLUMNS)


def arrow_schema(columns: dict[str, str]) -> Any:
    """The ``pyarrow.Schema`` of some columns. Raises `CronistoriaError` without pyarrow."""
    try:
        import pyarrow
    except ImportError as error:
        raise CronistoriaError("Arrow tables need pyarrow: pip install 'cronistoria[data]'") from error
    kinds = {
        _TEXT: pyarrow.string(), _TEXTS: pyarrow.list_(pyarrow.string()), _NUMBER: pyarrow.float64(),
        _COUNT: pyarrow.int64(), _MOMENT: pyarrow.timestamp("s"),
    }  # fmt: skip
    return pyarrow.schema([(name, kinds[kind]) for name, kind in columns.items()])


def _table(items: Iterable[Item], row: Callable[[Item], Row], columns: dict[str, str]) -> Any:
    """A ``pyarrow.Table``; columns that a row leaves out are null."""
    schema = arrow_schema(columns)
    import pyarrow

    batches = [pyarrow.RecordBatch.from_pylist(some, schema) for some in _batches(map(row, items))]
    return pyarrow.Table.from_batches(batches, schema)


def source_row(source: Source) -> Row:
    """The row of a report."""
    return {
        "document": source.document, "language": source.language, "outlet": source.outlet, "title": source.title,
        "url": source.url, **date_row(source.published), "copy_of": source.copy_of,
    }  # fmt: skip


def record_row(telling: Telling) -> Row:
    """The row of a record."""
    record, source = telling.record, telling.source
    return {
        "record": record.id, "document": source.document, "outlet": source.outlet, "language": source.language,
        "published": source.published.edtf if source.published else None,
        "copies": [copy.document for copy in telling.copies],
        "kind": record.kind, "type": record_type(record), **date_row(record.date), "actors": list(record.actors),
        "recipients": list(record.recipients), **_where(record.place), **_coded(record.plover),
        "polarity": record.polarity, "modality": record.modality, "confidence": record.confidence,
        "cameo": record.cameo, "score": record.score, "trigger": record.trigger.text,
        "evidence": [span.text for span in record.evidence], "rule": record.rule,
        "attribution": [layer.label for layer in record.attribution], **_own(telling),
    }  # fmt: skip


def _own(telling: Telling) -> Row:
    """What only some kinds have."""
    match telling.record:
        case Contact(participants=participants, status=status, requested_by=requested_by, duration=duration):
            lasted = {"duration_minutes": duration.minutes, "duration_bound": duration.bound} if duration else {}
            return {"participants": list(participants), "status": status, "requested_by": requested_by, **lasted}
        case Statement() as said:
            who = {"speaker": said.speaker, "on_behalf_of": said.on_behalf_of}
            return {**who, "form": said.form, "content": said.content.text}
        case Position(content=content, condition=condition, deadline=deadline):
            term = {"condition": condition.span.text, "condition_sense": condition.sense} if condition else {}
            return {"content": content.text, "deadline": deadline.edtf if deadline else None, **term}
        case Deployment(force=force, quantity=quantity):
            return {"force": force.text, **_range("quantity", quantity)}
        case Event(casualties=casualties):
            return _range("killed", casualties.killed if casualties else None)


def entry_row(entry: Entry) -> Row:
    """The row of an entry."""
    sources = entry.sources
    return {
        "entry": entry.id, "kind": entry.kind, "type": entry.type, "title": entry.title, **date_row(entry.date),
        "actors": list(entry.actors), "recipients": list(entry.recipients), **_where(entry.place),
        **_coded(entry.plover), "polarity": entry.polarity, "modality": entry.modality,
        "confidence": entry.confidence, "status": entry.status, "records": list(entry.records),
        "documents": [source.document for source in sources],
        "outlets": sorted({source.outlet for source in sources if source.outlet}),
        "languages": sorted({source.language for source in sources if source.language}),
        "disagreements": [disagreement.field for disagreement in entry.disagreements],
    }  # fmt: skip


def date_row(date: Date | None) -> Row:
    """A date's columns, none for no date."""
    if date is None:
        return {}
    return {"date": date.edtf, "start": _moment(date.start), "end": _moment(date.end), "precision": date.precision}


def _where(place: Place | None) -> Row:
    if place is None:
        return {}
    return {
        "place": place.name, "country": place.country, "latitude": place.latitude, "longitude": place.longitude,
    }  # fmt: skip


def _coded(plover: Plover | None) -> Row:
    return {"plover": plover.event, "plover_mode": plover.mode} if plover else {}


def _range(name: str, quantity: Quantity | None) -> Row:
    return {f"{name}_min": quantity.min, f"{name}_max": quantity.max} if quantity else {}


def _moment(bound: str | None) -> datetime | None:
    return datetime.fromisoformat(bound) if bound else None


def _batches(rows: Iterator[Row]) -> Iterator[list[Row]]:
    while some := list(islice(rows, _BATCH)):
        yield some
