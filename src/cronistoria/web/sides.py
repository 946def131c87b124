"""A contact as its sides tell it, next to each other: what both say, where they contradict, what one alone says."""

from collections.abc import Sequence

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from cronistoria.errors import InputError
from cronistoria.model.entry import Entry
from cronistoria.model.record import Position, Statement
from cronistoria.view.phrases import outlet
from cronistoria.view.sides import Accounts, Point, accounts_of
from cronistoria.web.address import link
from cronistoria.web.lines import Line, Quote, line_of, type_label
from cronistoria.web.missing import not_found
from cronistoria.web.rendering import render
from cronistoria.web.visit import Visit, capitalized, visit_of

_MOST_SIDES = 4


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """A side's point: the entry behind it and the words that tell it."""

    kind: str
    type: str
    title: str
    href: str
    quotes: tuple[Quote, ...]


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One subject: a cell a side, ``None`` for who says nothing on it.

    ``relation``: contradicted, both, subject, only.
    """

    relation: str
    label: str
    cells: tuple[Said | None, ...]


class SidesPage(msgspec.Struct, frozen=True, kw_only=True):
    """The contact, its sides by name, and the rows: contradictions first, then what they share, then the rest."""

    line: Line
    sides: tuple[str, ...]
    rows: tuple[Row, ...]


def sides(request: Request, name: str) -> Response:
    """The page of a contact's accounts."""
    visit = visit_of(request)
    try:
        entry = visit.book.entry(name)
    except InputError:
        return not_found(visit)
    return render(visit, "sides.html", page=make_sides(visit, entry))


def make_sides(visit: Visit, entry: Entry) -> SidesPage:
    """What the page shows; an entry that is no contact has no sides."""
    accounts = accounts_of(visit.book, entry)
    silent = sorted(visit.book.chapter(entry).sides - entry.sides.keys())
    sides_ = (*entry.sides, *silent)[:_MOST_SIDES]
    names = tuple(capitalized(visit.book.naming.noun(side)) for side in sides_)
    return SidesPage(line=line_of(visit, entry), sides=names, rows=tuple(_rows(visit, accounts, sides_)))


def _rows(visit: Visit, accounts: Accounts, sides_: Sequence[str]) -> list[Row]:
    words = visit.labels.words
    rows = [_pair(visit, pair, sides_, "contradicted", words["sides_against"]) for pair in accounts.contradicted]
    rows += [_pair(visit, pair, sides_, "both", words["sides_both"]) for pair in accounts.both]
    rows += [_pair(visit, pair, sides_, "subject", words["sides_subject"]) for pair in accounts.subject]
    for point in accounts.only:
        label = words["sides_only"].format(who=visit.book.naming.noun(point.side))
        rows.append(Row(relation="only", label=label, cells=_cells(visit, (point,), sides_)))
    return rows


def _pair(visit: Visit, pair: tuple[Point, Point], sides_: Sequence[str], relation: str, label: str) -> Row:
    return Row(relation=relation, label=label, cells=_cells(visit, pair, sides_))


def _cells(visit: Visit, points: Sequence[Point], sides_: Sequence[str]) -> tuple[Said | None, ...]:
    by_side = {point.side: point for point in points}
    return tuple(_said(visit, by_side[side]) if side in by_side else None for side in sides_)


def _said(visit: Visit, point: Point) -> Said:
    entry = visit.book.entry(point.entry)
    languages = {
        (outlet(visit.book, telling.source), record.content.text): telling.source.language or ""
        for telling in visit.book.chapter(entry).tellings
        if isinstance(record := telling.record, Statement | Position)
    }
    quotes = tuple(Quote(words, languages.get((name, words), ""), name) for name, words in point.wordings)
    return Said(
        kind=entry.kind,
        type=type_label(visit, entry),
        title=visit.book.title(entry),
        href=link(f"/entries/{entry.id}"),
        quotes=quotes,
    )
