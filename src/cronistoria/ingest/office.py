"""Text of PDF and Word files: paragraphs and cells in order, without what is printed on every page.

Bytes come in, lines and what the file says about itself go out. What breaks its own format, is locked or unpacks to far
too much is an `InputError`.
"""

import io
import logging
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from typing import Any

import msgspec

from cronistoria.errors import CronistoriaError, InputError
from cronistoria.ingest.opened import BombError
from cronistoria.ingest.piece import Said

_MOST_PAGES = 2_000
_MOST_UNPACKED = 200_000_000
_REPEATED = 3
_TEMPLATE = "python-docx"  # the template of that library says so, and that it was made in 2013
_STOPS = (".", "!", "?", "…", ":", "»", "”", '"')
_DRAFT = re.compile(r"\.\w{2,4}$|microsoft|untitled", re.IGNORECASE)


class Written(msgspec.Struct, frozen=True):
    """A file's lines, and what it says about itself; ``filed``: the day it was made."""

    lines: tuple[str, ...]
    said: Said
    filed: str | None


def read_pdf(data: bytes, place: str) -> Written:
    """The paragraphs of a PDF file. Raises `InputError`."""
    try:
        from pypdf import PdfReader
    except ImportError as error:
        raise CronistoriaError("PDF files need pypdf: pip install 'cronistoria[sources]'") from error
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise InputError(f"{place}: is locked with a password")
        pages = [(page.extract_text() or "").splitlines() for page in reader.pages[:_MOST_PAGES]]
        about = reader.metadata
        title, author = (about.title, about.author) if about else (None, None)
        made = about.creation_date if about else None
    except InputError:
        raise
    except Exception as error:  # pypdf raises what it meets in a broken file
        raise InputError(f"{place}: damaged PDF ({error or type(error).__name__})") from error
    said = Said(title=_title(title), author=(author or "").strip() or None)
    return Written(tuple(_paragraphs(_without_repeated(pages))), said, made.date().isoformat() if made else None)


def read_docx(data: bytes, place: str) -> Written:
    """The paragraphs and table cells of a Word file. Raises `InputError`."""
    try:
        from docx import Document
    except ImportError as error:
        raise CronistoriaError("Word files need python-docx: pip install 'cronistoria[sources]'") from error
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(member.file_size for member in archive.infolist()) > _MOST_UNPACKED:
                raise BombError(f"{place}: unpacks to more than {_MOST_UNPACKED:,} bytes")
        document = Document(io.BytesIO(data))
        lines = tuple(line for line in _of_container(document) if line)
        about = document.core_properties
        real = about.author != _TEMPLATE
        made = about.created.date().isoformat() if about.created and real else None
        said = Said(title=_title(about.title), author=(about.author.strip() or None) if real else None)
    except InputError:
        raise
    except Exception as error:  # python-docx and lxml raise what they meet in a broken file
        raise InputError(f"{place}: damaged Word file ({error or type(error).__name__})") from error
    return Written(lines, said, made)


def _of_container(container: Any) -> Iterator[str]:
    """Paragraphs in order; a table's cells row by row, merged ones once."""
    for part in container.iter_inner_content():
        if hasattr(part, "rows"):
            seen: set[Any] = set()
            for cell in (cell for row in part.rows for cell in row.cells):
                if cell._tc not in seen:
                    seen.add(cell._tc)
                    yield from _of_container(cell)
        else:
            yield " ".join(part.text.split())


def _without_repeated(pages: list[list[str]]) -> Iterator[str]:
    """Lines without those at the edge of several pages, whatever numbers stand in them."""
    edges = Counter(key for page in pages for key in {_key(line) for line in (*page[:2], *page[-2:])})
    for page in pages:
        inner = range(2, len(page) - 2)
        for number, line in enumerate(page):
            if number in inner or edges[_key(line)] < _REPEATED or not _key(line):
                yield line


def _key(line: str) -> str:
    return re.sub(r"\d+", "0", line).strip()


def _paragraphs(lines: Iterator[str]) -> Iterator[str]:
    """Printed lines joined to paragraphs: one ends with an empty line, or with a stop in a line shorter than most."""
    listed = [" ".join(line.split()) for line in lines]
    lengths = sorted(map(len, filter(None, listed)))
    width = lengths[len(lengths) * 9 // 10] if lengths else 0
    kept = ""
    for line in listed:
        kept = _joined(kept, line)
        if kept and (not line or (len(line) < width * 0.85 and line.endswith(_STOPS)) or len(line) < width * 0.6):
            yield kept
            kept = ""
    if kept:
        yield kept


def _joined(kept: str, line: str) -> str:
    if kept.endswith("-") and line[:1].islower() and kept[-2:-1].isalpha():
        return kept[:-1] + line
    return f"{kept} {line}".strip()


def _title(title: str | None) -> str | None:
    return None if not title or not title.strip() or _DRAFT.search(title) else title.strip()
