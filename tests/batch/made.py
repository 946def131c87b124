"""Batches of made reports, read by analysers that need no model and may end their process."""

import os
import signal
from functools import partial
from pathlib import Path

from cronistoria.batch.engines import EngineName, open_engine
from cronistoria.batch.folder import Folder, Manifest, Plan
from cronistoria.batch.running import run_batch
from cronistoria.batch.tasks import Done, make_worker
from cronistoria.ingest.document import Given
from cronistoria.model.document import Document
from cronistoria.model.report import Report
from cronistoria.model.sentence import Sentence
from cronistoria.settings import Settings
from tests.build.calls import CallAnalyser

NAMES = ("Ada", "Bea", "Cid", "Dea", "Eva")


class Unwatched:
    """Nobody looks on."""

    def begin(self, step: str, total: int | None, done: int, /) -> None:
        pass

    def advance(self, done: Done, amount: int, /) -> None:
        pass


class DyingAnalyser(CallAnalyser):
    """Ends its process at a report that holds some words, so many times; a folder keeps count."""

    def __init__(self, words: str, times: int, folder: Path) -> None:
        self.words, self.times, self.folder = words, times, folder

    def parse(self, document: Document) -> tuple[Sentence, ...]:
        self.folder.mkdir(exist_ok=True)
        died = len(list(self.folder.iterdir()))
        if self.words in document.text and died < self.times:
            (self.folder / str(died)).touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return ()


class DefectiveAnalyser(CallAnalyser):
    """Fails at reports that Ada is in."""

    def interpret(self, document: Document, sentences: tuple[Sentence, ...]) -> Report:
        if "Ada" in document.text:
            raise ZeroDivisionError("no")
        return super().interpret(document, sentences)


def write_reports(folder: Path, count: int = 24) -> Path:
    """Reports in three months and without a date; two say the same, one cannot be read, one is empty."""
    folder.mkdir()
    for number in range(count):
        one, other = NAMES[number % 5], NAMES[number // 5 % 5]
        name = f"2031-0{number % 3 + 1}-11 {number:02}.txt" if number % 7 else f"{number:02}.txt"
        (folder / name).write_text(f"{one} calls {other} {number} times. Later {other} calls {one}.")
    (folder / "zz.txt").write_text("Ada calls Ada 0 times. Later Ada calls Ada.")
    (folder / "binary.txt").write_bytes(b"\0\1")
    (folder / "empty.txt").write_bytes(b" ")
    return folder


def make_plan(*inputs: Path, shard_size: int = 5) -> Plan:
    return Plan(
        inputs=tuple(map(str, inputs)), given=Given(language="en"), columns={}, size_limit=100_000,
        shard_size=shard_size, parser="made", threads=1, actors=None, version="1", languages="0",
    )  # fmt: skip


def run(
    plan: Plan,
    root: Path,
    *,
    engine: EngineName = "local",
    jobs: int | None = 1,
    analyser: CallAnalyser | None = None,
    address: str | None = None,
    resume: bool = False,
) -> Manifest:
    folder = Folder.begin(root, plan, resume=resume)
    make = partial(make_worker, Settings(), analyser or CallAnalyser())  # type: ignore[arg-type]
    with open_engine(engine, make, jobs, address) as workers:
        return run_batch(plan, folder, workers, Unwatched())


def bytes_in(root: Path) -> dict[str, bytes]:
    """All files below a folder."""
    return {str(path.relative_to(root)): path.read_bytes() for path in root.rglob("*") if path.is_file()}
