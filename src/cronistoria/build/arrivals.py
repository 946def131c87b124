"""What comes in: a file's bytes, the document they hold, its fingerprint, and whether the store has it already."""

from pathlib import Path

import msgspec

from cronistoria.build.copies import COPIED, fingerprint, kept_share, passages, shared_records, similarity
from cronistoria.build.inputs import path_date
from cronistoria.ingest.document import Given, Ingested
from cronistoria.ingest.sources import Piece, Refusal, ingest_piece
from cronistoria.model.document import Document
from cronistoria.model.query import Query
from cronistoria.model.source import Copy
from cronistoria.store.base import Reader

_VERSION = 1 / 3


class Arrival(msgspec.Struct, frozen=True):
    """A file, or a part of one, that could be read as a document."""

    place: str
    digest: str
    ingested: Ingested
    bands: tuple[str, ...]

    @property
    def document(self) -> Document:
        """The document."""
        return self.ingested.document


class Original(msgspec.Struct, frozen=True):
    """The report that an arrival repeats."""

    document: Document
    copy: Copy


def read_arrival(piece: Piece, given: Given) -> Arrival | Refusal:
    """The document of a piece; a date in its path counts if nothing else dates it."""
    dated = msgspec.structs.replace(given, filed=given.filed or path_date(Path(piece.place)))
    ingested = ingest_piece(piece, dated)
    if isinstance(ingested, Refusal):
        return ingested
    return Arrival(piece.place, piece.digest, ingested, fingerprint(ingested.document))


def find_earlier(document: Document, address: str | None, reader: Reader) -> str | None:
    """The report that was at an address before, if the document is its later version: one that repeats at least a
    third of it, or bears its title. What is something else altogether replaces nothing.
    """
    if address is None or address == document.id or not reader.has_report(address):
        return None
    kept = reader.report(address).document
    same = kept.title is not None and kept.title == document.title
    return address if same or kept_share(kept, document) >= _VERSION else None


def find_original(
    document: Document, bands: tuple[str, ...], reader: Reader, earlier: str | None = None
) -> Original | None:
    """The kept report that a document repeats, if there is one: the most alike, rather an original than a copy, and not
    its own earlier version.
    """
    found: list[tuple[bool, float, str, Document]] = []
    for candidate in reader.documents_by_band(bands):
        if candidate not in (document.id, earlier):
            kept = reader.report(candidate).document
            (source,) = reader.sources(Query(documents=(candidate,)))
            alike = similarity(document, kept)
            repeats_it = source.copy_of is not None and source.copy_of in (document.id, earlier)
            if alike >= COPIED and not repeats_it:
                found.append((source.copy_of is not None, -alike, candidate, kept))
    if not found:
        return None
    _, unlike, candidate, kept = min(found, key=lambda entry: entry[:3])
    return Original(kept, Copy(candidate, -unlike, shared_with(document, kept, reader)))


def shared_with(document: Document, original: Document, reader: Reader) -> tuple[str, ...]:
    """Ids of the records of an original, and of those that it repeats itself, which a copy holds too."""
    theirs = passages(document)
    shared: list[str] = []
    for telling in reader.tellings(Query(documents=(original.id,))):
        home = telling.source.document
        text = original if home == original.id else reader.report(home).document
        shared += shared_records((telling.record,), passages(text), theirs)
    return tuple(sorted(shared))
