"""``cronistoria build``: reports in, a chronicle kept."""

from pathlib import Path
from typing import Any

import click

from cronistoria.cli.options import EdtfDate, LanguageCode

_EPILOG = """\b
Examples:
  cronistoria build crisis.db reports/
  cronistoria build crisis.db archive.warc.gz pages/ feed.xml
  cronistoria build crisis.db 2022-02-24/*.txt --outlet "An outlet" --jobs 4
  cronistoria build postgresql://host/crisis reports/
"""


@click.command("build", epilog=_EPILOG)
@click.argument("crisis")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE|DIR...")
@click.option("-d", "--date", type=EdtfDate(), help="Date of publication (default: in header, dateline, file name).")
@click.option("-l", "--language", type=LanguageCode(), help="Language of the reports (default: detected).")
@click.option("--outlet", help="Who published the reports.")
@click.option("--columns", metavar="FIELD=COLUMN,...", help="Columns of rows (JSON lines, Parquet): text=body,...")
@click.option("--again", is_flag=True, help="Read anew what the chronicle has already; decisions stay.")
@click.option("--actors", type=click.Path(path_type=Path), metavar="FILE", help="Your own actors, a TOML file.")
@click.option("-j", "--jobs", type=click.IntRange(1), default=1, help="Processes (default: 1).")
@click.option("--threads", type=click.IntRange(0), default=0, help="Threads of the model (default: its own choice).")
@click.option("--size-limit", type=click.IntRange(1), default=2_000_000, help="Bytes a report may have (2000000).")
def build(crisis: str, paths: tuple[Path, ...], **options: Any) -> None:
    """Read reports into the chronicle CRISIS, a file or a postgresql:// address, made if there is none.

    FILEs are text, HTML, feeds, JSON lines, Parquet, WARC, PDF or Word files, zip, tar or gzip archives of them, or
    patterns; of a DIR all such files below it are read. The date of a report is --date, or what its page, header or
    dateline says, or that in the name of its file or folder (2012-03-01). What the chronicle has already is passed by,
    so that a build which was broken off goes on where it was. What cannot be read is reported and skipped, and the
    exit status is then 1; what is no report (a horoscope, a paywall) is counted.
    """
    from cronistoria.cli.building import build_chronicle

    raise SystemExit(1 if build_chronicle(crisis, paths, options) else 0)
