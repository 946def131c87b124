"""Whether one entry is what a query asks for, or stands in the ledger or the agenda."""

from cronistoria.merge.appointments import is_appointment
from cronistoria.merge.chapter import Chapter
from cronistoria.merge.commitments import is_commitment
from cronistoria.model.entry import Entry, entry_stretch
from cronistoria.model.query import Query
from cronistoria.reference.names import fold


def is_in_ledger(entry: Entry) -> bool:
    """Whether it binds somebody, and not merely if something else came about."""
    return is_commitment(entry) and entry.modality != "conditional"


def is_in_agenda(chapter: Chapter) -> bool:
    """Whether it is a contact that was planned, proposed or asked for."""
    return chapter.entry.kind == "contact" and is_appointment(chapter)


def is_on_map(entry: Entry) -> bool:
    """Whether it is known where on a map it is."""
    place = entry.place
    return place is not None and place.latitude is not None and place.longitude is not None


def fits(query: Query, entry: Entry, sides: frozenset[str]) -> bool:
    """Whether an entry is asked for; the query's actors are ids, ``sides`` are those of the entry, as `Book.sides`."""
    return (
        _in_time(query, entry)
        and (not query.actors or bool(sides & set(query.actors)))
        and (not query.kinds or entry.kind in query.kinds)
        and (not query.types or entry.type in query.types)
        and (not query.statuses or entry.status in query.statuses)
        and entry.confidence >= query.confidence
        and _in_place(query, entry)
        and _from_sources(query, entry)
    )


def _in_time(query: Query, entry: Entry) -> bool:
    if query.start is None and query.end is None:
        return True
    since, until = entry_stretch(entry)
    return (query.end is None or since < query.end) and (query.start is None or until > query.start)


def _in_place(query: Query, entry: Entry) -> bool:
    if not (query.countries or query.places):
        return True
    place = entry.place
    if place is None:
        return False
    names = {fold(place.name), fold(place.span.text)}
    return place.country in query.countries or bool(names & {fold(name) for name in query.places})


def _from_sources(query: Query, entry: Entry) -> bool:
    outlets = {fold(name) for name in query.outlets}
    fits_outlet = not outlets or any(fold(source.outlet or "") in outlets for source in entry.sources)
    fits_language = not query.languages or any(source.language in query.languages for source in entry.sources)
    return fits_outlet and fits_language
