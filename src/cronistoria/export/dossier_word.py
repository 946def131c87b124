"""A dossier as a Word document (Office Open XML), written paragraph by paragraph; notes stand at the end of their part.

The library makes the document around the text (styles, properties); the text itself goes straight into the archive.
"""

from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from typing import IO
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from cronistoria.errors import CronistoriaError
from cronistoria.export.characters import flat
from cronistoria.export.chunks import spooled
from cronistoria.export.dossier import Dossier, Note, Part, Passage, make_dossier
from cronistoria.export.edition import Edition

_TEXT, _END = "word/document.xml", "<w:sectPr"
_BOLD, _ITALIC, _RAISED = "<w:b/>", "<w:i/>", '<w:vertAlign w:val="superscript"/>'
_SMALL = '<w:sz w:val="16"/>'
_TOGETHER = "<w:keepLines/>"


def to_word_dossier(edition: Edition) -> Iterator[bytes]:
    """The dossier of an edition. Raises `CronistoriaError` without python-docx."""
    dossier = make_dossier(edition)
    issued = datetime.combine(edition.issued, datetime.min.time())
    around = _empty_document(dossier, issued)
    return spooled(lambda file: _write(file, around, dossier, issued))


def _empty_document(dossier: Dossier, issued: datetime) -> BytesIO:
    try:
        import docx
    except ImportError as error:
        raise CronistoriaError("Word files need python-docx: pip install 'cronistoria[data]'") from error
    document = docx.Document()
    properties = document.core_properties
    properties.title, properties.language, properties.author = flat(dossier.title), dossier.language, "Cronistoria"
    properties.created = properties.modified = issued
    properties.last_modified_by, properties.revision, properties.comments = "", 1, ""
    made = BytesIO()
    document.save(made)
    return made


def _write(file: IO[bytes], around: BytesIO, dossier: Dossier, issued: datetime) -> None:
    """The archive, every part of it dated to the day of issue, for the library takes the clock's."""
    day = (issued.year, issued.month, issued.day, 0, 0, 0)
    with ZipFile(around) as empty, ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name in empty.namelist():
            info = ZipInfo(name, day)
            info.compress_type = ZIP_DEFLATED
            with archive.open(info, "w") as part:
                if name != _TEXT:
                    part.write(empty.read(name))
                    continue
                head, end, tail = empty.read(name).decode().partition(_END)
                part.write(head.encode())
                for paragraph in _paragraphs(dossier):
                    part.write(paragraph.encode())
                part.write(f"{end}{tail}".encode())


def _paragraphs(dossier: Dossier) -> Iterator[str]:
    yield _paragraph(_run(dossier.title), '<w:pStyle w:val="Title"/>')
    yield _paragraph(_run(dossier.note))
    first = 1
    for part in dossier.parts:
        notes: list[Note] = []
        yield from _of_part(part, notes, first)
        yield from _of_notes(notes, first)
        first += len(notes)


def _of_part(part: Part, notes: list[Note], first: int) -> Iterator[str]:
    yield _paragraph(_run(part.heading), f'<w:pStyle w:val="Heading{part.level}"/>')
    for passage in part.passages:
        runs = _of_passage(passage, first + len(notes))
        notes += passage.notes
        yield _paragraph("".join(runs), _TOGETHER)
    for line in part.lines:
        yield _paragraph(_run(line))


def _of_passage(passage: Passage, number: int) -> Iterator[str]:
    yield _run(passage.when, _BOLD)
    yield _run(passage.title, below=True)
    for place, _ in enumerate(passage.notes, number):
        yield _run(f"[{place}]", _RAISED)
    if passage.quote:
        yield _run(passage.quote, _ITALIC, below=True)
    for line in passage.lines:
        yield _run(line, below=True)


def _of_notes(notes: list[Note], first: int) -> Iterator[str]:
    for number, note in enumerate(notes, first):
        told = ", ".join(filter(None, (note.words, note.source, note.url)))
        yield _paragraph(_run(f"[{number}] {told}", _SMALL))


def _paragraph(runs: str, style: str = "") -> str:
    return f"<w:p>{f'<w:pPr>{style}</w:pPr>' if style else ''}{runs}</w:p>"


def _run(text: str, style: str = "", *, below: bool = False) -> str:
    """Words in one style; ``below``: on a line of their own."""
    said = escape(flat(text))
    line, kept = "<w:br/>" if below else "", f"<w:rPr>{style}</w:rPr>" if style else ""
    return f'<w:r>{kept}{line}<w:t xml:space="preserve">{said}</w:t></w:r>'
