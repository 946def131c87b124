"""A chronicle of made reports, kept in a store as `cronistoria build` would have it: records, keys, merged entries.

The records are those of `benchmarks.merge`; what one outlet publishes on one day is one report.
"""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

import msgspec

from benchmarks.merge import Crisis
from cronistoria.merge.keys import own_keys
from cronistoria.merge.merging import merge
from cronistoria.merge.sketch import sketch_of
from cronistoria.model.document import make_document
from cronistoria.model.record import Record
from cronistoria.model.report import ProducedBy, Report
from cronistoria.model.source import Telling
from cronistoria.store.base import Store

PER_DAY = 500
_MADE = ProducedBy(version="0", models={}, languages="0")
_IN_ONE_GO = 500


def fill(store: Store, records: int, per_day: int = PER_DAY) -> None:
    """Made reports with so many records, merged."""
    reports = make_reports(Crisis().tellings(records, per_day))
    while some := tuple(islice(reports, _IN_ONE_GO)):
        with store.writing() as writer:
            for report in some:
                writer.add_report(report)
    with store.writing() as writer:
        tellings = tuple(writer.tellings())
        merged = merge(tellings)
        writer.keep_keys({t.record.id: sorted(own_keys(sketch_of(t))) for t in tellings})
        writer.replace_entries((), merged.entries)
        writer.replace_judgements((), merged.judgements)


def make_reports(tellings: Iterable[Telling]) -> Iterator[Report]:
    """Reports, each of what one outlet told on one day."""
    told: dict[tuple[str, str], list[Telling]] = {}
    for telling in tellings:
        published = telling.source.published
        told.setdefault((published.edtf or "" if published else "", telling.source.outlet or ""), []).append(telling)
    for _, group in sorted(told.items()):
        yield _report(group)


def _report(tellings: list[Telling]) -> Report:
    source = tellings[0].source
    text, starts = "", []
    for telling in tellings:
        starts.append(len(text))
        text += f"{telling.record.trigger.text}. [{telling.record.id}]\n"
    document = make_document(text, language=source.language or "", published=source.published)
    actors = {actor.id: actor for telling in tellings for actor in telling.actors}
    return Report(
        document=msgspec.structs.replace(document, publisher=source.outlet, title=f"Report of {source.outlet}"),
        actors=tuple(actors.values()),
        dates=(),
        records=tuple(_moved(t.record, start) for t, start in zip(tellings, starts, strict=True)),
        problems=(),
        produced_by=_MADE,
    )


def _moved(record: Record, by: int) -> Record:
    """The record with all its spans so many characters later."""
    moved: Record = msgspec.convert(_shift(msgspec.to_builtins(record), by), Record)
    return moved


def _shift(value: Any, by: int) -> Any:
    if isinstance(value, dict) and isinstance(value.get("start"), int):
        return {**value, "start": value["start"] + by, "end": value["end"] + by}
    if isinstance(value, dict):
        return {key: _shift(part, by) for key, part in value.items()}
    return [_shift(part, by) for part in value] if isinstance(value, list | tuple) else value
