"""The same report gives the same bytes, whatever the process, its hash seed, and how the work is shared out."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from cronistoria.examples import example_languages, load_example


def _read(seed: str, *arguments: str) -> bytes:
    command = [sys.executable, "-m", "cronistoria", "read", "--format", "json", *arguments]
    environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": f"UTC+{seed}", "LC_ALL": "C.UTF-8"}
    return subprocess.run(command, env=environment, capture_output=True, check=True).stdout


@pytest.fixture(scope="module")
def examples(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    folder: Path = tmp_path_factory.mktemp("examples")
    for language in example_languages():
        (folder / f"{language}.txt").write_text(load_example(language), encoding="utf-8")
    return sorted(str(path) for path in folder.iterdir())


def test_two_processes_with_different_hash_seeds_write_the_same_bytes(examples: list[str]) -> None:
    first = _read("1", *examples, "--threads", "1")
    second = _read("2", *examples, "--threads", "2", "--jobs", "2")
    assert first.count(b'"kind": "contact"') >= len(examples)
    assert first == second
