"""Archives: what lies in a zip, a tar or behind a gzip, one after the other, never written to a disk by its name.

Names are only read, as part of a place. What unpacks to far more than it has, what holds too many things, and what lies
too deep in others is refused; a damaged member is told with its offset, and the rest goes on.
"""

import gzip
import lzma
import os
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from typing import IO

from cronistoria.ingest.opened import BombError, Metered, Opened
from cronistoria.ingest.piece import Intake, Refusal

DAMAGED = (
    zipfile.BadZipFile, tarfile.TarError, zlib.error, lzma.LZMAError, EOFError, OSError, NotImplementedError,
    ValueError,
)  # fmt: skip
_ENCRYPTED = 0x1
_BLOCK = 1 << 16


def members(opened: Opened, format_: str, intake: Intake) -> Iterator[Opened | Refusal]:
    """What lies in an archive; each must be read before the next is asked for."""
    if opened.depth >= intake.nesting:
        reason = f"lies in {opened.depth} archives, one in the other; {intake.nesting - 1} are unpacked"
        yield Refusal(place=opened.place, kind="bomb", message=f"{opened.place}: {reason}")
        return
    unpack = {"zip": _members_of_zip, "tar": _members_of_tar, "gzip": _behind_gzip}[format_]
    empty = True
    try:
        for member in unpack(opened, intake):
            empty = False
            yield member
        if empty:
            yield Refusal(place=opened.place, kind="no-text", message=f"{opened.place}: holds no file")
    except BombError as error:
        yield Refusal(place=opened.place, kind="bomb", message=str(error))
    except DAMAGED as error:
        yield damaged(opened.place, error)


class Gunzip:
    """What comes out of a gzip; damage shows only after all that came out before it."""

    def __init__(self, packed: IO[bytes]) -> None:
        self._packed, self._stream = packed, gzip.GzipFile(fileobj=packed)

    def read(self, size: int = -1, /) -> bytes:
        """At most ``size`` bytes, fewer only at the end or before damage. Raises `OSError`."""
        parts: list[bytes] = []
        left = size
        try:
            while left and (part := self._stream.read1(left if left > 0 else _BLOCK)):
                parts.append(part)
                left -= len(part) if left > 0 else 0
        except (EOFError, OSError, zlib.error) as error:
            if not parts:
                raise OSError(f"about offset {self._packed.tell():,}: {error}") from error
        return b"".join(parts)


def damaged(place: str, error: Exception, where: str = "") -> Refusal:
    """Says so of something that breaks its own format."""
    reason = str(error) or type(error).__name__
    return Refusal(place=place, kind="damaged", message=f"{place}: damaged{where} ({reason})")


def _members_of_zip(opened: Opened, intake: Intake) -> Iterator[Opened | Refusal]:
    with opened.file(intake.unpacked) as file, zipfile.ZipFile(file) as archive:
        found = archive.infolist()
        if len(found) > intake.members:
            raise BombError(f"{opened.place}: holds {len(found):,} things; {intake.members:,} are allowed")
        for member in found:
            if not member.is_dir() and not _is_hidden(member.filename):
                yield _of_zip(archive, member, opened, intake)


def _of_zip(archive: zipfile.ZipFile, member: zipfile.ZipInfo, opened: Opened, intake: Intake) -> Opened | Refusal:
    place = f"{opened.place}!{member.filename}"
    if member.flag_bits & _ENCRYPTED:
        return Refusal(place=place, kind="unreadable", message=f"{place}: is encrypted")
    if member.file_size > max(intake.size, member.compress_size * intake.ratio):
        packed = f"{member.compress_size:,} bytes unpack to {member.file_size:,}"
        return Refusal(place=place, kind="bomb", message=f"{place}: {packed}, more than {intake.ratio} times as many")
    where = f" at offset {member.header_offset}"
    try:
        return Opened(archive.open(member), place, member.filename, opened.depth + 1, where)
    except (*DAMAGED, RuntimeError) as error:
        return damaged(place, error, where)


def _members_of_tar(opened: Opened, intake: Intake) -> Iterator[Opened | Refusal]:
    number = 0
    with tarfile.open(fileobj=opened, mode="r|") as archive:  # type: ignore[call-overload]  # it only reads
        for member in archive:
            archive.members = []  # else it keeps all that it has passed
            if not member.isreg() or _is_hidden(member.name):
                continue
            number += 1
            if number > intake.members:
                raise BombError(f"{opened.place}: holds more than {intake.members:,} things")
            if (stream := archive.extractfile(member)) is not None:
                place, where = f"{opened.place}!{member.name}", f" at offset {member.offset}"
                yield Opened(stream, place, member.name, opened.depth + 1, where)


def _behind_gzip(opened: Opened, intake: Intake) -> Iterator[Opened | Refusal]:
    """The one thing in a gzip is at the place of the gzip itself."""
    name = opened.name.removesuffix(".gz").replace(".tgz", ".tar")
    with opened.file(intake.unpacked) as packed:
        size = packed.seek(0, os.SEEK_END)
        packed.seek(0)
        metered = Metered(Gunzip(packed), max(intake.unpacked, size * intake.ratio), opened.place)
        yield Opened(metered, opened.place, name, opened.depth + 1)


def _is_hidden(name: str) -> bool:
    return any(part.startswith((".", "__MACOSX")) and part not in (".", "..") for part in name.split("/"))
