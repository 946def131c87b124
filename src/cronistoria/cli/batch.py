"""``cronistoria batch``: very many reports to Parquet, on one machine or on a cluster, and their entries."""

from pathlib import Path
from typing import Any

import click

from cronistoria.cli.options import EdtfDate, LanguageCode

_EPILOG = """\b
Examples:
  cronistoria batch 2022/*.jsonl.gz -o news --jobs 4
  cronistoria batch archive/ -o news --engine ray --address auto --resume
  cronistoria batch merge news --jobs 4
  cronistoria sql news "SELECT kind, count(*) FROM records GROUP BY kind"
"""
_FOLDER = click.Path(path_type=Path, file_okay=False)
_ENGINE = click.option(
    "--engine", type=click.Choice(("local", "ray")), default="local", help="What does the work (default: local)."
)
_ADDRESS = click.option("--address", help="Of a Ray cluster (default: one is started on this machine).")
_JOBS = click.option("-j", "--jobs", type=click.IntRange(1), help="Workers (default: 1; of a cluster, its processors).")
_RESUME = click.option("--resume", is_flag=True, help="Go on where an earlier run was broken off.")
_LOG = click.option("--log", metavar="FILE", help="What was done when, as JSON lines (default: DIR.log; - for stderr).")


class _Batch(click.Group):
    """Reads, unless another command is named."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if args and args[0] not in (*self.commands, *ctx.help_option_names):
            args = ["read", *args]
        return super().parse_args(ctx, args)


@click.group("batch", cls=_Batch, epilog=_EPILOG)
def batch() -> None:
    """Read very many reports into Parquet files, on one machine or many.

    `batch INPUT... -o DIR` reads, and `batch merge DIR` then makes entries of the records. The files are the same
    whether one process works, several do, or a Ray cluster, and however often a run was broken off. `cronistoria sql
    DIR` asks them.
    """


@batch.command("read")
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@click.option("-o", "--output", "folder", type=_FOLDER, required=True, metavar="DIR", help="Where the results go.")
@_ENGINE
@_ADDRESS
@_JOBS
@click.option("--shard-size", type=click.IntRange(1), default=200, help="Reports in a worker's share (default: 200).")
@_RESUME
@_LOG
@click.option("-d", "--date", type=EdtfDate(), help="Date of publication, where all have the same.")
@click.option("-l", "--language", type=LanguageCode(), help="Language of the reports (default: detected).")
@click.option("--outlet", help="Who published the reports.")
@click.option("--columns", metavar="FIELD=COLUMN,...", help="Columns of rows (JSON lines, Parquet): text=body,...")
@click.option("--actors", type=click.Path(path_type=Path), metavar="FILE", help="Your own actors, a TOML file.")
@click.option("--threads", type=click.IntRange(1), default=1, help="Threads of the model in each worker (default: 1).")
@click.option("--size-limit", type=click.IntRange(1), default=2_000_000, help="Bytes a report may have (2000000).")
def read_batch(inputs: tuple[str, ...], folder: Path, **options: Any) -> None:
    """Read reports into DIR (what `batch` does if nothing else is named).

    DIR gets Parquet files by table (documents, records, actors, dates, problems) and month of publication, and a
    manifest. Of inputs with the same text the first counts. What is no report is a row of problems; the exit status is
    1 if an input could not be read.
    """
    from cronistoria.cli.batching import run_reading

    raise SystemExit(1 if run_reading(inputs, folder, options) else 0)


@batch.command("merge")
@click.argument("folder", metavar="DIR", type=_FOLDER)
@_ENGINE
@_ADDRESS
@_JOBS
@_RESUME
@click.option("--again", is_flag=True, help="Merge anew what is merged already.")
@click.option("--labels", type=LanguageCode("labels"), default="en", help="Language of titles (default: en).")
@click.option("--now", type=EdtfDate(), help="The day of statuses (default: that of the latest report).")
@click.option("--no-status", is_flag=True, help="Leave statuses and links out, which need all entries in memory.")
@_LOG
def merge_batch(folder: Path, **options: Any) -> None:
    """Make entries of the records in DIR: each thing once, with all its sources.

    DIR gets the tables entries and judgements, and with them statuses (of commitments and appointments), links and
    sides. Reports that repeat another, such as an agency's text, are further sources of it and stand in the table
    copies. The entries are those that merging all records at once would give.
    """
    from cronistoria.cli.batching import run_merging

    run_merging(folder, options)
