"""``cronistoria judge``: what a person decides over the rules, kept beside the records and undone at will."""

from typing import Any

import click

from cronistoria.cli.asking import default_user, shown

ACTS = ("same", "different", "confirm", "reject", "status", "undo", "list")

_EPILOG = """\b
Examples:
  cronistoria judge crisis.db same 3fa2c41b 77e01d9c --why "one call, dated by Moscow time"
  cronistoria judge crisis.db different 3fa2c41b 77e01d9c
  cronistoria judge crisis.db status 5b1c09aa fulfilled --by Rossi
  cronistoria judge crisis.db list
  cronistoria judge crisis.db undo 9d2e11f0
"""


@click.command("judge", epilog=_EPILOG)
@click.argument("crisis")
@click.argument("act", type=click.Choice(ACTS))
@click.argument("names", nargs=-1, metavar="[ENTRY]... [STATUS]")
@click.option("--by", default=default_user, help="Who decides (default: the user of the terminal).")
@click.option("--why", help="Why.")
@shown
def judge(crisis: str, act: str, names: tuple[str, ...], by: str | None, why: str | None, **options: Any) -> None:
    """Decide that two entries or records are the SAME or DIFFERENT, CONFIRM or REJECT one, set a STATUS, UNDO, LIST."""
    from cronistoria.cli.deciding import decide, list_decisions

    if act == "list":
        list_decisions(crisis, options)
    else:
        decide(crisis, act, names, by=by, why=why)
