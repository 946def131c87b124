"""The scorer: reports against gold, row by row, micro-averaged over all reports.

    python -m evaluation.score REPORTS_DIR [--details]      REPORTS_DIR holds <id>.json of `cronistoria read`

Rows and matching as `docs/evaluation.md` says: precision, recall and F1 of records, recall of dates,
actors and attributions, and under each row how right the slots of the matched records are.
"""

import argparse
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from cronistoria.model.codec import report_from_json
from cronistoria.model.record import BaseRecord
from evaluation.case import Case
from evaluation.gold import load_folder
from evaluation.matching import pair_off
from evaluation.rows import ROWS, Row
from evaluation.wording import found_words, gold_words

_GOLD = Path(__file__).parent / "gold"


@dataclass
class Tally:
    """The counts of one row over all reports, and in words what was missed, false or wrong."""

    row: Row
    gold: int = 0
    found: int = 0
    matched: int = 0
    slots: dict[str, list[float]] = field(default_factory=dict)
    details: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float | None:
        return self.matched / self.found if self.row.precision and self.found else None

    @property
    def recall(self) -> float | None:
        return self.matched / self.gold if self.gold else None

    @property
    def headline(self) -> float | None:
        """F1, or recall where there is no precision; ``None`` with nothing to score."""
        if not self.row.precision:
            return self.recall
        total = self.gold + self.found
        return 2 * self.matched / total if total else None

    @property
    def slot_means(self) -> dict[str, float]:
        """The mean of each slot over the matched pairs."""
        return {name: sum(scores) / len(scores) for name, scores in self.slots.items()}

    def add(self, case: Case) -> None:
        """Counts one report."""
        golds, founds = self.row.gold(case), self.row.found(case)
        pairs = pair_off([[self.row.worth(case, gold, found) for found in founds] for gold in golds])
        self.gold += len(golds)
        self.matched += len(pairs)
        for g, f in pairs:
            self._add_slots(case, golds[g], founds[f])
        seen = {g for g, _ in pairs}
        self.details += [f"missed  {case.gold.id}  {gold_words(g)}" for i, g in enumerate(golds) if i not in seen]
        if self.row.precision:
            taken = {f for _, f in pairs}
            rest = [found for i, found in enumerate(founds) if i not in taken]
            false = [found for found in rest if not case.is_harmless(found, self.row.name.partition("_")[0])]
            self.found += len(pairs) + len(false)
            self.details += [f"false   {case.gold.id}  {found_words(found)}" for found in false]

    def _add_slots(self, case: Case, gold: Any, found: Any) -> None:
        scores = {name: score for name, score in self.row.slots(case, gold, found).items() if score is not None}
        for name, score in scores.items():
            self.slots.setdefault(name, []).append(score)
        if wrong := ", ".join(name for name, score in scores.items() if score < 1):
            instead = f"  but {found_words(found)}" if isinstance(found, BaseRecord) else ""
            self.details.append(f"wrong   {case.gold.id}  {wrong}: {gold_words(gold)}{instead}")


def score(cases: Iterable[Case]) -> dict[str, Tally]:
    """All rows over all reports."""
    tallies = {row.name: Tally(row) for row in ROWS}
    for case in cases:
        for tally in tallies.values():
            tally.add(case)
    return tallies


def figures(tallies: dict[str, Tally]) -> dict[str, float]:
    """The figures that floors stand for: ``row`` for its headline, ``row.slot`` for a slot."""
    named: dict[str, float] = {}
    for name, tally in tallies.items():
        if tally.headline is not None:
            named[name] = tally.headline
        named |= {f"{name}.{slot}": mean for slot, mean in tally.slot_means.items()}
    return named


def table(tallies: dict[str, Tally]) -> str:
    """The rows for a terminal."""
    lines = [f"{'row':<16}{'gold':>6}{'found':>7}{'right':>7}{'P':>7}{'R':>7}{'F1':>7}  slots"]
    for name, tally in tallies.items():
        found = str(tally.found) if tally.row.precision else "-"
        f1 = tally.headline if tally.row.precision else None
        numbers = "".join(
            f"{'-' if value is None else f'{value:.2f}':>7}" for value in (tally.precision, tally.recall, f1)
        )
        slots = "  ".join(f"{slot} {mean:.2f}" for slot, mean in tally.slot_means.items())
        lines.append(f"{name:<16}{tally.gold:>6}{found:>7}{tally.matched:>7}{numbers}  {slots}".rstrip())
    return "\n".join(lines)


def details(tallies: dict[str, Tally]) -> str:
    """What was missed, false or wrong, in words, row by row."""
    return "\n".join(f"\n{name}\n  " + "\n  ".join(tally.details) for name, tally in tallies.items() if tally.details)


def main(argv: Sequence[str] | None = None) -> int:
    """Scores report files against the project's own gold."""
    parser = argparse.ArgumentParser(description="Score report files against evaluation/gold.")
    parser.add_argument("reports", type=Path)
    parser.add_argument("--details", action="store_true")
    options = parser.parse_args(argv)
    paths = {gold.id: options.reports / f"{gold.id}.json" for gold in load_folder(_GOLD)}
    cases = [
        Case(gold, report_from_json(paths[gold.id].read_bytes()))
        for gold in load_folder(_GOLD)
        if paths[gold.id].is_file()
    ]
    tallies = score(cases)
    print(table(tallies))
    if options.details:
        print(details(tallies))
    return 0


if __name__ == "__main__":
    sys.exit(main())
