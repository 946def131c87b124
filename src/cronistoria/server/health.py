"""Whether the server is well, for those who run it."""

from fastapi import APIRouter, Request, Response
from prometheus_client import CONTENT_TYPE_LATEST

router = APIRouter(include_in_schema=False)


@router.get("/healthz")
def healthz(request: Request) -> Response:
    """``ok`` if the chronicle can be asked."""
    with request.app.state.desk.reading() as reader:
        reader.mark()
    return Response("ok\n", media_type="text/plain")


@router.get("/metrics")
def metrics(request: Request) -> Response:
    """All numbers."""
    return Response(request.app.state.counts.written(), headers={"content-type": CONTENT_TYPE_LATEST})
