"""What is held in memory, and questions to it."""

import copy
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import date
from itertools import islice
from typing import TypeVar

import msgspec

from cronistoria.model.actor import Actor
from cronistoria.model.dates import Date
from cronistoria.model.entry import Entry, entry_order
from cronistoria.model.holdings import FileProblem, InputFile, Totals
from cronistoria.model.judgement import Decision, Judgement
from cronistoria.model.parts import named_actors, record_type
from cronistoria.model.problem import Problem
from cronistoria.model.query import EVERYTHING, Bookmark, Query
from cronistoria.model.record import Record
from cronistoria.model.report import Report
from cronistoria.model.search import Hit
from cronistoria.model.source import Copy, Source, Telling, make_source
from cronistoria.store.codec import bookmark, bounds
from cronistoria.store.matching import is_placed_within, matches_entry, matches_record, matches_report
from cronistoria.store.words import Passage, Term, count_matches, passages_of, snippet_of, terms_of, words_of

Item = TypeVar("Item")


class Held(msgspec.Struct, kw_only=True):
    """Everything by its id; ``keys`` by record, ``bands`` and ``copies`` by document."""

    reports: dict[str, Report] = {}
    copies: dict[str, Copy] = {}
    homes: dict[str, tuple[str, Record]] = {}
    keys: dict[str, tuple[str, ...]] = {}
    entries: dict[str, Entry] = {}
    entry_keys: dict[str, tuple[tuple[str, int], ...]] = {}
    judgements: dict[tuple[str, str], Judgement] = {}
    decisions: dict[str, Decision] = {}
    files: dict[str, InputFile] = {}
    versions: dict[str, str] = {}
    bands: dict[str, tuple[str, ...]] = {}
    notes: dict[str, str] = {}
    mark: int = 0
    reread: int = 0

    def copied(self) -> "Held":
        """The same things in new dictionaries."""
        return Held(**{name: copy.copy(getattr(self, name)) for name in self.__struct_fields__})


