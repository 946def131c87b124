"""Who may write: a session opened with the server's token, and forms that prove where they come from."""

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from cronistoria.desk.access import SESSION_SECONDS, Access
from cronistoria.web.address import link
from cronistoria.web.rendering import render
from cronistoria.web.visit import SESSION_COOKIE, visit_of


def may_write(request: Request, csrf: str) -> bool:
    """Whether a form was sent by a session of ours, from a page of ours."""
    access: Access = request.app.state.access
    session = request.cookies.get(SESSION_COOKIE)
    return access.is_session(session) and access.is_form_token(session, csrf)


def login(request: Request) -> Response:
    """The page that asks for the token."""
    return render(visit_of(request), "login.html", wrong=False)


def open_session(request: Request, token: str) -> Response:
    """A session for whoever knows the token."""
    access: Access = request.app.state.access
    if not access.is_token(token):
        return render(visit_of(request), "login.html", status=403, wrong=True)
    response = RedirectResponse(link("/"), 303)
    response.set_cookie(
        SESSION_COOKIE, access.open_session(), max_age=SESSION_SECONDS, httponly=True, samesite="strict",
        secure=request.url.scheme == "https",
    )  # fmt: skip
    return response


def close_session() -> Response:
    """Forgets the session."""
    response = RedirectResponse(link("/"), 303)
    response.delete_cookie(SESSION_COOKIE, httponly=True, samesite="strict")
    return response
