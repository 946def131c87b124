"""The gate of the chronicle: twelve outlets of one crisis, read, merged and held against the entries they should give.

    python -m evaluation.chronicle_gate [--languages CODE …] [--details]     exit status 1 under a floor

Measured over the reports whose language can be read: the share of gold tellings with a record, B³ over those records,
contacts told as one entry, dates of entries, planted disagreements shown, and disagreements that nobody planted.
"""

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import msgspec
import yaml

from cronistoria.ingest.document import Given
from cronistoria.languages.tables import complete_languages
from cronistoria.merge.merging import merge
from cronistoria.merge.sketch import strand_of
from cronistoria.model.entry import Entry
from cronistoria.model.parts import named_actors
from cronistoria.model.record import Position, Record, Statement
from cronistoria.model.report import Report
from cronistoria.model.source import Source, Telling
from cronistoria.parse.parsers import load_parser
from cronistoria.pipeline import Analyser
from cronistoria.reader import Reader
from cronistoria.settings import Settings
from evaluation.clusters import BCubed, b_cubed
from evaluation.text import Place, Text, touches
from evaluation.trees import KeptTrees

FOLDER = Path(__file__).parent / "chronicle"
FLOORS = {"found": 0.90, "b3": 0.95, "dates": 0.99, "disagreements": 0.99}


