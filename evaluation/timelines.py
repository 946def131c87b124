"""The days of the chronicle's most-told entries against timelines made by people: date F1, beside simple baselines.

    python -m evaluation.timelines [FOLDER] [--reports DIR]     FOLDER defaults to ../shared/corpora/timelines/cl-tls

Reports lie in ``<language>/<topic>/<date of publication>/*.txt``, timelines in ``<language>/reference/<topic>.txt``.
Each method proposes as many days as the timeline has within the span of the reports. Baselines: the days with most
reports, and the days that time expressions name most often. ``--reports`` keeps what was read between runs.
"""

import argparse
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

from cronistoria.errors import CronistoriaError
from cronistoria.ingest.document import Given
from cronistoria.languages.tables import complete_languages
from cronistoria.merge.merging import merge
from cronistoria.model.codec import report_from_json
from cronistoria.model.entry import Entry
from cronistoria.model.report import Report
from cronistoria.model.source import Telling
from cronistoria.reader import Reader
from cronistoria.settings import Settings
from evaluation.chronicle_gate import tellings_of

DEFAULT = Path("../shared/corpora/timelines/cl-tls")
_DAY = re.compile(r"^\d{4}-\d{2}-\d{2}$", re.MULTILINE)
_FINE = ("day", "hour", "minute")
_FIRST, _SECOND = 10**8, 10**4


def read_all(folder: Path, language: str, kept: Path | None) -> Iterator[Report]:
    """All reports of a topic; what cannot be read is told and skipped."""
    reader = Reader(Settings(threads=1))
    for path in sorted(folder.glob("*/*.txt")):
        place = kept / f"{language}-{folder.name}-{path.parent.name}-{path.stem}.json" if kept else None
        if place and place.is_file():
            yield report_from_json(place.read_bytes())
            continue
        try:
            report = reader.read_file(path, Given(published=path.parent.name, language=language)).report
        except CronistoriaError as error:
            print(f"timelines: {error}", file=sys.stderr)
            continue
        if place:
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(report.to_json(indent=None), encoding="utf-8")
        yield report


def by_publication(reports: Iterable[Report]) -> Counter[str]:
    """Days by the number of reports published."""
    return Counter(
        r.document.published.start[:10] for r in reports if r.document.published and r.document.published.start
    )


def by_mention(reports: Iterable[Report]) -> Counter[str]:
    """Days by how often time expressions name them."""
    times = (time for report in reports for time in report.dates)
    return Counter(time.start[:10] for time in times if time.start and time.precision in _FINE)


def by_sources(entries: Iterable[Entry], tellings: dict[str, Telling], named: Counter[str]) -> Counter[str]:
    """Days by how many reports tell what the chronicle has on them.

    What has a day counts first, then happenings without one, on the day before their first report; of days that are
    equal in both, and of those on which the chronicle has nothing, the more often named.
    """
    dated, undated = defaultdict[str, set[str]](set), defaultdict[str, set[str]](set)
    for entry in entries:
        documents = {tellings[record].source.document for record in entry.records}
        if entry.date is not None:
            if entry.date.start and entry.date.precision in _FINE:
                dated[entry.date.start[:10]] |= documents
        elif entry.kind not in ("statement", "position") and (day := _day_before(entry)):
            undated[day] |= documents
    days = dated.keys() | undated.keys() | named.keys()
    return Counter({d: _FIRST * len(dated[d]) + _SECOND * len(undated[d]) + named[d] for d in sorted(days)})


def _day_before(entry: Entry) -> str | None:
    """The day before the first report of an entry."""
    published = entry.sources[0].published
    if published is None or published.start is None:
        return None
    return (date.fromisoformat(published.start[:10]) - timedelta(days=1)).isoformat()


def date_f1(proposed: Counter[str], gold: set[str]) -> float:
    """F1 of the best days, as many as the timeline has; of equal ones the earlier."""
    best = {day for day, _ in sorted(proposed.items(), key=lambda item: (-item[1], item[0]))[: len(gold)]}
    return 2 * len(best & gold) / (len(best) + len(gold)) if gold else 0.0


def measure(reports: Sequence[Report], timeline: set[str]) -> dict[str, float]:
    """The figures of all methods."""
    published = sorted(by_publication(reports))
    gold = {day for day in timeline if published and published[0] <= day <= published[-1]}
    tellings = {telling.record.id: telling for telling in tellings_of(reports)}
    named = by_mention(reports)
    methods = {
        "chronicle": by_sources(merge(tellings.values()).entries, tellings, named),
        "most mentioned": named,
        "most reports": by_publication(reports),
    }
    return {name: date_f1(days, gold) for name, days in methods.items()}


def main(argv: Sequence[str] | None = None) -> int:
    """Prints the figures of every topic that can be read."""
    parser = argparse.ArgumentParser(description="Hold the chronicle's days against timelines made by people.")
    parser.add_argument("folder", type=Path, nargs="?", default=DEFAULT)
    parser.add_argument("--reports", type=Path, metavar="DIR", help="where reports are kept between runs")
    options = parser.parse_args(argv)
    if not options.folder.is_dir():
        print(f"timelines: skipped, there is no {options.folder}")
        return 0
    for timeline in sorted(options.folder.glob("*/reference/*.txt")):
        language, topic = timeline.parts[-3], timeline.stem
        folder = options.folder / language / topic
        if language not in complete_languages() or not folder.is_dir():
            continue
        days = set(_DAY.findall(timeline.read_text(encoding="utf-8")))
        reports = tuple(read_all(folder, language, options.reports))
        figures = "  ".join(f"{name} {value:.3f}" for name, value in measure(reports, days).items())
        print(
            f"timelines: {language} {topic}: {len(reports)} reports, {len(days)} days; date F1: {figures}", flush=True
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
