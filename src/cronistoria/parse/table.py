"""The embedding table as it is stored: 4 bits a weight, in blocks of 32 with one half-precision scale each."""

import numpy as np
from numpy.typing import NDArray

BLOCK = 32
_BYTES = 18


def unpack_rows(rows: NDArray[np.uint8]) -> NDArray[np.float32]:
    """Rows of blocks (a float16 scale, then 32 nibbles: low ones first) as (n, weights)."""
    blocks = rows.reshape(-1, _BYTES)
    scale = np.ascontiguousarray(blocks[:, :2]).view(np.float16).astype(np.float32)
    nibbles = blocks[:, 2:]
    values = np.concatenate([nibbles & 15, nibbles >> 4], axis=1).astype(np.float32) - 8
    weights: NDArray[np.float32] = (values * scale).reshape(len(rows), -1)
    return weights
