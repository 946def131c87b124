"""``cronistoria stats``, ``problems``, ``doctor``: what a chronicle holds, and whether it is whole."""

from typing import Any

import click

from cronistoria.cli.asking import FORMATS

_STATS = """\b
Examples:
  cronistoria stats crisis.db
  cronistoria stats crisis.db --format json
"""
_PROBLEMS = """\b
Examples:
  cronistoria problems crisis.db
  cronistoria problems crisis.db --stage read --format json
"""
_DOCTOR = """\b
Example:
  cronistoria doctor crisis.db && cp crisis.db backup.db
"""
_FORMAT = click.option(
    "-f", "--format", type=click.Choice(FORMATS), help="Output format (default: table on a terminal, else json)."
)


@click.command("stats", epilog=_STATS)
@click.argument("crisis")
@_FORMAT
def stats(crisis: str, **options: Any) -> None:
    """Count what the chronicle CRISIS holds: reports, records, entries, by kind, language, outlet, month."""
    from cronistoria.cli.holding import show_stats

    show_stats(crisis, options["format"])


@click.command("problems", epilog=_PROBLEMS)
@click.argument("crisis")
@click.option("--stage", help="Only what this stage met: read, parse, extract, compose.")
@_FORMAT
def problems(crisis: str, **options: Any) -> None:
    """List the files that could not be read and what in the others could not be interpreted."""
    from cronistoria.cli.holding import show_problems

    show_problems(crisis, options["stage"], options["format"])


@click.command("doctor", epilog=_DOCTOR)
@click.argument("crisis")
@_FORMAT
def doctor(crisis: str, **options: Any) -> None:
    """Check that the chronicle is whole: texts, spans, ids, references, entries. The exit status is 1 if it is not."""
    from cronistoria.cli.holding import examine

    raise SystemExit(1 if examine(crisis, options["format"]) else 0)
