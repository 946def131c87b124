"""All routes of the interface."""

from fastapi import APIRouter, Request, Response

from cronistoria.api.answers import json_of

router = APIRouter(prefix="/api/v1")


@router.get("/totals")
def totals(request: Request) -> Response:
    """How much the chronicle holds."""
    with request.app.state.desk.reading() as reader:
        return json_of(reader.totals())
