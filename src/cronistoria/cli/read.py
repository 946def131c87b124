"""``cronistoria read``: reports in, records out."""

from pathlib import Path
from typing import Any

import click

from cronistoria.cli.options import EdtfDate, LanguageCode, ParserName

FORMATS = ("text", "json", "jsonl", "markdown", "html")
_FOR_EYES = ("text", "markdown", "html")

_EPILOG = """\b
Examples:
  cronistoria example | cronistoria read
  cronistoria read report.txt --date 2021-12 --labels it
  cronistoria read report.txt --format json -o report.json
  cronistoria read reports/*.txt --format jsonl --jobs 4 -o records.jsonl
  cronistoria read reports/*.txt --format markdown -o notes/
  cronistoria read report.txt --format html --explain -o report.html
"""


@click.command("read", epilog=_EPILOG)
@click.argument("files", nargs=-1, metavar="[FILE]... | -")
@click.option("-f", "--format", type=click.Choice(FORMATS), default="text", show_default=True, help="Output format.")
@click.option("-d", "--date", type=EdtfDate(), help="Date of publication: 2021-12-30, 2021-12, 2021-12-08/2021-12-30.")
@click.option("-l", "--language", type=LanguageCode(), help="Language of the reports (default: detected).")
@click.option("--title", help="Title of the report.")
@click.option("--url", help="Address of the report.")
@click.option("--outlet", help="Who published the report.")
@click.option("--columns", metavar="FIELD=COLUMN,...", help="Columns of rows (JSON lines, Parquet): text=body,...")
@click.option("--explain", is_flag=True, help="Add rule, words and tree behind each record (text, markdown, html).")
@click.option("--actors", type=click.Path(path_type=Path), metavar="FILE", help="Your own actors, a TOML file.")
@click.option("--parser", type=ParserName(), default="shipped", help="shipped, or spacy:NAME (default: shipped).")
@click.option("--labels", type=LanguageCode("labels"), help="Language of labels (default: the terminal's or report's).")
@click.option("-j", "--jobs", type=click.IntRange(1), default=1, help="Processes for many files (default: 1).")
@click.option("--threads", type=click.IntRange(0), default=0, help="Threads of the model (default: its own choice).")
@click.option("--size-limit", type=click.IntRange(1), default=2_000_000, help="Bytes a report may have (2000000).")
@click.option("-o", "--output", type=click.Path(), metavar="PATH", help="A file; or a directory, one file an input.")
def read(files: tuple[str, ...], output: str | None, **options: Any) -> None:
    """Read news reports and write what they say happened, was said, wanted, moved or planned.

    FILEs are text, HTML, feeds, JSON lines, Parquet, WARC, PDF or Word files, zip, tar or gzip archives of them,
    folders or patterns; "-" (or none) is standard input. What cannot be read is reported and skipped, and the exit
    status is then 1.
    """
    from cronistoria.cli.reading import read_reports

    if options["explain"] and options["format"] not in _FOR_EYES:
        raise click.UsageError("--explain works with --format text, markdown, html; JSON tells rule and trigger anyway")
    raise SystemExit(1 if read_reports(files, output, options) else 0)
