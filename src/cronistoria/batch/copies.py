"""Before merging: which reports of a batch repeat another, over shares.

```text
documents ─fingerprint─▶ bands ─meet─▶ links ─join─▶ families ─call─▶ texts by family ─find─▶ copies, fates of records
```

A worker holds the texts of a share of the families, each of them whole; joining holds a number or two for each report
that shares a band with another.
"""

from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

import msgspec

from cronistoria.batch.engines import Engine
from cronistoria.batch.exchange import (
    SUFFIX,
    Row,
    Stretch,
    exchanged,
    place_in_order,
    place_of,
    read_rows,
    stretches,
    write_rows,
)
from cronistoria.batch.families import Family, Fate
from cronistoria.batch.files import load_parquet, row_groups, write_note
from cronistoria.batch.joining import MARK, join_linked
from cronistoria.batch.running import Watch, do_left
from cronistoria.batch.tables import MONTH, Table, month_of, write_by_month
from cronistoria.build.copies import fingerprint
from cronistoria.errors import StoreError
from cronistoria.export.rows import Row as TableRow
from cronistoria.model.document import Document
from cronistoria.model.source import Source
from cronistoria.reader import Reader

COPIES = Table("copies", {"document": "string", "copy_of": "string", "similarity": "number"})
_BAND_SHARES, _TEXT_SHARES = 3, 4  # a band is small, a text is larger than a record
_source = msgspec.json.Decoder(Source)
_fate = msgspec.msgpack.Decoder(Fate)
_called = msgspec.msgpack.Decoder(tuple[str, Source, Document])


class MetNote(msgspec.Struct, frozen=True):
    """A step's share is done; ``months``: how many copies it found in each, by table."""

    rows: int
    months: dict[str, dict[str, int]] = {}


class Fingerprinting(msgspec.Struct, frozen=True):
    """Takes the fingerprints of the reports of a part of a file."""

    work: Path
    number: int
    path: Path
    group: int

    @property
    def name(self) -> str:
        """The part."""
        return f"documents {self.number}"

    @property
    def note(self) -> Path:
        """The file that says that it is done."""
        return self.work / "bands" / f"{self.number:06}.json"

    def do(self, reader: Reader, /) -> dict[str, int]:
        """Leaves the ids of reports at the places of their bands."""
        documents = [document for _, document in _documents(self.path, self.group)]
        rows = [(place_of(band), document.id.encode()) for document in documents for band in fingerprint(document)]
        return _leave(self.note, rows)


class Meeting(msgspec.Struct, frozen=True):
    """Links the reports that share a band in a stretch of bands."""

    work: Path
    number: int
    stretch: Stretch

    @property
    def name(self) -> str:
        """The stretch."""
        return f"bands {self.number}"

    @property
    def note(self) -> Path:
        """The file that says that it is done."""
        return self.work / "met" / f"{self.number:06}.json"

    def do(self, reader: Reader, /) -> dict[str, int]:
        """Leaves links from one report of each band to all others."""
        first: dict[int, bytes] = {}
        links: set[bytes] = set()
        for place, document in read_rows(exchanged(self.work, "bands"), self.stretch):
            if (other := first.setdefault(place, document)) != document:
                links.add(MARK.join(sorted((other, document))))
        return _leave(self.note, [(place_of(link.decode()), link) for link in sorted(links)])


class Calling(msgspec.Struct, frozen=True):
    """Sends those reports of a part of a file to their families that are in one."""

    work: Path
    number: int
    path: Path
    group: int

    @property
    def name(self) -> str:
        """The part."""
        return f"families of {self.number}"

    @property
    def note(self) -> Path:
        """The file that says that it is done."""
        return self.work / "called" / f"{self.number:06}.json"

    def do(self, reader: Reader, /) -> dict[str, int]:
        """Leaves texts with the places of their families."""
        with load_parquet().ParquetFile(self.path) as file:
            here = set(file.read_row_group(self.group, ["document"])["document"].to_pylist())
        found = (data.decode().split() for _, data in read_rows([_families(self.work)], _around(here)))
        joined = {document: family for document, family in found if document in here}
        rows = [
            (place_of(joined[document.id]), msgspec.msgpack.encode((joined[document.id], source, document)))
            for source, document in (_documents(self.path, self.group) if joined else ())
            if document.id in joined
        ]
        return _leave(self.note, rows)


