"""Workers, here and in processes of their own."""

import os
from collections.abc import Callable

import pytest

from cronistoria.errors import CronistoriaError
from cronistoria.workers import hired


def make_doubler() -> Callable[[int], tuple[int, int]]:
    kept = os.getpid()
    return lambda number: (2 * number, kept)


def make_dying() -> Callable[[int], None]:
    return lambda number: os._exit(number)


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_is_handed_over_comes_back(jobs: int) -> None:
    with hired(make_doubler, jobs) as hand_over:
        futures = [hand_over(number) for number in range(9)]
        done = [future.result() for future in futures]
    assert [double for double, _ in done] == [2 * number for number in range(9)]
    assert ({process for _, process in done} == {os.getpid()}) == (jobs == 1)


def test_a_process_that_dies_is_told() -> None:
    with pytest.raises(CronistoriaError, match="use fewer --jobs"), hired(make_dying, 2) as hand_over:
        hand_over(3).result()
