"""A map of places and deployments over outlines that come with the package; it follows the filters."""

from math import sqrt

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from cronistoria.view.places import Map, Spot, map_of
from cronistoria.web.asked import asked_of
from cronistoria.web.filterform import filter_form
from cronistoria.web.lines import Line, line_of
from cronistoria.web.paging import page_of
from cronistoria.web.rendering import render
from cronistoria.web.visit import Visit, visit_of

_SMALLEST, _LARGEST = 4.0, 20.0
_NAMED = 14
_ROOM_X, _ROOM_Y = 13.0, 4.5


class DrawnSpot(msgspec.Struct, frozen=True, kw_only=True):
    """A place on the map: a square if forces were deployed there, coloured by its most frequent kind."""

    name: str
    href: str
    title: str
    kind: str
    is_square: bool
    x: float
    y: float
    radius: float
    named: bool
    anchor: str


class SpotRow(msgspec.Struct, frozen=True, kw_only=True):
    """A place in the table, with its latest entry."""

    name: str
    country: str
    href: str
    kinds: tuple[tuple[str, str], ...]
    latest: Line


def places(request: Request) -> Response:
    """The page of the map."""
    visit = visit_of(request)
    asked = asked_of(visit)
    found = map_of(visit.book, asked.mask(visit))
    paged = page_of(visit.address, found.spots)
    return render(
        visit, "map.html", asked=asked, form=filter_form(visit), found=found, spots=_spots(visit, found),
        rows=tuple(_row(visit, spot) for spot in paged.items), paged=paged,
    )  # fmt: skip


def _spots(visit: Visit, found: Map) -> tuple[DrawnSpot, ...]:
    """The largest first, so that the small ones lie on top; names only where they cover no other name."""
    most = max((spot.count for spot in found.spots), default=1)
    named: list[tuple[float, float]] = []
    drawn = []
    for spot in found.spots:
        room = len(named) < _NAMED and all(abs(spot.x - x) > _ROOM_X or abs(spot.y - y) > _ROOM_Y for x, y in named)
        if room:
            named.append((spot.x, spot.y))
        drawn.append(_spot(visit, spot, most, room))
    return tuple(drawn)


def _spot(visit: Visit, spot: Spot, most: int, named: bool) -> DrawnSpot:
    counts = ", ".join(f"{visit.kind(kind, many=True)} {visit.number(n)}" for kind, n in spot.kinds.items())
    return DrawnSpot(
        name=_name(visit, spot), href=_href(visit, spot), title=f"{_name(visit, spot)}: {counts}",
        kind=next(iter(spot.kinds)),
        is_square="deployment" in spot.kinds, x=spot.x, y=spot.y, named=named,
        radius=round(_SMALLEST + (_LARGEST - _SMALLEST) * sqrt(spot.count / most) * (most > 1), 1),
        anchor="end" if spot.x > 80 else "start",
    )  # fmt: skip


def _row(visit: Visit, spot: Spot) -> SpotRow:
    return SpotRow(
        name=_name(visit, spot),
        country=visit.book.speaker.territory(spot.country or "") or spot.country or "",
        href=_href(visit, spot),
        kinds=tuple((kind, f"{visit.kind(kind, many=True)} {visit.number(n)}") for kind, n in spot.kinds.items()),
        latest=line_of(visit, visit.book.entries[spot.latest]),
    )


def _name(visit: Visit, spot: Spot) -> str:
    return visit.book.speaker.place(spot.name)


def _href(visit: Visit, spot: Spot) -> str:
    return visit.address.at("/", place=spot.name)
