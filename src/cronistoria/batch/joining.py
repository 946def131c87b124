"""What hangs together by links, of many shares at once."""

from collections.abc import Callable, Sequence
from pathlib import Path

from cronistoria.batch.exchange import Row, place_of, read_rows, stretches, write_rows
from cronistoria.merge.linker import neighbourhoods

MARK = b" "


def join_linked(links: Sequence[Path], joined: Path, place: Callable[[str], int] = place_of) -> int:
    """Writes down which linked nodes are in whose neighbourhood, each at its ``place``; the number of links.

    What hangs together is found here and not by workers: a number or two for each linked node is all that is held.
    """
    numbers: dict[bytes, int] = {}
    pairs: list[tuple[int, int]] = []
    for _, data in read_rows(links, stretches(1)[0]):
        left, right = (numbers.setdefault(node, len(numbers)) for node in data.split(MARK))
        pairs.append((left, right))
    nodes = list(numbers)
    rows: list[Row] = []
    for hood in neighbourhoods(len(nodes), pairs):
        first = min(nodes[number] for number in hood)
        rows += ((place(nodes[n].decode()), nodes[n] + MARK + first) for n in hood)
    write_rows(joined, rows)
    return len(pairs)
