"""A `Query` asked of the model's types themselves; what `store.conditions` says in SQL."""

from collections.abc import Collection, Iterable

from cronistoria.model.dates import Date
from cronistoria.model.entry import Entry, entry_stretch
from cronistoria.model.parts import parties, record_type
from cronistoria.model.query import Query
from cronistoria.model.record import Place, Record
from cronistoria.model.source import Source
from cronistoria.store.codec import bounds


def matches_record(record: Record, sources: Iterable[Source], query: Query) -> bool:
    """Whether a record is asked for; ``sources`` are its report and the copies of it."""
    return (
        _within(record.date, query)
        and _among(record.kind, query.kinds)
        and _among(record_type(record), query.types)
        and _placed(record.place, query)
        and record.confidence >= query.confidence
        and _any_among(parties(record), query.actors)
        and _told(sources, query)
    )


def matches_entry(entry: Entry, sources: Iterable[Source], query: Query) -> bool:
    """Whether an entry is asked for; ``sources`` are those of all its records."""
    return (
        _within(entry.date, query)
        and _among(entry.kind, query.kinds)
        and _among(entry.type, query.types)
        and _among(entry.status, query.statuses)
        and _placed(entry.place, query)
        and entry.confidence >= query.confidence
        and _any_among((*entry.actors, *entry.recipients), query.actors)
        and _told(sources, query)
    )


def is_placed_within(entry: Entry, query: Query) -> bool:
    """Whether an entry may lie within the query's time, an undated one where it was first told."""
    since, until = entry_stretch(entry)
    return (query.end is None or since < query.end) and (query.start is None or until > query.start)


def matches_report(source: Source, records: Iterable[Record], query: Query) -> bool:
    """Whether a report is asked for: by itself and, for what records have, by one of its records."""
    of_records = Query(
        actors=query.actors, kinds=query.kinds, types=query.types, countries=query.countries, places=query.places,
        confidence=query.confidence,
    )  # fmt: skip
    fits = _within(source.published, query) and _told((source,), query)
    return fits and (of_records == Query() or any(matches_record(r, (), of_records) for r in records))


def _told(sources: Iterable[Source], query: Query) -> bool:
    if not (query.languages or query.outlets or query.documents):
        return True
    return any(
        _among(source.language, query.languages)
        and _among(source.outlet, query.outlets)
        and _among(source.document, query.documents)
        for source in sources
    )


def _within(date: Date | None, query: Query) -> bool:
    if query.start is None and query.end is None:
        return True
    starts, ends = bounds(date)["starts"], bounds(date)["ends"]
    if starts is None or ends is None:
        return False
    return (query.end is None or starts < query.end) and (query.start is None or ends > query.start)


def _placed(place: Place | None, query: Query) -> bool:
    country, name = (place.country, place.name) if place else (None, None)
    return _among(country, query.countries) and _among(name, query.places)


def _among(value: str | None, asked: Collection[str]) -> bool:
    return not asked or value in asked


def _any_among(values: Iterable[str], asked: Collection[str]) -> bool:
    return not asked or any(value in asked for value in values)
