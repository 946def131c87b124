"""The gate of `make check`: reads the reports in ``evaluation/reports`` and holds their scores against pinned floors.

    python -m evaluation.gate [--details] [--only ID]      measure, compare; exit status 1 under a floor
    python -m evaluation.gate --update                     raise floors to what is measured, less 0.01
    python -m evaluation.gate --lower "why"                set floors anew, also downwards; the reason is kept

``floors.json`` pins, beside the floors, the digest of all reports and gold: who changes either has to say so with
``--update`` or ``--lower``, in the same commit.
"""

import argparse
import hashlib
import math
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec

from cronistoria.errors import CronistoriaError
from evaluation.case import Case
from evaluation.gold import Gold, GoldError, load_folder
from evaluation.reading import Analyse, Item, make_analyse, read_items, show_outcome
from evaluation.score import Tally, details, figures, score, table

HERE = Path(__file__).parent
MARGIN = 0.01


class Floors(msgspec.Struct, frozen=True, kw_only=True):
    """``floors.json``: the digest of reports and gold, the least figures, and why floors were ever lowered."""

    digest: str
    floors: dict[str, float]
    lowered: tuple[str, ...] = ()


def main(argv: Sequence[str] | None = None, analyse: Analyse | None = None, folder: Path = HERE) -> int:
    """Measures and judges; 0 good, 1 not good enough, 2 nothing to measure with."""
    options = _arguments(argv)
    try:
        golds = [gold for gold in load_folder(folder / "gold") if options.only in gold.id]
        cases = _read(golds, folder, analyse or make_analyse())
    except (CronistoriaError, GoldError) as error:
        print(f"gate: {error}", file=sys.stderr)
        return 2
    tallies = score(cases)
    print(table(tallies))
    if options.details:
        print(details(tallies))
    if len(cases) < len(golds) or not cases:
        print(f"gate: {len(golds) - len(cases)} of {len(golds)} reports could not be read", file=sys.stderr)
        return 2
    return 0 if options.only else _judge(measure(cases, tallies), folder, options)


def measure(cases: Sequence[Case], tallies: dict[str, Tally]) -> dict[str, float]:
    """The figures over all reports, and the rows of each language as ``language/row``."""
    measured = figures(tallies)
    for language in sorted({case.gold.lang for case in cases}):
        rows = figures(score(case for case in cases if case.gold.lang == language))
        measured |= {f"{language}/{name}": value for name, value in rows.items() if "." not in name}
    return dict(sorted(measured.items()))


def digest(folder: Path) -> str:
    """SHA-256 over the names and bytes of all reports and gold."""
    whole = hashlib.sha256()
    for path in sorted([*(folder / "reports").glob("*.txt"), *(folder / "gold").glob("*.yaml")]):
        for part in (path.name.encode(), path.read_bytes()):
            whole.update(len(part).to_bytes(8, "big") + part)
    return whole.hexdigest()


def complaints(measured: dict[str, float], pinned: Floors, found_digest: str) -> list[str]:
    """Why the gate is shut; nothing if it is open."""
    said = [] if pinned.digest == found_digest else ["reports or gold changed: run with --update, or --lower and why"]
    for name, floor in pinned.floors.items():
        value = measured.get(name)
        if value is None:
            said.append(f"{name}: nothing measured, floor {floor:.3f}")
        elif value < floor:
            said.append(f"{name}: {value:.3f} is under the floor {floor:.3f}")
    return said


def raised(measured: dict[str, float], pinned: Floors, found_digest: str) -> Floors:
    """Floors at what is measured less the margin, none of them lower than before."""
    anew = _floors_of(measured)
    floors = {name: max(floor, pinned.floors.get(name, 0)) for name, floor in anew.items()}
    return msgspec.structs.replace(pinned, digest=found_digest, floors=floors)


def _floors_of(measured: dict[str, float]) -> dict[str, float]:
    return {name: max(math.floor((value - MARGIN) * 1000) / 1000, 0) for name, value in measured.items()}


def _judge(measured: dict[str, float], folder: Path, options: argparse.Namespace) -> int:
    path, found_digest = folder / "floors.json", digest(folder)
    empty = Floors(digest="", floors={})
    pinned = msgspec.json.decode(path.read_bytes(), type=Floors) if path.is_file() else empty
    if options.lower:
        reasons = (*pinned.lowered, options.lower)
        _write(path, Floors(digest=found_digest, floors=_floors_of(measured), lowered=reasons))
        return 0
    under = [said for said in complaints(measured, pinned, pinned.digest) if said]
    if options.update and not under:
        _write(path, raised(measured, pinned, found_digest))
        return 0
    said = under if options.update else complaints(measured, pinned, found_digest)
    print(*(f"gate: {line}" for line in said), sep="\n" if said else "")
    print(f"gate: {'shut' if said else 'open'}, {len(pinned.floors)} floors")
    return int(bool(said))


def _write(path: Path, floors: Floors) -> None:
    path.write_bytes(msgspec.json.format(msgspec.json.encode(floors, order="sorted"), indent=1) + b"\n")
    print(f"gate: {path} written, {len(floors.floors)} floors")


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
    parser.add_argument("--only", default="", metavar="ID", help="only reports whose id holds these letters; no floors")
    change = parser.add_mutually_exclusive_group()
    change.add_argument("--update", action="store_true", help="raise the floors; refuses to lower any")
    change.add_argument("--lower", metavar="REASON", help="set the floors anew, also downwards")
    return parser.parse_args(argv)


if __name__ == "__main__":
    sys.exit(main())
