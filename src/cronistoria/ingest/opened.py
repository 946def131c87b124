"""Something opened: a file, or what lies in an archive; its beginning is looked at before more is read.

A stream comes in, bytes go out as far as they are allowed; whoever must seek asks for a file.
"""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

from cronistoria.errors import InputError
from cronistoria.ingest.files import Stream, read_stream

_HEAD = 4096
_IN_MEMORY = 8_000_000


class BombError(InputError):
    """Something that unpacks to far more than it seems."""


class Opened:
    """``place`` is the identity, ``name`` the file's name, ``depth`` the number of archives around it, ``where`` how an
    error says where in the archive it lies.
    """

    def __init__(self, stream: Stream, place: str, name: str, depth: int = 0, where: str = "") -> None:
        self.place, self.name, self.depth, self.where = place, name, depth, where
        self._stream = stream
        self.head = self._rest = stream.read(_HEAD)

    def read(self, size: int = -1) -> bytes:
        """The next bytes, from the beginning on."""
        if not self._rest:
            return self._stream.read(size)
        data, self._rest = (self._rest, b"") if size < 0 else (self._rest[:size], self._rest[size:])
        return data if 0 <= size <= len(data) else data + self._stream.read(size if size < 0 else size - len(data))

    def whole(self, limit: int) -> bytes:
        """All bytes. Raises `InputError` if there are more than ``limit``."""
        return read_stream(self, self.place, limit)

    def fileno(self) -> int:
        """The descriptor of a file; only of one that lies in no archive."""
        if self.depth:
            raise OSError(f"{self.place} is no file")
        return int(self._stream.fileno())  # type: ignore[attr-defined]

    @contextmanager
    def file(self, limit: int) -> Iterator[IO[bytes]]:
        """A file to seek in: the one that was opened, else a copy of at most ``limit`` bytes."""
        stream: IO[bytes] = self._stream  # type: ignore[assignment]
        if self.depth == 0 and stream.seekable():
            stream.seek(0)
            yield stream
            return
        with tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY) as copy:
            shutil.copyfileobj(Metered(self, limit, self.place), copy)
            copy.seek(0)
            yield copy


class Metered:
    """A stream that raises `BombError` once more comes out of it than is allowed."""

    def __init__(self, stream: Stream, allowed: int, place: str) -> None:
        self._stream, self._allowed, self._left, self._place = stream, allowed, allowed, place

    def read(self, size: int = -1, /) -> bytes:
        """At most ``size`` bytes, as many as come at once."""
        data = self._stream.read(size if size >= 0 else self._left + 1)
        self._left -= len(data)
        if self._left < 0:
            raise BombError(f"{self._place}: unpacks to more than {self._allowed:,} bytes, too many for what it is")
        return data
