"""Which files are meant by the paths that a user names, and the date that a path tells."""

import os
import re
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import msgspec

_SUFFIXES = frozenset((".txt", ".text", ".md", ""))
_YEAR, _MONTH, _DAY = r"(?P<year>(?:19|20)\d\d)", r"(?P<month>0[1-9]|1[0-2])", r"(?P<day>0[1-9]|[12]\d|3[01])"
_WRITTEN = tuple(
    re.compile(rf"(?<!\d){pattern}(?!\d)")
    for pattern in (
        rf"{_YEAR}(?P<mark>[-_./ ]){_MONTH}(?P=mark){_DAY}",
        rf"{_YEAR}{_MONTH}{_DAY}",
        rf"{_YEAR}[-_./]{_MONTH}(?![-_./]\d)",
    )
)
_DEPTH = 3


class Inputs(msgspec.Struct, frozen=True):
    """Files in the order in which they are read, each once, and how many in the folders are no reports."""

    files: tuple[Path, ...]
    left_aside: int


def find_inputs(paths: Iterable[Path]) -> Inputs:
    """The files named, and all text files in the folders named, by name; no hidden ones, no links to folders."""
    files: dict[Path, None] = {}
    left_aside = 0
    for path in paths:
        if not path.is_dir():
            files[path] = None
            continue
        for file in _files_below(path):
            if file.suffix.lower() in _SUFFIXES:
                files[file] = None
            else:
                left_aside += 1
    return Inputs(tuple(files), left_aside)


def path_date(path: Path) -> str | None:
    """The date in a file's name or, without one there, in the names of the folders it lies in, as EDTF.

    >>> path_date(Path("syria/2012-03-01/agency_4.txt"))
    '2012-03-01'
    """
    parts = path.parts[-1 - _DEPTH :]
    for first in range(len(parts) - 1, -1, -1):
        if found := _date_in("/".join(parts[first:])):
            return found
    return None


def _date_in(name: str) -> str | None:
    for pattern in _WRITTEN:
        for match in pattern.finditer(name):
            parts = match.groupdict()
            year, month, day = parts["year"], parts["month"], parts.get("day")
            if day is None:
                return f"{year}-{month}"
            if _is_day(int(year), int(month), int(day)):
                return f"{year}-{month}-{day}"
    return None


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _files_below(folder: Path) -> Iterator[Path]:
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith(".") and (path := Path(place, name)).is_file():
                yield path
