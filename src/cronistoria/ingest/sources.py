"""Paths in, reports out: whatever files, folders and archives hold, one after the other, in bounded memory.

`pieces` finds and unpacks, `ingest_piece` makes a document of what was found (the slow half, which may be done in
another process), `documents` does both. The same files give the same places in the same order, so that work broken off
can go on: what is done is known by `Piece.place` and `Piece.digest` before anything is made of it.
"""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import msgspec

from cronistoria.errors import InputError
from cronistoria.ingest.archives import DAMAGED, damaged, members
from cronistoria.ingest.document import Given, Ingested
from cronistoria.ingest.feeds import pieces_of_feed
from cronistoria.ingest.files import no_file
from cronistoria.ingest.making import ingest_piece
from cronistoria.ingest.media import Format, sniff
from cronistoria.ingest.opened import BombError, Opened
from cronistoria.ingest.paths import files_named
from cronistoria.ingest.piece import Intake, Media, Piece, Refusal
from cronistoria.ingest.rows import pieces_of_lines, pieces_of_parquet
from cronistoria.ingest.warc import pieces_of_warc

__all__ = ["Arrived", "Intake", "Piece", "Refusal", "documents", "ingest_piece", "pieces"]

_ONE: dict[Format, Media] = {"text": "text", "page": "page", "pdf": "pdf", "docx": "docx"}
_HEAVY = frozenset(("pdf", "docx"))
_MANY: dict[Format, Callable[[Opened, Intake], Iterator[Piece | Refusal]]] = {
    "feed": pieces_of_feed,
    "lines": pieces_of_lines,
    "parquet": pieces_of_parquet,
    "warc": pieces_of_warc,
    "warc.gz": pieces_of_warc,
}
_ARCHIVES = frozenset(("zip", "tar", "gzip"))


class Arrived(msgspec.Struct, frozen=True):
    """A report with the place where it was found."""

    piece: Piece
    ingested: Ingested


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


def pieces(paths: Iterable[str | Path], intake: Intake | None = None) -> Iterator[Piece | Refusal]:
    """What the files, folders, patterns (``*.html``) and archives named hold, each file once, lazily."""
    limits = intake or Intake()
    for path, named in files_named(paths):
        try:
            with path.open("rb") as stream:
                yield from _pieces_of_file(Opened(stream, str(path), path.name), limits, named)
        except (OSError, ValueError) as error:
            yield Refusal(place=str(path), kind="unreadable", message=str(no_file(path, error)))


def pieces_of(opened: Opened, intake: Intake) -> Iterator[Piece | Refusal]:
    """The pieces in something opened; damage ends only the part that it is met in."""
    format_ = sniff(opened.head, opened.name)
    try:
        if format_ in _ARCHIVES:
            yield from _pieces_of_archive(opened, format_, intake)
        elif format_ in _MANY:
            yield from _MANY[format_](opened, intake)
        elif format_ in _ONE:
            yield _whole(opened, _ONE[format_], intake)
        else:
            yield Refusal(place=opened.place, kind="other-file", message=f"{opened.place}: no format that is read")
    except BombError as error:
        yield Refusal(place=opened.place, kind="bomb", message=str(error))
    except InputError as error:
        yield Refusal(place=opened.place, kind="unreadable", message=str(error))
    except DAMAGED as error:
        yield damaged(opened.place, error, opened.where)


def _pieces_of_file(opened: Opened, intake: Intake, named: bool) -> Iterator[Piece | Refusal]:
    """A file that the user names is text unless it is seen to be something else."""
    if named and sniff(opened.head, opened.name) == "other":
        yield _whole_or_refused(opened, intake)
        return
    yield from pieces_of(opened, intake)


def _whole_or_refused(opened: Opened, intake: Intake) -> Piece | Refusal:
    try:
        return _whole(opened, "text", intake)
    except InputError as error:
        return Refusal(place=opened.place, kind="unreadable", message=str(error))


def _pieces_of_archive(opened: Opened, format_: str, intake: Intake) -> Iterator[Piece | Refusal]:
    for member in members(opened, format_, intake):
        if isinstance(member, Refusal):
            yield member
        else:
            yield from pieces_of(member, intake)


def _whole(opened: Opened, media: Media, intake: Intake) -> Piece:
    limit = intake.size * (intake.heavy if media in _HEAVY else 1)
    return Piece(place=opened.place, media=media, data=opened.whole(limit), member=opened.depth > 0)
