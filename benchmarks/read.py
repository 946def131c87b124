"""How quick `cronistoria read` is, and where the time goes: `python -m benchmarks.read [--reports 60] [--jobs 2]`.

Reports of about 2,000 characters are made from the bundled examples. Startup and first report are the best of three
fresh processes; throughput is over all reports after the first; shares are of one process with one thread.
"""

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import ParamSpec, TypeVar

from cronistoria.cli.jobs import Source, Task, render, run_tasks
from cronistoria.examples import example_languages, load_example
from cronistoria.ingest.document import Given, ingest_text
from cronistoria.ingest.sources import pieces
from cronistoria.pipeline import compose_records, find_mentions, understand
from cronistoria.reader import Reader, Reading
from cronistoria.settings import Settings

P = ParamSpec("P")
T = TypeVar("T")
_LENGTH = 2000
_MEBI = 1024


def main() -> None:
    """Prints all figures."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    arguments.add_argument("--reports", type=int, default=60)
    arguments.add_argument("--jobs", type=int, default=2)
    options = arguments.parse_args()
    texts = list(make_reports(options.reports))
    _show("cronistoria --help", f"{_best_of_three('--help'):.2f} s")
    with tempfile.TemporaryDirectory() as folder:
        paths = _write(Path(folder), texts)
        _show("first report, loading included", f"{_best_of_three('read', paths[0], '--format', 'json'):.2f} s")
        for jobs, threads in ((1, 1), (1, options.jobs), (options.jobs, 1)):
            speed = throughput(paths, jobs, threads)
            _show(f"{jobs} process(es), {threads} thread(s)", f"{speed:.1f} reports/s")
    for stage, share in stage_shares(texts):
        _show(f"  share of {stage}", f"{share:.0%}")
    own, children = (
        resource.getrusage(who).ru_maxrss / _MEBI for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    _show("peak memory of a process", f"{max(own, children):.0f} MiB")


def make_reports(count: int) -> Iterator[str]:
    """Reports of about 2,000 characters, no two alike."""
    examples = [load_example(language) for language in example_languages()]
    for number in range(count):
        head, _, body = examples[number % len(examples)].partition("\n\n")
        paragraphs = body.strip().split("\n\n")
        text = f"{head}\n\n{body.strip()}"
        while len(text) < _LENGTH:
            text += "\n\n" + paragraphs[(number + len(text)) % len(paragraphs)]
        yield f"{text}\n\n({number})\n"


def throughput(paths: list[str], jobs: int, threads: int) -> float:
    """Reports a second once the first is done."""
    task = _task(Settings(jobs=jobs, threads=threads))
    outcomes = run_tasks(task, [Source(path, piece) for path in paths for piece in pieces([path])])
    next(outcomes)
    start = time.perf_counter()
    done = sum(outcome.error is None for outcome in outcomes)
    return done / (time.perf_counter() - start)


def stage_shares(texts: list[str]) -> list[tuple[str, float]]:
    """The share of each stage in the time of one process."""
    reader = Reader(Settings(threads=1))
    reader.read_text(texts[0])
    spent: dict[str, float] = {}

    def timed(stage: str, work: Callable[P, T], *given: P.args, **named: P.kwargs) -> T:
        start = time.perf_counter()
        result = work(*given, **named)
        spent[stage] = spent.get(stage, 0) + time.perf_counter() - start
        return result

    for text in texts[1:]:
        document = timed("ingest", ingest_text, text, "text", Given()).document
        sentences = timed("parse", reader.parse, document)
        mentions = timed("extract", find_mentions, document, sentences)
        context = timed("compose", understand, document, sentences, mentions)
        timed("compose", compose_records, mentions, context)
        reading = Reading(reader.analyser.interpret(document, sentences), sentences)
        timed("export", render, reading, _task(reader.settings))
    total = sum(spent.values())
    return [(stage, seconds / total) for stage, seconds in spent.items()]


def _task(settings: Settings) -> Task:
    return Task(settings=settings, given=Given(), format="json", labels=None, width=100, colour=False, explain=False)


def _best_of_three(*arguments: str) -> float:
    def once() -> float:
        start = time.perf_counter()
        subprocess.run([sys.executable, "-m", "cronistoria", *arguments], check=True, stdout=subprocess.DEVNULL)
        return time.perf_counter() - start

    return min(once() for _ in range(3))


def _write(folder: Path, texts: list[str]) -> list[str]:
    paths = [folder / f"{number}.txt" for number in range(len(texts))]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(text, encoding="utf-8")
    return [str(path) for path in paths]


def _show(what: str, figure: str) -> None:
    print(f"{what:<40}{figure:>16}", flush=True)


if __name__ == "__main__":
    main()
