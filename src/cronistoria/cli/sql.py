"""``cronistoria sql``: questions to the files of a batch."""

import sys
from pathlib import Path

import click

_EPILOG = """\b
Examples:
  cronistoria sql news
  cronistoria sql news "SELECT kind, count(*) FROM records GROUP BY kind"
  cronistoria sql news - --format csv < question.sql > answer.csv
"""


@click.command("sql", epilog=_EPILOG)
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.argument("query", required=False)
@click.option(
    "-f",
    "--format",
    "form",
    type=click.Choice(("table", "csv", "json")),
    help="Default: table on a terminal, else csv.",
)
@click.option("--memory", default="4GB", help="How much memory a question may use (default: 4GB).")
def sql(folder: Path, query: str | None, form: str | None, memory: str) -> None:
    """Ask the batch in DIR a QUERY in SQL (- reads it from standard input); without one, list what can be asked.

    DuckDB answers. Only the batch's own files can be read, and nothing can be written. docs/queries.md has examples.
    """
    from cronistoria.cli.answers import show_answer, show_views

    if query is None:
        show_views(folder, memory, form)
        return
    text = sys.stdin.read() if query == "-" else query
    show_answer(folder, text, memory, form)
