"""All routes of the interface, and the description of them."""

from fastapi import APIRouter, Request, Response

from cronistoria.api import chronicle, exports, judgements, reports
from cronistoria.api.answers import json_of
from cronistoria.api.specification import specification

router = APIRouter(prefix="/api/v1")
for part in (reports, chronicle, judgements, exports):
    router.include_router(part.router)


@router.get("/openapi.json", include_in_schema=False)
def describe(request: Request) -> Response:
    """The interface described for machines."""
    return json_of(specification(request.app))
