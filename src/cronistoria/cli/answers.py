"""What ``cronistoria sql`` does with its arguments; imported only when it runs."""

import csv
import math
import sys
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from io import StringIO
from itertools import islice
from pathlib import Path
from typing import Any

import click
import msgspec

from cronistoria.batch.asking import Answer, open_archive
from cronistoria.cli.options import terminal_width, wants_colour
from cronistoria.view.page import Page, Table, to_terminal

_MOST_SHOWN = 1000
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def show_answer(root: Path, query: str, memory: str, format_: str | None) -> None:
    """Writes the answer to a question."""
    with open_archive(root, memory) as archive:
        _write(archive.ask(query), format_)


def show_views(root: Path, memory: str, format_: str | None) -> None:
    """Writes what can be asked."""
    with open_archive(root, memory) as archive:
        rows = ((name, ", ".join(columns)) for name, columns in archive.views().columns.items())
        _write(Answer(("view", "columns"), rows), format_)


def _write(answer: Answer, format_: str | None) -> None:
    match format_ or ("table" if sys.stdout.isatty() else "csv"):
        case "json":
            lines = _as_json(answer)
        case "csv":
            lines = _as_csv(answer)
        case _:
            lines = _as_table(answer)
    for line in lines:
        click.echo(line.encode(), nl=False)


def _as_table(answer: Answer) -> Iterator[str]:
    rows = [tuple(map(shown, row)) for row in islice(answer.rows, _MOST_SHOWN + 1)]
    note = f"the first {_MOST_SHOWN:,} rows; --format csv writes all" if len(rows) > _MOST_SHOWN else None
    page = Page(f"{len(rows[:_MOST_SHOWN]):,} rows", note, (Table(None, answer.columns, tuple(rows[:_MOST_SHOWN])),))
    yield to_terminal(page, width=terminal_width(), colour=wants_colour(True))


def _as_csv(answer: Answer) -> Iterator[str]:
    yield _line(answer.columns)
    for row in answer.rows:
        yield _line([_cell(value) for value in row])


def _as_json(answer: Answer) -> Iterator[str]:
    lead = "[\n"
    for row in answer.rows:
        values = dict(zip(answer.columns, map(_json_value, row), strict=True))
        yield lead + msgspec.json.encode(values, enc_hook=str).decode()
        lead = ",\n"
    yield "[]\n" if lead == "[\n" else "\n]\n"


def _line(cells: Any) -> str:
    written = StringIO()
    csv.writer(written, lineterminator="\n").writerow(cells)
    return written.getvalue()


def shown(value: Any) -> str:
    """A value for eyes and for cells; a moment at midnight is a day."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.isoformat(sep=" ").removesuffix(" 00:00:00")
    if isinstance(value, list | tuple):
        return ", ".join(map(shown, value))
    return f"{value:g}" if isinstance(value, float) and value == round(value, 4) else str(value)


def _cell(value: Any) -> str:
    """A cell that no spreadsheet takes for a formula."""
    text = shown(value)
    return f"'{text}" if isinstance(value, str | list) and text.startswith(_FORMULA) else text


def _json_value(value: Any) -> Any:
    if isinstance(value, float) and not math.isfinite(value):
        return None
    if isinstance(value, datetime | date):
        return value.isoformat()
    return float(value) if isinstance(value, Decimal) else value
