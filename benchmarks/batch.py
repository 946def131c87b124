"""How quick batches are: `python -m benchmarks.batch read|memory|merge [--jobs 1 2] [...]`.

Reports are those of `evaluation/reports` (2,100 characters on average, seven languages), read by the model, again
and again with other numbers, dates and surnames, so that no two are alike. ``read`` reads them with each number of
workers and says how many a second once every worker has its model, and how many a second of a processor, which
counts where others use the machine too; ``memory`` says what a worker holds after more and more reports (with
``--stand-in`` read by something that finds sentences and no records, for a long run); ``merge`` merges made records
(`benchmarks.merge`, also with its ``--stems``) over shares and, to compare, all at once. A month of 100,000 reports is
``merge --records 1710000 --per-day 57000 --stems 2600 --jobs 2 --shares-only``.
"""

import argparse
import re
import tempfile
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import msgspec

from benchmarks.batches import write_tellings
from benchmarks.merge import Crisis
from cronistoria.batch.engines import MakeWorker, open_engine
from cronistoria.batch.folder import Folder, Plan
from cronistoria.batch.merging import MergeFolder, MergePlan, run_merge
from cronistoria.batch.running import run_batch
from cronistoria.batch.tasks import Done, make_worker
from cronistoria.ingest.document import Given
from cronistoria.languages.tables import languages_digest
from cronistoria.merge.merging import merge
from cronistoria.model.document import Document
from cronistoria.model.report import ProducedBy, Report
from cronistoria.model.sentence import Sentence
from cronistoria.parse.flat import flat_sentences
from cronistoria.settings import Settings
from cronistoria.version import __version__

_REPORTS = Path(__file__).parent.parent / "evaluation" / "reports"
_YEAR, _NUMBER = re.compile(r"\b(?:19|20)\d\d\b"), re.compile(r"\b\d{1,2}\b")
_NAME = re.compile(r"(?<=[a-zà-ÿ] )[A-Z][a-z]+ ([A-Z][a-z]{3,})\b")
_SURNAMES = ("Marlow", "Ferrand", "Okonjo", "Vestergaard", "Lindqvist", "Barreto", "Castellan", "Dunmore")
_FURTHER, _DAYS = 3, 28


class Timed:
    """Notes when each task was done."""

    def __init__(self) -> None:
        self.steps: dict[str, list[tuple[float, Done]]] = {}
        self._step = ""

    def begin(self, step: str, total: int | None, done: int, /) -> None:
        """A step begins."""
        self._step = step
        self.steps[step] = []

    def advance(self, done: Done, amount: int, /) -> None:
        """A task is done."""
        self.steps[self._step].append((time.perf_counter(), done))

    def rate(self, step: str, warm: int) -> float:
        """Inputs a second after the first ``warm`` tasks."""
        done = self.steps[step]
        inputs = sum(did.counts["inputs"] for _, did in done[warm:])
        return inputs / (done[-1][0] - done[warm - 1][0])

    def busy_rate(self, step: str, warm: int) -> float:
        """Inputs a second of a processor after the first ``warm`` tasks."""
        done = [did for _, did in self.steps[step][warm:]]
        return sum(did.counts["inputs"] for did in done) / sum(did.busy for did in done)


class StandIn:
    """Finds sentences, and no records."""

    def parse(self, document: Document) -> tuple[Sentence, ...]:
        """Words and sentences without trees."""
        return flat_sentences(document)

    def interpret(self, document: Document, sentences: tuple[Sentence, ...]) -> Report:
        """An empty report."""
        made = ProducedBy(version=__version__, models={"stand-in": "0"}, languages=languages_digest())
        return Report(document=document, actors=(), dates=(), records=(), problems=(), produced_by=made)


