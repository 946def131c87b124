"""``cronistoria parse``: the trees that a report is read from."""

from typing import Any

import click

from cronistoria.cli.options import LanguageCode

TREE_FORMATS = ("conllu", "tree", "json")


_EPILOG = """\b
Examples:
  cronistoria parse report.txt --format tree
  cronistoria example it | cronistoria parse --format conllu > report.conllu
"""


@click.command("parse", epilog=_EPILOG)
@click.argument("file", default="-", metavar="[FILE|-]")
@click.option(
    "-f", "--format", type=click.Choice(TREE_FORMATS), default="conllu", show_default=True, help="Output format."
)
@click.option("-l", "--language", type=LanguageCode(), help="Language of the report (default: detected).")
def parse(file: str, **options: Any) -> None:
    """Write the sentences of a report as trees over Universal Dependencies."""
    from cronistoria.cli.parsing import parse_report

    click.echo(parse_report(file, options["format"], options["language"]), nl=False)
