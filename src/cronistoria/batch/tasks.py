"""What a worker is given and gives back: a task leaves its result in files, and says in numbers what it did."""

import gc
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Protocol

import msgspec

from cronistoria.reader import Reader
from cronistoria.settings import Settings

if TYPE_CHECKING:
    from cronistoria.pipeline import Analyser

_MEBI = 1024


class Task(Protocol):
    """A step's share for one worker; done twice, it leaves the same files. It must be picklable."""

    @property
    def name(self) -> str:
        """What logs and errors call it."""

    def do(self, reader: Reader, /) -> dict[str, int]:
        """Does it; what was done, counted."""


class Done(msgspec.Struct, frozen=True, kw_only=True):
    """A task done.

    ``busy``: seconds of a processor, in all threads. ``memory``: the most that its process has held so far, in MiB (0:
    not known).
    """

    task: str
    counts: dict[str, int]
    seconds: float
    busy: float
    memory: int


Worker = Callable[[Task], Done]


def make_worker(settings: Settings, analyser: "Analyser | None" = None) -> Worker:
    """A worker with a reader of its own, whose model is loaded at the first report and kept."""
    return partial(do_task, Reader(settings, analyser))


def do_task(reader: Reader, task: Task) -> Done:
    """Does a task and measures it."""
    start, busy = time.perf_counter(), time.process_time()
    with _collected_once():
        counts = task.do(reader)
    return Done(
        task=task.name, counts=counts, seconds=time.perf_counter() - start, busy=time.process_time() - busy,
        memory=_memory(),
    )  # fmt: skip


@contextmanager
def _collected_once() -> Iterator[None]:
    """Looks for cycles that nobody needs any more once a task is over, not again and again among all that it holds."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
        gc.collect()


def _memory() -> int:
    try:
        import resource
    except ImportError:  # no Unix
        return 0
    return int(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss) // _MEBI
