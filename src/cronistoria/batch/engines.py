"""Who does the tasks: this process alone, several processes, or a Ray cluster. The results do not tell which.

An engine takes tasks from an iterator as workers become free, so that what is waiting stays bounded, and gives back
what was done in the order in which it was. A task whose worker dies is given to another one.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Literal, Protocol

from cronistoria.batch.tasks import Done, Task, Worker
from cronistoria.errors import CronistoriaError

EngineName = Literal["local", "ray"]
MakeWorker = Callable[[], Worker]
_MOST_DEATHS = 3


class WorkerDiedError(CronistoriaError):
    """A task ended its worker again and again."""


class Engine(Protocol):
    """What does tasks."""

    def run(self, tasks: Iterable[Task], /) -> Iterator[Done]:
        """Does all tasks. Raises what a task raised, and `WorkerDiedError`."""


class Alone:
    """This process."""

    def __init__(self, make_worker: MakeWorker) -> None:
        self._make_worker = make_worker
        self._worker: Worker | None = None

    def run(self, tasks: Iterable[Task], /) -> Iterator[Done]:
        """One after the other."""
        for task in tasks:
            self._worker = self._worker or self._make_worker()
            yield self._worker(task)


class Deaths:
    """Counts how often a task's worker died."""

    def __init__(self) -> None:
        self._deaths: Counter[str] = Counter()

    def note(self, task: Task) -> None:
        """One more. Raises `WorkerDiedError` when it is too often."""
        self._deaths[task.name] += 1
        if self._deaths[task.name] >= _MOST_DEATHS:
            reason = f"{task.name}: its worker was ended {_MOST_DEATHS} times, perhaps for want of memory"
            raise WorkerDiedError(
                f"{reason}; use fewer --jobs or a smaller --size-limit; what is done is kept (--resume)"
            )


@contextmanager
def open_engine(
    name: EngineName, make_worker: MakeWorker, jobs: int | None, address: str | None = None
) -> Iterator[Engine]:
    """An engine; ``jobs``: how many workers (by default 1, or a cluster's processors); ``address``: of a Ray cluster.

    Raises `CronistoriaError` for an engine that is not installed, or a cluster that cannot be reached.
    """
    if name == "ray":
        from cronistoria.batch.cluster import hired_cluster

        with hired_cluster(make_worker, jobs, address) as cluster:
            yield cluster
    elif jobs in (None, 1):
        yield Alone(make_worker)
    else:
        from cronistoria.batch.processes import hired_processes

        with hired_processes(make_worker, jobs or 1) as processes:
            yield processes
