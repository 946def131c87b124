"""Reports: a list of all, and the text of each with its records marked where they rest."""

from collections.abc import Iterable, Iterator

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from cronistoria.export.items import make_teller
from cronistoria.export.marked import MarkedReport, mark_report
from cronistoria.languages.labels import ReportLabels
from cronistoria.model.query import Query
from cronistoria.model.report import Report
from cronistoria.model.source import Source, make_source
from cronistoria.web.address import link
from cronistoria.web.asked import asked_of
from cronistoria.web.entry import Origin, origin_of
from cronistoria.web.filterform import filter_form
from cronistoria.web.missing import not_found
from cronistoria.web.paging import page_of_positions
from cronistoria.web.rendering import render
from cronistoria.web.visit import Visit, visit_of

_STRETCH = 24_000


class ReportRow(msgspec.Struct, frozen=True):
    """A report in a list."""

    origin: Origin
    is_copy: bool


class ReportView(msgspec.Struct, frozen=True, kw_only=True):
    """A report: a stretch of it marked, the entries its records went into, the addresses of the next stretches."""

    origin: Origin
    title: str | None
    language: str
    url: str | None
    copy_of: str | None
    marked: MarkedReport
    entries: dict[str, tuple[str, str]]
    labels: ReportLabels
    count: int
    earlier: str | None
    later: str | None


def reports(request: Request) -> Response:
    """The list of reports, the latest first."""
    visit = visit_of(request)
    asked = asked_of(visit)
    query = asked.query
    wanted = Query(start=query.start, end=query.end, outlets=query.outlets, languages=query.languages)
    index = request.app.state.desk.reports
    paged = page_of_positions(visit.address, index.positions(wanted)[::-1])
    documents = tuple(index.documents[list(paged.items)].astype(str).tolist())
    with request.app.state.desk.reading() as reader:
        found = reader.sources(Query(documents=documents)) if documents else ()
        sources = {source.document: source for source in found}
    shown = (sources[document] for document in documents if document in sources)
    rows = tuple(ReportRow(origin_of(visit, source), source.copy_of is not None) for source in shown)
    return render(
        visit, "reports.html", paged=paged, rows=rows, asked=asked, form=filter_form(visit, kinds=False, actors=False)
    )


def report(request: Request, document: str) -> Response:
    """The page of a report."""
    visit = visit_of(request)
    with request.app.state.desk.reading() as reader:
        if not reader.has_report(document):
            return not_found(visit)
        found = reader.report(document)
        (source,) = reader.sources(Query(documents=(document,)))
    return render(visit, "report.html", view=view_of(visit, found, source))


def view_of(visit: Visit, found: Report, source: Source | None = None) -> ReportView:
    """What is shown of a report, from where the address says."""
    document = found.document
    text = document.text
    start, end = _stretch(visit, text)
    marked = mark_report(found, make_teller(found, visit.language), start, end)
    url = document.url if document.url and document.url.startswith(("https://", "http://")) else None
    return ReportView(
        origin=origin_of(visit, source or make_source(document)),
        title=document.title,
        language=document.language,
        url=url,
        copy_of=link(f"/reports/{source.copy_of}") if source and source.copy_of else None,
        marked=marked,
        entries=dict(_entries(visit, marked.ids.values())),
        labels=visit.book.labels.report,
        count=len(found.records),
        earlier=visit.address.at(at=max(start - _STRETCH, 0)) if start else None,
        later=visit.address.at(at=end) if end < len(text) else None,
    )


def _stretch(visit: Visit, text: str) -> tuple[int, int]:
    """Where the address begins in the text, and some pages further on at the end of a line or word."""
    given = dict(visit.address.params).get("at", "0")
    start = min(int(given), len(text)) if given.isdecimal() and len(given) < 9 else 0
    end = start + _STRETCH
    if end >= len(text):
        return start, len(text)
    for mark in ("\n", " "):
        if (found := text.rfind(mark, start + _STRETCH // 2, end)) > 0:
            return start, found + 1
    return start, end


def _entries(visit: Visit, records: Iterable[str]) -> Iterator[tuple[str, tuple[str, str]]]:
    """For each record of the chronicle, the address and title of its entry."""
    for record in records:
        if entry := visit.book.entry_of(record):
            yield record, (link(f"/entries/{entry.id}"), visit.book.title(entry))
