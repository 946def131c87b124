"""``cronistoria code``: lines with two parties in, PLOVER and CAMEO codes out."""

from typing import Any

import click

from cronistoria.cli.options import EdtfDate, LanguageCode

CODE_FORMATS = ("tsv", "jsonl", "parquet")
COLUMN_LAYOUTS = ("plain", "polecat", "icews")

_EPILOG = """\b
Examples:
  cronistoria code sentences.tsv > coded.tsv
  cronistoria code sentences.tsv --columns polecat -o coded.tsv
  cronistoria code sentences.tsv --format parquet -o coded.parquet
  echo "The union rejected the offer of the port." | cronistoria code -l en
"""


@click.command("code", epilog=_EPILOG)
@click.argument("file", default="-", metavar="[FILE|-]")
@click.option("-f", "--format", type=click.Choice(CODE_FORMATS), default="tsv", show_default=True, help="Format.")
@click.option("--columns", type=click.Choice(COLUMN_LAYOUTS), default="plain", show_default=True, help="Whose columns.")
@click.option("-l", "--language", type=LanguageCode("coding"), help="Language of the lines (default: detected).")
@click.option("-d", "--date", type=EdtfDate(), help="When the texts were published: 2021-12-30, 2021-12.")
@click.option("--actors", type=click.Path(), metavar="FILE", help="Your own actors, a TOML file.")
@click.option("-o", "--output", type=click.Path(), metavar="FILE", help="Where to write (default: standard output).")
def code(file: str, output: str | None, **options: Any) -> None:
    """Code what one party does to another: PLOVER event, mode and contexts, CAMEO code, score, status.

    FILE is a tab-separated table with the columns text, source and target, or text alone; also date and language. With
    source or target each line gives one act between them, without both the acts that the text tells. A line that
    cannot be coded is named and passed over, and the exit status is then 1.
    """
    from cronistoria.cli.coding import code_file

    raise SystemExit(1 if code_file(file, output, options) else 0)
