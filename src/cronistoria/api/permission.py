"""Who may write: requests that show the token; a cookie is not enough, so that no page of another site can."""

from http import HTTPStatus

from fastapi import Request
from starlette.exceptions import HTTPException

from cronistoria.desk.access import Access

_SCHEME = "bearer"


def may_write(request: Request) -> None:
    """Passes requests that show the token. Raises ``HTTPException``: 403 where there is none, 401 for a wrong one."""
    access: Access = request.app.state.access
    if not access.has_token:
        reason = "nothing can be changed here: start `cronistoria serve` with --token (or CRONISTORIA_TOKEN)"
        raise HTTPException(HTTPStatus.FORBIDDEN, reason)
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != _SCHEME or not access.is_token(token.strip()):
        raise HTTPException(
            HTTPStatus.UNAUTHORIZED, "send the token: `Authorization: Bearer TOKEN`", {"www-authenticate": "Bearer"}
        )
