"""Reads the reference tables that come with the package: CSV in, rows out."""

import csv
from collections.abc import Iterator
from importlib import resources


def read_rows(name: str) -> Iterator[list[str]]:
    """The rows of a table of this folder without its heading, in file order."""
    text = resources.files("cronistoria.reference").joinpath(name).read_text(encoding="utf-8")
    rows = csv.reader(text.splitlines())
    next(rows)
    yield from rows
