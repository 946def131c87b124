"""``cronistoria example``: a report to try the program on."""

import click

from cronistoria.cli.options import terminal_labels

_EPILOG = """\b
Examples:
  cronistoria example it > report.txt
  cronistoria example en | cronistoria read
"""


@click.command("example", epilog=_EPILOG)
@click.argument("language", required=False, metavar="[LANGUAGE]")
def example(language: str | None) -> None:
    """Print an example report that comes with the program.

    LANGUAGE is a code; without it, the terminal's language counts, or else the first there is.
    """
    from cronistoria.examples import example_languages, load_example

    known = example_languages()
    spoken = terminal_labels()
    chosen = language or (spoken if spoken in known else known[0])
    click.echo(load_example(chosen), nl=False)
