"""Killed at any moment, a batch goes on where it was, to the same bytes."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.batch.made import bytes_in, make_plan, run, write_reports


def test_a_batch_that_is_killed_again_and_again_gives_the_same_bytes(tmp_path: Path) -> None:
    inputs = sorted(write_reports(tmp_path / "in").iterdir())
    run(make_plan(*inputs), tmp_path / "whole")
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    ends = []
    for number in ("1", "9", "20", "999"):
        command = [sys.executable, "-m", "tests.batch.dying", number, str(tmp_path / "killed"), *map(str, inputs)]
        ends.append(subprocess.run(command, env=environment, check=False).returncode)
    assert ends == [-signal.SIGKILL] * 3 + [0]
    assert bytes_in(tmp_path / "killed") == bytes_in(tmp_path / "whole")


@pytest.mark.parametrize("sent", [signal.SIGTERM, signal.SIGINT])
def test_a_batch_that_is_stopped_ends_its_workers_and_says_how_to_go_on(tmp_path: Path, sent: signal.Signals) -> None:
    inputs, signed = sorted(write_reports(tmp_path / "in").iterdir()), tmp_path / "signed"
    signed.mkdir()
    command = [sys.executable, "-m", "tests.batch.stopping", str(signed), "batch", *map(str, inputs)]
    command += ["-o", str(tmp_path / "out"), "--jobs", "2", "--shard-size", "4", "--language", "en"]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    process = subprocess.Popen(
        command, env=environment, stderr=subprocess.PIPE, text=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),  # what runs behind may ignore it
    )  # fmt: skip
    while len(workers := list(signed.iterdir())) < 2:
        assert process.poll() is None
        time.sleep(0.05)
    process.send_signal(sent)
    assert process.communicate()[1] == "Stopped; what is done is kept, and --resume goes on.\n"
    assert process.returncode == 130
    for worker in workers:
        with pytest.raises(ProcessLookupError):
            os.kill(int(worker.name), 0)
