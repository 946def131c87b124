"""Which files are meant by the paths that a user names: files, folders, patterns."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

_PATTERN = frozenset("*?[")


def files_named(paths: Iterable[str | Path]) -> Iterator[tuple[Path, bool]]:
    """The files, each once, in the order named and by name within folders, and whether the user named the file itself.

    Of folders everything below them, but nothing hidden and no links to folders. A pattern that no file is called by
    stands for the files that it describes (``**`` for any folders between). A pattern that describes none, and a folder
    that holds none, stand for themselves.
    """
    seen: set[str] = set()
    for path, named in _files(paths):
        if (key := str(path)) not in seen:
            seen.add(key)
            yield path, named


def _files(paths: Iterable[str | Path]) -> Iterator[tuple[Path, bool]]:
    for path in map(Path, paths):
        for found in _described(path):
            empty = True
            for file in _files_below(found) if found.is_dir() else ():
                empty = False
                yield file, False
            if empty:
                yield found, True


def _described(path: Path) -> list[Path]:
    written = str(path)
    if path.exists() or not _PATTERN.intersection(written):
        return [path]
    root = Path(path.anchor)
    return sorted(root.glob(str(path.relative_to(root)))) or [path]


def _files_below(folder: Path) -> Iterator[Path]:
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith(".") and (path := Path(place, name)).is_file():
                yield path