class Finding(msgspec.Struct, frozen=True):
    """Finds the copies in a stretch of families."""

    work: Path
    number: int
    stretch: Stretch

    @property
    def name(self) -> str:
        """The stretch."""
        return f"copies {self.number}"

    @property
    def note(self) -> Path:
        """The file that says that it is done."""
        return self.work / "fates" / f"{self.number:06}.json"

    def do(self, reader: Reader, /) -> dict[str, int]:
        """Leaves the copies, and what becomes of the records of all that are one or have some."""
        families: dict[str, list[tuple[Source, Document]]] = {}
        for _, data in read_rows(exchanged(self.work, "called"), self.stretch):
            name, source, document = _called.decode(data)
            families.setdefault(name, []).append((source, document))
        rows: list[Row] = []
        copies: list[TableRow] = []
        for name in sorted(families, key=lambda name: (place_of(name), name)):
            family = Family(families.pop(name))
            rows += ((place_in_order(fate.document), msgspec.msgpack.encode(fate)) for fate in family.fates())
            copies += (
                {
                    MONTH: month_of(r.copy),
                    "document": r.copy.document,
                    "copy_of": r.original,
                    "similarity": r.similarity,
                }
                for r in family.repeats.values()
            )
        path = self.note.with_suffix("") / f"{COPIES.name}.parquet"
        return _leave(self.note, rows, {COPIES.name: write_by_month(path, COPIES, copies)})


def find_copies(work: Path, files: Collection[Path], share: int, engine: Engine, watch: Watch) -> list[Finding]:
    """Finds the copies among the reports of some files of documents; the tasks that did, with what they left."""
    parts = row_groups(files)
    documents = sum(_rows(path) for path in files)
    do_left([Fingerprinting(work, n, *part) for n, part in enumerate(parts)], "fingerprinting", engine, watch)
    shares = enumerate(stretches(documents * _BAND_SHARES // share + 1))
    do_left([Meeting(work, *stretch) for stretch in shares], "meeting", engine, watch)
    if not _families(work).exists():
        join_linked(exchanged(work, "met"), _families(work), place_in_order)
    do_left([Calling(work, n, *part) for n, part in enumerate(parts)], "calling", engine, watch)
    finding = [Finding(work, *stretch) for stretch in enumerate(stretches(documents * _TEXT_SHARES // share + 1))]
    do_left(finding, "finding copies", engine, watch)
    return finding


def read_fates(work: Path, documents: Collection[str]) -> dict[str, Fate]:
    """What becomes of the records of some reports; those of which nothing does are left out."""
    rows = read_rows(exchanged(work, "fates"), _around(documents))
    return {fate.document: fate for fate in (_fate.decode(data) for _, data in rows) if fate.document in documents}


def _documents(path: Path, group: int) -> Iterator[tuple[Source, Document]]:
    """Those reports of a part of a file whose text is kept, as far as copies need them."""
    with load_parquet().ParquetFile(path) as file:
        rows: list[dict[str, Any]] = file.read_row_group(group, ["document", "body_start", "text", "data"]).to_pylist()
    for row in rows:
        if row["text"] is not None:
            body = {"text": row["text"], "body_start": row["body_start"]}
            yield _source.decode(row["data"]), Document(id=row["document"], language="", **body)


def _around(documents: Collection[str]) -> Stretch:
    places = [place_in_order(document) for document in documents]
    return min(places, default=0), max(places, default=-1)


def _families(work: Path) -> Path:
    return work / f"families{SUFFIX}"


def _leave(note: Path, rows: list[Row], months: dict[str, dict[str, int]] | None = None) -> dict[str, int]:
    write_rows(note.with_suffix(SUFFIX), rows)
    write_note(note, MetNote(len(rows), months or {}))
    return {"rows": len(rows)}


def _rows(path: Path) -> int:
    """How many reports a file has. Raises `StoreError` for one that an earlier version wrote."""
    found = load_parquet().read_metadata(path)
    if "data" not in found.schema.names:
        raise StoreError(f"{path}: was written by an earlier version; read the batch anew to merge it")
    return int(found.num_rows)
