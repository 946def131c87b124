"""Tables with a report in each row: JSON lines and Parquet; columns are told by name.

A row becomes a piece whose bytes are its text; all other columns that are known become what is said about it. Rows that
hold no text, and lines that are no JSON, are refused one by one.
"""

import io
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import IO, Any

import msgspec

from cronistoria.errors import CronistoriaError, InputError
from cronistoria.ingest.fragments import is_marked_up
from cronistoria.ingest.opened import Opened
from cronistoria.ingest.piece import Intake, Piece, Refusal, Said
from cronistoria.ingest.published import read_date

COLUMNS: dict[str, tuple[str, ...]] = {
    "text": ("text", "body", "content", "maintext", "article", "full_text", "fulltext", "article_text"),
    "title": ("title", "headline", "head"),
    "url": ("url", "link", "canonical_url", "uri", "source_url"),
    "outlet": ("outlet", "publisher", "source", "source_name", "source_domain", "site", "domain", "newspaper"),
    "author": ("author", "authors", "byline", "creator"),
    "published": (
        "published", "date", "date_publish", "publication_date", "published_at", "pub_date", "pubdate", "publish_date",
        "datetime", "timestamp", "created_at",
    ),
    "language": ("language", "lang"),
}  # fmt: skip
_BATCH = 64


def parse_columns(written: str) -> dict[str, str]:
    """The columns of ``text=body,published=date``. Raises `InputError` for a field that there is not.

    >>> parse_columns("text=body, published=date")
    {'text': 'body', 'published': 'date'}
    """
    columns: dict[str, str] = {}
    for pair in filter(None, (part.strip() for part in written.split(","))):
        field, equals, column = (part.strip() for part in pair.partition("="))
        if field not in COLUMNS or not equals or not column:
            raise InputError(f"columns: '{pair}'; expected FIELD=COLUMN with a field of {', '.join(COLUMNS)}")
        columns[field] = column
    return columns


def pieces_of_lines(opened: Opened, intake: Intake) -> Iterator[Piece | Refusal]:
    """The reports of JSON lines, or of one JSON value that is a row or a list of them; a place is a number."""
    if opened.name.lower().endswith(".json"):
        data = opened.whole(intake.size * intake.heavy)
        if (rows := _rows_of_value(data)) is not None:
            yield from (_piece_of_row(row, f"{opened.place}#{n}", intake) for n, row in enumerate(rows, start=1))
            return
        opened = Opened(io.BytesIO(data), opened.place, "", opened.depth)
    for number, (line, offset) in enumerate(_lines(opened, intake.size), start=1):
        place = f"{opened.place}#{number}"
        if line is None:
            yield Refusal(place=place, kind="unreadable", message=f"{place}: a line of over {intake.size:,} bytes")
        elif line.strip():
            yield _piece_of_line(line, offset, place, intake)


def pieces_of_parquet(opened: Opened, intake: Intake) -> Iterator[Piece | Refusal]:
    """The reports of a Parquet file; a place is the number of its row."""
    with opened.file(intake.unpacked) as file:
        for number, row in enumerate(_parquet_rows(file, intake), start=1):
            yield _piece_of_row(row, f"{opened.place}#{number}", intake)


def _lines(opened: Opened, limit: int) -> Iterator[tuple[bytes | None, int]]:
    """Lines with their offsets; none in place of one that is too long."""
    kept, offset = b"", 0
    while block := opened.read(1 << 16):
        kept += block
        while (end := kept.find(b"\n")) >= 0:
            yield (kept[:end] if end <= limit else None), offset
            kept, offset = kept[end + 1 :], offset + end + 1
        if len(kept) > limit:
            skipped = len(kept)
            while (block := opened.read(1 << 16)) and b"\n" not in block:
                skipped += len(block)
            end = block.find(b"\n") + 1
            yield None, offset
            kept, offset = block[end:], offset + skipped + end
    if kept:
        yield kept, offset


def _rows_of_value(data: bytes) -> list[dict[str, Any]] | None:
    try:
        return msgspec.json.decode(data, type=list[dict[str, Any]])
    except (msgspec.DecodeError, UnicodeDecodeError):
        try:
            return [msgspec.json.decode(data, type=dict[str, Any])]
        except (msgspec.DecodeError, UnicodeDecodeError):
            return None


def _piece_of_line(line: bytes, offset: int, place: str, intake: Intake) -> Piece | Refusal:
    try:
        row = msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        return Refusal(place=place, kind="damaged", message=f"{place}: at offset {offset}: no JSON ({error})")
    if not isinstance(row, dict):
        return Refusal(place=place, kind="damaged", message=f"{place}: at offset {offset}: no JSON object")
    return _piece_of_row(row, place, intake)


def _piece_of_row(row: Mapping[str, Any], place: str, intake: Intake) -> Piece | Refusal:
    values = {field: _value(row, field, intake.columns) for field in COLUMNS}
    text = values.pop("text")
    if not text:
        name = intake.columns.get("text")
        wanted = f"column '{name}'" if name else f"any column of {', '.join(COLUMNS['text'])}"
        return Refusal(place=place, kind="no-text", message=f"{place}: no text in {wanted} (--columns text=…)")
    if len(data := text.encode("utf-8", "surrogatepass")) > intake.size:
        return Refusal(place=place, kind="unreadable", message=f"{place}: a text of over {intake.size:,} bytes")
    said = Said(
        title=values["title"], url=values["url"], publisher=values["outlet"], author=values["author"],
        published=read_date(values["published"]) if values["published"] else None, language=values["language"],
    )  # fmt: skip
    return Piece(place=place, media="fragment" if is_marked_up(text) else "row", data=data, said=said, member=True)


def _value(row: Mapping[str, Any], field: str, columns: Mapping[str, str]) -> str | None:
    """The first usual column that has something, or the column that the user names."""
    names = (columns[field],) if field in columns else COLUMNS[field]
    return next((found for name in names if (found := _written(row.get(name)))), None)


def _written(value: Any) -> str | None:
    if isinstance(value, str):
        return (value.strip() and value) or None
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, list):
        return ", ".join(filter(None, map(_written, value))) or None
    if isinstance(value, dict):
        return _written(value.get("name") or value.get("title"))
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else None


def _parquet_rows(file: IO[bytes], intake: Intake) -> Iterator[Mapping[str, Any]]:
    try:
        import pyarrow as pa
        from pyarrow.parquet import ParquetFile
    except ImportError as error:
        raise CronistoriaError("Parquet files need pyarrow: pip install 'cronistoria[data]'") from error
    wanted = {name for names in COLUMNS.values() for name in names} | set(intake.columns.values())
    try:
        table = ParquetFile(file)
        names = [name for name in table.schema_arrow.names if name in wanted]
        for batch in table.iter_batches(batch_size=_BATCH, columns=names):
            yield from batch.to_pylist()
    except pa.ArrowException as error:
        raise OSError(str(error).strip()) from error