def make_texts(count: int) -> Iterator[str]:
    """So many reports, no two alike."""
    originals = [path.read_text(encoding="utf-8") for path in sorted(_REPORTS.glob("*.txt"))]
    for number in range(count):
        yield varied(originals[number % len(originals)], number // len(originals))


def varied(text: str, copy: int) -> str:
    """The same report with other years, days, numbers and one other surname; the first copy is the report itself."""
    if copy == 0:
        return text
    text = _YEAR.sub(lambda found: str(int(found[0]) + copy % _FURTHER), text)
    text = _NUMBER.sub(lambda found: str((int(found[0]) + copy) % _DAYS + 1), text)
    name = _NAME.search(text)
    return f"{text.replace(name[1], _SURNAMES[copy % len(_SURNAMES)]) if name else text}\n({copy})\n"


def write_inputs(folder: Path, count: int) -> tuple[str, ...]:
    """The reports as files; their paths."""
    paths = [folder / f"{number:06}.txt" for number in range(count)]
    for path, text in zip(paths, make_texts(count), strict=True):
        path.write_text(text, encoding="utf-8")
    return tuple(map(str, paths))


def read(inputs: tuple[str, ...], root: Path, jobs: int, shard_size: int, make: MakeWorker) -> Timed:
    """Reads a batch; when what was done."""
    plan = Plan(
        inputs=inputs, given=Given(), columns={}, size_limit=2_000_000, shard_size=shard_size, parser="shipped",
        threads=1, actors=None, version=__version__, languages=languages_digest(),
    )  # fmt: skip
    timed = Timed()
    with open_engine("local", make, jobs) as engine:
        run_batch(plan, Folder.begin(root, plan, resume=False), engine, timed)
    return timed


def measure_reading(options: argparse.Namespace) -> None:
    """Reports a second by number of workers."""
    with tempfile.TemporaryDirectory() as folder:
        inputs = write_inputs(Path(folder), options.reports)
        before = None
        for jobs in options.jobs:
            root = Path(folder, f"batch-{jobs}")
            timed = read(inputs, root, jobs, options.shard_size, partial(make_worker, Settings(threads=1)))
            rate = timed.rate("reading", jobs)
            ratio = f", {rate / before:.2f} times the first" if before else ""
            before = before or rate
            size = sum(path.stat().st_size for path in root.rglob("*.parquet")) / options.reports
            busy = [round(did.busy, 1) for _, did in timed.steps["reading"]]
            print(
                f"{jobs} worker(s): {rate:.2f} reports/s{ratio}, {timed.busy_rate('reading', jobs):.2f} a second of a"
                f" processor; {size:,.0f} bytes a report; shards took {busy} s of a processor",
                flush=True,
            )


def measure_memory(options: argparse.Namespace) -> None:
    """The most memory that the worker has held, after each tenth of the reports."""
    stand_in = StandIn() if options.stand_in else None
    make = partial(make_worker, Settings(threads=1), stand_in)  # type: ignore[arg-type]
    with tempfile.TemporaryDirectory() as folder:
        inputs = write_inputs(Path(folder), options.reports)
        timed = read(inputs, Path(folder, "batch"), 2, options.shard_size, make)
        done = timed.steps["reading"]
        for number in range(1, 11):
            upto = done[: max(len(done) * number // 10, 1)]
            inputs_done = sum(did.counts["inputs"] for _, did in upto)
            print(f"{inputs_done:>9,} reports: at most {max(did.memory for _, did in upto):,} MiB in a worker")


def measure_merging(options: argparse.Namespace) -> None:
    """Seconds over shares by number of workers, and all at once."""
    told = list(Crisis(stems=options.stems).tellings(options.records, options.per_day))
    reports = len({telling.source.document for telling in told})
    print(f"{len(told):,} records of {reports:,} reports", flush=True)
    if not options.shares_only:
        start, busy = time.perf_counter(), time.process_time()
        entries = len(merge(told).entries)
        seconds, busy = time.perf_counter() - start, time.process_time() - busy
        print(f"all at once: {seconds:.1f} s, {busy:.1f} s of a processor; {entries:,} entries", flush=True)
    for jobs in options.jobs:
        with tempfile.TemporaryDirectory() as place:
            root = Path(place)
            write_tellings(root, told)
            if jobs == options.jobs[-1]:
                told.clear()
            folder, timed = MergeFolder(root), Timed()
            plan = MergePlan(
                batch=folder.batch, version=__version__, labels="en", settle=not options.no_status, now=None
            )
            folder.begin(plan, resume=False, again=False)
            start = time.perf_counter()
            with open_engine("local", partial(make_worker, Settings()), jobs) as engine:
                merging = run_merge(plan, folder, engine, timed)
            seconds = time.perf_counter() - start
            steps = {step: round(sum(did.busy for _, did in done), 1) for step, done in timed.steps.items()}
            memory = max(did.memory for done in timed.steps.values() for _, did in done)
            entries = merging.counts["entries"]
            print(f"over shares, {jobs} worker(s): {seconds:.1f} s, {sum(steps.values()):.1f} s of a processor;")
            print(f"    {entries:,} entries; at most {memory:,} MiB in a worker; {msgspec.json.encode(steps).decode()}")


def main() -> None:
    """Runs one of the three."""
    parser = argparse.ArgumentParser(description="Measure batches.")
    parser.add_argument("what", choices=("read", "memory", "merge"))
    parser.add_argument("--jobs", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--reports", type=int, default=160)
    parser.add_argument("--shard-size", type=int, default=20)
    parser.add_argument("--stand-in", action="store_true")
    parser.add_argument("--records", type=int, default=100_000)
    parser.add_argument("--per-day", type=int, default=250)
    parser.add_argument("--stems", type=int, default=0)
    parser.add_argument("--no-status", action="store_true")
    parser.add_argument("--shares-only", action="store_true", help="do not also merge all at once")
    options = parser.parse_args()
    {"read": measure_reading, "memory": measure_memory, "merge": measure_merging}[options.what](options)


if __name__ == "__main__":
    main()
