"""What ``cronistoria build`` does with its arguments; imported only when it runs."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import click

from cronistoria.build.building import Plan, build
from cronistoria.build.merging import merge_new
from cronistoria.build.opening import open_chronicle
from cronistoria.cli.progress import Progress
from cronistoria.ingest.document import Given
from cronistoria.ingest.paths import files_named
from cronistoria.ingest.piece import NO_REPORTS
from cronistoria.ingest.rows import parse_columns
from cronistoria.model.holdings import Totals
from cronistoria.settings import Settings
from cronistoria.store.base import Store


def build_chronicle(crisis: str, paths: Iterable[Path], options: Mapping[str, Any]) -> int:
    """Reads the files, merges what is new and says what was done; the number of files that failed."""
    plan, named = make_plan(options), tuple(paths)
    with closing(open_chronicle(crisis, create=True)) as store:
        counts = fill(store, named, plan)
        with store.reading() as reader:
            click.echo(_summary(crisis, counts, reader.totals()), nl=False)
    return counts["failed"]


def fill(store: Store, paths: Sequence[Path], plan: Plan) -> Counter[str]:
    """Reads what paths hold into a store and merges it, with progress on the terminal; how many had which outcome."""
    counts: Counter[str] = Counter()
    with Progress(sum(1 for _ in files_named(paths))) as progress:
        for step in build(store, paths, plan):
            counts[step.kind or step.outcome] += 1
            if step.error is not None:
                progress.tell(f"Error: {step.error}")
            progress.advance()
        progress.begin("merging")
        merge_new(store)
    return counts


def make_plan(options: Mapping[str, Any]) -> Plan:
    """The plan that the options of the command line describe."""
    settings = Settings(
        size_limit=options["size_limit"],
        threads=options["threads"],
        jobs=options["jobs"],
        actors=options["actors"],
    )
    given = Given(published=options["date"], language=options["language"], publisher=options["outlet"])
    columns = parse_columns(options["columns"] or "")
    return Plan(settings=settings, given=given, again=options["again"], columns=columns)


def _summary(crisis: str, counts: Counter[str], totals: Totals) -> str:
    """What was done and what there is, in two lines, and in further ones what was left aside."""
    done = [f"{counts['new']} new", _many(counts["copy"], "copy", "copies"), f"{counts['known']} known"]
    if counts["failed"]:
        done.append(f"{counts['failed']} failed (see `cronistoria problems {crisis}`)")
    left_aside = counts.pop("other-file", 0)
    no_reports = {kind: counts.pop(kind) for kind in sorted(NO_REPORTS) if counts[kind]}
    lines = [
        f"{_many(counts.total(), 'file')}: {', '.join(done)}",
        f"{crisis}: {_many(totals.reports, 'report')}, {_many(totals.records, 'record')}, "
        f"{_many(totals.entries, 'entry', 'entries')}",
    ]
    if no_reports:
        kinds = ", ".join(f"{number} {kind}" for kind, number in no_reports.items())
        lines.append(f"no reports: {kinds} (see `cronistoria problems {crisis}`)")
    if left_aside:
        lines.append(f"left aside in the folders: {_many(left_aside, 'other file')}")
    return "\n".join(lines) + "\n"


def _many(number: int, one: str, several: str | None = None) -> str:
    return f"{number:,} {one if number == 1 else several or one + 's'}"
