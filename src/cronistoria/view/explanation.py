"""Where an entry comes from: its records, the words each rests on, the report they stand in, why they are together."""

from collections.abc import Iterator, Sequence

from cronistoria.merge.features import compare_pair
from cronistoria.model.entry import Entry
from cronistoria.model.judgement import Judgement
from cronistoria.model.source import Telling
from cronistoria.view.book import Book
from cronistoria.view.called import short_id
from cronistoria.view.chronicle import page_of
from cronistoria.view.ledger import reason
from cronistoria.view.page import Page, Table
from cronistoria.view.phrases import outlet, quote, say_disagreement, say_status, say_when

_DIGITS = 8


def explanation_page(book: Book, entry: Entry, judgements: Sequence[Judgement]) -> Page:
    """Everything about one entry."""
    headings, columns = book.words.headings, book.words.columns
    records = tuple(_record(book, telling) for telling in book.chapter(entry).tellings)
    names = ("entry", "when", "words", "sources")
    tables = (
        Table(f"[{entry.id}] {book.title(entry)}", lines=tuple(_facts(book, entry))),
        Table(headings["disagreements"], lines=tuple(say_disagreement(book, entry, d) for d in entry.disagreements)),
        Table(headings["links"], lines=tuple(_links(book, entry))),
        Table(headings["records"], tuple(columns[name] for name in names), records),
        Table(headings["why_together"], lines=tuple(_reasons(book, judgements))),
    )
    return page_of(book, "explain", tables)


def explain_judgements(book: Book, entry: Entry, most: int | None = None) -> tuple[Judgement, ...]:
    """Why the (``most`` first) records of an entry are together: each with the one before it that it is most like."""
    sketches = book.chapter(entry).sketches[:most]
    found = []
    for place, sketch in enumerate(sketches[1:], 1):
        compared = [(compare_pair(other, sketch), other) for other in sketches[:place]]
        best, nearest = max(compared, key=lambda pair: (pair[0].score, pair[1].record.id))
        left, right = sorted((nearest.record.id, sketch.record.id))
        reasons = tuple(f"{name} {share:+.2f}" for name, share in best.shares if share and not best.vetoed)
        found.append(Judgement(left=left, right=right, verdict="same", score=best.score, reasons=reasons))
    return tuple(found)


def explained(book: Book, entry: Entry, judgements: Sequence[Judgement]) -> dict[str, object]:
    """The same for machines: the entry, its records with their reports, the judgements."""
    told = [
        {"record": telling.record, "sources": telling.sources, "replaces": book.replaced(telling.source.document)}
        for telling in book.chapter(entry).tellings
    ]  # fmt: skip
    return {"entry": book.titled((entry,))[0], "tellings": told, "judgements": tuple(judgements)}


def say_reasons(book: Book, judgement: Judgement) -> str:
    """The reasons of a judgement in words, with what each weighed."""
    parts = (reason.rpartition(" ") for reason in judgement.reasons)
    return ", ".join(f"{book.words.features.get(name, name)} {share}" for name, _, share in parts)


def _facts(book: Book, entry: Entry) -> Iterator[str]:
    yield say_when(book, entry)
    if entry.status:
        yield f"{say_status(book, entry)}: {reason(book, entry)}"
    if entry.confidence:
        yield f"{book.labels.facts.confidence}: {book.speaker.number(entry.confidence)}"


def _links(book: Book, entry: Entry) -> Iterator[str]:
    """What it does to others, and what others do to it."""
    for link in entry.links:
        yield f"{book.words.links[link.type]} {_named(book, link.entry)}"
    for type_, other in book.links_to(entry):
        yield f"← {_named(book, other)} {book.words.links[type_]}"


def _named(book: Book, entry_id: str) -> str:
    return f"[{short_id(entry_id)}] {book.title(book.entry(entry_id))}"


def _record(book: Book, telling: Telling) -> tuple[str, ...]:
    record, source = telling.record, telling.source
    evidence = record.evidence[0]
    where = book.words.in_document.format(document=source.document[:_DIGITS], start=evidence.start, end=evidence.end)
    if earlier := book.replaced(source.document):
        where += "; " + book.words.in_place_of.format(documents=", ".join(version[:_DIGITS] for version in earlier))
    published = book.speaker.date(source.published) if source.published else book.labels.dates.undated
    when = book.speaker.date(record.date) if record.date else book.labels.dates.undated
    outlets = ", ".join(outlet(book, each) for each in telling.sources)
    return short_id(record.id), when, quote(book, evidence.text, 300), f"{outlets}, {published}; {where}"


def _reasons(book: Book, judgements: Sequence[Judgement]) -> Iterator[str]:
    for judgement in judgements:
        left, right = short_id(judgement.left), short_id(judgement.right)
        score = book.speaker.number(judgement.score) if judgement.score is not None else judgement.by or ""
        yield f"{left} = {right} ({score}): {say_reasons(book, judgement)}"
