"""``cronistoria batch`` with sleepy workers that sign a folder.

``python -m tests.batch.stopping FOLDER ARGUMENT...``
"""

import os
import sys
import time
from functools import partial
from pathlib import Path

from cronistoria.batch import tasks
from cronistoria.batch.tasks import Worker
from cronistoria.cli import batching
from cronistoria.cli.main import main
from cronistoria.model.document import Document
from cronistoria.model.sentence import Sentence
from cronistoria.settings import Settings
from tests.build.calls import CallAnalyser


class Sleeping(CallAnalyser):
    """Takes its time."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def parse(self, document: Document) -> tuple[Sentence, ...]:
        (self.folder / str(os.getpid())).touch()
        time.sleep(60)
        return ()


def make_sleeping_worker(folder: Path, settings: Settings) -> Worker:
    return tasks.make_worker(settings, Sleeping(folder))  # type: ignore[arg-type]


if __name__ == "__main__":
    batching.make_worker = partial(make_sleeping_worker, Path(sys.argv[1]))  # type: ignore[attr-defined]
    main(sys.argv[2:], prog_name="cronistoria")
