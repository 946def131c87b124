"""The model file: one zip archive with the network, the embedding table, the vocabulary and the labels.

Its SHA-256 stands beside it and is checked when it is read. A file that is missing or damaged is a `ModelError` that
says which and what to do.
"""

import hashlib
import io
import zipfile
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

import msgspec
import numpy as np
from numpy.typing import NDArray

from cronistoria.errors import ModelError
from cronistoria.parse.labels import Labels
from cronistoria.parse.pieces import Vocabulary

FORMAT = 1
_REMEDY = "install cronistoria again, or make the model anew (models/CARD.md)"


class About(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the file says of itself."""

    format: int
    name: str
    layers: int
    steps: int


@dataclass(frozen=True)
class Bundle:
    """All parts of a model: ``network`` is an ONNX file, ``table`` the packed embedding rows (see `table`)."""

    about: About
    digest: str
    network: bytes
    table: NDArray[np.uint8]
    relations: NDArray[np.float32]
    vocabulary: Vocabulary
    labels: Labels


def model_path() -> Path:
    """Where the shipped model lies."""
    return Path(str(resources.files("cronistoria.parse").joinpath("model", "cronistoria.model")))


def read_bundle(path: Path) -> Bundle:
    """The model, its checksum verified."""
    data, digest = _verified(path)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            about = msgspec.json.decode(archive.read("about.json"), type=About)
            if about.format != FORMAT:
                raise ModelError(f"{path}: model format {about.format}, this version reads {FORMAT}; {_REMEDY}")
            return Bundle(
                about, digest, archive.read("network.onnx"), np.load(io.BytesIO(archive.read("table.npy"))),
                np.load(io.BytesIO(archive.read("relations.npy"))),
                msgspec.json.decode(archive.read("vocabulary.json"), type=Vocabulary),
                msgspec.json.decode(archive.read("labels.json"), type=Labels),
            )  # fmt: skip
    except (zipfile.BadZipFile, KeyError, ValueError, msgspec.ValidationError) as error:
        raise ModelError(f"{path}: not a readable model ({error}); {_REMEDY}") from error


def write_bundle(path: Path, bundle: Bundle) -> None:
    """The file and, beside it, its checksum. The same parts give the same bytes."""
    parts = {
        "about.json": msgspec.json.encode(bundle.about), "network.onnx": bundle.network,
        "table.npy": _as_bytes(bundle.table), "relations.npy": _as_bytes(bundle.relations),
        "vocabulary.json": msgspec.json.encode(bundle.vocabulary), "labels.json": msgspec.json.encode(bundle.labels),
    }  # fmt: skip
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in parts.items():
            kind = zipfile.ZIP_DEFLATED if name.endswith(".json") else zipfile.ZIP_STORED
            archive.writestr(zipfile.ZipInfo(name), content, compress_type=kind)
    part = path.with_suffix(".part")
    part.write_bytes(buffer.getvalue())
    part.rename(path)
    path.with_suffix(".sha256").write_text(hashlib.sha256(buffer.getvalue()).hexdigest() + "\n", encoding="utf-8")


def _verified(path: Path) -> tuple[bytes, str]:
    try:
        data = path.read_bytes()
        wanted = path.with_suffix(".sha256").read_text(encoding="utf-8").strip()
    except OSError as error:
        raise ModelError(f"{path}: the model is missing ({error.strerror}); {_REMEDY}") from error
    digest = hashlib.sha256(data).hexdigest()
    if digest != wanted:
        raise ModelError(f"{path}: the model is damaged (SHA-256 {digest[:12]}, expected {wanted[:12]}); {_REMEDY}")
    return data, digest


def _as_bytes(array: NDArray[np.uint8] | NDArray[np.float32]) -> bytes:
    buffer = io.BytesIO()
    np.save(buffer, array)
    return buffer.getvalue()
