"""Text -> Document: all that can be known about a report before a word of it is analysed."""

import msgspec

from cronistoria.errors import InputError
from cronistoria.ingest.byline import skip_byline
from cronistoria.ingest.dateline import Dateline, find_date_line, find_dateline, is_only_date
from cronistoria.ingest.days import match_either
from cronistoria.ingest.decode import decode
from cronistoria.ingest.header import HeaderLine, find_header_lines
from cronistoria.ingest.language import detect_language, supported_language
from cronistoria.ingest.published import Stated, make_date, publication_date
from cronistoria.languages.tables import available_languages, complete_languages
from cronistoria.model.document import Document, make_document
from cronistoria.model.problem import Problem
from cronistoria.reference.date_order import DateOrder, date_order

_LONGEST_TITLE = 200


class Given(msgspec.Struct, frozen=True, kw_only=True):
    """What the reader says about a report; it wins over what the report says of itself.

    ``published``, ``stated`` and ``filed`` are EDTF. ``stated`` is what stands beside the report (in a page's metadata,
    a feed, a column) and wins over the words of the report, but not over its dateline; ``inferred`` says that it was
    only concluded from something else. ``filed`` is the date by which the report is filed (in the name of its file or
    folder), and counts only where neither reader nor report says one.
    """

    published: str | None = None
    language: str | None = None
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    author: str | None = None
    retrieved: str | None = None
    filed: str | None = None
    stated: str | None = None
    inferred: bool = False

    def __post_init__(self) -> None:
        for date in filter(None, (self.published, self.filed, self.stated)):
            try:
                make_date(date)
            except ValueError as error:
                raise InputError(str(error)) from error


class Ingested(msgspec.Struct, frozen=True):
    """A document, and what was wrong with it on the way in."""

    document: Document
    problems: tuple[Problem, ...]


def ingest_bytes(data: bytes, name: str, given: Given, *needed: str) -> Ingested:
    """The document that bytes hold; ``name`` is what errors call it. Raises `InputError`."""
    text, problems = decode(data, name)
    ingested = ingest_text(text, name, given, *needed)
    return Ingested(ingested.document, (*problems, *ingested.problems))


def ingest_text(text: str, name: str, given: Given, *needed: str) -> Ingested:
    """The document of a text, in a language that has the ``needed`` tables (all of them if none is named).

    Raises `InputError` for a text without words or with code points that are no characters, `LanguageError` for a
    language that is unknown, unsupported, or cannot be told.
    """
    _check(text, name)
    supported = available_languages(*needed) if needed else complete_languages()
    language = (
        supported_language(given.language, supported) if given.language else detect_language(text, name, supported)
    )
    if language not in available_languages("reading"):
        return _bare(text, language, given)
    return _headed(text, language, given)


def _bare(text: str, language: str, given: Given) -> Ingested:
    """The document of a text in a language whose header words are not told."""
    date = given.published or given.stated
    document = make_document(text, language=language, published=make_date(date) if date else None)
    said = {
        "title": given.title, "url": given.url, "publisher": given.publisher, "author": given.author,
        "retrieved": given.retrieved,
    }  # fmt: skip
    return Ingested(msgspec.structs.replace(document, **said), ())


def _headed(text: str, language: str, given: Given) -> Ingested:
    """The document of a text with what its header lines, dateline and byline say."""
    headers, body_start = find_header_lines(text, language)
    document = make_document(text, language=language, body_start=body_start)
    dateline = find_dateline(text, body_start, language)
    where = document.span(dateline.start, dateline.end) if dateline else None
    stated, problems = _stated(document, headers, given, _order(document, headers, given, dateline))
    published, wrong = publication_date(stated, dateline, where)
    if wrong:
        problems = (*problems, Problem(where, "read", wrong))
    if where is not None and where.start == _first_word(text, body_start):
        body_start = where.end
    body_start = skip_byline(text, body_start, document.language)
    said = {header.field: header.value for header in reversed(headers)}
    document = msgspec.structs.replace(
        document,
        body_start=body_start,
        dateline=where,
        published=published,
        title=given.title or said.get("title") or _headline(text, body_start, document.language),
        url=given.url or said.get("url"),
        publisher=given.publisher or said.get("publisher") or (dateline.agency if dateline else None),
        author=given.author,
        retrieved=given.retrieved,
    )
    return Ingested(document, problems)


def _check(text: str, name: str) -> None:
    if not text or text.isspace():
        raise InputError(f"{name}: holds no text")
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise InputError(f"{name}: character {error.start} is half of a surrogate pair; expected text") from error


def _stated(
    document: Document, headers: tuple[HeaderLine, ...], given: Given, order: DateOrder | None
) -> tuple[Stated | None, tuple[Problem, ...]]:
    """The date that the reader, a header line or a date line states, and the header lines that state none.

    ``order`` is that of day and month in numbers.
    """
    wrong = tuple(
        Problem(document.span(h.start, h.end), "read", "no date could be read from this header line")
        for h in headers
        if h.field == "date" and h.value is None
    )
    if given.published is not None:
        return Stated(given.published, None, by_reader=True), wrong
    if given.stated is not None:
        return Stated(given.stated, None, inferred=given.inferred), wrong
    for header in headers:
        if header.field == "date" and header.value is not None:
            either = match_either(document.text, header.start, document.language, order)
            return Stated(either[0] if either else header.value, document.span(header.start, header.end)), wrong
    found = find_date_line(document.text, document.body_start, document.language, order)
    if found is not None:
        return Stated(found[1], document.span(found[0], found[2])), wrong
    return (Stated(given.filed, None) if given.filed is not None else None), wrong


def _order(
    document: Document, headers: tuple[HeaderLine, ...], given: Given, dateline: Dateline | None
) -> DateOrder | None:
    """The order of day and month in the numeric dates of a report, by its text and its outlet."""
    said = {header.field: header.value for header in reversed(headers)}
    publisher = given.publisher or said.get("publisher") or (dateline.agency if dateline else None)
    return date_order(document.text, document.language, publisher=publisher, url=given.url or said.get("url"))


def _first_word(text: str, start: int) -> int:
    return start + len(text[start:]) - len(text[start:].lstrip())


def _headline(text: str, start: int, language: str) -> str | None:
    """The first line that tells more than a date, if it is short, does not end like a sentence, and more follows."""
    line, newline, rest = text[start:].lstrip().partition("\n")
    title = line.strip()
    if newline and is_only_date(title, language):
        return _headline(rest, 0, language)
    fits = newline and rest.strip() and 0 < len(title) <= _LONGEST_TITLE and title[-1] not in ".;:,…"
    return title if fits else None
