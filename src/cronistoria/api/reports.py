"""Reports: read one, add one, list them; their records; what could not be interpreted."""

import asyncio
from itertools import islice
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response
from msgspec.structs import replace
from starlette.concurrency import run_in_threadpool

from cronistoria.api.answers import from_cursor, json_of, not_found, page_of
from cronistoria.api.asked import DocumentId, Listed, Name, NarrowedList, Searched
from cronistoria.api.bodies import ToRead, body_of
from cronistoria.api.permission import may_write
from cronistoria.api.search import search
from cronistoria.api.specification import documented
from cronistoria.desk.desk import Desk
from cronistoria.model.query import Bookmark
from cronistoria.model.report import Report
from cronistoria.store.codec import bookmark

router = APIRouter()


@router.post("/read", **documented("Report", takes="ToRead", refuses=(400, 415, 422, 429, 503)))
async def read(request: Request) -> Response:
    """Reads a report and answers what it says. Nothing is kept."""
    return json_of(await _read(request))


@router.post(
    "/reports", dependencies=[Depends(may_write)],
    **documented("Report", takes="ToRead", refuses=(400, 401, 403, 415, 422, 429, 503), created=True),
)  # fmt: skip
async def add_report(request: Request) -> Response:
    """Reads a report and adds it to the chronicle: 201, or 200 if the same text is there already."""
    report = await _read(request)
    added = await run_in_threadpool(request.app.state.desk.add, report)
    return json_of(report, 201 if added else 200, {"location": f"/api/v1/reports/{report.document.id}"})


@router.get("/reports", **documented("Page_Source_"))
def list_reports(request: Request, asked: Annotated[NarrowedList, Query()]) -> Response:
    """Reports by date of publication, undated ones last."""
    query = replace(asked.query(), after=from_cursor(asked.cursor, Bookmark), limit=asked.limit + 1)
    with request.app.state.desk.reading() as reader:
        found = reader.sources(query)
        return json_of(page_of(found, asked.limit, lambda s: bookmark(s.published, s.document)))


@router.get("/reports/{document}", **documented("Report", refuses=(404, 422)))
def get_report(request: Request, document: DocumentId) -> Response:
    """A report with its text and everything that was read in it."""
    with request.app.state.desk.reading() as reader:
        try:
            return json_of(reader.report(document))
        except KeyError as error:
            raise not_found("report", document) from error


@router.get("/records", **documented("Page_Telling_"))
def list_records(request: Request, asked: Annotated[NarrowedList, Query()]) -> Response:
    """Records with the reports that tell them, by date, undated ones last."""
    query = replace(asked.query(), after=from_cursor(asked.cursor, Bookmark), limit=asked.limit + 1)
    with request.app.state.desk.reading() as reader:
        found = reader.tellings(query)
        return json_of(page_of(found, asked.limit, lambda t: bookmark(t.record.date, t.record.id)))


@router.get("/records/{record:path}", **documented("Telling", refuses=(404, 422)))
def get_record(request: Request, record: Name) -> Response:
    """A record with the report that tells it."""
    with request.app.state.desk.reading() as reader:
        try:
            return json_of(reader.tellings_of((record,))[0])
        except KeyError as error:
            raise not_found("record", record) from error


@router.get("/search", **documented("Page_Found_"))
def find(request: Request, asked: Annotated[Searched, Query()]) -> Response:
    """Reports and records in which the words stand, the best first; places of the words are marked by offsets."""
    return json_of(search(request.app.state.desk, asked))


@router.get("/problems", **documented("Page_FileProblem_"))
def list_problems(request: Request, asked: Annotated[Listed, Query()]) -> Response:
    """What could not be read or interpreted."""
    first = from_cursor(asked.cursor, int) or 0
    with request.app.state.desk.reading() as reader:
        found = islice(reader.problems(), max(first, 0), None)
        return json_of(page_of(found, asked.limit, lambda _: first + asked.limit))


@router.get("/totals", **documented("Totals", refuses=()))
def totals(request: Request) -> Response:
    """How much the chronicle holds."""
    return json_of(request.app.state.desk.totals)


async def _read(request: Request) -> Report:
    asked, desk = await body_of(request, ToRead), request.app.state.desk
    assert isinstance(desk, Desk)
    return await asyncio.wrap_future(desk.read(asked.text, asked.given()))
