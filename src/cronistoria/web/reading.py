"""Read a report: a pasted text becomes its record at once, and with the token part of the chronicle."""

from concurrent.futures import TimeoutError as TooSlowError

import msgspec
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from cronistoria.desk.desk import Desk
from cronistoria.errors import BusyError, CronistoriaError
from cronistoria.export.controls import Verbatim
from cronistoria.ingest.document import Given
from cronistoria.languages.tables import complete_languages
from cronistoria.model.report import Report
from cronistoria.web.address import link
from cronistoria.web.asked import language_name
from cronistoria.web.missing import LONGEST, refused
from cronistoria.web.rendering import render
from cronistoria.web.reports import view_of
from cronistoria.web.session import may_write
from cronistoria.web.visit import Visit, visit_of

_PATIENCE_SECONDS = 90
_OK, _UNFIT, _BUSY = 200, 422, 503


class Pasted(msgspec.Struct, frozen=True, kw_only=True):
    """What was filled in."""

    text: str = ""
    published: str = ""
    outlet: str = ""
    language: str = ""
    title: str = ""

    @property
    def given(self) -> Given:
        """What is said about the text. Raises `InputError` for no date."""
        said = (value.strip() or None for value in (self.published, self.outlet, self.language, self.title))
        published, publisher, language, title = said
        return Given(published=published, publisher=publisher, language=language, title=title)

    @property
    def lines(self) -> str:
        """The text with the line ends that it had before a form sent it."""
        return self.text.replace("\r\n", "\n")

    @property
    def verbatim(self) -> Verbatim:
        """The text as it goes back into its field."""
        return Verbatim(self.lines)


def form(request: Request) -> Response:
    """The empty form."""
    return _page(visit_of(request), Pasted())


def read(request: Request, pasted: Pasted) -> Response:
    """What a pasted text tells."""
    visit = visit_of(request)
    found = _read(visit, request.app.state.desk, pasted)
    return found if isinstance(found, Response) else _page(visit, pasted, found)


def add(request: Request, pasted: Pasted, csrf: str) -> Response:
    """Keeps a pasted text and goes to it."""
    visit = visit_of(request)
    if not may_write(request, csrf):
        return refused(visit, visit.labels.words["judge_sign_in"], 403)
    desk: Desk = request.app.state.desk
    found = _read(visit, desk, pasted)
    if isinstance(found, Response):
        return found
    desk.add(found)
    return RedirectResponse(link(f"/reports/{found.document.id}"), 303)


def _read(visit: Visit, desk: Desk, pasted: Pasted) -> Report | Response:
    words = visit.labels.words
    if not pasted.text.strip():
        return _page(visit, pasted, complaint=words["read_empty"], status=_UNFIT)
    if len(pasted.text) > LONGEST:
        complaint = words["read_too_long"].format(count=visit.number(LONGEST))
        return _page(visit, msgspec.structs.replace(pasted, text=""), complaint=complaint, status=_UNFIT)
    try:
        return desk.read(pasted.lines, pasted.given).result(_PATIENCE_SECONDS)
    except TooSlowError:
        return _page(visit, pasted, complaint=words["read_slow"], status=_BUSY)
    except BusyError as error:
        complaint = words["read_busy"].format(seconds=error.retry_after)
        return _page(visit, pasted, complaint=complaint, status=_BUSY)
    except CronistoriaError as error:
        return _page(visit, pasted, complaint=str(error), status=_UNFIT)


def _page(
    visit: Visit, pasted: Pasted, found: Report | None = None, complaint: str = "", status: int = _OK
) -> Response:
    view = view_of(visit, found) if found else None
    languages = [(code, language_name(visit, code)) for code in complete_languages()]
    return render(
        visit, "read.html", status=status, pasted=pasted, view=view, complaint=complaint, languages=languages,
        longest=LONGEST,
    )  # fmt: skip
