"""Errors as problem details (RFC 9457): what went wrong, in the words of the error, and nothing else."""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

import msgspec
from fastapi import Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from cronistoria.errors import BusyError, CronistoriaError, InputError

PROBLEM = "application/problem+json"
UNFIT = HTTPStatus.UNPROCESSABLE_ENTITY


class ProblemDetails(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """RFC 9457; ``errors`` says of a request that was not understood where and what is wrong."""

    type: str = msgspec.field(default="about:blank")
    title: str
    status: int
    detail: str
    errors: tuple[dict[str, str], ...] = ()


def problem(
    status: int, detail: str, *, headers: Mapping[str, str] | None = None, errors: tuple[dict[str, str], ...] = ()
) -> Response:
    """An error as an answer."""
    told = ProblemDetails(title=HTTPStatus(status).phrase, status=status, detail=detail, errors=errors)
    body = msgspec.json.encode({"type": told.type, **msgspec.to_builtins(told)})
    return Response(body, status, dict(headers or {}), PROBLEM)


async def on_status(request: Request, error: Exception) -> Response:
    """What the framework or a route refuses."""
    assert isinstance(error, HTTPException)
    return problem(error.status_code, error.detail, headers=error.headers)


async def on_request(request: Request, error: Exception) -> Response:
    """A request whose parameters are not what they must be; what was sent is not repeated."""
    assert isinstance(error, RequestValidationError)
    errors = tuple({"place": _place(found), "message": str(found["msg"])} for found in error.errors())
    return problem(UNFIT, "; ".join(f"{e['place']}: {e['message']}" for e in errors), errors=errors)


async def on_error(request: Request, error: Exception) -> Response:
    """Errors raised on purpose."""
    if isinstance(error, BusyError):
        headers = {"retry-after": str(error.retry_after)} if error.retry_after else None
        return problem(HTTPStatus.SERVICE_UNAVAILABLE, str(error), headers=headers)
    fault = UNFIT if isinstance(error, InputError) else HTTPStatus.INTERNAL_SERVER_ERROR
    return problem(fault, str(error))


async def on_defect(request: Request, error: Exception) -> Response:
    """Everything else; the server's log has the rest."""
    return problem(HTTPStatus.INTERNAL_SERVER_ERROR, f"internal error, please report it: {type(error).__name__}")


HANDLERS: tuple[tuple[type[Exception], Any], ...] = (
    (HTTPException, on_status),
    (RequestValidationError, on_request),
    (CronistoriaError, on_error),
    (Exception, on_defect),
)


def _place(found: Mapping[str, Any]) -> str:
    return ".".join(str(part) for part in found["loc"])
