"""What a reader asks of the chronicle: every field narrows, an empty one asks nothing."""

import msgspec


class Bookmark(msgspec.Struct, frozen=True, kw_only=True):
    """A place in the order of time: the bounds of a date as a store keeps them (``None`` without one), and an id."""

    starts: str | None
    ends: str | None
    id: str


class Query(msgspec.Struct, frozen=True, kw_only=True):
    """Filters over records, entries or reports; values of one field are alternatives.

    ``start`` inclusive and ``end`` exclusive, ISO 8601: what may lie within, so an undated thing is left out once
    either is given. For reports the date is that of publication. ``actors``: whoever takes part, as actor or
    recipient. ``types`` as in `Entry.type`. ``countries`` and ``places``: of the place. ``confidence``: at least.
    ``after``: only what comes later in the order of time than this place.
    Records and reports have no ``statuses``; a report has neither kind nor type nor confidence.
    """

    start: str | None = None
    end: str | None = None
    actors: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    confidence: float = 0.0
    limit: int | None = None
    after: Bookmark | None = None


EVERYTHING = Query()
