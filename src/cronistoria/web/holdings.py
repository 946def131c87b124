"""What the chronicle holds and lacks: reports by outlet, language and month, problems, decisions."""

from collections.abc import Iterable
from datetime import date

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from cronistoria.model.holdings import FileProblem
from cronistoria.web.asked import language_name
from cronistoria.web.deciding import decided_of
from cronistoria.web.paging import page_of
from cronistoria.web.rendering import render
from cronistoria.web.visit import Visit, visit_of

_LONGEST = 300


class Share(msgspec.Struct, frozen=True):
    """How many of something, with the share of the most frequent in percent, and where to see them."""

    name: str
    count: str
    percent: float
    href: str | None


class ProblemRow(msgspec.Struct, frozen=True, kw_only=True):
    """A problem: where, at which stage, on which words, what."""

    file: str
    href: str | None
    stage: str
    words: str
    message: str


def coverage(request: Request) -> Response:
    """The page of how much there is of what."""
    visit = visit_of(request)
    totals = request.app.state.desk.totals
    tables = (
        ("coverage_by_outlet", "outlet", _shares(visit, "outlet", _by_number(totals.reports_by_outlet))),
        ("coverage_by_language", "language", _shares(visit, "language", _by_number(totals.reports_by_language))),
        ("coverage_by_month", "month", _shares(visit, "month", totals.reports_by_month.items())),
    )
    return render(visit, "coverage.html", totals=totals, tables=tables)


def problems(request: Request) -> Response:
    """The page of what could not be read or understood."""
    visit = visit_of(request)
    with request.app.state.desk.reading() as reader:
        paged = page_of(visit.address, list(reader.problems()))
    rows = tuple(_problem(visit, found) for found in paged.items)
    return render(visit, "problems.html", paged=paged, rows=rows)


def decisions(request: Request) -> Response:
    """The page of what people decided, the latest first."""
    visit = visit_of(request)
    places = range(len(visit.book.decisions) - 1, -1, -1)
    paged = page_of(visit.address, places)
    return render(
        visit, "decisions.html", paged=paged, decided=tuple(decided_of(visit, place) for place in paged.items)
    )


def _by_number(counts: dict[str, int]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


def _shares(visit: Visit, name: str, counts: Iterable[tuple[str, int]]) -> tuple[Share, ...]:
    items = list(counts)
    most = max((count for _, count in items), default=1)
    return tuple(
        Share(_say(visit, name, value), visit.number(count), round(100 * count / most, 1), _href(visit, name, value))
        for value, count in items
    )


def _say(visit: Visit, name: str, value: str) -> str:
    if not value:
        return visit.labels.words["unknown"]
    if name == "month":
        return visit.month(date.fromisoformat(f"{value}-01"))
    return language_name(visit, value) if name == "language" else value


def _href(visit: Visit, name: str, value: str) -> str | None:
    if not value:
        return None
    return visit.address.at("/reports", **({"from_": value, "to": value} if name == "month" else {name: value}))


def _problem(visit: Visit, found: FileProblem) -> ProblemRow:
    span = found.problem.span
    return ProblemRow(
        file=", ".join(found.files) or visit.labels.words["unknown"],
        href=f"/reports/{found.document}" + (f"?at={span.start}" if span else "") if found.document else None,
        stage=found.problem.stage,
        words=span.text[:_LONGEST] if span else "",
        message=visit.book.speaker.problem(found.problem.message),
    )