class GoldReport(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Who published a report, and when."""

    outlet: str
    published: str


class GoldEntry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An entry: ``words``: by report, those that its records rest on; ``disagreements``: values by field."""

    id: str
    kind: str
    date: str | None = None
    disagreements: dict[str, tuple[str, ...]] = {}
    words: dict[str, tuple[str, ...]]


class GoldChronicle(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole set."""

    reports: dict[str, GoldReport]
    entries: tuple[GoldEntry, ...]


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """What was measured, and in words what is not as it should be."""

    found: float
    b3: BCubed
    dates: float
    disagreements: float
    invented: int
    details: tuple[str, ...]

    @property
    def figures(self) -> dict[str, float]:
        """What floors stand for."""
        return {"found": self.found, "b3": self.b3.f1, "dates": self.dates, "disagreements": self.disagreements}


def load_gold(folder: Path = FOLDER) -> GoldChronicle:
    """The gold, typed."""
    raw = yaml.safe_load((folder / "gold.yaml").read_text(encoding="utf-8"))
    return msgspec.convert(raw, GoldChronicle)


def read_reports(
    gold: GoldChronicle, languages: Sequence[str], reader: Reader, folder: Path = FOLDER
) -> dict[str, Report]:
    """The reports in those languages, by id; the language is the beginning of the id."""
    read = {}
    for name, about in gold.reports.items():
        if name[:2] in languages:
            given = Given(published=about.published, language=name[:2], publisher=about.outlet)
            read[name] = reader.read_file(folder / "reports" / f"{name}.txt", given).report
    return read


def tellings_of(reports: Iterable[Report]) -> Iterator[Telling]:
    """The records of some reports as a store would give them."""
    for report in reports:
        document = report.document
        source = Source(
            document=document.id, outlet=document.publisher, published=document.published,
            language=document.language, title=document.title,
        )  # fmt: skip
        known = {actor.id: msgspec.structs.replace(actor, mentions=()) for actor in report.actors}
        for record in report.records:
            actors = tuple(known[actor] for actor in named_actors(record) if actor in known)
            yield Telling(record=record, source=source, actors=actors)


def measure(gold: GoldChronicle, reports: dict[str, Report], entries: Sequence[Entry]) -> Outcome:
    """The figures of a chronicle made of the reports."""
    entry_of = {record: entry for entry in entries for record in entry.records}
    items: dict[str, str] = {}
    details: list[str] = []
    wanted = 0
    for entry in gold.entries:
        for name in entry.words.keys() & reports.keys():
            records = _records(entry, reports[name], entry.words[name])
            wanted += 1
            items |= {record: entry.id for record in records if record not in items}
            if not records:
                details.append(f"no record   {entry.id}  {name}")
    grouped = {record: entry_of[record].id for record in items}
    details += _mixed(items, grouped)
    shared = _main_entries(items, entry_of)
    dated = [(e.id, e.date, _date(shared[e.id])) for e in gold.entries if e.date and e.id in shared]
    details += [f"date        {name}  {found} instead of {date}" for name, date, found in dated if date != found]
    planted, shown = _disagreements(gold, shared)
    details += [f"not shown   {item}" for item in sorted(planted - shown)]
    invented = {(e.id, d.field) for e in entries for d in e.disagreements} - {
        (shared[e.id].id, field) for e in gold.entries if e.id in shared for field in e.disagreements
    }
    details += [f"invented    {item}" for item in sorted(invented)]
    found = len({(items[r], n) for n, report in reports.items() for x in report.records if (r := x.id) in items})
    return Outcome(
        found=found / wanted,
        b3=b_cubed(items, grouped),
        dates=sum(date == found for _, date, found in dated) / len(dated) if dated else 0.0,
        disagreements=len(planted & shown) / len(planted) if planted else 1.0,
        invented=len(invented),
        details=tuple(details),
    )


def _records(entry: GoldEntry, report: Report, words: Iterable[str]) -> list[str]:
    text = Text(report.document.text)
    places = [place for phrase in words for place in text.find(phrase)]
    return [record.id for record in report.records if strand_of(record) == entry.kind and _rests_on(record, places)]


def _rests_on(record: Record, places: list[Place]) -> bool:
    spans = (record.trigger, record.content) if isinstance(record, Statement | Position) else (record.trigger,)
    return touches(places, spans)


def _mixed(items: dict[str, str], grouped: dict[str, str]) -> Iterator[str]:
    """Entries that hold two things, things that fell into two entries."""
    for one, other, said in ((items, grouped, "split"), (grouped, items, "mixed")):
        for name in sorted(set(one.values())):
            groups = sorted({other[item] for item in one if one[item] == name})
            if len(groups) > 1:
                yield f"{said:<12}{name}  {' '.join(groups)}"


def _main_entries(items: dict[str, str], entry_of: dict[str, Entry]) -> dict[str, Entry]:
    """By gold entry, the made entry that holds most of its records."""
    held: dict[str, dict[str, int]] = {}
    for record, gold in items.items():
        counts = held.setdefault(gold, {})
        counts[entry_of[record].id] = counts.get(entry_of[record].id, 0) + 1
    by_id = {entry.id: entry for entry in entry_of.values()}
    return {gold: by_id[max(counts, key=lambda e: (counts[e], e))] for gold, counts in held.items()}


def _date(entry: Entry) -> str | None:
    return entry.date.start[:10] if entry.date and entry.date.start else None


def _disagreements(
    gold: GoldChronicle, shared: dict[str, Entry]
) -> tuple[set[tuple[str, str, str]], set[tuple[str, str, str]]]:
    """What was planted in the reports that are there, and what is shown, as entry, field and value."""
    planted = {
        (e.id, field, value)
        for e in gold.entries
        if e.id in shared
        for field, values in e.disagreements.items()
        for value in values
    }
    shown = {
        (name, d.field, side)
        for name, entry in shared.items()
        for d in entry.disagreements
        for value in d.values
        for side in (str(value.value).lstrip("~<>"),)
    }
    return planted, shown


def main(argv: Sequence[str] | None = None) -> int:
    """Measures and judges; 0 good, 1 not good enough."""
    options = _arguments(argv)
    gold = load_gold()
    languages = [language for language in complete_languages() if language in options.languages]
    settings = Settings(threads=1)
    reader = Reader(settings, Analyser(KeptTrees(load_parser())))
    reports = read_reports(gold, languages, reader)
    entries = merge(tellings_of(reports.values())).entries
    outcome = measure(gold, reports, entries)
    print(f"chronicle: {len(reports)} reports in {' '.join(languages)}, {len(entries)} entries")
    for name, value in outcome.figures.items():
        print(f"chronicle: {name:<14}{value:.3f}  floor {FLOORS[name]:.2f}")
    print(f"chronicle: invented disagreements {outcome.invented}")
    for line in outcome.details if options.details else ():
        print(f"  {line}")
    shut = outcome.invented or any(value < FLOORS[name] for name, value in outcome.figures.items())
    print(f"chronicle: {'shut' if shut else 'open'}")
    return int(bool(shut))


def _arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description="Hold the merged chronicle of the project's own outlets against its gold."
    )
    parser.add_argument("--languages", nargs="+", default=sorted(complete_languages()), metavar="CODE")
    parser.add_argument("--details", action="store_true", help="list what is missing, mixed or wrong")
    return parser.parse_args(argv)


if __name__ == "__main__":
    sys.exit(main())
