"""All pages by their paths; the server takes them in and keeps ``app.state.desk`` for them."""

from typing import Annotated

from fastapi import APIRouter, Form, HTTPException, Request
from fastapi.responses import HTMLResponse
from pydantic import BaseModel
from starlette.responses import Response

from cronistoria.web import assets, deciding, holdings, missing, reading, session
from cronistoria.web.actors import actor, actors
from cronistoria.web.chronicle import chronicle
from cronistoria.web.entry import entry
from cronistoria.web.ledger import agenda, ledger
from cronistoria.web.network import network
from cronistoria.web.places import places
from cronistoria.web.reports import report, reports
from cronistoria.web.search import search
from cronistoria.web.sides import sides
from cronistoria.web.visit import visit_of


class Decision(BaseModel):
    """The form of a decision."""

    act: str = ""
    other: str = ""
    by: str = ""
    why: str = ""
    csrf: str = ""

    @property
    def motion(self) -> deciding.Wish:
        """What is to be decided."""
        return deciding.Wish(**self.model_dump(exclude={"csrf"}))


class Sent(BaseModel):
    """The form of a pasted text."""

    text: str = ""
    published: str = ""
    outlet: str = ""
    language: str = ""
    title: str = ""
    csrf: str = ""

    @property
    def pasted(self) -> reading.Pasted:
        """The text, and what is said about it."""
        return reading.Pasted(**self.model_dump(exclude={"csrf"}))


router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)
Text = Annotated[str, Form()]

router.add_api_route("/", chronicle)
router.add_api_route("/ledger", ledger)
router.add_api_route("/agenda", agenda)
router.add_api_route("/actors", actors)
router.add_api_route("/network", network)
router.add_api_route("/map", places)
router.add_api_route("/reports", reports)
router.add_api_route("/search", search)
router.add_api_route("/coverage", holdings.coverage)
router.add_api_route("/problems", holdings.problems)
router.add_api_route("/decisions", holdings.decisions)
router.add_api_route("/read", reading.form)
router.add_api_route("/login", session.login)


@router.get("/assets/{name}")
def asset(request: Request, name: str) -> Response:
    """A file that pages load."""
    return assets.asset_file(name, request.url.query)


@router.get("/actors/{name:path}")
def actor_page(request: Request, name: str) -> Response:
    """An actor."""
    return actor(request, name)


@router.get("/reports/{document}")
def report_page(request: Request, document: str) -> Response:
    """A report."""
    return report(request, document)


@router.get("/entries/{name}")
def entry_page(request: Request, name: str) -> Response:
    """An entry."""
    return entry(request, name)


@router.get("/entries/{name}/sides")
def sides_page(request: Request, name: str) -> Response:
    """A contact's accounts."""
    return sides(request, name)


@router.post("/entries/{name}/judge")
def judge(request: Request, name: str, decision: Annotated[Decision, Form()]) -> Response:
    """Decides."""
    return deciding.judge(request, name, decision.motion, decision.csrf)


@router.post("/decisions/undo")
def undo(request: Request, decision: Text, csrf: Text = "", by: Text = "") -> Response:
    """Takes a decision back."""
    return deciding.undo(request, decision, by, csrf)


@router.post("/login")
def open_session(request: Request, token: Text = "") -> Response:
    """Shows the token."""
    return session.open_session(request, token)


@router.post("/logout")
def close_session() -> Response:
    """Ends the session."""
    return session.close_session()


@router.post("/read")
def read(request: Request, pasted: Annotated[Sent, Form()]) -> Response:
    """Reads a pasted text."""
    return reading.read(request, pasted.pasted)


@router.post("/read/add")
def add(request: Request, pasted: Annotated[Sent, Form()]) -> Response:
    """Adds a pasted text."""
    return reading.add(request, pasted.pasted, pasted.csrf)


@router.get("/{path:path}")
def nothing(request: Request, path: str) -> Response:
    """No other page; what programs ask for is not answered here."""
    if path.startswith("api/"):
        raise HTTPException(404, "there is no such path")
    return missing.not_found(visit_of(request))
