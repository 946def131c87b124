"""Files to bytes."""

import io
import os
from pathlib import Path

import pytest

from cronistoria.errors import InputError
from cronistoria.ingest.files import read_file, read_stream


def test_a_file_within_the_limit_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"12345")
    assert read_file(path, 5) == b"12345"


def test_a_file_past_the_limit_is_refused_with_both_sizes(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b" " * 50_000_000)
    with pytest.raises(InputError, match=r"a\.txt: 50\.0 MB is more than a report may have \(2\.0 MB; --size-limit"):
        read_file(path, 2_000_000)


def test_a_stream_past_the_limit_is_refused() -> None:
    with pytest.raises(InputError, match="standard input: over 4 bytes is more than"):
        read_stream(io.BytesIO(b"12345"), "standard input", 4)


def test_missing_files_and_directories_are_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"none\.txt: no such file$"):
        read_file(tmp_path / "none.txt", 9)
    with pytest.raises(InputError, match=r"is a directory; expected a file$"):
        read_file(tmp_path, 9)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_closed_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"a")
    path.chmod(0)
    with pytest.raises(InputError, match=r"a\.txt: not readable \(permission denied\)$"):
        read_file(path, 9)
