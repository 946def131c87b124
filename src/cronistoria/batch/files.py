"""Files that are whole or not there, with one set of Parquet options, so that equal rows are equal bytes."""

import hashlib
import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec

from cronistoria.errors import CronistoriaError, StoreError

_OPTIONS = {"compression": "zstd", "compression_level": 3, "version": "2.6", "data_page_version": "1.0"}
_METADATA = b"cronistoria"


class FileNote(msgspec.Struct, frozen=True, kw_only=True):
    """A finished file: its path below the folder, its rows, its SHA-256."""

    path: str
    rows: int
    sha256: str


def load_parquet() -> Any:
    """The module ``pyarrow.parquet``. Raises `CronistoriaError` without it."""
    try:
        import pyarrow.parquet
    except ImportError as error:
        raise CronistoriaError("batches need pyarrow: pip install 'cronistoria[data]'") from error
    return pyarrow.parquet


def row_groups(paths: Iterable[Path]) -> list[tuple[Path, int]]:
    """All row groups of some files."""
    parquet = load_parquet()
    return [(path, group) for path in paths for group in range(parquet.read_metadata(path).num_row_groups)]


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """A place beside a path that becomes it once the block is over, and is gone if the block fails."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    part = Path(name)
    try:
        yield part
        os.fsync(handle)
        part.chmod(0o644)
        part.replace(path)
    finally:
        os.close(handle)
        part.unlink(missing_ok=True)


@contextmanager
def parquet_writer(path: Path, schema: Any, about: str | None = None) -> Iterator[Any]:
    """A ``pyarrow.parquet.ParquetWriter``; ``about`` goes into the file's metadata."""
    parquet = load_parquet()
    described = schema.with_metadata({_METADATA: about.encode()}) if about else schema
    with whole_file(path) as part, parquet.ParquetWriter(part, described, **_OPTIONS) as writer:
        yield writer


def write_note(path: Path, note: msgspec.Struct) -> None:
    """A struct as JSON."""
    with whole_file(path) as part:
        part.write_bytes(msgspec.json.format(msgspec.json.encode(note), indent=1) + b"\n")


def read_note(path: Path, kind: type[Any]) -> Any:
    """A struct from JSON; ``None`` without a file. Raises `StoreError` for one that is something else."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=kind)
    except FileNotFoundError:
        return None
    except msgspec.DecodeError as error:
        raise StoreError(f"{path}: {error}") from error


def file_digest(path: Path) -> str:
    """SHA-256 of a file."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
