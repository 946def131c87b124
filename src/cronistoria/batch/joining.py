"""What hangs together by links, of many shares at once."""

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from cronistoria.batch.exchange import Row, place_of, read_rows, stretches, write_rows
from cronistoria.merge.hoods import neighbourhoods

MARK = b" "


def join_linked(links: Sequence[Path], joined: Path, place: Callable[[str], int] = place_of) -> int:
    """Writes down which linked nodes are in whose neighbourhood, each at its ``place``; the number of links.

    What hangs together is found here and not by workers: a number or two for each linked node is all that is held.
    """
    numbers: dict[bytes, int] = {}
    linked: list[int] = []
    for _, data in read_rows(links, stretches(1)[0]):
        linked += (numbers.setdefault(node, len(numbers)) for node in data.split(MARK))
    nodes = list(numbers)
    rows: list[Row] = []
    left, right = np.array(linked, np.int64).reshape(-1, 2).T
    for hood in neighbourhoods(len(nodes), left, right):
        first = min(nodes[number] for number in hood)
        rows += ((place(nodes[n].decode()), nodes[n] + MARK + first) for n in hood)
    write_rows(joined, rows)
    return len(left)
