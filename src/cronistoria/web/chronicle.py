"""The chronicle's page: a timeline over a list of all that fits the filters."""

import msgspec
import numpy as np
from starlette.requests import Request
from starlette.responses import Response

from cronistoria.view.timeline import timeline_of
from cronistoria.web.asked import asked_of
from cronistoria.web.drawing import draw
from cronistoria.web.filterform import filter_form
from cronistoria.web.lines import Month, months_of
from cronistoria.web.paging import Paged, page_of_positions
from cronistoria.web.rendering import render
from cronistoria.web.statuses import STATUSES
from cronistoria.web.visit import visit_of


class ChroniclePage(msgspec.Struct, frozen=True, kw_only=True):
    """The entries of a page by month, of how many, from how many reports."""

    paged: Paged[int]
    months: tuple[Month, ...]
    all: int
    reports: int


def chronicle(request: Request) -> Response:
    """The page."""
    visit = visit_of(request)
    asked = asked_of(visit)
    timeline = timeline_of(visit.book, asked.untimed.mask(visit), asked.first, asked.last)
    paged = page_of_positions(visit.address, asked.positions(visit))
    entries = visit.book.at(np.array(paged.items, dtype=np.int64))
    page = ChroniclePage(
        paged=paged, months=months_of(visit, entries), all=len(visit.book.entries), reports=visit.book.index.reports
    )
    return render(
        visit, "chronicle.html", page=page, asked=asked, form=filter_form(visit, statuses=STATUSES),
        drawing=draw(visit, timeline) if timeline else None,
    )  # fmt: skip
