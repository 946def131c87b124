"""Reports: a list of all, and the text of each with its records marked where they rest."""

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from cronistoria.export.items import Teller
from cronistoria.export.outline import Fact
from cronistoria.export.phrases import make_speaker
from cronistoria.export.places import text_places
from cronistoria.model.query import Query
from cronistoria.model.record import Position, Record, Statement
from cronistoria.model.report import Report
from cronistoria.model.source import Source, make_source
from cronistoria.model.span import Span
from cronistoria.store.matching import matches_report
from cronistoria.view.highlights import Piece, cut
from cronistoria.web.address import link
from cronistoria.web.asked import asked_of
from cronistoria.web.entry import Origin, origin_of
from cronistoria.web.filterform import filter_form
from cronistoria.web.missing import not_found
from cronistoria.web.paging import page_of
from cronistoria.web.rendering import render
from cronistoria.web.visit import Visit, visit_of

_STRETCH = 24_000
_LONGEST_TITLE = 200


class ReportRow(msgspec.Struct, frozen=True):
    """A report in a list."""

    origin: Origin
    is_copy: bool


class Item(msgspec.Struct, frozen=True, kw_only=True):
    """A record of a report: its title, who, what it says, and the entry that it went into."""

    record: str
    kind: str
    kind_name: str
    title: str
    who: str
    marks: tuple[str, ...]
    facts: tuple[Fact, ...]
    entry: str | None
    entry_title: str


class ReportView(msgspec.Struct, frozen=True, kw_only=True):
    """A report: a stretch of its text in pieces, the records that rest there, the addresses of the next stretches."""

    origin: Origin
    title: str | None
    language: str
    url: str | None
    copy_of: str | None
    pieces: tuple[Piece, ...]
    kinds: dict[str, str]
    items: tuple[Item, ...]
    problems: tuple[str, ...]
    earlier: str | None
    later: str | None


def reports(request: Request) -> Response:
    """The list of reports, the latest first."""
    visit = visit_of(request)
    asked = asked_of(visit)
    query = asked.query
    wanted = Query(start=query.start, end=query.end, outlets=query.outlets, languages=query.languages)
    sources = request.app.state.desk.sources
    paged = page_of(visit.address, [source for source in reversed(sources) if matches_report(source, (), wanted)])
    rows = tuple(ReportRow(origin_of(visit, source), source.copy_of is not None) for source in paged.items)
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
    spans = [(record, core_of(record)) for record in found.records]
    shown = [(record, span) for record, span in spans if span.start < end and span.end > start]
    teller = Teller(
        make_speaker(found, visit.language), text_places(text), text, {}, document.language == visit.language
    )
    url = document.url if document.url and document.url.startswith(("https://", "http://")) else None
    return ReportView(
        origin=origin_of(visit, source or make_source(document)),
        title=document.title,
        language=document.language,
        url=url,
        copy_of=link(f"/reports/{source.copy_of}") if source and source.copy_of else None,
        pieces=cut(text, [(span, record.id) for record, span in shown], start, end),
        kinds={record.id: record.kind for record, _ in shown},
        items=tuple(_item(visit, teller, record) for record, _ in shown),
        problems=tuple(dict.fromkeys(teller.say.problem(problem.message) for problem in found.problems)),
        earlier=visit.address.at(at=max(start - _STRETCH, 0)) if start else None,
        later=visit.address.at(at=end) if end < len(text) else None,
    )


def core_of(record: Record) -> Span:
    """The words that a record rests on most."""
    return record.content if isinstance(record, Statement | Position) else record.evidence[0]


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


def _item(visit: Visit, teller: Teller, record: Record) -> Item:
    told, entry = teller.item(record), visit.book.entry_of(record.id)
    named = isinstance(record, Statement)
    who = teller.say.parties(record.actors) if named else ""
    return Item(
        record=record.id,
        kind=record.kind,
        kind_name=visit.kind(record.kind),
        title=told.title[:_LONGEST_TITLE],
        who=who,
        marks=told.marks,
        facts=told.facts,
        entry=link(f"/entries/{entry.id}") if entry else None,
        entry_title=visit.book.title(entry) if entry else "",
    )
