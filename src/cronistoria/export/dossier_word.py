"""A dossier as a Word document (Office Open XML). It is made in memory; its notes stand at the end of their part."""

from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from typing import IO, Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from cronistoria.errors import CronistoriaError
from cronistoria.export.characters import flat
from cronistoria.export.chunks import spooled
from cronistoria.export.dossier import Note, Part, make_dossier
from cronistoria.export.edition import Edition

_SMALL = 8


def to_word_dossier(edition: Edition) -> Iterator[bytes]:
    """The dossier of an edition. Raises `CronistoriaError` without python-docx."""
    try:
        import docx
    except ImportError as error:
        raise CronistoriaError("Word files need python-docx: pip install 'cronistoria[data]'") from error
    document = docx.Document()
    dossier = make_dossier(edition)
    document.add_heading(flat(dossier.title), 0)
    document.add_paragraph(flat(dossier.note))
    first = 1
    for part in dossier.parts:
        notes: list[Note] = []
        _add_part(document, part, notes, first)
        _add_notes(document, notes, first)
        first += len(notes)
    issued = datetime.combine(edition.issued, datetime.min.time())
    properties = document.core_properties
    properties.title, properties.language, properties.author = flat(dossier.title), dossier.language, "Cronistoria"
    properties.created = properties.modified = issued
    properties.last_modified_by, properties.revision, properties.comments = "", 1, ""
    return spooled(lambda file: _save(document, file, issued))


def _add_part(document: Any, part: Part, notes: list[Note], first: int) -> None:
    document.add_heading(flat(part.heading), part.level)
    for passage in part.passages:
        paragraph = document.add_paragraph()
        paragraph.paragraph_format.keep_together = True
        paragraph.add_run(flat(passage.when)).bold = True
        paragraph.add_run(f"\n{flat(passage.title)}")
        for note in passage.notes:
            notes.append(note)
            paragraph.add_run(f"[{first + len(notes) - 1}]").font.superscript = True
        if passage.quote:
            paragraph.add_run(f"\n{flat(passage.quote)}").italic = True
        for line in passage.lines:
            paragraph.add_run(f"\n{flat(line)}")
    for line in part.lines:
        document.add_paragraph(flat(line))


def _add_notes(document: Any, notes: list[Note], first: int) -> None:
    from docx.shared import Pt

    for number, note in enumerate(notes, first):
        told = ", ".join(filter(None, (note.words, note.source, note.url)))
        document.add_paragraph().add_run(f"[{number}] {flat(told)}").font.size = Pt(_SMALL)


def _save(document: Any, file: IO[bytes], issued: datetime) -> None:
    """The document, every part of its archive dated to the day of issue, for the library takes the clock's."""
    made = BytesIO()
    document.save(made)
    day = (issued.year, issued.month, issued.day, 0, 0, 0)
    with ZipFile(made) as written, ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name in written.namelist():
            archive.writestr(ZipInfo(name, day), written.read(name), ZIP_DEFLATED)
