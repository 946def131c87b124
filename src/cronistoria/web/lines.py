"""An entry in one line of a list: what, when, in whose words, told by how many, and where they disagree."""

from collections.abc import Iterable, Sequence
from datetime import date

import msgspec

from cronistoria.model.dates import Date
from cronistoria.model.entry import Entry, entry_order
from cronistoria.model.record import Contact, Deployment, Event, Position, Statement
from cronistoria.model.source import Telling
from cronistoria.model.span import Span
from cronistoria.view.phrases import count_sources, outlet, say_disagreement, say_outlets, say_status, say_when
from cronistoria.web.address import link
from cronistoria.web.visit import Visit

_MOST_WORDS = 260
_MOST_DAYS = 31
_MACHINE_DATES = {"minute": 16, "hour": 16, "day": 10, "month": 7, "year": 4}


class Quote(msgspec.Struct, frozen=True):
    """Words of a report, on one line; their language; who published them."""

    words: str
    language: str
    outlet: str


class When(msgspec.Struct, frozen=True):
    """A date in words, and for machines where HTML can say it."""

    words: str
    machine: str | None = None


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One entry."""

    id: str
    href: str
    kind: str
    type: str
    title: str
    when: When
    quote: Quote | None
    sources: str
    outlets: str
    many: bool
    disagreements: tuple[str, ...]
    status: str
    status_class: str
    confirmed: bool
    has_sides: bool


class Group(msgspec.Struct, frozen=True):
    """Lines of one day, or of another stretch of time that they share."""

    when: When
    lines: tuple[Line, ...]


class Month(msgspec.Struct, frozen=True):
    """The groups of a month; without a title, those of entries that nothing dates."""

    title: str | None
    groups: tuple[Group, ...]


def line_of(visit: Visit, entry: Entry) -> Line:
    """What a list shows of an entry."""
    book = visit.book
    documents = [source.document for source in entry.sources]
    return Line(
        id=entry.id,
        href=link(f"/entries/{entry.id}"),
        kind=entry.kind,
        type=type_label(visit, entry),
        title=book.title(entry),
        when=when_of(visit, entry),
        quote=quote_of(visit, entry),
        sources=count_sources(book, len(entry.sources)),
        outlets=say_outlets(book, documents, entry.sources),
        many=len(entry.sources) > 1,
        disagreements=tuple(say_disagreement(book, entry, each) for each in entry.disagreements),
        status=say_status(book, entry),
        status_class=entry.status or "",
        confirmed=bool(entry.confirmed),
        has_sides=len(entry.sides) > 1,
    )


def months_of(visit: Visit, entries: Iterable[Entry]) -> tuple[Month, ...]:
    """Entries in time order, by month and day."""
    months: list[tuple[str, list[tuple[When, list[Line]]]]] = []
    for entry in entries:
        month, line = _stretch(entry), line_of(visit, entry)
        if not months or months[-1][0] != month:
            months.append((month, []))
        groups = months[-1][1]
        when = _without_time(visit, entry, line.when)
        if not groups or groups[-1][0] != when:
            groups.append((when, []))
        groups[-1][1].append(line)
    return tuple(
        Month(_month_title(visit, month), tuple(Group(when, tuple(lines)) for when, lines in groups))
        for month, groups in months
    )


def when_of(visit: Visit, entry: Entry) -> When:
    """The date of an entry."""
    return When(say_when(visit.book, entry), machine_date(entry.date))


def machine_date(value: Date | None) -> str | None:
    """A date as HTML's ``datetime`` has it; ``None`` for what is no single day, month, year or minute."""
    length = _MACHINE_DATES.get(value.precision) if value else None
    return value.start[:length] if value and value.start and length else None


def type_label(visit: Visit, entry: Entry) -> str:
    """The name of what an entry is: a call, a threat, an attack."""
    labels, type_ = visit.book.labels, entry.type or ""
    for table in (labels.channel, labels.position, labels.posture, labels.event):
        if type_ in table:
            return str(table[type_])  # type: ignore[index]  # keys are words of the contract
    return visit.kind(entry.kind)


def quote_of(visit: Visit, entry: Entry) -> Quote | None:
    """Words of a report that tells an entry, rather one in the visitor's language."""
    tellings = visit.book.chapter(entry).tellings
    telling = next((t for t in tellings if t.source.language == visit.language), tellings[0])
    return make_quote(visit, telling, _core(telling))


def make_quote(visit: Visit, telling: Telling, span: Span | None, limit: int = _MOST_WORDS) -> Quote:
    """Words of a telling, or its outlet alone."""
    words = " ".join(span.text.split()) if span else ""
    if len(words) > limit:
        words = words[:limit].rsplit(" ", 1)[0] + " …"
    return Quote(words, telling.source.language or "", outlet(visit.book, telling.source))


def _core(telling: Telling) -> Span:
    """What is worth reading of a telling in a line: what was said, or the clause that tells it."""
    match telling.record:
        case Statement(content=content) | Position(content=content):
            return content
        case Contact() | Deployment() | Event():
            return telling.record.evidence[0]


def _without_time(visit: Visit, entry: Entry, when: When) -> When:
    """The day alone of what has a time of day, so that a day is one group."""
    value = entry.date
    if value is None or value.precision not in ("hour", "minute") or not value.start:
        return when
    day = value.start[:10]
    whole = msgspec.structs.replace(value, edtf=day, start=day, end=_next(day), precision="day")
    return When(visit.book.speaker.date(whole), day)


def _next(day: str) -> str:
    return date.fromordinal(date.fromisoformat(day).toordinal() + 1).isoformat()


def _stretch(entry: Entry) -> str:
    """The month that an entry begins in, or the year of one that may lie outside that month."""
    start, value = entry_order(entry)[0], entry.date
    return start[: 4 if value and value.start and value.end and _days(value) > _MOST_DAYS else 7]


def _days(value: Date) -> int:
    start, end = (date.fromisoformat((bound or "")[:10]).toordinal() for bound in (value.start, value.end))
    return end - start


def _month_title(visit: Visit, stretch: str) -> str | None:
    if stretch.startswith("9999"):
        return None
    return stretch if len(stretch) == 4 else visit.month(date.fromisoformat(f"{stretch}-01"))


def lines_of(visit: Visit, entries: Sequence[Entry]) -> tuple[Line, ...]:
    """Entries as lines."""
    return tuple(line_of(visit, entry) for entry in entries)
