"""The first step: inputs to documents, in runs that are sorted by the documents' ids.

What files hold is read in order and dealt out in lots; making documents of a lot is a worker's task. A document's place
is that of its id, so that the second step finds equal texts side by side, from however many inputs they came.
"""

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from cronistoria.batch.exchange import SUFFIX, Row, place_of, place_of_digest, write_rows
from cronistoria.batch.files import read_note, write_note
from cronistoria.build.inputs import path_date
from cronistoria.errors import StoreError
from cronistoria.ingest.document import Given, Ingested
from cronistoria.ingest.piece import Piece, Refusal
from cronistoria.ingest.sources import ingest_piece
from cronistoria.reader import Reader

_MOST_PIECES = 500
_MOST_BYTES = 16_000_000

Found = Piece | Refusal
_encoder = msgspec.msgpack.Encoder()


class Gathered(msgspec.Struct, frozen=True, kw_only=True):
    """A document, or why there is none; ``number`` counts all inputs in their order."""

    number: int
    found_at: str
    retrieved: str | None = None
    ingested: Ingested | None = None
    refusal: Refusal | None = None


class LotNote(msgspec.Struct, frozen=True, kw_only=True):
    """A lot that was gathered: what it was made of, and how many inputs that were."""

    digest: str
    inputs: int


class Gather(msgspec.Struct, frozen=True):
    """Makes documents of a lot."""

    work: Path
    number: int
    first: int
    lot: tuple[Found, ...]
    given: Given

    @property
    def name(self) -> str:
        """The lot."""
        return f"lot {self.number}"

    @property
    def note(self) -> Path:
        """The file that says that it is done."""
        return self.work / "gathered" / f"{self.number:06}.json"

    def do(self, reader: Reader, /) -> dict[str, int]:
        """Leaves a run."""
        gathered = [_gather(self.first + number, found, self.given) for number, found in enumerate(self.lot)]
        write_rows(self.note.with_suffix(SUFFIX), map(_row, gathered))
        write_note(self.note, LotNote(digest=lot_digest(self.lot), inputs=len(gathered)))
        return {"inputs": len(gathered)}

    def is_done(self) -> bool:
        """Whether an earlier try left the run. Raises `StoreError` if that was made of other inputs."""
        note = read_note(self.note, LotNote)
        if note is not None and note.digest != lot_digest(self.lot):
            raise StoreError(f"{self.lot[0].place}: the inputs have changed since the batch was begun; begin anew")
        return note is not None


def lots(found: Iterable[Found], work: Path, given: Given) -> Iterator[Gather]:
    """What was found, in lots of bounded size."""
    lot: list[Found] = []
    size = number = first = 0
    for item in found:
        lot.append(item)
        size += len(item.data) if isinstance(item, Piece) else 0
        if len(lot) >= _MOST_PIECES or size >= _MOST_BYTES:
            yield Gather(work, number, first, tuple(lot), given)
            number, first, lot, size = number + 1, first + len(lot), [], 0
    if lot:
        yield Gather(work, number, first, tuple(lot), given)


def lot_digest(lot: Iterable[Found]) -> str:
    """The digest of what a lot is made of."""
    digest = hashlib.sha256()
    for item in lot:
        what = item.digest if isinstance(item, Piece) else item.message
        digest.update(f"{item.place}\0{what}\n".encode(errors="surrogatepass"))
    return digest.hexdigest()


def _gather(number: int, found: Found, given: Given) -> Gathered:
    if isinstance(found, Refusal):
        return Gathered(number=number, found_at=found.place, refusal=found)
    dated = msgspec.structs.replace(given, filed=given.filed or path_date(Path(found.place)))
    made = ingest_piece(found, dated)
    if isinstance(made, Refusal):
        return Gathered(number=number, found_at=found.place, refusal=made)
    return Gathered(number=number, found_at=found.place, retrieved=made.document.retrieved, ingested=made)


def _row(gathered: Gathered) -> Row:
    ingested = gathered.ingested
    digest = bytes.fromhex(ingested.document.id) if ingested else None
    place = place_of_digest(digest) if digest else place_of(gathered.found_at)
    return place, _encoder.encode(gathered)
