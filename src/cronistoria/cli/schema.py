"""``cronistoria schema``: the contract of the JSON."""

import click

_EPILOG = """\b
Example:
  cronistoria schema > report.schema.json
"""


@click.command("schema", epilog=_EPILOG)
def schema() -> None:
    """Print the JSON Schema of a report (--format json, and each line of jsonl)."""
    from importlib import resources

    from cronistoria.model.codec import SCHEMA_FILE

    click.echo(resources.files("cronistoria.model").joinpath(SCHEMA_FILE).read_text(encoding="utf-8"), nl=False)
