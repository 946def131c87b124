"""What exporters are given, made from a book: some of its entries, as a reader asked for them."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property

import msgspec

from cronistoria.export.edition import Told
from cronistoria.export.phrases import Speaker
from cronistoria.languages.chronicle import ChronicleLabels
from cronistoria.merge.appointments import is_appointment
from cronistoria.merge.commitments import is_commitment
from cronistoria.model.actor import Actor
from cronistoria.model.entry import Entry
from cronistoria.model.source import Source
from cronistoria.view.book import Book, latest_day
from cronistoria.view.ledger import reason
from cronistoria.view.phrases import outlet, say_disagreement, say_status, say_when

_FIRST_DAY = date(1980, 1, 1)


class BookEdition:
    """An `export.edition.Edition` of entries that a book holds in memory."""

    def __init__(self, book: Book, entries: Sequence[Entry] | None = None) -> None:
        self._book = book
        self._entries = book.entries if entries is None else entries

    @property
    def now(self) -> date:
        return self._book.now

    @cached_property
    def issued(self) -> date:
        return max(latest_day(self._book.tellings.values()), _FIRST_DAY)

    @cached_property
    def actors(self) -> Mapping[str, Actor]:
        named = {actor.id for told in self.entries() for telling in told.tellings for actor in telling.actors}
        return {identity: actor for identity, actor in self._book.actors.items() if identity in named}

    @property
    def speaker(self) -> Speaker:
        return self._book.speaker

    @property
    def words(self) -> ChronicleLabels:
        return self._book.words

    def entries(self) -> Iterator[Told]:
        for entry in self._entries:
            chapter = self._book.chapter(entry)
            yield Told(
                entry=msgspec.structs.replace(entry, title=self._book.title(entry)),
                tellings=chapter.tellings,
                commitment=is_commitment(entry),
                appointment=entry.kind == "contact" and is_appointment(chapter),
            )

    def reports(self) -> Iterator[Source]:
        found = {source.document: source for entry in self._entries for source in entry.sources}
        return iter(sorted(found.values(), key=_published))

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


def _published(source: Source) -> tuple[str, str]:
    published = source.published
    return (published.start if published else None) or "9999", source.document
