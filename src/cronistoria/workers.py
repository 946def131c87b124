"""Workers that do one thing with many inputs, in this process or in several.

A crew is made of a function that makes a worker (loading what it keeps between inputs) and of a number of processes;
what is handed to it comes back as futures, so that order and back-pressure stay with the caller.
"""

import signal
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from pathlib import Path
from typing import Any, ClassVar, TypeVar

from cronistoria.errors import CronistoriaError

Input = TypeVar("Input")
Output = TypeVar("Output")
AHEAD = 4


@contextmanager
def hired(
    make_worker: Callable[[], Callable[[Input], Output]], jobs: int
) -> Iterator[Callable[[Input], "Future[Output]"]]:
    """What hands an input to a worker; with one job it is done at once.

    ``make_worker`` must be importable by name. Raises `CronistoriaError` if a process is ended from outside.
    """
    if jobs == 1:
        yield _alone(make_worker)
        return
    with ProcessPoolExecutor(jobs, get_context("spawn"), _start, (make_worker,)) as pool:
        try:
            yield lambda given: pool.submit(_work, given)
        except BrokenExecutor as error:
            reason = "a process was ended from outside, perhaps for want of memory; use fewer --jobs"
            raise CronistoriaError(reason) from error
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def defect(error: Exception) -> str:
    """An unexpected error and where it arose, in a line."""
    last = error.__traceback__
    while last is not None and last.tb_next is not None:
        last = last.tb_next
    place = f" ({Path(last.tb_frame.f_code.co_filename).name}:{last.tb_lineno})" if last else ""
    return f"{type(error).__name__}: {error}{place}"


def _alone(make_worker: Callable[[], Callable[[Input], Output]]) -> Callable[[Input], "Future[Output]"]:
    kept: list[Callable[[Input], Output]] = []

    def hand_over(given: Input) -> "Future[Output]":
        if not kept:
            kept.append(make_worker())
        done: Future[Output] = Future()
        done.set_result(kept[0](given))
        return done

    return hand_over


class _Process:
    """What a worker process keeps between inputs."""

    work: ClassVar[Callable[[Any], Any]]


def _start(make_worker: Callable[[], Callable[[Any], Any]]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _Process.work = staticmethod(make_worker())


def _work(given: Any) -> Any:
    return _Process.work(given)
