"""The interface described for machines (OpenAPI 3.1): the model's own types as schemas, problem details as errors."""

from collections.abc import Iterable
from functools import cache
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Response
from fastapi.openapi.utils import get_openapi

_REFERENCE = "#/components/schemas/{name}"
_DESCRIPTION = """Reports read into records, and records merged into the chronicle of a crisis.

Lists are pages: `next` is the `cursor` of the page that follows, `null` at the end. Answers to GET carry an `ETag`;
with `If-None-Match` an unchanged one is 304. Errors are problem details (RFC 9457). What changes something needs
`Authorization: Bearer TOKEN`.
"""


def documented(
    answer: str, *, takes: str | None = None, refuses: Iterable[int] = (422,), created: bool = False
) -> dict[str, Any]:
    """What a route says of itself: the type it answers with, the type of its body, the errors it gives."""
    content = {"application/json": {"schema": _ref(answer)}} if answer else {"*/*": {"schema": {"type": "string"}}}
    fine = {"description": HTTPStatus.OK.phrase, "content": content}
    responses: dict[int | str, Any] = {200: fine}
    if created:
        responses[201] = {**fine, "description": HTTPStatus.CREATED.phrase}
    responses |= {status: _refusal(status) for status in refuses}
    told: dict[str, Any] = {"response_class": Response, "responses": responses}
    if takes:
        content = {"application/json": {"schema": _ref(takes)}}
        told["openapi_extra"] = {"requestBody": {"required": True, "content": content}}
    return told


def specification(app: FastAPI) -> dict[str, Any]:
    """The whole description."""
    if app.openapi_schema is None:
        made = get_openapi(
            title="Cronistoria", version=app.version, description=_DESCRIPTION, routes=app.routes
        )  # fmt: skip
        made["components"] = {
            "schemas": {**made.get("components", {}).get("schemas", {}), **schemas()},
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        }
        for operation in (o for path in made["paths"].values() for o in path.values()):
            _tidy(operation)
        app.openapi_schema = made
    return app.openapi_schema


@cache
def schemas() -> dict[str, Any]:
    """The schemas of all types that are sent or taken."""
    import msgspec

    from cronistoria.api.bodies import ToJudge, ToRead, ToUndo
    from cronistoria.api.listed import LISTED
    from cronistoria.api.problems import ProblemDetails

    _, made = msgspec.json.schema_components(
        (*LISTED, ToJudge, ToRead, ToUndo, ProblemDetails), ref_template=_REFERENCE
    )
    return made


def _ref(name: str) -> dict[str, str]:
    return {"$ref": _REFERENCE.format(name=name)}


def _refusal(status: int) -> dict[str, Any]:
    told: dict[str, Any] = {
        "description": HTTPStatus(status).phrase,
        "content": {"application/problem+json": {"schema": _ref("ProblemDetails")}},
    }
    if status in (HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE):
        told["headers"] = {"Retry-After": {"description": "Seconds.", "schema": {"type": "integer"}}}
    return told


def _tidy(operation: dict[str, Any]) -> None:
    """Takes away what the framework adds of its own, and says where the token is needed."""
    operation["responses"] = {
        status: told
        for status, told in operation["responses"].items()
        if told.get("description") != "Successful Response"
    }
    if "401" in operation["responses"]:
        operation["security"] = [{"token": []}]
