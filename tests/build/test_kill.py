"""Killed at any moment, a build loses no finished report, and goes on where it was."""

import os
import signal
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from cronistoria.build.checking import find_faults
from cronistoria.store.opening import open_store
from tests.build.test_building import write

TEXTS: dict[str, str | bytes] = {f"{n}.txt": f"Ada calls Bea {n} times. Cid calls Dea." for n in range(5)}


def run(place: Path, moment: str, number: int, files: list[Path]) -> int:
    command = [sys.executable, "-m", "tests.build.dying", str(place), moment, str(number), *map(str, files)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    return subprocess.run(command, env=environment, check=False).returncode


@pytest.mark.parametrize(
    ("moment", "number", "finished"),
    [("reading", 1, 0), ("reading", 4, 3), ("writing", 3, 2), ("between", 5, 5), ("merging", 1, 5)],
)
def test_a_killed_build_goes_on(tmp_path: Path, moment: str, number: int, finished: int) -> None:
    files, place = write(tmp_path, TEXTS), tmp_path / "crisis.db"
    assert run(place, moment, number, files) == -signal.SIGKILL
    with closing(open_store(str(place))) as store, store.reading() as reader:
        assert reader.totals().reports == finished
        assert (reader.totals().records, reader.totals().entries) == (2 * finished, 0)
        assert list(store.faults()) == []
    assert run(place, "never", 1, files) == 0
    with closing(open_store(str(place))) as store, store.reading() as reader:
        assert (reader.totals().reports, reader.totals().records, reader.totals().files) == (5, 10, 5)
        assert list(find_faults(store)) == []
