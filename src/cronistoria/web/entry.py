"""An entry's page: what all reports say of one thing, each field with its words, and why they are one entry."""

from collections.abc import Iterator, Sequence

import msgspec
from babel import Locale
from starlette.requests import Request
from starlette.responses import Response

from cronistoria.errors import InputError
from cronistoria.export.fields import field_label, fields_of
from cronistoria.export.highlights import Piece, around, cut
from cronistoria.merge.features import THRESHOLD
from cronistoria.model.entry import Disagreement, Entry
from cronistoria.model.source import Source, Telling
from cronistoria.view.explanation import explain_judgements, say_reasons
from cronistoria.view.phrases import outlet, say_grounds, say_outlets, say_value
from cronistoria.web.address import link
from cronistoria.web.deciding import Choices, choices_for
from cronistoria.web.ledger import Decider, deciders_of
from cronistoria.web.lines import Line, Quote, When, line_of, machine_date, make_quote
from cronistoria.web.missing import not_found
from cronistoria.web.paging import Paged, page_of
from cronistoria.web.rendering import render
from cronistoria.web.visit import Visit, visit_of

_TELLINGS = 10
_SPARE = 220
_MOST_QUOTES = 6


class Origin(msgspec.Struct, frozen=True, kw_only=True):
    """A report as a source: what it is called, when and in which language it was published, where to read it."""

    name: str
    title: str | None
    when: When
    language: str
    language_name: str
    href: str


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """One telling in context; ``record`` is how a decision names it."""

    record: str
    origin: Origin
    copies: tuple[Origin, ...]
    pieces: tuple[Piece, ...]
    cut_before: bool
    cut_after: bool
    confidence: str


class FieldValue(msgspec.Struct, frozen=True):
    """A value, and the words it rests on where it has some of its own; ``more`` quotes are not shown."""

    value: str
    quotes: tuple[Quote, ...]
    more: int


class FieldRow(msgspec.Struct, frozen=True):
    """A field with all its values, the most told first."""

    name: str
    values: tuple[FieldValue, ...]


class Tied(msgspec.Struct, frozen=True, kw_only=True):
    """Another entry, and what the two have to do with each other."""

    what: str
    forward: bool
    line: Line


class Reasoned(msgspec.Struct, frozen=True):
    """Two tellings by their outlets, how alike they are, and why."""

    one: str
    other: str
    score: str
    reasons: str


class DisagreementRow(msgspec.Struct, frozen=True):
    """A field that reports fill differently: each value and who says so."""

    name: str
    values: tuple[tuple[str, str], ...]


class EntryPage(msgspec.Struct, frozen=True, kw_only=True):
    """All of it."""

    line: Line
    reason: str
    deciders: tuple[Decider, ...]
    confidence: str
    fields: tuple[FieldRow, ...]
    disagreements: tuple[DisagreementRow, ...]
    told: tuple[Told, ...]
    paged: Paged[Telling]
    ties: tuple[Tied, ...]
    reasons: tuple[Reasoned, ...]
    threshold: str
    choices: Choices


def entry(request: Request, name: str) -> Response:
    """The page of an entry."""
    visit = visit_of(request)
    try:
        found = visit.book.entry(name)
    except InputError:
        return not_found(visit)
    return render(visit, "entry.html", page=make_page(request, visit, found))


def make_page(request: Request, visit: Visit, found: Entry) -> EntryPage:
    """What the page of an entry shows; of its tellings only the page that the address asks for."""
    book = visit.book
    tellings = book.chapter(found).tellings
    paged = page_of(visit.address, tellings, _TELLINGS)
    return EntryPage(
        line=line_of(visit, found),
        reason=say_grounds(book, found.grounds),
        deciders=deciders_of(visit, found),
        confidence=visit.number(found.confidence),
        fields=tuple(_fields(visit, tellings)),
        disagreements=tuple(_disagreement(visit, found, each) for each in found.disagreements),
        told=tuple(_tellings(request, visit, paged.items)),
        paged=paged,
        ties=tuple(_ties(visit, found)),
        reasons=tuple(_reasons(visit, found)),
        threshold=visit.number(THRESHOLD),
        choices=choices_for(visit, found),
    )


def origin_of(visit: Visit, source: Source) -> Origin:
    """A report as a source."""
    published, code = source.published, source.language or ""
    words = visit.book.speaker.date(published) if published else visit.book.labels.dates.undated
    return Origin(
        name=outlet(visit.book, source),
        title=source.title,
        when=When(words, machine_date(published)),
        language=code,
        language_name=Locale(visit.language).languages.get(code, code),
        href=link(f"/reports/{source.document}"),
    )


def _tellings(request: Request, visit: Visit, tellings: Sequence[Telling]) -> Iterator[Told]:
    with request.app.state.desk.reading() as reader:
        texts = {t.source.document: reader.text(t.source.document) for t in tellings}
    for telling in tellings:
        record, text = telling.record, texts[telling.source.document]
        fields = fields_of(record, visit.book.speaker)
        marks = [(span, "evidence") for span in record.evidence]
        marks += [(field.span, field.name) for field in fields if field.span]
        start, end = around(text, [record.evidence[0], record.trigger], _SPARE)
        yield Told(
            record=record.id,
            origin=origin_of(visit, telling.source),
            copies=tuple(origin_of(visit, copy) for copy in telling.copies),
            pieces=cut(text, marks, start, end),
            cut_before=start > 0 and text[start - 1] != "\n",
            cut_after=end < len(text) and text[end] != "\n",
            confidence=visit.number(record.confidence),
        )


def _fields(visit: Visit, tellings: Sequence[Telling]) -> Iterator[FieldRow]:
    found: dict[str, dict[str, list[Quote]]] = {}
    for telling in tellings:
        for field in fields_of(telling.record, visit.book.speaker):
            quote = make_quote(visit, telling, field.span)
            value = quote.words if field.span and field.value == field.span.text else field.value
            found.setdefault(field.name, {}).setdefault(value, []).append(quote)
    for name, values in found.items():
        ordered = sorted(values.items(), key=lambda item: -len(item[1]))
        yield FieldRow(field_label(visit.book.labels, name), tuple(_value(value, quotes) for value, quotes in ordered))


def _value(value: str, quotes: list[Quote]) -> FieldValue:
    distinct = tuple(dict.fromkeys(quotes))
    return FieldValue(value, distinct[:_MOST_QUOTES], max(len(distinct) - _MOST_QUOTES, 0))


def _disagreement(visit: Visit, found: Entry, disagreement: Disagreement) -> DisagreementRow:
    book = visit.book
    values = (
        (say_value(book, disagreement.field, value), say_outlets(book, value.sources, found.sources))
        for value in disagreement.values
    )
    return DisagreementRow(book.words.fields[disagreement.field], tuple(values))


def _ties(visit: Visit, found: Entry) -> Iterator[Tied]:
    book = visit.book
    for each in found.links:
        yield Tied(what=book.words.links[each.type], forward=True, line=line_of(visit, book.entry(each.entry)))
    for type_, other in book.links_to(found):
        yield Tied(what=book.words.links[type_], forward=False, line=line_of(visit, book.entry(other)))


def _reasons(visit: Visit, found: Entry) -> Iterator[Reasoned]:
    book = visit.book
    for judgement in explain_judgements(book, found, _TELLINGS):
        one, other = (outlet(book, book.telling(record).source) for record in (judgement.left, judgement.right))
        score = visit.number(judgement.score) if judgement.score is not None else judgement.by or ""
        yield Reasoned(one, other, score, say_reasons(book, judgement))
