"""Templates: strict, escaping, and no character in them that acts unseen."""

from functools import cache
from typing import Any

from jinja2 import Environment
from starlette.responses import HTMLResponse

from cronistoria.export.rendering import make_environment
from cronistoria.version import __version__
from cronistoria.web.address import link
from cronistoria.web.assets import asset
from cronistoria.web.visit import LANGUAGE_COOKIE, Visit

_YEAR_SECONDS = 31_536_000


class Words:
    """Labels by name, for templates: nothing but items, so that no name is taken."""

    def __init__(self, words: dict[str, str]) -> None:
        self.__words = words

    def __getitem__(self, name: str) -> str:
        return self.__words[name]


@cache
def environment() -> Environment:
    """The templates of this package and of reports."""
    made = make_environment("cronistoria.web")
    made.globals |= {"asset": asset, "link": link, "version": __version__}
    return made


def render(visit: Visit, template: str, *, status: int = 200, **content: Any) -> HTMLResponse:
    """A page; a language chosen by its address is kept for the next."""
    text = environment().get_template(template).render(visit=visit, t=Words(visit.labels.words), **content)
    response = HTMLResponse(text, status_code=status)
    response.headers["content-language"] = visit.language
    response.headers["vary"] = "cookie, accept-language"
    if visit.chosen:
        response.set_cookie(LANGUAGE_COOKIE, visit.language, max_age=_YEAR_SECONDS, httponly=True, samesite="lax")
    return response
