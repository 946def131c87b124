"""What formats for eyes show of an edition: passages with footnotes, in parts; all of it in the reader's language.

A passage is an entry: when, what, in whose words, what became of it, where the reports disagree; its notes say which
reports it rests on, with their words. Parts come one after the other and are not kept.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from itertools import groupby

import msgspec
from babel.dates import format_skeleton

from cronistoria.export.dates import say_publication
from cronistoria.export.edition import Edition, Told
from cronistoria.model.dates import Date
from cronistoria.model.record import Position, Statement
from cronistoria.model.source import Source, Telling

_MOST_NOTES = 5
_LONGEST = 400
_YEAR, _MONTH = len("2021"), len("2021-12")
_DAY = timedelta(days=1)
_UNDECIDED = frozenset(("open", "upcoming"))


class Note(msgspec.Struct, frozen=True):
    """A footnote: the report's words if the passage does not have them, who published them when, and the address."""

    words: str | None
    source: str
    url: str | None = None


class Passage(msgspec.Struct, frozen=True, kw_only=True):
    """One entry. ``quote``: somebody's words; ``lines``: status, disagreements, how many reports."""

    entry: str
    when: str
    title: str
    quote: str | None = None
    lines: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()


class Part(msgspec.Struct, frozen=True):
    """A heading with what stands under it; ``level`` 1 is a part, 2 a month."""

    heading: str
    level: int
    passages: Iterable[Passage] = ()
    lines: Iterable[str] = ()


class Dossier(msgspec.Struct, frozen=True):
    """The whole: ``language`` is that of the labels."""

    title: str
    note: str
    language: str
    parts: Iterable[Part]


def make_dossier(edition: Edition) -> Dossier:
    """A dossier of an edition: agenda, ledger, chronicle by month, and the reports it is made from."""
    speaker = edition.speaker
    day = edition.now.isoformat()
    now = Date(edtf=day, start=day, end=(edition.now + _DAY).isoformat(), precision="day", basis="document")
    note = edition.words.as_of.format(date=speaker.date(now))
    return Dossier(edition.words.headings["dossier"], note, speaker.language, _parts(edition))


def passage(edition: Edition, told: Told, *, notes: bool = True) -> Passage:
    """One entry as it is shown."""
    entry, words = told.entry, edition.words
    reason = "" if entry.status in _UNDECIDED else edition.reason(entry)
    status = ": ".join(filter(None, (edition.status(entry), reason)))
    count = words.source_count[1].format(count=len(entry.sources)) if len(entry.sources) > 1 else ""
    return Passage(
        entry=entry.id,
        when=edition.when(entry),
        title=entry.title or "",
        quote=_quote(edition, told),
        lines=tuple(filter(None, (*_terms(edition, told), status, *edition.disagreements(entry), count))),
        notes=tuple(_notes(edition, told)) if notes else (),
    )


def _parts(edition: Edition) -> Iterator[Part]:
    headings = edition.words.headings
    yield Part(headings["agenda"], 1, _passages(edition, lambda told: told.appointment))
    yield Part(headings["ledger"], 1, _passages(edition, lambda told: told.commitment))
    yield Part(headings["chronicle"], 1)
    for month, entries in groupby(_coarse_first(edition.entries()), _month):
        yield Part(_say_month(edition, month), 2, (passage(edition, told) for told in entries))
    yield Part(headings["reports"], 1, lines=(_say_report(edition, source) for source in edition.reports()))


def _passages(edition: Edition, wanted: Callable[[Told], bool]) -> Iterator[Passage]:
    return (passage(edition, told, notes=False) for told in edition.followed() if wanted(told))


def _coarse_first(entries: Iterable[Told]) -> Iterator[Told]:
    """The same with what is dated to a year before what is dated to its first days."""
    for _, same in groupby(entries, lambda told: (placed := _placed(told)) and placed.start):
        yield from sorted(same, key=lambda told: len(_month(told) or ""))


def _placed(told: Told) -> Date | None:
    """The date of an entry, or of its first report."""
    dates = (told.entry.date, *(source.published for source in told.entry.sources))
    return next((date for date in dates if date and date.start), None)


def _month(told: Told) -> str | None:
    """The month that an entry begins in, or the year if no more is known."""
    placed = _placed(told)
    if placed is None or placed.start is None:
        return None
    return placed.start[: _YEAR if placed.precision == "year" else _MONTH]


def _say_month(edition: Edition, month: str | None) -> str:
    if month is None:
        return edition.speaker.labels.dates.undated
    if len(month) == _YEAR:
        return month
    said = format_skeleton("yMMMM", date.fromisoformat(f"{month}-01"), locale=edition.speaker.language)
    return said[:1].upper() + said[1:]


def _terms(edition: Edition, told: Told) -> Iterator[str]:
    """What a position hangs on, and by when: the first words for each."""
    records = [telling.record for telling in told.tellings if isinstance(telling.record, Position)]
    labels = edition.speaker.labels
    if condition := next((record.condition for record in records if record.condition), None):
        yield f"{labels.condition[condition.sense]}: {_quoted(edition, condition.span.text)}"
    if deadline := next((record.deadline for record in records if record.deadline), None):
        yield f"{edition.words.columns['deadline']}: {edition.speaker.date(deadline)}"


def _quote(edition: Edition, told: Told) -> str | None:
    """What was said or wanted, in the reader's language if a report has it so."""
    native = sorted(told.tellings, key=lambda telling: telling.source.language != edition.speaker.language)
    contents = (t.record.content for t in native if isinstance(t.record, Statement | Position))
    content = next(contents, None)
    return _quoted(edition, content.text) if content else None


def _notes(edition: Edition, told: Told) -> Iterator[Note]:
    """One note a report, at most so many, outlets that have none yet first."""
    firsts: dict[str, Telling] = {}
    for telling in told.tellings:
        firsts.setdefault(edition.outlet(telling.source), telling)
    rest = (telling for telling in told.tellings if telling not in firsts.values())
    for telling in (*firsts.values(), *rest)[:_MOST_NOTES]:
        spoken = isinstance(telling.record, Statement | Position)
        words = None if spoken else _quoted(edition, telling.record.evidence[0].text)
        yield Note(words, _say_source(edition, telling.source), telling.source.url)


def _quoted(edition: Edition, words: str) -> str:
    phrases = edition.speaker.labels.phrases
    flat = " ".join(words.split())
    if len(flat) > _LONGEST:
        flat = flat[:_LONGEST].rsplit(" ", 1)[0] + " …"
    return f"{phrases.quote_open}{flat}{phrases.quote_close}"


def _say_source(edition: Edition, source: Source) -> str:
    published = say_publication(source.published, edition.speaker.labels.dates, edition.speaker.language)
    return f"{edition.outlet(source)}, {published}"


def _say_report(edition: Edition, source: Source) -> str:
    titled = f"{_say_source(edition, source)}: {source.title}" if source.title and source.outlet else None
    return " · ".join(filter(None, (titled or _say_source(edition, source), source.url)))
