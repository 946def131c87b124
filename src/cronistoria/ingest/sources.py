"""Paths in, reports out: whatever files, folders and archives hold, one after the other, in bounded memory.

`pieces` finds and unpacks, `ingest_piece` makes a document of what was found (the slow half, which may be done in
another process), `documents` does both. The same files give the same places in the same order, so that work broken off
can go on: what is done is known by `Piece.place` and `Piece.digest` before anything is made of it.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from cronistoria.errors import InputError
from cronistoria.ingest.document import Given, Ingested, ingest_bytes
from cronistoria.ingest.files import read_file
from cronistoria.ingest.piece import Piece, Refusal


class Intake(msgspec.Struct, frozen=True, kw_only=True):
    """How to take files in. ``size``: bytes that one report may have; ``columns``: field -> column of rows."""

    size: int = 2_000_000
    columns: dict[str, str] = {}


class Arrived(msgspec.Struct, frozen=True):
    """A report with the place where it was found."""

    piece: Piece
    ingested: Ingested


def pieces(paths: Iterable[str | Path], intake: Intake | None = None) -> Iterator[Piece | Refusal]:
    """What the files, folders, patterns and archives named hold, each place once, lazily."""
    limits = intake or Intake()
    for path in map(Path, paths):
        try:
            yield Piece(place=str(path), media="text", data=read_file(path, limits.size))
        except InputError as error:
            yield Refusal(place=str(path), kind="unreadable", message=str(error))


def ingest_piece(piece: Piece, given: Given, *needed: str) -> Ingested | Refusal:
    """The document of a piece, or why there is none; ``needed`` are the tables that its language must have."""
    try:
        return ingest_bytes(piece.data, piece.place, given, *needed)
    except InputError as error:
        return Refusal(place=piece.place, kind="unreadable", message=str(error), digest=piece.digest)


def documents(
    paths: Iterable[str | Path], given: Given | None = None, intake: Intake | None = None
) -> Iterator[Arrived | Refusal]:
    """The reports of all that the paths hold, and what could not be read, in a fixed order."""
    for found in pieces(paths, intake):
        if isinstance(found, Refusal):
            yield found
            continue
        made = ingest_piece(found, given or Given())
        yield Arrived(found, made) if isinstance(made, Ingested) else made
