"""``cronistoria``: the commands and what they share."""

import gc
import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click

from cronistoria.cli.batch import batch
from cronistoria.cli.build import build
from cronistoria.cli.chronicle import agenda, chronicle, explain, ledger, sides, who
from cronistoria.cli.code import code
from cronistoria.cli.dates import dates
from cronistoria.cli.demo import demo
from cronistoria.cli.example import example
from cronistoria.cli.export import export
from cronistoria.cli.follow import follow
from cronistoria.cli.holdings import doctor, problems, stats
from cronistoria.cli.judge import judge
from cronistoria.cli.parse import parse
from cronistoria.cli.read import read
from cronistoria.cli.schema import schema
from cronistoria.cli.serve import serve
from cronistoria.cli.sql import sql
from cronistoria.cli.version import show_version

# records and entries are millions of frozen things without cycles, among which the collector finds nothing
SELDOM = 100_000, 20, 20
_EPILOG = """\b
Examples:
  cronistoria demo
  cronistoria example | cronistoria read
  cronistoria read report.txt --date 2021-12
  cronistoria read reports/*.txt --format jsonl -o records.jsonl
  cronistoria build crisis.db reports/ && cronistoria chronicle crisis.db
"""


class _Commands(click.Group):
    """Turns errors raised on purpose, and what the machine refuses, into one line on standard error and status 1."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        with _one_line():
            return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> object:
        with _one_line():
            return super().invoke(ctx)


@contextmanager
def _one_line() -> Iterator[None]:
    from cronistoria.errors import CronistoriaError, refusal_of

    try:
        yield
    except CronistoriaError as error:
        raise click.ClickException(str(error)) from error
    except OSError as error:
        refused = refusal_of(error)
        if refused is None:
            raise
        raise click.ClickException(refused) from error


def write_whole() -> None:
    """Has standard output write everything or fail: without a buffer a full disk takes a part and nothing is said."""
    raw = getattr(sys.stdout, "buffer", None)
    if isinstance(raw, io.RawIOBase):
        sys.stdout = io.TextIOWrapper(
            io.BufferedWriter(raw), sys.stdout.encoding, sys.stdout.errors, line_buffering=True
        )


@click.group(cls=_Commands, epilog=_EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=show_version,
    help="Show the versions of program, model and language data, and exit.",
)
def main() -> None:
    """From news reports to the chronicle of a crisis, each line sourced to the words it rests on."""
    gc.set_threshold(*SELDOM)
    write_whole()


_ON_REPORTS = (read, parse, dates, code, example, demo, schema)
_GROWING = (build, follow)
_ON_A_CRISIS = (chronicle, ledger, agenda, sides, who, explain, export, judge, serve, stats, problems, doctor)
_ON_A_BATCH = (batch, sql)
for command in (*_ON_REPORTS, *_GROWING, *_ON_A_CRISIS, *_ON_A_BATCH):
    main.add_command(command)
