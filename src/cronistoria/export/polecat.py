"""Events as the public POLECAT data have them: tab-separated, PLOVER 2021 codes, the columns' names and order theirs.

One row an entry. Only what is told as having happened or been agreed goes in: nothing denied, conditional or possible.
What Cronistoria does not know (numbers of the Correlates of War, titles of Wikipedia) is empty. An event whose day is
not known has no date; a day is never made up.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from cronistoria.export.characters import flat
from cronistoria.export.chunks import encoded
from cronistoria.export.csv import cell
from cronistoria.export.edition import Edition, Told
from cronistoria.model.actor import Actor, ActorKind
from cronistoria.model.dates import Date
from cronistoria.model.record import Plover
from cronistoria.reference.plover import quad_of, score_of
from cronistoria.version import __version__

COLUMNS = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts",
    "Actor Name", "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title",
    "Actor Name Raw", "Wikipedia Actor ID",
    "Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector", "Recipient Sectors",
    "Recipient Title", "Recipient Name Raw", "Wikipedia Recipient ID",
    "Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename",
    "Feature Type", "Source", "Publication Date", "Story People", "Story Organizations", "Story Locations",
    "Language", "Version",
)  # fmt: skip
_CODED = frozenset(("asserted", "hearsay", "planned"))
_SECTORS: dict[ActorKind, str] = {"state": "GOV", "office": "GOV", "outlet": "MED"}
_EXACT = frozenset(("day", "hour", "minute"))
_DAY = 10


def to_polecat(edition: Edition) -> Iterator[bytes]:
    """The events of an edition."""
    return encoded(_lines(edition))


def _lines(edition: Edition) -> Iterator[str]:
    yield "\t".join(COLUMNS) + "\n"
    for told in edition.entries():
        entry = told.entry
        if entry.plover and entry.polarity == "affirmed" and entry.modality in _CODED:
            row = _row(edition, told, entry.plover)
            yield "\t".join(_cell(row.get(column)) for column in COLUMNS) + "\n"


def _row(edition: Edition, told: Told, plover: Plover) -> dict[str, Any]:
    entry = told.entry
    return {
        "Event ID": entry.id, "Event Date": _day(entry.date), "Event Type": plover.event, "Event Mode": plover.mode,
        "Intensity": score_of(plover), "Quad Code": quad_of(plover), "Contexts": plover.context,
        **_party("Actor", [edition.actors[actor] for actor in entry.actors if actor in edition.actors]),
        **_party("Recipient", [edition.actors[actor] for actor in entry.recipients if actor in edition.actors]),
        **_place(told), **_story(told), "Version": __version__,
    }  # fmt: skip


def _party(side: str, actors: Iterable[Actor]) -> dict[str, Any]:
    known = list(actors)
    sectors = [_SECTORS[actor.kind] for actor in known if actor.kind in _SECTORS]
    return {
        f"{side} Name": [actor.name for actor in known],
        f"{side} Country": dict.fromkeys(actor.country for actor in known if actor.country),
        f"Primary {side} Sector": sectors[:1], f"{side} Sectors": dict.fromkeys(sectors),
        f"{side} Title": [actor.role for actor in known if actor.role],
    }  # fmt: skip


def _place(told: Told) -> dict[str, Any]:
    place = told.entry.place
    if place is None:
        return {}
    return {
        "Placename": place.name, "Country": place.country, "Latitude": place.latitude, "Longitude": place.longitude,
        "Raw Placename": place.span.text,
    }  # fmt: skip


def _story(told: Told) -> dict[str, Any]:
    """The first report, and whom the reports name."""
    named = {actor.id: actor for telling in told.tellings for actor in telling.actors}.values()
    first = next(iter(told.entry.sources), None)
    return {
        "Source": first.outlet if first else None, "Language": first.language if first else None,
        "Publication Date": _day(first.published) if first else None,
        "Story People": sorted(actor.name for actor in named if actor.kind == "person"),
        "Story Organizations": sorted(actor.name for actor in named if actor.kind == "organisation"),
        "Story Locations": sorted({t.record.place.name for t in told.tellings if t.record.place}),
    }  # fmt: skip


def _day(date: Date | None) -> str | None:
    return date.start[:_DAY] if date and date.start and date.precision in _EXACT else None


def _cell(value: Any) -> str:
    if value is None:
        return ""
    text = value if isinstance(value, str) else ";".join(value) if isinstance(value, Iterable) else str(value)
    return flat(str(cell(text))) if not isinstance(value, int | float) else text
