"""``cronistoria chronicle``, ``ledger``, ``agenda``, ``who``, ``sides``, ``explain``: what a crisis holds."""

from typing import Any

import click

from cronistoria.cli.asking import filtered, shown

_CHRONICLE = """\b
Examples:
  cronistoria chronicle crisis.db
  cronistoria chronicle crisis.db --from 2022-02 --to 2022-03-15 --actor Putin --kind contact
  cronistoria chronicle crisis.db --labels it --format markdown > chronicle.md
"""
_LEDGER = """\b
Examples:
  cronistoria ledger crisis.db --status open
  cronistoria ledger crisis.db --actor NATO --now 2022-02-24
"""
_AGENDA = """\b
Examples:
  cronistoria agenda crisis.db --status upcoming
  cronistoria agenda crisis.db --now 2022-01-15
"""
_WHO = """\b
Examples:
  cronistoria who crisis.db Putin
  cronistoria who crisis.db RUS --kind position --from 2022
"""
_SIDES = """\b
Examples:
  cronistoria sides crisis.db 2021-12-30
  cronistoria sides crisis.db 3fa2c41b
"""
_EXPLAIN = """\b
Example:
  cronistoria explain crisis.db 3fa2c41b
"""


@click.command("chronicle", epilog=_CHRONICLE)
@click.argument("crisis")
@filtered
def chronicle(crisis: str, **options: Any) -> None:
    """Show what happened, was said, wanted and planned, in time order, each once however many reports tell it."""
    from cronistoria.cli.crisis import show_entries
    from cronistoria.view.chronicle import chronicle_page

    show_entries(crisis, options, chronicle_page, depth="whole" if options["format"] == "json" else "told")


@click.command("ledger", epilog=_LEDGER)
@click.argument("crisis")
@filtered
def ledger(crisis: str, **options: Any) -> None:
    """Show threats, warnings, demands, promises, offers and preconditions, and what became of each."""
    from cronistoria.cli.crisis import show_entries
    from cronistoria.view.ledger import ledger_page

    show_entries(crisis, options, ledger_page, followed="ledger")


@click.command("agenda", epilog=_AGENDA)
@click.argument("crisis")
@filtered
def agenda(crisis: str, **options: Any) -> None:
    """Show contacts that were planned, proposed or asked for, and what became of each."""
    from cronistoria.cli.crisis import show_entries
    from cronistoria.view.ledger import agenda_page

    show_entries(crisis, options, agenda_page, followed="agenda")


@click.command("who", epilog=_WHO)
@click.argument("crisis")
@click.argument("actor")
@filtered
def who(crisis: str, actor: str, **options: Any) -> None:
    """Show a dossier of ACTOR, a name or an id: roles, contacts, commitments and all else."""
    from cronistoria.cli.crisis import show_entries
    from cronistoria.view.dossier import dossier_page
    from cronistoria.view.filters import actor_ids

    show_entries(crisis, options, lambda book, found: dossier_page(book, actor_ids(book, actor), found), who=actor)


@click.command("sides", epilog=_SIDES)
@click.argument("crisis")
@click.argument("contact", metavar="ENTRY|DATE")
@shown
def sides(crisis: str, contact: str, **options: Any) -> None:
    """Show each side's own account of a contact: what both say, what one alone says, where they contradict."""
    from cronistoria.cli.crisis import day_of, labels_of, reading, show
    from cronistoria.view.sides import accounts_of, contacts_in, sides_page

    with reading(crisis) as reader:
        book, contacts = contacts_in(reader, contact, labels_of(options["labels"]), day_of(options["now"]))
        found = [accounts_of(book, entry) for entry in contacts]
        show(options, lambda: sides_page(book, found), found)


@click.command("explain", epilog=_EXPLAIN)
@click.argument("crisis")
@click.argument("entry")
@shown
def explain(crisis: str, entry: str, **options: Any) -> None:
    """Show where an entry comes from: its records, the words they rest on, the reports, and why they are together."""
    from cronistoria.cli.crisis import day_of, labels_of, reading, show
    from cronistoria.view.explanation import explain_judgements, explained, explanation_page
    from cronistoria.view.part import entry_in

    with reading(crisis) as reader:
        book = entry_in(reader, entry, labels_of(options["labels"]), day_of(options["now"]))
        judgements = explain_judgements(book, found := book.entry(entry))
        show(options, lambda: explanation_page(book, found, judgements), [explained(book, found, judgements)])
