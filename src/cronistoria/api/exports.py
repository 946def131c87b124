"""The chronicle, or a part of it, as a file: the formats of `cronistoria export`, streamed."""

from collections.abc import Iterator
from itertools import chain
from typing import Annotated
from urllib.parse import quote

import msgspec
from fastapi import APIRouter, Path, Query, Request, Response
from pydantic import Field
from starlette.responses import StreamingResponse

from cronistoria.api.answers import Page, json_of, not_found
from cronistoria.api.asked import NarrowedEntries, Word
from cronistoria.api.specification import documented
from cronistoria.api.telling import mask_of
from cronistoria.export.catalogue import CATALOGUE
from cronistoria.view.edition import BookEdition

router = APIRouter(prefix="/exports")
FormatName = Annotated[str, Path(description="Name of a format.", pattern=r"^[a-z]{1,20}$", examples=["csv"])]


class ExportFormat(msgspec.Struct, frozen=True, kw_only=True):
    """A format: its name, the suffix of its files, its media type, and the tables of which a file holds one."""

    name: str
    suffix: str
    media_type: str
    tables: tuple[str, ...]


class Exported(NarrowedEntries):
    """Of which entries, and which table of them."""

    table: Word | None = Field(None, description="For formats that hold one table a file.", examples=["contacts"])


@router.get("", **documented("Page_ExportFormat_", refuses=()))
def list_formats() -> Response:
    """The formats."""
    told = [{name: getattr(found, name) for name in ExportFormat.__struct_fields__} for found in CATALOGUE]
    return json_of(Page(tuple(ExportFormat(**fields) for fields in told), None))


@router.get("/{format}", **documented("", refuses=(404, 422)))
def export(request: Request, format: FormatName, asked: Annotated[Exported, Query()]) -> Response:  # noqa: A002
    """A file of the entries that the filters leave."""
    found = next((f for f in CATALOGUE if f.name == format), None)
    if found is None:
        raise not_found("format", format)
    book = request.app.state.desk.book(asked.told_in())
    chunks = found.chunks(BookEdition(book, book.at(mask_of(book, asked).nonzero()[0])), asked.table)
    name = quote(request.app.state.crisis + found.suffix)
    headers = {"content-disposition": f"attachment; filename*=UTF-8''{name}"}
    return StreamingResponse(_begun(chunks), media_type=found.media_type, headers=headers)


def _begun(chunks: Iterator[bytes]) -> Iterator[bytes]:
    """The same chunks; the first is made now, so that what is wrong is told in place of an answer, not within it."""
    return chain([next(chunks, b"")], chunks)
