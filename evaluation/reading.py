"""Reports to be scored, read one after another by one reader, so that the model is loaded once."""

import sys
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from cronistoria.errors import CronistoriaError
from cronistoria.ingest.document import Given
from cronistoria.model.report import Report
from cronistoria.parse.parsers import load_parser
from cronistoria.pipeline import Analyser
from cronistoria.reader import Reader
from cronistoria.settings import Settings
from evaluation.trees import KeptTrees

Analyse = Callable[["Item"], Report]


@dataclass(frozen=True)
class Item:
    """One report of an evaluation: its text file, and what the reader says about it (``published`` is EDTF)."""

    id: str
    path: Path
    language: str
    published: str | None


@dataclass(frozen=True)
class Outcome:
    """The report, or why there is none; ``seconds`` leaves out loading."""

    item: Item
    report: Report | None
    error: str | None
    seconds: float


def make_analyse(threads: int = 1) -> Analyse:
    """A function that reads an item with the shipped model, loaded here; trees are kept between runs."""
    parser = KeptTrees(load_parser(threads=threads))
    reader = Reader(Settings(threads=threads), Analyser(parser))

    def analyse(item: Item) -> Report:
        given = Given(published=item.published, language=item.language)
        return reader.read_file(item.path, given).report

    return analyse


def read_items(items: Iterable[Item], analyse: Analyse) -> Iterator[Outcome]:
    """The outcome of each item, in order; a report that cannot be read does not stop the others."""
    for item in items:
        start = time.perf_counter()
        try:
            report, error = analyse(item), None
        except (CronistoriaError, OSError) as failure:
            report, error = None, str(failure)
        yield Outcome(item, report, error, time.perf_counter() - start)


def show_outcome(outcome: Outcome) -> None:
    """One line on standard error: the report, its time, its failure."""
    said = f"failed: {outcome.error}" if outcome.error else f"{outcome.seconds:.2f} s"
    print(f"{outcome.item.id:<36}{said}", file=sys.stderr, flush=True)
