"""The model file."""

import json
import zipfile
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from cronistoria.errors import ModelError
from cronistoria.parse.bundle import About, read_bundle, write_bundle
from tests.parse.model import small_bundle


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A model file with its checksum."""
    write_bundle(tmp_path / "small.model", small_bundle())
    return tmp_path / "small.model"


def _sign(path: Path) -> None:
    from hashlib import sha256

    path.with_suffix(".sha256").write_text(sha256(path.read_bytes()).hexdigest(), encoding="utf-8")


def test_what_is_written_is_read(path: Path) -> None:
    written, found = small_bundle(), read_bundle(path)
    assert (found.about, found.labels, found.vocabulary, found.network) == (
        written.about, written.labels, written.vocabulary, written.network)  # fmt: skip
    assert np.array_equal(found.table, written.table)
    assert np.array_equal(found.relations, written.relations)
    assert found.edits == written.edits
    assert found.lists == written.lists
    assert found.digest == path.with_suffix(".sha256").read_text(encoding="utf-8").strip()


def test_the_same_parts_give_the_same_bytes(path: Path, tmp_path: Path) -> None:
    write_bundle(tmp_path / "again.model", small_bundle())
    assert (tmp_path / "again.model").read_bytes() == path.read_bytes()
    assert sorted(p.name for p in tmp_path.iterdir()) == ["again.model", "again.sha256", "small.model", "small.sha256"]


def test_a_changed_byte_is_found(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    with pytest.raises(ModelError, match=r"small\.model: the model is damaged \(SHA-256 .*; install cronistoria again"):
        read_bundle(path)


@pytest.mark.parametrize("suffix", [".model", ".sha256"])
def test_a_missing_file_is_named(path: Path, suffix: str) -> None:
    path.with_suffix(suffix).unlink()
    with pytest.raises(ModelError, match=r"small\.model: the model is missing \(No such file or directory\)"):
        read_bundle(path)


@pytest.mark.parametrize("data", [b"", b"no archive", b"PK\x05\x06" + b"\0" * 18])
def test_what_is_no_model_is_refused_though_its_checksum_is_right(path: Path, data: bytes) -> None:
    path.write_bytes(data)
    _sign(path)
    with pytest.raises(ModelError, match="not a readable model"):
        read_bundle(path)


@pytest.mark.parametrize(
    "name", ["about.json", "labels.json", "vocabulary.json", "table.npy", "relations.npy", "edits.json"]
)
def test_a_part_that_breaks_its_type_is_refused(path: Path, name: str) -> None:
    with zipfile.ZipFile(path) as archive:
        parts = {part: archive.read(part) for part in archive.namelist()}
    with zipfile.ZipFile(path, "w") as archive:
        for part, content in (parts | {name: json.dumps({"a": 1}).encode()}).items():
            archive.writestr(part, content)
    _sign(path)
    with pytest.raises(ModelError, match="not a readable model"):
        read_bundle(path)


def test_another_format_is_refused(path: Path) -> None:
    write_bundle(path, replace(small_bundle(), about=About(99, "small", 1, 0)))
    with pytest.raises(ModelError, match="model format 99, this version reads 2"):
        read_bundle(path)
