"""What goes wrong, told to whoever asks: programs get problem details, people a page in their language."""

from collections.abc import Awaitable, Callable

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Scope

from cronistoria.api.problems import PROBLEM
from cronistoria.web.missing import failed
from cronistoria.web.visit import visit_of

Handler = Callable[[Request, Exception], Awaitable[Response]]


def told(scope: Scope, problem: Response) -> Response:
    """Problem details as they are or, for a browser, as a page; a page needs the chronicle, which may be what fails."""
    accepted = Headers(scope=scope).get("accept", "")
    if problem.media_type != PROBLEM or scope["path"].startswith("/api/") or "text/html" not in accepted:
        return problem
    try:
        page = failed(visit_of(Request(scope)), problem.status_code, problem.headers.get("retry-after"))
    except Exception:
        return problem
    for name in {"retry-after", "connection", "allow"} & set(problem.headers):
        page.headers[name] = problem.headers[name]
    return page


def telling(handler: Handler) -> Handler:
    """An exception handler that tells people in a page."""

    async def handle(request: Request, error: Exception) -> Response:
        return told(request.scope, await handler(request, error))

    return handle
