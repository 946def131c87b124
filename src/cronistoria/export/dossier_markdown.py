"""A dossier as Markdown (CommonMark with footnotes); notes stand at the end of their part."""

from collections.abc import Iterator

from cronistoria.export.characters import legible
from cronistoria.export.chunks import encoded
from cronistoria.export.dossier import Note, Part, Passage, make_dossier
from cronistoria.export.edition import Edition
from cronistoria.export.markdown import escape_markdown


def to_markdown_dossier(edition: Edition) -> Iterator[bytes]:
    """The dossier of an edition."""
    return encoded(f"{line}\n" for line in _lines(edition))


def _lines(edition: Edition) -> Iterator[str]:
    dossier = make_dossier(edition)
    yield from (f"# {_escape(dossier.title)}", "", _escape(dossier.note))
    first = 1
    for part in dossier.parts:
        notes: list[Note] = []
        yield from _part(part, notes, first)
        if notes:
            yield ""
        for number, note in enumerate(notes, first):
            told = ", ".join(filter(None, (note.words, note.source)))
            yield f"[^{number}]: {_escape(told)}" + (f" {_escape(note.url)}" if note.url else "")
        first += len(notes)


def _part(part: Part, notes: list[Note], first: int) -> Iterator[str]:
    yield from ("", f"{'#' * (part.level + 1)} {_escape(part.heading)}", "")
    for passage in part.passages:
        yield from _passage(passage, notes, first)
    for line in part.lines:
        yield f"- {_escape(line)}"


def _passage(passage: Passage, notes: list[Note], first: int) -> Iterator[str]:
    start = first + len(notes)
    notes += passage.notes
    marks = "".join(f"[^{number}]" for number in range(start, start + len(passage.notes)))
    yield f"- **{_escape(passage.when)}** {_escape(passage.title)}{marks}"
    for line in (*((passage.quote,) if passage.quote else ()), *passage.lines):
        yield f"  - {_escape(line)}"


def _escape(text: str) -> str:
    return escape_markdown(legible(text))
