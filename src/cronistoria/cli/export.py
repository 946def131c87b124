"""``cronistoria export``: a chronicle as a file for another program, or for a reader."""

from typing import Any

import click

from cronistoria.cli.asking import chosen

EXPORT_FORMATS = (
    "csv", "xlsx", "jsonl", "parquet", "jsonld", "graphml", "ics", "timeline", "polecat", "markdown", "html", "docx",
)  # fmt: skip
EXPORT_TABLES = ("entries", "contacts", "statements", "positions", "disagreements", "records", "reports", "actors")

_EPILOG = """\b
Examples:
  cronistoria export crisis.db --format xlsx -o crisis.xlsx
  cronistoria export crisis.db --format csv --table positions --status open > open.csv
  cronistoria export crisis.db --format html --labels it --actor Putin --from 2022-02 -o dossier.html
  cronistoria export crisis.db --format ics -o agenda.ics
"""


@click.command("export", epilog=_EPILOG)
@click.argument("crisis")
@click.option("-f", "--format", required=True, type=click.Choice(EXPORT_FORMATS), help="Format.")
@click.option("--table", type=click.Choice(EXPORT_TABLES), help="csv, jsonl, parquet: which table (entries).")
@click.option("-o", "--output", type=click.Path(dir_okay=False), metavar="FILE", help="Default: standard output.")
@chosen
def export(crisis: str, output: str | None, **options: Any) -> None:
    """Write the chronicle CRISIS, or what the filters leave of it, in a format for other programs or for readers."""
    from cronistoria.cli.exporting import export_to

    export_to(crisis, output, options)
