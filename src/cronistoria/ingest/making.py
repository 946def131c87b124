"""A piece becomes a document: its text without what is not of the report, with all that is known about it.

Plain text stays to the letter. Of everything else the title and the lines of the report make the text; what is no
report is refused with its kind.
"""

import msgspec

from cronistoria.errors import CronistoriaError, InputError, LanguageError
from cronistoria.ingest.document import Given, Ingested, ingest_bytes, ingest_text
from cronistoria.ingest.fragments import fragment_text
from cronistoria.ingest.lines import report_lines
from cronistoria.ingest.no_reports import kind_of_page
from cronistoria.ingest.office import read_docx, read_pdf
from cronistoria.ingest.opened import BombError
from cronistoria.ingest.page import decode_page, read_page
from cronistoria.ingest.piece import Kind, Piece, Refusal, Said
from cronistoria.languages.tables import available_languages, complete_languages
from cronistoria.model.problem import Problem

_SHORTENED = "only the beginning: the page says that the rest is for subscribers"
_SUMMARY = "only what the feed tells; the report is at its address"
_REASONS: dict[Kind, str] = {
    "no-text": "holds no text",
    "paywall": "only for subscribers",
    "links": "no running text, only lines without a sentence",
    "scores": "a table of results",
    "horoscope": "a horoscope",
    "weather": "a weather forecast",
    "listing": "a list of programmes",
}


class Found(msgspec.Struct, frozen=True):
    """What was taken from a piece. ``stated``: whether its date is one that it states, ``paid``: whether it says that
    the rest is for subscribers.
    """

    lines: tuple[str, ...]
    said: Said
    inferred: bool = False
    filed: str | None = None
    paid: bool = False
    note: str | None = None


def ingest_piece(piece: Piece, given: Given, *needed: str) -> Ingested | Refusal:
    """The document of a piece, or why there is none; ``needed`` are the tables that its language must have."""
    try:
        if piece.media == "text":
            return ingest_bytes(piece.data, piece.place, _with_said(given, piece.said), *needed)
        return _ingest_found(piece, _find(piece), given, needed)
    except LanguageError as error:
        return _refusal(piece, "other-language" if piece.member else "unreadable", str(error))
    except BombError as error:
        return _refusal(piece, "bomb", str(error))
    except InputError as error:
        return _refusal(piece, "damaged" if piece.media in ("pdf", "docx") else "unreadable", str(error))
    except CronistoriaError:
        raise
    except Exception as error:  # what a library meets in one broken page must not end the reading of the others
        return _refusal(piece, "damaged", f"{piece.place}: {type(error).__name__}: {error}")


def _find(piece: Piece) -> Found:
    match piece.media:
        case "page":
            markup, note = decode_page(piece.data, piece.charset)
            page = read_page(markup, piece.said.url)
            return Found(tuple(page.text.split("\n")), page.said, page.inferred, paid=page.is_paid, note=note)
        case "pdf" | "docx":
            written = (read_pdf if piece.media == "pdf" else read_docx)(piece.data, piece.place)
            return Found(written.lines, written.said, filed=written.filed)
        case _:
            text = piece.data.decode("utf-8", "replace")
            text = fragment_text(text) if piece.media == "fragment" else text
            return Found(tuple(text.split("\n")), Said(), note=_SUMMARY if piece.said.summary else None)


def _ingest_found(piece: Piece, found: Found, given: Given, needed: tuple[str, ...]) -> Ingested | Refusal:
    kept = report_lines(found.lines)
    said = _merged(piece.said, found.said)
    title = given.title or said.title
    body = kept.lines[1:] if kept.lines and title and _same(kept.lines[0], title) else kept.lines
    paid = kept.paid or found.paid
    kind = None if piece.said.summary else kind_of_page(title, body, paid=paid, is_page=piece.media == "page")
    if kind is not None:
        return _refusal(piece, kind, f"{piece.place}: {_reason(piece, kind)}")
    text = "\n\n".join(filter(None, (" ".join(title.split()) if title else None, "\n".join(body))))
    told = msgspec.structs.replace(
        _with_said(given, said, needed), inferred=found.inferred and not piece.said.published,
        filed=given.filed or found.filed,
    )  # fmt: skip
    ingested = ingest_text(text, piece.place, told, *needed)
    notes = tuple(Problem(None, "read", note) for note in (_SHORTENED if paid else None, found.note) if note)
    return Ingested(ingested.document, (*notes, *ingested.problems))


def _reason(piece: Piece, kind: Kind) -> str:
    if kind == "no-text" and piece.media == "pdf":
        return "holds no text, only pictures of it"
    return _REASONS[kind]


def _with_said(given: Given, said: Said, needed: tuple[str, ...] = ()) -> Given:
    """What the reader says, and else what stands beside the report; of languages only those that can be read."""
    known = available_languages(*needed) if needed else complete_languages()
    return msgspec.structs.replace(
        given,
        title=given.title or said.title,
        url=given.url or said.url,
        publisher=given.publisher or said.publisher,
        author=given.author or said.author,
        retrieved=given.retrieved or said.retrieved,
        stated=given.stated or said.published,
        language=given.language or (said.language if said.language in known else None),
    )


def _merged(outer: Said, inner: Said) -> Said:
    """What is said around a piece, and else what it says itself; a page knows its own address and title best."""
    fields = {name: getattr(outer, name) or getattr(inner, name) for name in Said.__struct_fields__}
    return Said(**{**fields, "url": inner.url or outer.url, "title": inner.title or outer.title})


def _same(line: str, title: str) -> bool:
    return "".join(filter(str.isalnum, line.casefold())) == "".join(filter(str.isalnum, title.casefold()))


def _refusal(piece: Piece, kind: Kind, message: str) -> Refusal:
    return Refusal(place=piece.place, kind=kind, message=message, digest=piece.digest)
