"""The gate of `make check`: reads the reports in ``evaluation/reports`` and holds their scores against pinned floors.

    python -m evaluation.gate [--details] [--only ID]      measure, compare; exit status 1 under a floor
    python -m evaluation.gate --update                     raise floors to what is measured, less 0.03
    python -m evaluation.gate --lower "why"                set floors anew, also downwards; the reason is kept

``floors.json`` pins, beside the floors, the digest of all reports and gold: who changes either has to say so with
``--update`` or ``--lower``, in the same commit.
"""

import argparse
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from cronistoria.errors import CronistoriaError
from evaluation.case import Case
from evaluation.floors import FILE, Floors, FloorsError, anew, complaints, digest, raised, read_floors, write_floors
from evaluation.gold import Gold, GoldError, load_folder
from evaluation.reading import Analyse, Item, make_analyse, read_items, show_outcome
from evaluation.score import details, figures, score, table

HERE = Path(__file__).parent


def main(argv: Sequence[str] | None = None, analyse: Analyse | None = None, folder: Path = HERE) -> int:
    """Measures and judges; 0 good, 1 not good enough, 2 nothing to measure with or against."""
    options = _arguments(argv)
    try:
        golds = [gold for gold in load_folder(folder / "gold") if options.only in gold.id]
        pinned = _pinned(folder / FILE, options)
        cases = _read(golds, folder, analyse or make_analyse()) if golds else []
    except (CronistoriaError, GoldError, FloorsError) as error:
        return _fail(str(error))
    if not golds:
        return _fail(f"no report's id holds '{options.only}'")
    tallies = score(cases)
    print(table(tallies))
    if options.details:
        print(details(tallies))
    if len(cases) < len(golds):
        return _fail(f"{len(golds) - len(cases)} of {len(golds)} reports could not be read")
    return 0 if pinned is None else _judge(measure(cases), folder, pinned, options)


def measure(cases: Sequence[Case]) -> dict[str, float]:
    """The figures of each language as ``language/row``; none over all, which would fall whenever a language joins."""
    measured: dict[str, float] = {}
    for language in sorted({case.gold.lang for case in cases}):
        rows = figures(score(case for case in cases if case.gold.lang == language))
        measured |= {f"{language}/{name}": value for name, value in rows.items()}
    return dict(sorted(measured.items()))


def _pinned(path: Path, options: argparse.Namespace) -> Floors | None:
    """The floors to hold; empty ones where they are to be made, ``None`` where only some reports are read."""
    if options.only:
        return None
    if options.lower or (options.update and not path.is_file()):
        return Floors(digest="", floors={}, lowered=_reasons(path))
    return read_floors(path)


def _reasons(path: Path) -> tuple[str, ...]:
    """Why floors were lowered before, as far as the file can still be read."""
    try:
        return read_floors(path).lowered
    except FloorsError:
        return ()


def _judge(measured: dict[str, float], folder: Path, pinned: Floors, options: argparse.Namespace) -> int:
    found_digest, said = digest(folder), complaints(measured, pinned)
    if options.lower:
        lowered = (*pinned.lowered, options.lower)
        return _write(folder / FILE, Floors(digest=found_digest, floors=anew(measured), lowered=lowered))
    if options.update and not said:
        return _write(folder / FILE, raised(measured, pinned, found_digest))
    if not options.update and pinned.digest != found_digest:
        said.insert(0, "reports or gold changed: run with --update, or --lower and why")
    for line in said:
        print(f"gate: {line}")
    print(f"gate: {'shut' if said else 'open'}, {len(pinned.floors)} floors")
    return int(bool(said))


def _write(path: Path, floors: Floors) -> int:
    write_floors(path, floors)
    print(f"gate: {path} written, {len(floors.floors)} floors")
    return 0


def _fail(reason: str) -> int:
    print(f"gate: {reason}", file=sys.stderr)
    return 2


def _read(golds: Iterable[Gold], folder: Path, analyse: Analyse) -> list[Case]:
    by_id = {gold.id: gold for gold in golds}
    items = [
        Item(g.id, folder / g.doc.file, g.lang, g.doc_date.value if g.doc_date.given else None) for g in by_id.values()
    ]
    cases = []
    for outcome in read_items(items, analyse):
        show_outcome(outcome)
        if outcome.report is not None:
            cases.append(Case(by_id[outcome.item.id], outcome.report))
    return cases


def _arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Hold the project's own evaluation against its floors.")
    parser.add_argument("--details", action="store_true", help="list what was missed, false or wrong")
    change = parser.add_mutually_exclusive_group()
    change.add_argument(
        "--only", default="", metavar="ID", help="only reports whose id holds these letters, without floors"
    )
    change.add_argument("--update", action="store_true", help="raise the floors; refuses to lower any")
    change.add_argument("--lower", metavar="REASON", help="set the floors anew, also downwards")
    return parser.parse_args(argv)


if __name__ == "__main__":
    sys.exit(main())
