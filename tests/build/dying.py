"""Builds a chronicle and is killed on the way: ``python -m tests.build.dying PLACE MOMENT NUMBER FILE...``.

Run by test_kill. MOMENT is where: while a report is read, while it is written, or while entries are; NUMBER is which.
"""

import os
import signal
import sys
from collections.abc import Iterable
from pathlib import Path

from cronistoria.build.building import Plan, build
from cronistoria.build.merging import merge_new
from cronistoria.ingest.document import Given
from cronistoria.model.document import Document
from cronistoria.model.entry import Entry
from cronistoria.model.holdings import InputFile
from cronistoria.reader import Reader
from cronistoria.settings import Settings
from cronistoria.store.opening import open_store
from cronistoria.store.sql_writer import SqlWriter
from tests.build.calls import CallAnalyser


def main(place: str, moment: str, number: int, files: list[Path]) -> None:
    passed = 0

    def pass_by(here: str) -> None:
        nonlocal passed
        passed += here == moment
        if passed == number:
            os.kill(os.getpid(), signal.SIGKILL)

    class Reading(CallAnalyser):
        def parse(self, document: Document) -> tuple[()]:
            pass_by("reading")
            return ()

    keep_file = SqlWriter.keep_file

    def keep_file_dying(writer: SqlWriter, file: InputFile) -> None:
        pass_by("writing")
        keep_file(writer, file)

    replace_entries = SqlWriter.replace_entries

    def replace_entries_dying(writer: SqlWriter, old: Iterable[str], new: Iterable[Entry]) -> None:
        replace_entries(writer, old, new)
        pass_by("merging")

    SqlWriter.replace_entries = replace_entries_dying  # type: ignore[assignment,method-assign]
    Reader.analyser = Reading()  # type: ignore[assignment]
    SqlWriter.keep_file = keep_file_dying  # type: ignore[assignment,method-assign]
    store = open_store(place, create=True)
    for _ in build(store, files, Plan(settings=Settings(), given=Given(language="en"))):
        pass_by("between")
    merge_new(store)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]), [Path(name) for name in sys.argv[4:]])
