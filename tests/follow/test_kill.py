"""Killed at any moment, following loses no article and keeps none twice; told to stop, it ends by itself."""

import os
import signal
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from cronistoria.build.checking import find_faults
from cronistoria.store.opening import open_store
from tests.follow.made import page, rss
from tests.follow.server import Site

NAMES = ("Bea", "Cid", "Dea")


def start(site: Site, crisis: Path, moment: str, number: int = 1) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "tests.follow.dying", site.url("/rss"), str(crisis), moment, str(number)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    return subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True)


@pytest.fixture
def crisis(site: Site, tmp_path: Path) -> Path:
    site.says("/rss", rss([(f"/{name}", name) for name in NAMES]), ETag='"1"')
    for name in NAMES:
        site.says(f"/{name}", page(f"{name} calls Ada.", f"{name * 3} waits."))
    return tmp_path / "crisis.db"


@pytest.mark.parametrize(
    ("moment", "number"), [("queued", 1), ("fetched", 3), ("written", 2), ("read", 2), ("kept", 3)]
)
def test_a_killed_run_goes_on(site: Site, crisis: Path, moment: str, number: int) -> None:
    for current, ending in ((moment, -signal.SIGKILL), ("never", 0)):
        process = start(site, crisis, current, number)
        _, told = process.communicate(timeout=60)
        assert process.returncode == ending, told
    with closing(open_store(str(crisis))) as store, store.reading() as reader:
        totals = reader.totals()
        assert (totals.reports, totals.records, totals.entries, totals.files) == (3, 3, 3, 3)
        assert list(find_faults(store)) == []
    assert max(site.counts[f"/{name}"] for name in NAMES) <= 2


def test_it_ends_when_it_is_told_to(site: Site, crisis: Path) -> None:
    process = start(site, crisis, "stopped")
    assert process.stderr is not None
    seen = 0
    while seen < len(NAMES) and (line := process.stderr.readline()):
        seen += '"event": "report"' in line
    process.terminate()
    process.communicate(timeout=60)
    assert (seen, process.returncode) == (3, 0)
    with closing(open_store(str(crisis))) as store, store.reading() as reader:
        assert (reader.totals().reports, reader.unmerged()) == (3, ())
