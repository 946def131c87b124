"""Scores the hand-made gold that lies beside a checkout: `python -m evaluation.shared ../shared/gold`.

The gold's texts are read by the product as a user would have it read them, with the date and language that the gold
names; the reports are kept in ``out/shared-gold`` and scored there by the scorer that comes with the gold
(``tools/score_report.py``), which prints the table. Without that folder it says so and is content.
"""

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import yaml

from evaluation.reading import Analyse, Item, make_analyse, read_items, show_outcome

_OUT = Path("out/shared-gold")
_HEADER = re.compile(r"\s*(date|data)\s*:?\s*\d{4}-\d\d", re.IGNORECASE)
_EDTF = re.compile(r"\d{4}(-\d\d){0,2}")


def main(argv: Sequence[str] | None = None, analyse: Analyse | None = None) -> int:
    """Reads, scores, prints; the scorer's exit status, 1 if a report could not be read, 0 if there is no gold."""
    options, for_scorer = _arguments(argv)
    gold, scorer = options.gold.resolve(), options.gold.resolve().parent / "tools" / "score_report.py"
    if not gold.is_dir() or not scorer.is_file():
        print(f"evaluate: skipped, there is no shared gold at {options.gold} (with tools/score_report.py beside it)")
        return 0
    items = [item for item in shared_items(gold) if options.only in item.id]
    if not items:
        print(f"evaluate: no report's id holds '{options.only}'", file=sys.stderr)
        return 2
    failed = _write_reports(items, options.out, analyse or make_analyse())
    with tempfile.TemporaryDirectory() as folder:
        for item in items:
            shutil.copy(gold / f"{item.id}.yaml", folder)
        scored = subprocess.run([sys.executable, scorer, folder, options.out, *for_scorer], check=False)
    return scored.returncode or int(failed)


def shared_items(gold: Path) -> Iterator[Item]:
    """The reports that the gold files name; texts lie in ``corpora`` beside the gold, or beside it directly."""
    for path in sorted(gold.glob("*.yaml")):
        node = yaml.safe_load(path.read_text(encoding="utf-8"))
        text = _locate(gold.parent, node["doc"]["corpus"])
        yield Item(path.stem, text, node["lang"], _published(text, node.get("doc_date") or {}))


def _locate(shared: Path, name: str) -> Path:
    inside = shared / "corpora" / name
    return inside if inside.is_file() else shared / name


def _published(text: Path, doc_date: dict[str, object]) -> str | None:
    """The gold's date, unless the text says its own or the gold has only an interval."""
    value = str(doc_date.get("value") or "")
    with text.open(encoding="utf-8-sig", errors="replace") as stream:
        has_header = _HEADER.match(stream.read(80)) is not None
    return value if _EDTF.fullmatch(value) and not has_header else None


def _write_reports(items: Sequence[Item], out: Path, analyse: Analyse) -> bool:
    """Writes the reports into an emptied folder; whether any could not be read."""
    out.mkdir(parents=True, exist_ok=True)
    for old in out.glob("*.json"):
        old.unlink()
    failed = False
    for outcome in read_items(items, analyse):
        show_outcome(outcome)
        if outcome.report is None:
            failed = True
        else:
            (out / f"{outcome.item.id}.json").write_text(outcome.report.to_json(), encoding="utf-8")
    return failed


def _arguments(argv: Sequence[str] | None) -> tuple[argparse.Namespace, list[str]]:
    parser = argparse.ArgumentParser(
        description="Score the shared gold; other options (--details, --kinds, --min) go to its scorer."
    )
    parser.add_argument("gold", type=Path)
    parser.add_argument("--only", default="", metavar="ID", help="only reports whose id holds these letters")
    parser.add_argument("--out", type=Path, default=_OUT, help=f"where the reports go (default {_OUT})")
    return parser.parse_known_args(argv)


if __name__ == "__main__":
    sys.exit(main())
