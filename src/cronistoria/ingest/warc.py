"""Web archives: the HTML pages that a crawler was answered with, as in Common Crawl's CC-News.

Only responses of status 200 that hold HTML are pages. A damaged stretch is told with its offset, and reading goes on at
the next record that begins behind it.
"""

import zlib
from collections.abc import Iterator
from typing import IO, Any

from cronistoria.errors import CronistoriaError
from cronistoria.ingest.opened import Opened
from cronistoria.ingest.piece import Intake, Piece, Refusal, Said

_PAGES = ("text/html", "application/xhtml+xml")
_BLOCK = 1_000_000
_RECORD, _GZIP = b"WARC/1.", b"\x1f\x8b\x08"


def pieces_of_warc(opened: Opened, intake: Intake) -> Iterator[Piece | Refusal]:
    """The pages of an archive; a place is the offset of its record."""
    last, number = -1, 0
    with opened.file(intake.unpacked) as file:
        for found in _records(file, opened):
            if isinstance(found, Refusal):
                yield found
                continue
            number = number + 1 if found.stream_pos == last else 0
            last = found.stream_pos
            place = f"{opened.place}@{last}" + (f".{number}" if number else "")
            if _is_page(found):
                yield _page(found, place, intake)


def _records(stream: IO[bytes], opened: Opened) -> Iterator[Any]:
    """All records that can be read; damage is told when it is known where reading goes on."""
    start: int | None = 0
    damage: Refusal | None = None
    while start is not None:
        stream.seek(start)
        last = start - 1
        try:
            for record in _open(stream):
                if damage is not None:
                    yield damage
                    damage = None
                last = record.stream_pos
                yield record
            break
        except OSError as error:
            begin, start = start, _next_start(stream, max(last, start) + 1)
            at = begin if last < begin else _damaged_at(stream, last, start)
            message = f"{opened.place}: damaged at offset {at} ({error})"
            damage = Refusal(place=f"{opened.place}@{at}", kind="damaged", message=message)
    if damage is not None:
        yield damage


def _open(stream: IO[bytes]) -> Any:
    try:
        from fastwarc.warc import ArchiveIterator, WarcRecordType
    except ImportError as error:
        raise CronistoriaError("web archives need FastWARC: pip install 'cronistoria[sources]'") from error
    return ArchiveIterator(stream, record_types=WarcRecordType.response, auto_decode="all")


def _is_page(record: Any) -> bool:
    answered = record.is_http and record.http_headers is not None and record.http_headers.status_code == 200
    return bool(answered) and (record.http_content_type or "").lower() in _PAGES


def _page(record: Any, place: str, intake: Intake) -> Piece | Refusal:
    expected = record.content_length
    data = record.reader.read(intake.size + 1)
    if len(data) > intake.size:
        return Refusal(place=place, kind="unreadable", message=f"{place}: a page of over {intake.size:,} bytes")
    encoded = record.http_headers.get("Content-Encoding") or record.http_headers.get("Transfer-Encoding")
    if not encoded and len(data) < expected:
        return Refusal(place=place, kind="damaged", message=f"{place}: cut off after {len(data):,} bytes of a page")
    said = Said(url=record.headers.get("WARC-Target-URI"), retrieved=_second(record))
    return Piece(place=place, media="page", data=data, said=said, charset=record.http_charset, member=True)


def _second(record: Any) -> str | None:
    return record.record_date.strftime("%Y-%m-%dT%H:%M:%SZ") if record.record_date else None


def _next_start(stream: IO[bytes], start: int) -> int | None:
    """The offset of the next record that begins at or behind an offset, plain or in a gzip of its own."""
    position, kept = start, b""
    while True:
        stream.seek(position)
        block = stream.read(_BLOCK)
        if not block:
            return None
        data, base = kept + block, position - len(kept)
        for at in _marks(data):
            if data.startswith(_RECORD, at) or _unpacks_to_record(stream, base + at):
                return base + at
        position, kept = position + len(block), data[-len(_RECORD) + 1 :]


def _damaged_at(stream: IO[bytes], last: int, goes_on: int | None) -> int:
    """Where damage begins behind the last record that could be read: at what looks like a record, else that record."""
    stream.seek(last + 1)
    at = last + 1 + next(iter(_marks(stream.read(_BLOCK))), -1)
    return at if goes_on is None or at < goes_on else last


def _marks(data: bytes) -> list[int]:
    found = []
    for mark in (_RECORD, _GZIP):
        at = data.find(mark)
        while at >= 0:
            found.append(at)
            at = data.find(mark, at + 1)
    return sorted(found)


def _unpacks_to_record(stream: IO[bytes], start: int) -> bool:
    stream.seek(start)
    try:
        return zlib.decompressobj(31).decompress(stream.read(1024), 16).startswith(_RECORD)
    except zlib.error:
        return False
