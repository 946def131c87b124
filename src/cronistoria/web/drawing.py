"""The timeline as it is drawn: pixels downwards, percent along time, addresses for zooming."""

from collections.abc import Iterator
from datetime import date, timedelta
from math import log2

import msgspec

from cronistoria.view.phrases import say_when
from cronistoria.view.timeline import Bar, Lane, Mark, Timeline
from cronistoria.web.address import link
from cronistoria.web.visit import Visit

_ROW = 13
_HEAD = 20
_FOOT = 6
_AXIS = 22
_NARROWEST = 0.9
_RADIUS = 3.5
_LARGEST = 6.0
_FIRST, _LAST = date(2, 1, 1), date(9998, 12, 31)


class Shape(msgspec.Struct, frozen=True, kw_only=True):
    """A dot (``radius``), or a bar of a width: an uncertain date, or a count. ``style``: its classes."""

    href: str
    title: str
    style: str
    x: float
    y: float
    width: float = 0.0
    height: float = 0.0
    radius: float = 0.0


class DrawnLane(msgspec.Struct, frozen=True):
    """A lane from ``y`` downwards."""

    kind: str
    title: str
    y: int
    height: int
    shapes: tuple[Shape, ...]


class Drawing(msgspec.Struct, frozen=True, kw_only=True):
    """All of it."""

    timeline: Timeline
    lanes: tuple[DrawnLane, ...]
    ticks: tuple[tuple[float, str], ...]
    height: int
    dense: bool
    today: float | None
    zoom: dict[str, str]


def draw(visit: Visit, timeline: Timeline) -> Drawing:
    """A timeline with words and addresses."""
    lanes, y, spans = [], 0, dict[tuple[date, date], tuple[str, str]]()
    for lane in timeline.lanes:
        height = _HEAD + lane.rows * _ROW + _FOOT if lane.count else _HEAD
        title = f"{visit.kind(lane.kind, many=True)} · {visit.number(lane.count)}"
        lanes.append(DrawnLane(lane.kind, title, y, height, tuple(_shapes(visit, lane, y + _HEAD, spans))))
        y += height
    now = (visit.book.now - timeline.first).days / timeline.days
    return Drawing(
        timeline=timeline,
        lanes=tuple(lanes),
        ticks=visit.ticks(timeline.ticks),
        height=y + _AXIS,
        dense=any(lane.bars for lane in timeline.lanes),
        today=round(100 * now, 3) if 0 <= now <= 1 else None,
        zoom=dict(_zoom(visit, timeline)),
    )


def _shapes(visit: Visit, lane: Lane, y: int, spans: dict[tuple[date, date], tuple[str, str]]) -> Iterator[Shape]:
    """The shapes of a lane; ``spans``: what stretches of time are called and where they lead, of all lanes."""
    for mark in lane.marks:
        yield _mark(visit, mark, y)
    for bar in lane.bars:
        span = bar.first, bar.last
        if span not in spans:
            spans[span] = _say_span(visit, *span), _view(visit, *span)
        said, href = spans[span]
        yield _bar(bar, y, lane, f"{said}: {visit.number(bar.count)}", href)


def _mark(visit: Visit, mark: Mark, y: int) -> Shape:
    entry, top = mark.entry, y + mark.row * _ROW
    style = f"mark {entry.kind}" + ("" if mark.dated else " undated") + (" disputed" if entry.disagreements else "")
    title = f"{say_when(visit.book, entry)}: {visit.book.title(entry)} ({visit.count(len(entry.sources), 'sources')})"
    href = link(f"/entries/{entry.id}")
    if mark.days > 1:
        width = max(mark.width, _NARROWEST)
        return Shape(href=href, title=title, style=style + " long", x=mark.x, y=top + 2, width=width, height=6)
    radius = min(_RADIUS + log2(len(entry.sources) or 1), _LARGEST)
    x = round(min(max(mark.x + mark.width / 2, 0.3), 99.7), 3)
    return Shape(href=href, title=title, style=style, x=x, y=top + 5, radius=round(radius, 1))


def _bar(bar: Bar, y: int, lane: Lane, title: str, href: str) -> Shape:
    full = lane.rows * _ROW
    height = max(round(bar.height * full, 1), 1.5)
    return Shape(
        href=href, title=title, style=f"mark {lane.kind} bar", x=bar.x, y=round(y + full - height, 1),
        width=max(round(bar.width * 0.86, 3), 0.15), height=height,
    )  # fmt: skip


def _say_span(visit: Visit, first: date, last: date) -> str:
    return visit.day(first) if first == last else f"{visit.day(first)} – {visit.day(last)}"


def _zoom(visit: Visit, timeline: Timeline) -> Iterator[tuple[str, str]]:
    """Addresses of the nearer, wider, earlier and later view, and of all."""
    first, last, days = timeline.first, timeline.last, timeline.days
    quarter, half = days // 4, max(days // 2, 1)
    if days > 2:
        yield "in", _view(visit, first + timedelta(quarter), last - timedelta(quarter))
    yield "out", _view(visit, _back(first, half), _on(last, half))
    yield "earlier", _view(visit, _back(first, half), _back(last, half))
    yield "later", _view(visit, _on(first, half), _on(last, half))
    if {"from", "to"} & {name for name, _ in visit.address.filters}:
        yield "all", visit.address.at(from_=None, to=None)


def _view(visit: Visit, first: date, last: date) -> str:
    return visit.address.at(from_=first.isoformat(), to=max(first, last).isoformat())


def _back(day: date, days: int) -> date:
    return date.fromordinal(max(day.toordinal() - days, _FIRST.toordinal()))


def _on(day: date, days: int) -> date:
    return date.fromordinal(min(day.toordinal() + days, _LAST.toordinal()))