class MemoryReader:
    """A `store.base.Reader`."""

    def __init__(self, held: Held) -> None:
        self._held = held

    def sources(self, query: Query = EVERYTHING) -> Iterator[Source]:
        asked = (
            source
            for document, report in self._held.reports.items()
            if matches_report(source := self._source(document), report.records, query)
        )
        return islice(_in_order_of_time(asked, lambda s: (s.published, s.document), query.after), query.limit)

    def report(self, document: str) -> Report:
        return self._held.reports[document]

    def text(self, document: str) -> str:
        return self._held.reports[document].document.text

    def has_report(self, document: str) -> bool:
        return document in self._held.reports

    def last_published(self) -> str | None:
        days = (bounds(report.document.published)["starts"] for report in self._held.reports.values())
        return max(filter(None, days), default=None)

    def people(self, among: Collection[str] | None = None) -> dict[str, Actor]:
        documents = [(bounds(r.document.published)["starts"] or "", r.document.id) for r in self._held.reports.values()]
        told = (self._held.reports[document] for _, document in sorted(documents))
        found = {actor.id: msgspec.structs.replace(actor, mentions=()) for report in told for actor in report.actors}
        return {actor: found[actor] for actor in sorted(found) if among is None or actor in among}

    def copies(self, document: str) -> dict[str, float]:
        copies = sorted(self._held.copies.items())
        return {copy: kept.similarity for copy, kept in copies if kept.original == document}

    def replaced_by(self, document: str) -> str | None:
        return self._held.versions.get(document)

    def versions(self) -> dict[str, str]:
        return dict(sorted(self._held.versions.items()))

    def tellings(self, query: Query = EVERYTHING) -> Iterator[Telling]:
        tellings = (self._telling(record) for record in self._held.homes)
        asked = (telling for telling in tellings if matches_record(telling.record, telling.sources, query))
        return islice(_in_order_of_time(asked, lambda t: (t.record.date, t.record.id), query.after), query.limit)

    def tellings_of(self, records: Collection[str]) -> tuple[Telling, ...]:
        return tuple(self._telling(record) for record in records)

    def records_of(self, documents: Collection[str]) -> tuple[str, ...]:
        return tuple(sorted(r.id for document in set(documents) for r in self._held.reports[document].records))

    def unmerged(self) -> tuple[str, ...]:
        return tuple(sorted(self._held.homes.keys() - self._entries_by_record().keys()))

    def records_by_key(self, keys: Collection[str]) -> dict[str, tuple[str, ...]]:
        found: dict[str, list[str]] = {}
        for record in sorted(self._held.keys):
            for key in set(self._held.keys[record]) & set(keys):
                found.setdefault(key, []).append(record)
        return {key: tuple(found[key]) for key in sorted(found)}

    def entries(self, query: Query = EVERYTHING) -> Iterator[Entry]:
        asked = (e for e in self._held.entries.values() if matches_entry(e, self._sources_of(e), query))
        return islice(_in_order_of_time(asked, lambda e: (e.date, e.id), query.after), query.limit)

    def chronology(self, query: Query = EVERYTHING) -> Iterator[Entry]:
        timeless = msgspec.structs.replace(query, start=None, end=None)
        asked = (e for e in self._held.entries.values() if matches_entry(e, self._sources_of(e), timeless))
        found = (entry for entry in sorted(asked, key=entry_order) if is_placed_within(entry, query))
        return islice(found, query.limit)

    def entry(self, entry: str) -> Entry:
        return self._held.entries[entry]

    def entries_named(self, entries: Collection[str]) -> dict[str, Entry]:
        return {entry: self._held.entries[entry] for entry in entries if entry in self._held.entries}

    def ids_beginning(self, letters: str, most: int) -> tuple[str, ...]:
        tables = (self._held.entries, self._held.homes)
        return tuple(sorted(i for ids in tables for i in sorted(i for i in ids if i.startswith(letters))[:most]))

    def entries_by_key(
        self, keys: Collection[str], days: tuple[int, int] | None = None, least: int = 1
    ) -> tuple[tuple[int, str], ...]:
        first, last = days or (0, date.max.toordinal())
        wanted = set(keys)
        found = Counter(
            (day, entry)
            for entry, own in self._held.entry_keys.items()
            for key, day in own
            if key in wanted and first <= day <= last
        )
        return tuple(sorted(place for place, count in found.items() if count >= least))

    def latest_by_key(self, key: str, most: int) -> tuple[tuple[int, str], ...]:
        return self.entries_by_key((key,))[-most:] if most else ()

    def keys_of(self, entry: str) -> tuple[tuple[str, int], ...]:
        return tuple(sorted(self._held.entry_keys.get(entry, ())))

    def entries_of(self, records: Collection[str]) -> dict[str, str]:
        entries = self._entries_by_record()
        return {record: entries[record] for record in records if record in entries}

    def judgements(self, records: Collection[str]) -> tuple[Judgement, ...]:
        asked = set(records)
        return tuple(judgement for pair, judgement in sorted(self._held.judgements.items()) if asked & set(pair))

    def decisions(self) -> tuple[Decision, ...]:
        return tuple(self._held.decisions.values())

    def files(self) -> Iterator[InputFile]:
        return iter([file for _, file in sorted(self._held.files.items())])

    def problems(self) -> Iterator[FileProblem]:
        for file in self.files():
            if file.error is not None:
                problem = Problem(None, "read", file.error)
                yield FileProblem(files=(file.path,), document=None, problem=problem, kind=file.kind)
        for document, report in sorted(self._held.reports.items()):
            paths = tuple(file.path for file in self.files() if file.document == document)
            for problem in report.problems:
                yield FileProblem(files=paths, document=document, problem=problem)

    def documents_by_band(self, bands: Collection[str]) -> tuple[str, ...]:
        return tuple(sorted(document for document, kept in self._held.bands.items() if set(kept) & set(bands)))

    def search(self, words: str, query: Query = EVERYTHING) -> Iterator[Hit]:
        return islice(self._hits(terms_of(words), query), query.limit)

    def _hits(self, terms: tuple[Term, ...], query: Query) -> Iterator[Hit]:
        of_records = bool(query.kinds or query.types or query.actors)
        found: dict[tuple[str, str | None], tuple[float, Passage]] = {}
        for document, report in self._held.reports.items():
            for passage in passages_of(report):
                words = words_of(report.document.text[passage.start : passage.end])
                if not (count := count_matches(words, terms)) or not self._is_asked(passage, report, query, of_records):
                    continue
                key, score = (document, passage.record), count / len(words)
                found[key] = max(found.get(key, (0.0, passage)), (score, passage), key=lambda pair: pair[0])
        for (document, record), (_, passage) in sorted(found.items(), key=lambda item: -item[1][0]):
            text = self._held.reports[document].document.text
            yield Hit(document=document, record=record, snippet=snippet_of(text, passage, terms))

    def _is_asked(self, passage: Passage, report: Report, query: Query, of_records: bool) -> bool:
        if not of_records:
            return matches_report(self._source(report.document.id), report.records, query)
        if passage.record is None:
            return False
        telling = self._telling(passage.record)
        return matches_record(telling.record, telling.sources, query)

    def note(self, name: str) -> str | None:
        return self._held.notes.get(name)

    def mark(self) -> int:
        return self._held.mark

    def reread_mark(self) -> int:
        return self._held.reread

    def totals(self) -> Totals:
        reports, entries = self._held.reports.values(), self._held.entries.values()
        told = [(report.document, record) for report in reports for record in report.records]
        files = self._held.files.values()
        return Totals(
            reports=len(reports),
            copies=len(self._held.copies),
            versions=len(self._held.versions),
            records=len(told),
            entries=len(entries),
            unmerged=len(self.unmerged()),
            problems=sum(len(report.problems) for report in reports),
            files=len(files),
            failed_files=sum(file.error is not None and file.kind is None for file in files),
            decisions=sum(decision.undone_at is None for decision in self._held.decisions.values()),
            reports_by_language=_count(report.document.language for report in reports),
            reports_by_outlet=_count(report.document.publisher for report in reports),
            reports_by_month=_count(_month(report.document.published) for report in reports),
            records_by_kind=_count(record.kind for _, record in told),
            records_by_type=_count(record_type(record) for _, record in told),
            records_by_language=_count(document.language for document, _ in told),
            records_by_month=_count(_month(record.date) for _, record in told),
            entries_by_kind=_count(entry.kind for entry in entries),
            entries_by_month=_count(_month(entry.date) for entry in entries),
            problems_by_stage=_count(problem.stage for report in reports for problem in report.problems),
            aside_by_kind=_count(file.kind for file in files if file.kind is not None),
        )

    def _source(self, document: str) -> Source:
        copied = self._held.copies.get(document)
        return make_source(self._held.reports[document].document, copied.original if copied else None)

    def _telling(self, record: str) -> Telling:
        document, told = self._held.homes[record]
        actors = {actor.id: msgspec.structs.replace(actor, mentions=()) for actor in self.report(document).actors}
        copies = sorted(copy for copy, copied in self._held.copies.items() if record in copied.records)
        return Telling(
            record=told,
            source=self._source(document),
            actors=tuple(actors[actor] for actor in named_actors(told) if actor in actors),
            copies=tuple(self._source(copy) for copy in copies),
        )

    def _sources_of(self, entry: Entry) -> Iterator[Source]:
        for record in entry.records:
            yield from self._telling(record).sources

    def _entries_by_record(self) -> dict[str, str]:
        return {record: entry.id for entry in self._held.entries.values() for record in entry.records}


def _in_order_of_time(
    items: Iterable[Item], told: Callable[[Item], tuple[Date | None, str]], after: Bookmark | None
) -> Iterator[Item]:
    ordered = sorted(items, key=lambda item: _order(bookmark(*told(item))))
    return (item for item in ordered if after is None or _order(bookmark(*told(item))) > _order(after))


def _order(mark: Bookmark) -> tuple[bool, str, str, str]:
    return (mark.starts is None, mark.starts or "", mark.ends or "", mark.id)


def _month(date: Date | None) -> str | None:
    starts = bounds(date)["starts"]
    return starts[:7] if starts else None


def _count(values: Iterable[str | None]) -> dict[str, int]:
    return dict(sorted(Counter(value or "" for value in values).items()))
