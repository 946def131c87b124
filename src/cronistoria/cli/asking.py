"""The options that all commands over a crisis share: filters, language, format, day."""

import os
from collections.abc import Callable
from typing import Any, TypeVar

import click

from cronistoria.cli.options import EdtfDate, LanguageCode

FORMATS = ("table", "json", "markdown")
KINDS = ("contact", "statement", "position", "deployment", "event")
F = TypeVar("F", bound=Callable[..., Any])

_FORMAT = (
    click.option(
        "-f", "--format", type=click.Choice(FORMATS), default="table", show_default=True, help="Output format."
    ),
)
_TOLD = (
    click.option("--labels", type=LanguageCode("labels"), help="Language of titles (default: the terminal's)."),
    click.option("--now", type=EdtfDate(), help="The day to judge by (default: that of the latest report)."),
)
_FILTERS = (
    click.option(
        "--from", "start", type=EdtfDate(), metavar="DATE", help="What may lie on or after: 2022-02, 2022-02-24."
    ),
    click.option("--to", "end", type=EdtfDate(), metavar="DATE", help="What may lie on or before."),
    click.option("-a", "--actor", "actors", multiple=True, help="Who takes part: a name or an id; may be repeated."),
    click.option(
        "-k", "--kind", "kinds", multiple=True, type=click.Choice(KINDS), help="Kind of entry; may be repeated."
    ),
    click.option("-t", "--type", "types", multiple=True, help="call, threat, massed, SANCTION …; may be repeated."),
    click.option("-p", "--place", "places", multiple=True, help="A place, or a country's ISO code; may be repeated."),
    click.option("--outlet", "outlets", multiple=True, help="Told by this outlet; may be repeated."),
    click.option("-l", "--language", "languages", multiple=True, help="Told in this language; may be repeated."),
    click.option("--status", "statuses", multiple=True, help="open, fulfilled, upcoming, held …; may be repeated."),
    click.option("-c", "--certainty", type=click.FloatRange(0, 1), default=0.0, help="Least confidence, 0 to 1."),
    click.option("-n", "--limit", type=click.IntRange(1), help="At most so many entries."),
)


def shown(command: F) -> F:
    """Adds the options of how a command shows what it found."""
    return _with(_with(command, _TOLD), _FORMAT)


def chosen(command: F) -> F:
    """Adds the filters, the language and the day."""
    return _with(_with(command, _TOLD), _FILTERS)


def filtered(command: F) -> F:
    """Adds the filters and the options of showing."""
    return _with(_with(_with(command, _TOLD), _FORMAT), _FILTERS)


def default_user() -> str | None:
    """Who is at the terminal, as its environment says."""
    return next((name for variable in ("USER", "LOGNAME", "USERNAME") if (name := os.environ.get(variable))), None)


def _with(command: F, options: tuple[Callable[[F], F], ...]) -> F:
    for option in reversed(options):
        command = option(command)
    return command
