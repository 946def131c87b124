"""What people decided: listed, added, undone."""

from itertools import islice
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response
from starlette.concurrency import run_in_threadpool

from cronistoria.api.answers import from_cursor, json_of, page_of
from cronistoria.api.asked import Listed, Name
from cronistoria.api.bodies import ToJudge, ToUndo, body_of
from cronistoria.api.permission import may_write
from cronistoria.api.specification import documented
from cronistoria.desk.deciding import Motion

router = APIRouter(prefix="/judgements")
_REFUSED = (400, 401, 403, 415, 422)


@router.get("", **documented("Page_Decision_"))
def list_judgements(request: Request, asked: Annotated[Listed, Query()]) -> Response:
    """Decisions in the order in which they were made, also those that were undone."""
    first = max(from_cursor(asked.cursor, int) or 0, 0)
    with request.app.state.desk.reading() as reader:
        found = islice(reader.decisions(), first, None)
        return json_of(page_of(found, asked.limit, lambda _: first + asked.limit))


@router.post(
    "", dependencies=[Depends(may_write)], status_code=201,
    **documented("Decision", takes="ToJudge", refuses=_REFUSED, created=True),
)  # fmt: skip
async def judge(request: Request) -> Response:
    """Decides that two entries or records are the same or different, confirms or rejects one, sets a status."""
    asked = await body_of(request, ToJudge)
    motion = Motion(act=asked.act, names=asked.names, by=asked.by, why=asked.why)
    return json_of(await run_in_threadpool(request.app.state.desk.judge, motion), 201)


@router.post(
    "/{decision}/undo", dependencies=[Depends(may_write)], **documented("Decision", takes="ToUndo", refuses=_REFUSED)
)
async def undo(request: Request, decision: Name) -> Response:
    """Takes a decision back; it stays on file."""
    asked = await body_of(request, ToUndo)
    return json_of(await run_in_threadpool(request.app.state.desk.undo, decision, asked.by))
