"""The gate of the example crisis: what its chronicle should hold once, from how many reports, and what became of it.

    python -m evaluation.crisis_gate [--details]     exit status 1 under a floor

Measured over all its reports: the share of contacts told as one entry, the share of the reports that tell them which
that entry has, and the share of commitments and appointments that have the status they should have.
"""

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import msgspec
import yaml

from cronistoria.examples import example_crisis
from cronistoria.ingest.document import Given
from cronistoria.merge.chapter import Chapter
from cronistoria.merge.merging import merge
from cronistoria.merge.settling import settle
from cronistoria.merge.sketch import day_of
from cronistoria.model.entry import Entry
from cronistoria.model.record import Position, Record
from cronistoria.model.report import Report
from cronistoria.model.span import Span
from cronistoria.parse.parsers import load_parser
from cronistoria.pipeline import Analyser
from cronistoria.reader import Reader
from cronistoria.settings import Settings
from evaluation.chronicle_gate import tellings_of
from evaluation.text import Text, touches
from evaluation.trees import KeptTrees

GOLD = Path(__file__).parent / "chronicle" / "crisis.yaml"
FLOORS = {"contacts": 0.96, "reports": 0.88, "commitments": 0.70, "appointments": 0.99}


class GoldContact(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A contact of a day: who is ``among`` those in touch, by id or side, and how many reports tell it."""

    id: str
    date: str
    among: tuple[str, ...]
    reports: int


class GoldStatus(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What has become of something by the last report; ``words``: by report, those that it rests on."""

    id: str
    words: dict[str, str]
    status: str


class GoldCrisis(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All expectations."""

    contacts: tuple[GoldContact, ...]
    commitments: tuple[GoldStatus, ...]
    appointments: tuple[GoldStatus, ...]


class Book(msgspec.Struct, frozen=True):
    """Settled entries with their chapters, and the reports by name."""

    reports: Mapping[str, Report]
    chapters: Mapping[str, Chapter]
    entries: Mapping[str, Entry]


def load_crisis() -> GoldCrisis:
    """The gold, typed."""
    return msgspec.convert(yaml.safe_load(GOLD.read_text(encoding="utf-8")), GoldCrisis)


def read_crisis(reader: Reader) -> Book:
    """The chronicle of the example crisis on the day of its last report."""
    reports = {path.stem: reader.read_file(path, Given()).report for path in example_crisis()}
    told = {telling.record.id: telling for telling in tellings_of(reports.values())}
    chapters = [Chapter(entry, [told[r] for r in entry.records]) for entry in merge(told.values()).entries]
    now = max(day_of(path.stem[:10]) for path in example_crisis())
    entries = settle(chapters, (), now)
    return Book(reports, {c.entry.id: c for c in chapters}, {record: e for e in entries for record in e.records})


def measure(gold: GoldCrisis, book: Book) -> tuple[dict[str, float], list[str]]:
    """The figures, and in words what is not as it should be."""
    details: list[str] = []
    once, told = 0, 0.0
    for contact in gold.contacts:
        found = _contacts(contact, book)
        once += len(found) == 1
        sources = max((len(entry.sources) for entry in found), default=0)
        told += min(sources / contact.reports, 1.0)
        if len(found) != 1 or sources < contact.reports:
            details.append(f"contact      {contact.id}: {len(found)} entries, {sources} of {contact.reports} reports")
    figures = {"contacts": once / len(gold.contacts), "reports": told / len(gold.contacts)}
    for name, wanted in (("commitments", gold.commitments), ("appointments", gold.appointments)):
        right = 0
        for item in wanted:
            found_status = sorted({entry.status or "none" for entry in _entries(item, book, name)})
            right += item.status in found_status
            if item.status not in found_status:
                details.append(f"{name:<13}{item.id}: {' '.join(found_status) or 'not found'}, not {item.status}")
        figures[name] = right / len(wanted)
    return figures, details


def _contacts(gold: GoldContact, book: Book) -> list[Entry]:
    """The contacts of that day with those people and sides."""
    found = {}
    for entry in book.entries.values():
        chapter = book.chapters[entry.id]
        day = entry.date.start[:10] if entry.date and entry.date.start else None
        present = {*entry.actors, *entry.recipients, *chapter.sides}
        if chapter.strand == "contact" and day == gold.date and present.issuperset(gold.among):
            found[entry.id] = entry
    return list(found.values())


def _entries(gold: GoldStatus, book: Book, kind: str) -> Iterator[Entry]:
    for name, words in gold.words.items():
        report = book.reports[name]
        places = Text(report.document.text).find(words)
        for record in report.records:
            if touches(places, _spans(record)) and record.kind == ("contact" if kind == "appointments" else "position"):
                yield book.entries[record.id]


def _spans(record: Record) -> tuple[Span, ...]:
    return (record.trigger, record.content) if isinstance(record, Position) else (record.trigger,)


def main(argv: Sequence[str] | None = None) -> int:
    """Measures and judges; 0 good, 1 not good enough."""
    parser = argparse.ArgumentParser(description="Hold the chronicle of the example crisis against what it should be.")
    parser.add_argument("--details", action="store_true", help="list what is missing or wrong")
    options = parser.parse_args(argv)
    reader = Reader(Settings(threads=1), Analyser(KeptTrees(load_parser())))
    figures, details = measure(load_crisis(), read_crisis(reader))
    for name, value in figures.items():
        print(f"crisis: {name:<14}{value:.3f}  floor {FLOORS[name]:.2f}")
    for line in details if options.details else ():
        print(f"  {line}")
    shut = any(value < FLOORS[name] for name, value in figures.items())
    print(f"crisis: {'shut' if shut else 'open'}")
    return int(shut)


if __name__ == "__main__":
    sys.exit(main())
