"""What comes in: a file's bytes, the document they hold, its fingerprint, and whether the store has it already."""

from pathlib import Path

import msgspec

from cronistoria.build.copies import COPIED, fingerprint, passages, shared_records, similarity
from cronistoria.build.inputs import path_date
from cronistoria.ingest.document import Given, Ingested, ingest_bytes
from cronistoria.model.document import Document
from cronistoria.model.identity import bytes_id
from cronistoria.model.query import Query
from cronistoria.model.source import Copy
from cronistoria.store.base import Reader


class Arrival(msgspec.Struct, frozen=True):
    """A file that could be read as a document."""

    path: Path
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


def read_arrival(path: Path, data: bytes, given: Given) -> Arrival:
    """What a file's bytes hold; a date in its path counts if nothing else dates it. Raises `InputError`."""
    dated = msgspec.structs.replace(given, filed=given.filed or path_date(path))
    ingested = ingest_bytes(data, str(path), dated)
    return Arrival(path, bytes_id(data), ingested, fingerprint(ingested.document))


def find_original(document: Document, bands: tuple[str, ...], reader: Reader) -> Original | None:
    """The kept report that a document repeats, if there is one: the most alike, rather an original than a copy."""
    found: list[tuple[bool, float, str, Document]] = []
    for candidate in reader.documents_by_band(bands):
        if candidate != document.id:
            kept = reader.report(candidate).document
            (source,) = reader.sources(Query(documents=(candidate,)))
            alike = similarity(document, kept)
            if alike >= COPIED and source.copy_of != document.id:
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
