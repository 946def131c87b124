"""What exporters are given of a book: some of its entries, as a reader asked for them."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property

import msgspec

from cronistoria.export.edition import Told, is_followed
from cronistoria.export.phrases import Speaker
from cronistoria.languages.chronicle import ChronicleLabels
from cronistoria.merge.appointments import is_appointment
from cronistoria.merge.chapter import Chapter
from cronistoria.merge.commitments import is_commitment
from cronistoria.model.actor import Actor
from cronistoria.model.entry import Entry
from cronistoria.model.source import Source
from cronistoria.view.book import Book
from cronistoria.view.ledger import reason
from cronistoria.view.phrases import outlet, say_disagreement, say_status, say_when

FIRST_DAY = date(1980, 1, 1)


class SpokenEdition:
    """What an edition says, in the words of a book."""

    def __init__(self, book: Book) -> None:
        self._book = book

    @property
    def now(self) -> date:
        return self._book.now

    @property
    def speaker(self) -> Speaker:
        return self._book.speaker

    @property
    def words(self) -> ChronicleLabels:
        return self._book.words

    def when(self, entry: Entry) -> str:
        return say_when(self._book, entry)

    def status(self, entry: Entry) -> str:
        return say_status(self._book, entry)

    def reason(self, entry: Entry) -> str:
        return reason(self._book, entry) if entry.status else ""

    def disagreements(self, entry: Entry) -> tuple[str, ...]:
        return tuple(say_disagreement(self._book, entry, disagreement) for disagreement in entry.disagreements)

    def outlet(self, source: Source) -> str:
        return outlet(self._book, source)


class BookEdition(SpokenEdition):
    """An `export.edition.Edition` of entries that a book holds in memory."""

    def __init__(self, book: Book, entries: Sequence[Entry] | None = None) -> None:
        super().__init__(book)
        self._entries = book.entries if entries is None else entries

    @cached_property
    def issued(self) -> date:
        return max(self._book.latest, FIRST_DAY)

    @cached_property
    def actors(self) -> Mapping[str, Actor]:
        return named(self.entries(), self._book.actors)

    def entries(self) -> Iterator[Told]:
        return (tell(self._book.chapter(entry), entry, self._book.title(entry)) for entry in self._entries)

    def followed(self) -> Iterator[Told]:
        return filter(is_followed, self.entries())

    def reports(self) -> Iterator[Source]:
        return in_order(source for entry in self._entries for source in entry.sources)


def tell(chapter: Chapter, entry: Entry, title: str) -> Told:
    """An entry as an exporter gets it; ``entry`` is that of the chapter, settled."""
    return Told(
        entry=msgspec.structs.replace(entry, title=title),
        tellings=chapter.tellings,
        commitment=is_commitment(entry),
        appointment=entry.kind == "contact" and is_appointment(chapter),
    )


def named(entries: Iterator[Told], actors: Mapping[str, Actor]) -> dict[str, Actor]:
    """Those actors whom the entries' records name."""
    names = {actor.id for told in entries for telling in told.tellings for actor in telling.actors}
    return {identity: actor for identity, actor in actors.items() if identity in names}


def in_order(sources: Iterator[Source]) -> Iterator[Source]:
    """Each report once, by date of publication, undated ones last."""
    found = {source.document: source for source in sources}
    return iter(sorted(found.values(), key=_published))


def _published(source: Source) -> tuple[str, str, str]:
    when = source.published
    return (when.start if when else None) or "~", (when.end if when else None) or "~", source.document
