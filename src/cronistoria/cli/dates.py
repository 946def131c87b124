"""``cronistoria dates``: the time expressions of a report."""

from typing import Any

import click

from cronistoria.cli.options import EdtfDate, LanguageCode

DATE_FORMATS = ("table", "json", "timeml")

_EPILOG = """\b
Examples:
  cronistoria dates report.txt --date 2021-12-30
  cronistoria example it | cronistoria dates --format json
  cronistoria dates report.txt --language pt --date 2022-03 --format timeml > report.tml
"""


@click.command("dates", epilog=_EPILOG)
@click.argument("file", default="-", metavar="[FILE|-]")
@click.option("-f", "--format", type=click.Choice(DATE_FORMATS), default="table", show_default=True, help="Format.")
@click.option("-d", "--date", type=EdtfDate(), help="Date that relative words count from: 2021-12-30, 2021-12.")
@click.option("-l", "--language", type=LanguageCode("dates"), help="Language of the report (default: detected).")
def dates(file: str, **options: Any) -> None:
    """Write the time expressions of a report: dates, times, durations and repetitions, placed in time.

    Without --date, the report's own header, date line or dateline counts; without those, what is relative to it
    stays unplaced.
    """
    from cronistoria.cli.dating import date_report

    click.echo(date_report(file, options["format"], options["date"], options["language"]), nl=False)
