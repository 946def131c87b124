"""The model file: one zip archive with the network, the embedding table, the vocabulary, the labels and word lists.

Its SHA-256 stands beside it and is checked when it is read. A file that is missing or damaged is a `ModelError` that
says which and what to do.
"""

import hashlib
import io
import zipfile
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from cronistoria.errors import ModelError
from cronistoria.parse.labels import Labels
from cronistoria.parse.pieces import Vocabulary
from cronistoria.parse.word_list import WordList, no_words

FORMAT = 2
_REMEDY = "install cronistoria again, or make the model anew (models/CARD.md)"


class About(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the file says of itself."""

    format: int
    name: str
    layers: int
    steps: int


@dataclass(frozen=True)
class Bundle:
    """All parts of a model: ``network`` is an ONNX file, ``table`` the packed embedding rows (see `table`).

    ``lists`` are packed word lists by language, ``edits`` what their numbers mean (see `word_list`).
    """

    about: About
    digest: str
    network: bytes
    table: NDArray[np.uint8]
    relations: NDArray[np.float32]
    vocabulary: Vocabulary
    labels: Labels
    edits: tuple[str, ...]
    lists: dict[str, bytes]


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
            labels = msgspec.json.decode(archive.read("labels.json"), type=Labels)
            return Bundle(
                about, digest, archive.read("network.onnx"), _array(archive, "table"), _array(archive, "relations"),
                msgspec.json.decode(archive.read("vocabulary.json"), type=Vocabulary), labels,
                msgspec.json.decode(archive.read("edits.json"), type=tuple[str, ...]),
                {language: archive.read(f"lists/{language}") for language in labels.tags},
            )  # fmt: skip
    except (zipfile.BadZipFile, KeyError, ValueError, msgspec.ValidationError) as error:
        raise ModelError(f"{path}: not a readable model ({error}); {_REMEDY}") from error


@cache
def shipped_words(language: str) -> WordList:
    """The word list of a language in the shipped model, an empty one if it has none."""
    try:
        with zipfile.ZipFile(model_path()) as archive:
            edits = msgspec.json.decode(archive.read("edits.json"), type=tuple[str, ...])
            return WordList(archive.read(f"lists/{language}"), edits)
    except KeyError:
        return no_words()
    except (OSError, zipfile.BadZipFile) as error:
        raise ModelError(f"{model_path()}: no word lists can be read ({error}); {_REMEDY}") from error


def write_bundle(path: Path, bundle: Bundle) -> None:
    """The file and, beside it, its checksum. The same parts give the same bytes."""
    parts = {
        "about.json": msgspec.json.encode(bundle.about), "network.onnx": bundle.network,
        "table.npy": _as_bytes(bundle.table), "relations.npy": _as_bytes(bundle.relations),
        "vocabulary.json": msgspec.json.encode(bundle.vocabulary), "labels.json": msgspec.json.encode(bundle.labels),
        "edits.json": msgspec.json.encode(bundle.edits),
    } | {f"lists/{language}": packed for language, packed in sorted(bundle.lists.items())}  # fmt: skip
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


def _array(archive: zipfile.ZipFile, name: str) -> NDArray[Any]:
    array: NDArray[Any] = np.load(io.BytesIO(archive.read(f"{name}.npy")))
    return array


def _as_bytes(array: NDArray[Any]) -> bytes:
    buffer = io.BytesIO()
    np.save(buffer, array)
    return buffer.getvalue()
