"""How every format comes out: as chunks of bytes, made while they are asked for."""

from collections.abc import Callable, Iterable, Iterator
from tempfile import TemporaryFile
from typing import IO

from cronistoria.export.characters import encodable

SIZE = 1 << 16


def encoded(parts: Iterable[str]) -> Iterator[bytes]:
    """Text as UTF-8, in chunks of a useful size."""
    kept: list[str] = []
    length = 0
    for part in parts:
        kept.append(part)
        length += len(part)
        if length >= SIZE:
            yield encodable("".join(kept)).encode()
            kept, length = [], 0
    if kept:
        yield encodable("".join(kept)).encode()


def spooled(write: Callable[[IO[bytes]], object]) -> Iterator[bytes]:
    """What a library writes into a file that it must be able to go back in: through a temporary one."""
    with TemporaryFile() as file:
        write(file)
        file.seek(0)
        while chunk := file.read(SIZE):
            yield chunk
