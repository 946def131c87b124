"""Files and streams to bytes, with one clear reason where that cannot be.

A path comes in, its bytes go out; whatever stands in the way is an `InputError` that names file and reason.
"""

import os
from pathlib import Path
from typing import Protocol

from cronistoria.errors import InputError


def read_file(path: Path, limit: int) -> bytes:
    """The bytes of a regular file of at most ``limit`` bytes.

    Raises `InputError` for anything that is missing, closed to the reader, not a file, or too large.
    """
    try:
        if path.is_dir():
            raise InputError(f"{path}: is a directory; expected a file")
        with path.open("rb") as stream:
            return read_stream(stream, str(path), limit)
    except (OSError, ValueError) as error:
        raise no_file(path, error) from error


def no_file(path: Path, error: OSError | ValueError) -> InputError:
    """Says why a file cannot be opened."""
    return InputError(f"{path}: {_reason(error)}" if isinstance(error, OSError) else f"{path!r}: {error}")


class Stream(Protocol):
    """Anything with bytes in it."""

    def read(self, size: int = -1, /) -> bytes:
        """At most ``size`` bytes; none at the end."""


def read_stream(stream: Stream, name: str, limit: int) -> bytes:
    """The bytes of a stream of at most ``limit`` bytes; ``name`` is what errors call it."""
    data = stream.read(limit + 1)
    if len(data) > limit:
        size = _size(stream, len(data))
        raise InputError(f"{name}: {size} is more than a report may have ({_megabytes(limit)}; --size-limit raises it)")
    return data


def _size(stream: Stream, read: int) -> str:
    try:
        return _megabytes(max(os.fstat(stream.fileno()).st_size, read))  # type: ignore[attr-defined]
    except (AttributeError, OSError, ValueError):
        return f"over {_megabytes(read - 1)}"


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:,.1f} MB" if size >= 100_000 else f"{size:,} bytes"


def _reason(error: OSError) -> str:
    reasons = {
        FileNotFoundError: "no such file",
        PermissionError: "not readable (permission denied)",
        IsADirectoryError: "is a directory that holds no file",
        NotADirectoryError: "no such file (a part of the path is not a directory)",
    }
    return reasons.get(type(error), (error.strerror or str(error)).lower())
