"""Templates: strict, escaping, and no character in them that acts unseen."""

from importlib import resources
from importlib.resources.abc import Traversable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jinja2 import Environment

_OWN = "cronistoria.export"


def make_environment(*packages: str) -> "Environment":
    """The templates of the packages, and those of this one."""
    from jinja2 import ChoiceLoader, PackageLoader, StrictUndefined

    from cronistoria.export.templating import TemplateEnvironment

    return TemplateEnvironment(
        loader=ChoiceLoader([PackageLoader(package) for package in (*packages, _OWN)]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )


def report_style() -> Traversable:
    """The style sheet of a report, which other pages build upon."""
    return resources.files(_OWN).joinpath("templates", "report.css")
