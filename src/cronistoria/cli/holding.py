"""What ``cronistoria stats``, ``problems`` and ``doctor`` do with their arguments; imported only when one runs."""

import sys
from collections.abc import Callable
from contextlib import closing

import click
import msgspec

from cronistoria.build.checking import find_faults
from cronistoria.cli.options import terminal_width, wants_colour
from cronistoria.store.opening import open_store
from cronistoria.view.holdings import faults_page, problems_page, totals_page
from cronistoria.view.page import Page, to_markdown, to_terminal


def show_stats(crisis: str, format_: str | None) -> None:
    """Writes all totals."""
    with closing(open_store(crisis)) as store, store.reading() as reader:
        totals = reader.totals()
    _show(totals, lambda: totals_page(crisis, totals), format_)


def show_problems(crisis: str, stage: str | None, format_: str | None) -> None:
    """Writes the problems of a stage, or all."""
    with closing(open_store(crisis)) as store, store.reading() as reader:
        found = tuple(problem for problem in reader.problems() if stage in (None, problem.problem.stage))
    _show(found, lambda: problems_page(crisis, found), format_)


def examine(crisis: str, format_: str | None) -> int:
    """Writes all faults; their number."""
    with closing(open_store(crisis)) as store:
        faults = tuple(find_faults(store))
    _show(faults, lambda: faults_page(crisis, faults), format_)
    return len(faults)


def _show(found: object, page: Callable[[], Page], format_: str | None) -> None:
    format_ = format_ or ("table" if sys.stdout.isatty() else "json")
    if format_ == "json":
        text = msgspec.json.format(msgspec.json.encode(found), indent=2).decode() + "\n"
    elif format_ == "markdown":
        text = to_markdown(page())
    else:
        text = to_terminal(page(), width=terminal_width(), colour=wants_colour(True))
    click.echo(text.encode(), nl=False) if format_ == "json" else click.echo(text, nl=False)
