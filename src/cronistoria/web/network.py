"""Who is in touch with whom, drawn and as a table; it follows the filters."""

from collections.abc import Sequence
from math import sqrt

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from cronistoria.view.network import Network, Tie, network_of
from cronistoria.web.address import link
from cronistoria.web.asked import asked_of
from cronistoria.web.filterform import filter_form
from cronistoria.web.lines import When, when_of
from cronistoria.web.paging import Paged, page_of
from cronistoria.web.rendering import render
from cronistoria.web.visit import Visit, visit_of

_MOST_NODES, _MOST_OF_EACH = 36, 4
_MANY = 12
_PERSONS = "persons"
_THINNEST, _THICKEST = 1.0, 9.0
_SMALLEST, _LARGEST = 4.0, 18.0


class DrawnNode(msgspec.Struct, frozen=True, kw_only=True):
    """A party; ``anchor``: on which side of it its name stands."""

    name: str
    href: str
    x: float
    y: float
    radius: float
    anchor: str
    kind: str
    title: str


class DrawnTie(msgspec.Struct, frozen=True, kw_only=True):
    """A line between two parties."""

    href: str
    title: str
    x1: float
    y1: float
    x2: float
    y2: float
    width: float


class TieRow(msgspec.Struct, frozen=True, kw_only=True):
    """Two parties, how many contacts, the latest of them."""

    one: str
    one_href: str
    other: str
    other_href: str
    contacts: str
    href: str
    latest: When
    latest_href: str


def network(request: Request) -> Response:
    """The page of the network."""
    visit = visit_of(request)
    asked = asked_of(visit)
    by = dict(visit.address.params).get("by", "")
    found = network_of(visit.book, asked.mask(visit), persons=by == _PERSONS, most=_MOST_NODES)
    paged, drawn = page_of(visit.address, found.ties), found.strongest(_MOST_OF_EACH)
    return render(
        visit, "network.html", asked=asked, form=filter_form(visit, kinds=False), by=by, left_out=found.left_out,
        nodes=_nodes(visit, found), ties=_ties(visit, found, drawn), rows=_rows(visit, paged), paged=paged,
        hidden=len(found.ties) - len(drawn),
    )  # fmt: skip


def _nodes(visit: Visit, found: Network) -> tuple[DrawnNode, ...]:
    most = max((node.count for node in found.nodes), default=1)
    return tuple(
        DrawnNode(
            name=visit.name(node.actor), href=link(f"/actors/{node.actor}"), x=node.x, y=node.y,
            radius=round(_SMALLEST + (_LARGEST - _SMALLEST) * sqrt(node.count / most), 1),
            anchor="end" if node.x > 75 else "start", kind=_kind(visit, node.actor),
            title=f"{visit.name(node.actor)}: {visit.count(node.count, 'contacts')}",
        )
        for node in found.nodes
    )  # fmt: skip


def _ties(visit: Visit, found: Network, drawn: Sequence[Tie]) -> tuple[DrawnTie, ...]:
    """The weakest first, so that the others lie over them."""
    most = max((tie.count for tie in drawn), default=1)
    places = {node.actor: (node.x, node.y) for node in found.nodes}
    return tuple(
        DrawnTie(
            href=_both(visit, tie.one, tie.other),
            title=f"{visit.name(tie.one)} – {visit.name(tie.other)}: {visit.count(tie.count, 'contacts')}",
            x1=places[tie.one][0], y1=places[tie.one][1], x2=places[tie.other][0], y2=places[tie.other][1],
            width=round(_THINNEST + (_THICKEST - _THINNEST) * (tie.count - 1) / max(most, _MANY), 1),
        )
        for tie in reversed(drawn)
    )  # fmt: skip


def _rows(visit: Visit, paged: Paged[Tie]) -> tuple[TieRow, ...]:
    rows = []
    for tie in paged.items:
        latest = visit.book.entries[tie.latest]
        rows.append(
            TieRow(
                one=visit.name(tie.one), one_href=link(f"/actors/{tie.one}"), other=visit.name(tie.other),
                other_href=link(f"/actors/{tie.other}"), contacts=visit.number(tie.count),
                href=_both(visit, tie.one, tie.other), latest=when_of(visit, latest),
                latest_href=link(f"/entries/{latest.id}"),
            )
        )  # fmt: skip
    return tuple(rows)


def _both(visit: Visit, one: str, other: str) -> str:
    """The contacts of two parties in the chronicle."""
    return visit.address.at("/", actor=one, with_=other, kind="contact")


def _kind(visit: Visit, actor: str) -> str:
    known = visit.book.actors.get(actor)
    return known.kind if known else "state"
