"""Parts of tables that several commands share: dates, sources, disagreements, reasons."""

from collections.abc import Iterable

from cronistoria.merge.disagreements import read_bounds
from cronistoria.model.dates import Date
from cronistoria.model.edtf import parse_edtf
from cronistoria.model.entry import Disagreement, DisagreementValue, Entry, Ground
from cronistoria.model.source import Source
from cronistoria.view.book import Book

_MOST_OUTLETS = 3
_DIGITS = 8
_NUMBERS = frozenset(("duration", "quantity", "killed", "wounded", "missing"))
_BOUNDS = {"": "exact", "~": "about", "<": "under", ">": "over"}


def say_when(book: Book, entry: Entry) -> str:
    """The date of an entry; for an undated one, when it was first told, said as that."""
    if entry.date is not None and (entry.date.start or entry.date.end):
        return book.speaker.date(entry.date)
    published = next((source.published for source in entry.sources if source.published), None)
    if published is None:
        return book.labels.dates.undated
    return book.words.reported.format(date=book.speaker.date(published))


def say_day(book: Book, start: str | None) -> str:
    """A day by its ISO date."""
    if start is None:
        return ""
    first, end, precision = parse_edtf(start)
    return book.speaker.date(Date(edtf=start, start=first, end=end, precision=precision, basis="document"))


def outlet(book: Book, source: Source) -> str:
    """What a source is called; one without outlet and title by the beginning of its id."""
    return source.outlet or source.title or f"{book.words.unknown_outlet} {source.document[:_DIGITS]}"


def say_sources(book: Book, entry: Entry) -> str:
    """How many reports tell it."""
    return count_sources(book, len(entry.sources))


def count_sources(book: Book, count: int) -> str:
    """ "1 source", "12 sources"."""
    return book.words.source_count[count != 1].format(count=count)


def say_outlets(book: Book, documents: Iterable[str], sources: Iterable[Source]) -> str:
    """The outlets of some reports, of many the first ones and how many more."""
    wanted = set(documents)
    names = sorted({outlet(book, source) for source in sources if source.document in wanted})
    if len(names) <= _MOST_OUTLETS:
        return ", ".join(names)
    shown = ", ".join(names[:_MOST_OUTLETS])
    return book.words.outlets_and_more.format(outlets=shown, count=len(names) - _MOST_OUTLETS)


def say_disagreement(book: Book, entry: Entry, disagreement: Disagreement) -> str:
    """A field with its values and who says each."""
    values = (
        f"{say_value(book, disagreement.field, value)} ({say_outlets(book, value.sources, entry.sources)})"
        for value in disagreement.values
    )
    return f"{book.words.fields[disagreement.field]}: " + " / ".join(values)


def say_value(book: Book, field: str, value: DisagreementValue) -> str:
    """One value of a disagreement."""
    written = str(value.value)
    if field in _NUMBERS:
        sign, (low, high) = read_bounds(written)
        number, most = book.speaker.number(low), book.speaker.number(high)
        said = number if low == high else book.labels.phrases.span.format(min=number, max=most)
        return book.speaker.bounded(said, _BOUNDS[sign])  # type: ignore[arg-type]  # the four bounds
    if field == "requested_by":
        return book.naming.noun(written)
    if field == "channel":
        return book.labels.channel[written].lower()  # type: ignore[index]  # a channel of the contract
    return written


def say_grounds(book: Book, grounds: Iterable[Ground]) -> str:
    """Why a status was given."""
    return "; ".join(book.words.grounds.get(ground.reason, ground.reason) for ground in grounds)


def say_status(book: Book, entry: Entry) -> str:
    """A status, with the person who set it."""
    if entry.status is None:
        return ""
    status = book.words.status[entry.status]
    return book.words.by_person.format(status=status, by=entry.decided_by) if entry.decided_by is not None else status


def quote(book: Book, words: str, limit: int = 200) -> str:
    """Words of a report in the language's quotation marks, cut to a length."""
    flat = " ".join(words.split())
    if len(flat) > limit:
        flat = flat[:limit].rsplit(" ", 1)[0] + " …"
    phrases = book.labels.phrases
    return f"{phrases.quote_open}{flat}{phrases.quote_close}"
