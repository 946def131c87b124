"""What every store can do, whatever it is made of.

A store gives a `Reader` with one unchanging view of everything, and to one process at a time a `Writer`, all of whose
changes are kept together or, if the block fails, not at all. Records are never rewritten; entries are replaced as
merging goes on, and what people decided stands beside both.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from typing import Protocol

from cronistoria.model.actor import Actor
from cronistoria.model.entry import Entry
from cronistoria.model.holdings import Fault, FileProblem, InputFile, Totals
from cronistoria.model.judgement import Decision, Judgement
from cronistoria.model.query import EVERYTHING, Query
from cronistoria.model.report import Report
from cronistoria.model.search import Hit
from cronistoria.model.source import Copy, Source, Telling


class Reader(Protocol):
    """Asks; ``KeyError`` for an id that the store does not have. What is iterated comes in a fixed order."""

    def sources(self, query: Query = EVERYTHING) -> Iterator[Source]:
        """Reports without their text, by date of publication."""

    def report(self, document: str) -> Report:
        """A report as it was added."""

    def text(self, document: str) -> str:
        """The text of a report alone."""

    def has_report(self, document: str) -> bool:
        """Whether there is a report of this id."""

    def last_published(self) -> str | None:
        """When the latest report was published: ISO 8601, ``None`` if no report has a date."""

    def people(self, among: Collection[str] | None = None) -> dict[str, Actor]:
        """By id everybody whom reports name, or those of some ids, as the latest report has them."""

    def copies(self, document: str) -> dict[str, float]:
        """By id, the reports that repeat this one, and how alike they are."""

    def replaced_by(self, document: str) -> str | None:
        """The later version of a report, if there is one."""

    def versions(self) -> dict[str, str]:
        """By id of a report that was replaced, its later version, in order."""

    def tellings(self, query: Query = EVERYTHING) -> Iterator[Telling]:
        """Records with their reports, by date, undated ones last."""

    def tellings_of(self, records: Collection[str]) -> tuple[Telling, ...]:
        """The records of these ids, in their order."""

    def records_of(self, documents: Collection[str]) -> tuple[str, ...]:
        """Ids of the records that some reports tell themselves, in order."""

    def unmerged(self) -> tuple[str, ...]:
        """Ids of the records that stand in no entry yet, in order."""

    def records_by_key(self, keys: Collection[str]) -> dict[str, tuple[str, ...]]:
        """By blocking key, the ids of the records that have it, in order; keys that no record has are left out."""

    def entries(self, query: Query = EVERYTHING) -> Iterator[Entry]:
        """Entries by date, undated ones last; without their judgements."""

    def chronology(self, query: Query = EVERYTHING) -> Iterator[Entry]:
        """Entries by date, undated ones where they were first told, as if that were their date."""

    def entry(self, entry: str) -> Entry:
        """The entry of an id, without its judgements."""

    def entries_named(self, entries: Collection[str]) -> dict[str, Entry]:
        """The entries of some ids, by id, without their judgements; those that are not there are left out."""

    def ids_beginning(self, letters: str, most: int) -> tuple[str, ...]:
        """Ids of entries and records that begin so, in order: of each at most so many."""

    def entries_by_key(
        self, keys: Collection[str], days: tuple[int, int] | None = None, least: int = 1
    ) -> tuple[tuple[int, str], ...]:
        """Days and ids of the entries that have so many of some keys, or more, from one day to another, in order."""

    def latest_by_key(self, key: str, most: int) -> tuple[tuple[int, str], ...]:
        """Days and ids of the latest entries that have a key, in order."""

    def keys_of(self, entry: str) -> tuple[tuple[str, int], ...]:
        """The keys of an entry with their days, in order."""

    def entries_of(self, records: Collection[str]) -> dict[str, str]:
        """By record id, the id of its entry; records that stand in none are left out."""

    def judgements(self, records: Collection[str]) -> tuple[Judgement, ...]:
        """All judgements on pairs of which at least one record is among these, in order of their pairs."""

    def decisions(self) -> tuple[Decision, ...]:
        """What people decided, in the order in which they did, also what was undone."""

    def files(self) -> Iterator[InputFile]:
        """The files that were read, by path."""

    def problems(self) -> Iterator[FileProblem]:
        """What could not be read or interpreted: files first, then by report and place."""

    def documents_by_band(self, bands: Collection[str]) -> tuple[str, ...]:
        """Ids of the reports that share a band of their fingerprint with these, in order."""

    def search(self, words: str, query: Query = EVERYTHING) -> Iterator[Hit]:
        """Reports and records in which all words stand, the best first; ``words`` as `store.words.terms_of` reads them.

        With kinds, types or actors in the query only records are found. Raises `InputError` for no words.
        """

    def note(self, name: str) -> str | None:
        """What was written down under a name."""

    def totals(self) -> Totals:
        """How much there is."""

    def mark(self) -> int:
        """A number that grows with every writing; the same mark, the same answers."""

    def reread_mark(self) -> int:
        """The mark of the last writing that took a report away; since then, records have only been added."""


class Writer(Reader, Protocol):
    """Asks and changes; the answers hold what was changed before."""

    def add_report(self, report: Report, copy: Copy | None = None) -> bool:
        """Keeps a report and its records; ``False`` if the same text is there already, which changes nothing.

        With ``copy`` the report repeats another, and is a further source of the records that both hold.
        """

    def remove_report(self, document: str) -> None:
        """Takes a report away with its records and the entries they stand in, whose other records are then unmerged;
        decisions stay, and hold again once a reading of the same text gives the same records.
        """

    def keep_copy(self, document: str, copy: Copy) -> None:
        """Says of a report that is there what it repeats, in place of what was said before."""

    def keep_version(self, document: str, replaced_by: str) -> None:
        """Says of a report that is there that another is its later version."""

    def keep_keys(self, keys: Mapping[str, Iterable[str]]) -> None:
        """By record id, its blocking keys, in place of those it had."""

    def replace_entries(self, old: Iterable[str], new: Iterable[Entry]) -> None:
        """Takes entries away and puts others in; an id that is both stays with its new content."""

    def keep_entry_keys(self, keys: Mapping[str, Iterable[tuple[str, int]]]) -> None:
        """By entry, its keys and their days (ordinals), in place of those it had; they go with the entry."""

    def replace_judgements(self, records: Collection[str], new: Iterable[Judgement]) -> None:
        """Takes away the judgements on pairs that lie within these records, and puts others in."""

    def add_decision(self, decision: Decision) -> None:
        """Keeps a person's decision."""

    def undo_decision(self, decision: str, *, at: str | None, by: str | None) -> None:
        """Marks a decision as undone; ``KeyError`` if there is none of this id that stands."""

    def keep_file(self, file: InputFile) -> None:
        """Keeps what became of a file, in place of what is known of this path."""

    def keep_bands(self, document: str, bands: Iterable[str]) -> None:
        """The bands of a report's fingerprint, by which its copies are found."""

    def keep_note(self, name: str, value: str) -> None:
        """Writes something down under a name."""


class Store(Protocol):
    """Where a crisis is kept."""

    def reading(self) -> AbstractContextManager[Reader]:
        """One view, the same from the first question to the last, while others write."""

    def writing(self) -> AbstractContextManager[Writer]:
        """The one writer; waits for another to end."""

    def faults(self) -> Iterator[Fault]:
        """Everything that is not as it must be."""
