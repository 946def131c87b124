"""Rows over files."""

from itertools import pairwise
from pathlib import Path

import pytest

from cronistoria.batch.exchange import FIRST, LAST, place_of, place_of_digest, read_rows, stretches, write_rows


@pytest.mark.parametrize("count", [1, 2, 3, 7, 1000])
def test_stretches_cover_the_line_once(count: int) -> None:
    made = stretches(count)
    assert (made[0][0], made[-1][1], len(made)) == (FIRST, LAST, count)
    assert all(one[1] + 1 == other[0] for one, other in pairwise(made))


def test_places_follow_the_order_of_digests() -> None:
    assert [place_of_digest(bytes.fromhex(digest * 32)) for digest in ("00", "7f", "80", "ff")] == sorted(
        place_of_digest(bytes.fromhex(digest * 32)) for digest in ("ff", "80", "7f", "00")
    )
    assert place_of_digest(bytes(32)) == FIRST
    assert place_of_digest(b"\xff" * 32) == LAST


@pytest.mark.parametrize("count", [1, 3, 10])
def test_each_row_is_read_in_one_stretch(tmp_path: Path, count: int) -> None:
    names = [[f"{file} {number}" for number in range(700)] for file in "ab"]
    paths = [tmp_path / f"{number}.arrow" for number in range(3)]
    for path, some in zip(paths, [*names, []], strict=True):
        write_rows(path, [(place_of(name), name.encode()) for name in some])
    read = [list(read_rows(paths, stretch)) for stretch in stretches(count)]
    assert sorted(data.decode() for rows in read for _, data in rows) == sorted(names[0] + names[1])
    for rows, (first, last) in zip(read, stretches(count), strict=True):
        assert all(first <= place <= last and place == place_of(data.decode()) for place, data in rows)
